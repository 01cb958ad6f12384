import { expect, test } from 'vitest';
import { digestOf } from './digest.ts';

const story = () => ({
  titre: 'Le dimanche',
  equipe: { nom: 'Le Phare', scans: [{ annee: 2025, groupes: [{ nombre: 3 }] }] },
  mentions: new Map([['leviers/horaires', '2 récits sur 5']]),
  photo: undefined as string | undefined,
});

test('les mêmes données donnent la même empreinte, d’une construction à l’autre', () => {
  expect(digestOf(story())).toBe(digestOf(story()));
  expect(digestOf(story())).toMatchInlineSnapshot(`"r3cu9hzZDQXHhySS6nB85pqdZcIWCX0Z2R/J5CgBTkk="`);
});

test.each<[string, (one: ReturnType<typeof story>) => unknown]>([
  ['un mot du titre', (one) => ({ ...one, titre: 'Le lundi' })],
  [
    'un nombre au fond d’une liste',
    (one) => ({ ...one, equipe: { ...one.equipe, scans: [{ annee: 2025, groupes: [{ nombre: 4 }] }] } }),
  ],
  ['une liste plus courte', (one) => ({ ...one, equipe: { ...one.equipe, scans: [] } })],
  [
    'une phrase dite à côté d’un passage',
    (one) => ({ ...one, mentions: new Map([['leviers/horaires', '2 récits sur 6']]) }),
  ],
  ['un champ qui se remplit', (one) => ({ ...one, photo: 'phare.png' })],
  ['un champ de plus', (one) => ({ ...one, outils: [] })],
  [
    'un nombre écrit comme un texte',
    (one) => ({ ...one, equipe: { ...one.equipe, scans: [{ annee: '2025', groupes: [{ nombre: 3 }] }] } }),
  ],
])('%s change l’empreinte', (_, change) => {
  expect(digestOf(change(story()))).not.toBe(digestOf(story()));
});

test('l’ordre compte, dans une liste comme dans une table', () => {
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  expect(
    digestOf(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    ),
  ).not.toBe(
    digestOf(
      new Map([
        ['b', 2],
        ['a', 1],
      ]),
    ),
  );
  expect(digestOf(['a', 'b'])).not.toBe(digestOf(['a","b']));
});

test('l’entrée d’une collection est passée : ses champs sont à côté d’elle', () => {
  expect(digestOf({ titre: 'a', entry: { digest: '1' } })).toBe(
    digestOf({ titre: 'a', entry: { digest: '2' } }),
  );
});

test('une fonction est refusée : rien ne dit ce qu’elle montrera', () => {
  expect(() => digestOf({ cles: () => [] })).toThrow('a digest is made of data');
});
