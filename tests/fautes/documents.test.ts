import { expect, test } from 'vitest';
import { documentName } from '#src/domain/slugs.ts';
import { change, faults, VALID } from './publication.ts';

/** The tool with another document; its own goes. */
const withDocument = (name: string, onDisk = name) => ({
  'outils/livret.md': change('./livret.csv', `"./${name}"`),
  'outils/livret.csv': null,
  [`outils/${onDisk}`]: 'a;b\n',
});

test.each([
  ['./livret.csv', 'livret.csv'],
  ['./fichiers/Fiche n° 1 (été).ODT', 'fiche-n-1-ete.odt'],
  ['100 % gratuit?#1.pdf', '100-gratuit-1.pdf'],
  ['L’œuvre.v2.odt', 'l-oeuvre-v2.odt'],
  ['….odt', ''],
])('un document paraît sous un nom fait pour une adresse : %s', (path, name) => {
  expect(documentName(path)).toBe(name);
});

test.each(['100 %.csv', '100%25.csv', 'a#b.csv', 'quoi?.csv', 'été à deux.csv', 'deux%20mots.csv'])(
  'un document se nomme comme sur le disque : %s',
  async (name) => {
    expect(await faults(withDocument(name))).toBe('');
  },
);

test('un document nommé avec des signes d’adresse n’est pas celui du disque', async () => {
  expect(await faults(withDocument('deux%20mots.csv', 'deux mots.csv'))).toMatchInlineSnapshot(`
    "[document-missing] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : ce document est introuvable : il n’y a pas de fichier outils/deux%20mots.csv. Vouliez-vous dire « ./deux mots.csv » ?
      Écrire :   - "./deux mots.csv""
  `);
});

test('les accents d’un nom de document s’écrivent en un signe ou en deux', async () => {
  expect(await faults(withDocument('été.csv', 'été.csv'.normalize('NFD')))).toBe('');
});

test('les accents d’un nom d’image s’écrivent partout de la même façon', async () => {
  expect(
    await faults({
      'histoires/port.md': change('./port.svg', './été.svg'),
      'histoires/port.svg': null,
      [`histoires/${'été.svg'.normalize('NFD')}`]: VALID['histoires/port.svg'] ?? '',
    }),
  ).toMatchInlineSnapshot(`"[image-accents] histoires/port.md:16:12 · photo, fichier : les accents du nom de ce fichier ne sont pas écrits de la même façon ici et sur le disque (« ./été.svg »). Le renommer sans accent, « ete.svg », et écrire ce nom ici."`);
});

const SECOND = change('./livret.csv', './fichiers/Livret.csv')(VALID['outils/livret.md'] ?? '');

test('deux documents auraient le même nom en ligne', async () => {
  expect(
    await faults({ 'outils/second.md': SECOND, 'outils/fichiers/Livret.csv': 'c;d\n' }),
  ).toMatchInlineSnapshot(`"[document-taken] outils/second.md:8:5 · fichiers, 1ᵉʳ élément : ce document (outils/fichiers/Livret.csv) et celui que nomme outils/livret.md (outils/livret.csv) auraient le même nom en ligne, « livret.csv ». Renommer l’un des deux."`);
});

test('un même document dans deux fiches', async () => {
  expect(await faults({ 'outils/second.md': VALID['outils/livret.md'] ?? '' })).toBe('');
});

test('un nom de document sans lettre', async () => {
  expect(await faults(withDocument('….csv'))).toMatchInlineSnapshot(`"[document-name] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : ce nom de document ne donne aucune adresse : il y faut au moins une lettre sans accent ou un chiffre. Le renommer."`);
});

test('un document réservé aux adhérents, mais offert à tous', async () => {
  expect(
    await faults({ 'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\nacces: adherents') }),
  ).toMatchInlineSnapshot(`
    "[members-file] outils/livret.md:9:3 · fichiers : cet outil est réservé aux adhérents, et tout le monde pourrait télécharger ses documents. Retirer « fichiers » et dire dans « obtention » comment l’obtenir, ou écrire « acces: public ».
      Ajouter : obtention: "…""
  `);
});
