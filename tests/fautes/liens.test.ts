import { expect, test } from 'vitest';
import { change, faults, VALID } from './publication.ts';

/** A second « livret », this one a story: its passages and its code are its own. */
const ambiguous = change('COORD/IC/012/1121', 'COORD/IC/013/1121')(VALID['histoires/port.md'] ?? '');

test('lien vers un fichier qui n’existe pas', async () => {
  expect(await faults({ 'histoires/port.md': change('livret.md#mode-d-emploi', 'livrets.md') }))
    .toMatchInlineSnapshot(`
    "[link-unknown] histoires/port.md:24:19 · le lien mène à « livrets.md », et il n’y a pas de fichier de ce nom. Vouliez-vous dire « livret.md » ?
      Écrire : Tout commence par [le livret](livret.md), une note[^1] et [le glossaire](/glossaire/#rcp)."
  `);
});

test('lien à deux sens : demande le dossier', async () => {
  expect(
    await faults({
      'histoires/livret.md': ambiguous,
      'pages/a-propos.md': change('Une page.', 'Voir [le livret](livret.md).'),
    }),
  ).toMatchInlineSnapshot(`
    "[link-anchor] histoires/livret.md:24:19 · l’ancre « #mode-d-emploi » n’existe pas dans cette page : ni titre, ni passage de ce nom.
    [link-anchor] histoires/port.md:24:19 · l’ancre « #mode-d-emploi » n’existe pas dans histoires/livret.md : ni titre, ni passage de ce nom.
    [link-ambiguous] pages/a-propos.md:7:6 · « livret.md » peut désigner plusieurs fichiers : histoires/livret.md ou outils/livret.md. Écrire aussi le dossier."
  `);
});

test('ancre d’une autre page', async () => {
  expect(await faults({ 'histoires/port.md': change('#mode-d-emploi', '#mode-demploi') }))
    .toMatchInlineSnapshot(`
    "[link-anchor] histoires/port.md:24:19 · l’ancre « #mode-demploi » n’existe pas dans outils/livret.md : ni titre, ni passage de ce nom. Vouliez-vous dire « #mode-d-emploi » ?
      Écrire : Tout commence par [le livret](livret.md#mode-d-emploi), une note[^1] et [le glossaire](/glossaire/#rcp)."
  `);
});

test('ancre de la page elle-même', async () => {
  expect(await faults({ 'histoires/port.md': change('livret.md#mode-d-emploi', '#les-debut') }))
    .toMatchInlineSnapshot(`
    "[link-anchor] histoires/port.md:24:19 · l’ancre « #les-debut » n’existe pas dans cette page : ni titre, ni passage de ce nom. Vouliez-vous dire « #les-debuts » ?
      Écrire : Tout commence par [le livret](#les-debuts), une note[^1] et [le glossaire](/glossaire/#rcp)."
  `);
});

test('adresse du site inconnue', async () => {
  expect(await faults({ 'histoires/port.md': change('livret.md#mode-d-emploi', '/boite-a-outil/') }))
    .toMatchInlineSnapshot(`
    "[link-address] histoires/port.md:24:19 · le site n’a pas de page à l’adresse « /boite-a-outil/ ». Vouliez-vous dire « /boite-a-outils/ » ?
      Écrire : Tout commence par [le livret](/boite-a-outils/), une note[^1] et [le glossaire](/glossaire/#rcp)."
  `);
});

test('page d’une liste : ce qu’elle montre change', async () => {
  expect(
    await faults({ 'histoires/port.md': change('livret.md#mode-d-emploi', '/histoires/page/2/') }),
  ).toMatchInlineSnapshot(`
    "[link-list] histoires/port.md:24:19 · « /histoires/page/2/ » est une page d’une liste : ce qu’elle montre change à chaque nouvelle histoire. Mener au récit lui-même, ou à la liste, « /histoires/ ».
      Écrire : Tout commence par [le livret](/histoires/), une note[^1] et [le glossaire](/glossaire/#rcp)."
  `);
});

test('adresse du site sans barre finale', async () => {
  expect(await faults({ 'histoires/port.md': change('livret.md#mode-d-emploi', '/histoires') }))
    .toMatchInlineSnapshot(`
    "[link-address] histoires/port.md:24:19 · le site n’a pas de page à l’adresse « /histoires ». Vouliez-vous dire « /histoires/ » ?
      Écrire : Tout commence par [le livret](/histoires/), une note[^1] et [le glossaire](/glossaire/#rcp)."
  `);
});

test('sigle absent du glossaire', async () => {
  expect(await faults({ 'histoires/port.md': change('/glossaire/#rcp', '/glossaire/#rpc') }))
    .toMatchInlineSnapshot(`
    "[link-sigle] histoires/port.md:24:73 · le sigle « rpc » n’est pas dans vocabulaire/sigles.yaml, donc pas dans le glossaire. Vouliez-vous dire « rcp » ?
      Écrire : Tout commence par [le livret](livret.md#mode-d-emploi), une note[^1] et [le glossaire](/glossaire/#rcp)."
  `);
});

test('lien vers un document', async () => {
  expect(
    await faults({ 'histoires/port.md': change('livret.md#mode-d-emploi', './livret.pdf') }),
  ).toMatchInlineSnapshot(
    `"[link-form] histoires/port.md:24:19 · « ./livret.pdf » n’est ni une adresse complète (https://…), ni le nom d’un fichier du contenu avec sa fin (« livret.md »). Un document se donne dans le champ « fichiers » d’une fiche d’outil, et le lien mène à la fiche."`,
  );
});

test('passage annoncé mais absent', async () => {
  expect(
    await faults({ 'histoires/port.md': change('  - meme-lieu', '  - meme-lieu\n  - valeurs-communes') }),
  ).toMatchInlineSnapshot(`
    "[passage-missing] histoires/port.md:13:5 · leviers, 2ᵉ élément : « valeurs-communes » est annoncé, mais aucun passage du texte ne le montre. Entourer ce passage d’un bloc « levier », fermé par une ligne « ::: », ou retirer cette ligne.
      Ajouter avant ce passage : :::levier{cle="valeurs-communes"}"
  `);
});

test('passage marqué mais pas annoncé', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::frein{cle="temps"}\nIl en manque.\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(`
    "[passage-unlisted] histoires/port.md:24:1 · passage « frein » : ce passage montre « temps », que le champ « freins » du début n’annonce pas. L’y ajouter.
      Ajouter à la ligne 20 : freins: [temps]"
  `);
});

test('passage d’une clé inconnue', async () => {
  expect(await faults({ 'histoires/port.md': change('cle="meme-lieu"', 'cle="meme-leiu"') }))
    .toMatchInlineSnapshot(`
    "[passage-key] histoires/port.md:26:1 · passage « levier » : « meme-leiu » n’existe pas dans vocabulaire/leviers.yaml. Vouliez-vous dire « meme-lieu » ?
      Écrire : :::levier{cle="meme-lieu"}"
  `);
});

test('adresse électronique et adresse sans « https:// » dans un lien', async () => {
  expect(
    await faults({
      'pages/a-propos.md': change('Une page.', '[Écrire](contact@exemple.fr)\n\n[Le site](www.exemple.fr)'),
    }),
  ).toMatchInlineSnapshot(`
    "[link-form] pages/a-propos.md:7:1 · ce lien doit commencer par « mailto: ».
      Écrire : [Écrire](mailto:contact@exemple.fr)
    [link-form] pages/a-propos.md:9:1 · ce lien doit commencer par « https:// ».
      Écrire : [Le site](https://www.exemple.fr)"
  `);
});
