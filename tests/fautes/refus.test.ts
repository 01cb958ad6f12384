import { expect, test } from 'vitest';
import { FIELDS, type Hostile, NAMES, story } from './hostile-inputs.ts';
import { IMAGES } from './hostile-texts.ts';
import { change, faults, VALID } from './publication.ts';

const named = (list: readonly Hostile[], name: string) => {
  const found = list.find(([each]) => each === name);
  if (!found) throw new Error(`no hostile input of that name: ${name}`);
  return found[1];
};

test('un nom de fichier que Windows garde pour lui', async () => {
  expect(await faults(named(NAMES, 'con.md'))).toMatchInlineSnapshot(`"[file-device] pages/con.md:1:1 · « con.md » est un nom que Windows garde pour lui : personne ne pourrait ouvrir ce fichier sous Windows. Le renommer."`);
});

test('un nom de fichier avec un retour à la ligne', async () => {
  expect((await faults(named(NAMES, 'un nom avec un retour à la ligne'))).replaceAll('a\nb', 'a⏎b')).toMatchInlineSnapshot(`"[file-control] pages/a⏎b.md:1:1 · le nom de ce fichier contient un caractère invisible (retour à la ligne, commande, ou signe qui retourne la lecture). Le renommer, par exemple en « pages/a-b.md »."`);
});

test('un tableau qui commanderait un tableur', async () => {
  expect(await faults(named(FIELDS, 'un CSV qui commande un tableur'))).toMatchInlineSnapshot(`"[document-formula] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : outils/livret.csv, ligne 1 : une case commence comme une formule (« = », « + », « - » ou « @ »), et s’exécuterait chez qui l’ouvre dans un tableur. Enregistrer le tableau avec les valeurs seules, ou en « .ods »."`);
});

test.each([
  ['=SOMME(A1:A3)', true],
  ['a;@SUM(1+1)*cmd|x', true],
  ['a;"+cmd|\' /C calc\'!A0"', true],
  ['- fermé (lundi)', false],
  ['a;-3;+4,5;=', false],
  ['Mode d’emploi (été) ; a = b', false],
  ['https://a.example/?a=b(c)', false],
])('une case de tableau « %s » : formule, %s', async (line, formula) => {
  const text = await faults({ 'outils/livret.csv': `jour;geste\n${line}\n` });
  expect(text.includes('[document-formula]')).toBe(formula);
});

test('une animation de dix mille images', async () => {
  expect(await faults(named(IMAGES, 'un GIF de dix mille images'))).toMatchInlineSnapshot(`"[image-frames] histoires/port.md:16:12 · photo, fichier : histoires/port.gif est une animation de 10 000 images ; 200 au plus. La raccourcir, ou n’en garder qu’une image."`);
});

test('une image et un dessin trop larges pour être dessinés', async () => {
  expect(await faults(named(IMAGES, 'un PNG qui se dit de 60 000 × 60 000'))).toMatchInlineSnapshot(`"[image-dimensions] histoires/port.md:16:12 · photo, fichier : histoires/port.png mesure 60 000 × 60 000 pixels ; 16 000 de côté au plus, et 100 millions en tout. Réduire l’image (2 000 pixels de large suffisent)."`);
  expect(await faults(named(IMAGES, 'un SVG de 60 000 de large'))).toMatchInlineSnapshot(`"[image-dimensions] histoires/port.md:16:12 · photo, fichier : le dessin histoires/a.svg se dit de 1 000 000 000 sur 1 000 000 000 : 16 000 au plus. Écrire une taille plus petite, le dessin s’y adapte."`);
});

test('un caractère qui retourne la lecture, dans un champ et dans un texte', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': change('"Brest"', '"Brest \u202Etser"') })).toMatchInlineSnapshot(`
    "[control] equipes/pole-du-port.yaml:4:10 · commune : ce texte doit tenir sur une ligne, sans tabulation ni autre caractère de commande. Le récrire.
    [bidi] equipes/pole-du-port.yaml:4:17 · un caractère invisible retourne ici le sens de la lecture : ce que l’on lit n’est pas ce qui est écrit. Supprimer ce passage et le récrire."
  `);
  expect(await faults(story('Lire \u202Efdp.exe ici.'))).toMatchInlineSnapshot(`"[bidi] histoires/port.md:24:6 · un caractère invisible retourne ici le sens de la lecture : ce que l’on lit n’est pas ce qui est écrit. Supprimer ce passage et le récrire."`);
});

test('une adresse avec un mot de passe', async () => {
  expect(await faults(named(FIELDS, 'une adresse avec un mot de passe'))).toMatchInlineSnapshot(`"[url] outils/livret.md:6:7 · lien : « https://moi:secret@a.fr/ » n’est pas une adresse que l’on peut ouvrir : une adresse commence par https:// et ne contient pas d’espace. Elle contient un nom d’utilisateur ou un mot de passe : le retirer, et le changer s’il a été mis en ligne. Adresse de l’outil, s’il est en ligne ailleurs."`);
});

test('un dessin de taille ordinaire est accepté', async () => {
  expect(await faults({ 'histoires/port.svg': (VALID['histoires/port.svg'] ?? '').replace('width="4"', 'width="16000"') })).toBe('');
});
