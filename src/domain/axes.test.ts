import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageColumn, inAxisOrder, presence, sizeColumn } from './axes.ts';

test('une part n’est dite qu’à partir de cinq récits', () => {
  expect([presence(0, 2), presence(2, 2), presence(3, 4), presence(1, 5), presence(12, 25)])
    .toMatchInlineSnapshot(`
      [
        "aucun récit",
        "2 récits sur 2",
        "3 récits sur 4",
        "1 récit sur 5, soit 20 %",
        "12 récits sur 25, soit 48 %",
      ]
    `);
  fc.assert(
    fc.property(fc.nat(4), fc.nat(4), (a, b) => !presence(Math.min(a, b), Math.max(a, b)).includes('%')),
  );
});

test('chaque taille a une colonne, et une seule', () => {
  expect([1, 9, 10, 19, 20, 39, 40, 200].map((people) => sizeColumn(people).nom)).toEqual([
    'Moins de 10 personnes',
    'Moins de 10 personnes',
    '10 à 19 personnes',
    '10 à 19 personnes',
    '20 à 39 personnes',
    '20 à 39 personnes',
    '40 personnes et plus',
    '40 personnes et plus',
  ]);
});

test('l’âge se compte en années entières, au jour de la rencontre', () => {
  const age = (since: string | undefined, day: string) => ageColumn(since, day).nom;
  expect(age('2007', '2019-03-19')).toBe('Plus de 10 ans');
  expect(age('2019-12', '2021-10-05')).toBe('Moins de 3 ans');
  expect(age('2016-03-20', '2019-03-19')).toBe('Moins de 3 ans');
  expect(age('2016-03-19', '2019-03-19')).toBe('3 à 5 ans');
  expect(age(undefined, '2019-03-19')).toBe('Âge inconnu');
  expect(age('2020', '2019-03-19')).toBe('Âge inconnu');
});

test('les colonnes suivent leur échelle, les départements leur numéro', () => {
  const sizes = [sizeColumn(50), sizeColumn(3)];
  expect(inAxisOrder('taille', sizes).map(({ cle }) => cle)).toEqual(['moins-de-10', '40-et-plus']);
  const places = ['85', '2A', '44'].map((cle) => ({ cle, nom: cle }));
  expect(inAxisOrder('departement', places).map(({ cle }) => cle)).toEqual(['2A', '44', '85']);
  expect(inAxisOrder('theme', places)).toEqual(places);
});
