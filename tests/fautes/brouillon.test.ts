import { expect, test } from 'vitest';
import { change, faults } from './publication.ts';

const draft = (valid: string) =>
  valid
    .replace('resume: "Une équipe raconte ses débuts."', 'resume: "À écrire : ce qui donne envie de lire."')
    .replace('Se croiser chaque jour.', '> À écrire : comment la situation a changé.');

test('ce qu’un brouillon demande d’écrire est refusé en ligne, dans les champs comme dans le texte', async () => {
  expect(await faults({ 'histoires/port.md': draft })).toMatchInlineSnapshot(`
    "[prompt-left] histoires/port.md:3:9 · resume : « À écrire : ce qui donne envie de lire. » est resté du brouillon. Écrire ce texte, ou supprimer cette ligne ; en attendant, écrire « brouillon: true ».
    [prompt-left] histoires/port.md:27:1 · « À écrire : comment la situation a changé. » est resté du brouillon. Écrire ce texte, ou supprimer cette ligne ; en attendant, écrire « brouillon: true »."
  `);
});

test('un brouillon peut attendre son texte, et un exemple de code le montrer', async () => {
  expect(
    await faults({
      'histoires/port.md': (valid) => draft(valid).replace('brouillon: false', 'brouillon: true'),
      'pages/a-propos.md': change('Une page.', '```md\n> À écrire : un exemple.\n```'),
    }),
  ).toBe('');
});

test('une ancienne adresse est un chemin du site : le nom du site et la barre finale se corrigent', async () => {
  const adresses = `anciennes_adresses:
  - https://carnet.example/histoires/quai
  - /histoires/le port/
  - //ailleurs.example/
  - /histoires/../port/
  - /
  - /recits/2021/port.html
brouillon: false
`;
  expect(
    await faults({ 'histoires/port.md': change('brouillon: false\n', adresses) }),
  ).toMatchInlineSnapshot(`
    "[former-address] histoires/port.md:20:5 · anciennes_adresses, 1ᵉʳ élément : « https://carnet.example/histoires/quai » n’est pas une adresse de ce site : elle commence par « / », sans le nom du site, et ne contient ni espace ni accent ni point d’interrogation. Par exemple : /histoires/ancien-nom/
      Écrire :   - /histoires/quai
    [former-address] histoires/port.md:21:5 · anciennes_adresses, 2ᵉ élément : « /histoires/le port/ » n’est pas une adresse de ce site : elle commence par « / », sans le nom du site, et ne contient ni espace ni accent ni point d’interrogation. Par exemple : /histoires/ancien-nom/
    [former-address] histoires/port.md:22:5 · anciennes_adresses, 3ᵉ élément : « //ailleurs.example/ » n’est pas une adresse de ce site : elle commence par « / », sans le nom du site, et ne contient ni espace ni accent ni point d’interrogation. Par exemple : /histoires/ancien-nom/
    [former-address] histoires/port.md:23:5 · anciennes_adresses, 4ᵉ élément : « /histoires/../port/ » n’est pas une adresse de ce site : elle commence par « / », sans le nom du site, et ne contient ni espace ni accent ni point d’interrogation. Par exemple : /histoires/ancien-nom/
    [former-address] histoires/port.md:24:5 · anciennes_adresses, 5ᵉ élément : « / » n’est pas une adresse de ce site : elle commence par « / », sans le nom du site, et ne contient ni espace ni accent ni point d’interrogation. Par exemple : /histoires/ancien-nom/"
  `);
});

test('une ancienne adresse n’est plus celle de personne, et ne mène qu’à une page', async () => {
  const adresses = `anciennes_adresses:
  - /histoires/port
  - /outils/
  - /boite-a-outils/livret/
  - /ressources/photo/
  - /recits/quai/
brouillon: false
`;
  expect(
    await faults({
      'histoires/port.md': change('brouillon: false\n', adresses),
      'pages/a-propos.md': change('brouillon: false\n', 'anciennes_adresses: [/recits/quai]\nbrouillon: false\n'),
    }),
  ).toMatchInlineSnapshot(`
    "[former-used] histoires/port.md:20:5 · anciennes_adresses, 1ᵉʳ élément : l’adresse /histoires/port est celle de ce fichier lui-même : ce n’est plus une ancienne adresse. Retirer cette ligne.
    [former-used] histoires/port.md:22:5 · anciennes_adresses, 3ᵉ élément : l’adresse /boite-a-outils/livret/ est celle du fichier outils/livret.md : ce n’est plus une ancienne adresse. Retirer cette ligne.
    [former-used] histoires/port.md:23:5 · anciennes_adresses, 4ᵉ élément : l’adresse /ressources/photo/ est celle d’une page du site : ce n’est plus une ancienne adresse. Retirer cette ligne.
    [former-twice] pages/a-propos.md:4:22 · anciennes_adresses, 1ᵉʳ élément : histoires/port.md a déjà /recits/quai pour ancienne adresse : elle ne peut mener qu’à une page. Retirer l’une des deux lignes."
  `);
});

test('un titre sous lequel rien n’est écrit ne va pas en ligne ; un brouillon peut l’attendre', async () => {
  const bare = (valid: string) => valid.replace('Une page.', '## Une\n\n### Deux\n\nTexte.\n\n## Trois\n\n## Quatre\n\n[^1]: Note.');
  expect(await faults({ 'pages/a-propos.md': bare })).toMatchInlineSnapshot(`
    "[heading-bare] pages/a-propos.md:13:1 · il n’y a rien sous le titre « Trois » : écrire cette partie, ou supprimer le titre.
    [heading-bare] pages/a-propos.md:15:1 · il n’y a rien sous le titre « Quatre » : écrire cette partie, ou supprimer le titre.
    [footnote-unused] pages/a-propos.md:17:1 · la note « 1 » n’est appelée nulle part : ajouter « [^1] » dans le texte, ou supprimer la note."
  `);
  const draft = (valid: string) => bare(valid).replace('brouillon: false', 'brouillon: true');
  expect(await faults({ 'pages/a-propos.md': draft })).not.toContain('heading-bare');
});
