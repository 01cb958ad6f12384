import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, readAddress } from './address.ts';

test('une question, ses filtres et son choix de mots exacts tiennent dans l’adresse et s’y relisent', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.boolean(),
      fc.dictionary(
        fc.stringMatching(/^[a-z]{2,8}$/),
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
      ),
      (texte, exact, values) => {
        const choix = Object.fromEntries(Object.entries(values).filter(([cle]) => cle !== 'exact'));
        const demande = { texte, exact, choix };
        const address = addressOf(demande);
        const query = address.includes('?') ? address.slice(address.indexOf('?')) : '';
        // What is no letter of Unicode (half a pair) cannot be in an address.
        fc.pre([texte, ...Object.values(choix).flat()].every((text) => text.isWellFormed()));
        expect(readAddress(query)).toEqual(demande);
      },
    ),
  );
});

test('une question trop longue est coupée', () => {
  expect(readAddress(`?q=${'a'.repeat(10_000)}`).texte).toHaveLength(200);
});
