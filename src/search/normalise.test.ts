import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseForSearch } from './normalise.ts';

test('une élision typographique devient une élision que Pagefind sait couper', () => {
  expect(normaliseForSearch('l’équipe d’Angers')).toBe("l'équipe d'Angers");
});

test('les ligatures s’écrivent en deux lettres, les espaces fines deviennent des espaces', () => {
  expect(normaliseForSearch('Cœur, 22\u202F000 vaccins, et cætera')).toBe(
    'Coeur, 22 000 vaccins, et caetera',
  );
});

test('normaliser deux fois ne change plus rien', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseForSearch(text);
      expect(normaliseForSearch(once)).toBe(once);
    }),
  );
});
