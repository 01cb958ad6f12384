import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  byFrenchOrder,
  capitalised,
  countOf,
  formatBytes,
  formatDuration,
  formatNumber,
  formatPercent,
  joinList,
  midSentence,
  plural,
  spelled,
  withArticle,
  withDe,
} from './french.ts';

test('les milliers se séparent par une espace fine, la décimale par une virgule', () => {
  expect([719920, 2382, 69.9, 0].map(formatNumber)).toEqual(['719\u202F920', '2\u202F382', '69,9', '0']);
  expect(formatPercent(69.9)).toBe('69,9\u00A0%');
});

test('aucune espace ordinaire dans un nombre', () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(formatNumber(value)).not.toMatch(/[ \u00A0]/);
    }),
  );
});

test('le pluriel commence à deux', () => {
  expect([0, 1, 1.5, 2, 40].map((value) => plural(value, 'récit'))).toEqual([
    'récit',
    'récit',
    'récit',
    'récits',
    'récits',
  ]);
  expect(countOf(0, 'outil', undefined, 'Aucun outil')).toBe('Aucun outil');
  expect(countOf(2, 'métier')).toBe('2\u00A0métiers');
});

test('les petits nombres s’écrivent en lettres, au féminin s’il le faut', () => {
  expect([spelled(1), spelled(1, 'f'), spelled(10), spelled(11)]).toEqual(['un', 'une', 'dix', '11']);
});

test('une liste finit par « et »', () => {
  expect([joinList([]), joinList(['a']), joinList(['a', 'b']), joinList(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a et b',
    'a, b et c',
  ]);
});

test('l’article se contracte et s’élide', () => {
  expect([withArticle('le', 'Pôle'), withArticle("l'", 'Union'), withArticle('', 'Le Phare')]).toEqual([
    'le Pôle',
    'l’Union',
    'Le Phare',
  ]);
  expect([
    withDe('le', 'Pôle'),
    withDe("l'", 'Union'),
    withDe('les', 'Forges'),
    withDe('', 'octobre'),
  ]).toEqual(['du Pôle', 'de l’Union', 'des Forges', 'd’octobre']);
});

test('la capitale garde son accent', () => {
  expect(capitalised('état')).toBe('État');
});

test('un poids se dit en octets, ko ou Mo', () => {
  expect([1, 512, 88_000, 1_840_000].map(formatBytes)).toEqual([
    '1\u00A0octet',
    '512\u00A0octets',
    '88\u00A0ko',
    '1,8\u00A0Mo',
  ]);
});

test('les mots se rangent comme dans un dictionnaire français', () => {
  expect(['Équipe', 'zèbre', 'Eau', 'été'].toSorted(byFrenchOrder)).toEqual([
    'Eau',
    'Équipe',
    'été',
    'zèbre',
  ]);
});

test('une réponse au milieu d’une phrase perd sa capitale, sauf un nom propre', () => {
  expect(['Un binôme de deux', 'Sept collèges', 'L’accueil', 'Alzheimer', 'BPCO'].map(midSentence)).toEqual([
    'un binôme de deux',
    'sept collèges',
    'l’accueil',
    'Alzheimer',
    'BPCO',
  ]);
});

test('une durée se dit à la seconde, puis à la minute', () => {
  expect([0.2, 12, 80, 3600, 7500].map(formatDuration)).toEqual([
    '1\u00A0s',
    '12\u00A0s',
    '1\u00A0min 20\u00A0s',
    '1\u00A0h',
    '2\u00A0h 5\u00A0min',
  ]);
});
