import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const WORDS = [{ word: 'meme-lieu', names: ['Un même lieu, des rencontres'] }, 'valeurs-communes', 'rcp'];

test.each([
  ['meme-leiu', 'meme-lieu'],
  ['Même Lieu', 'meme-lieu'],
  ['un meme lieu des rencontres', 'meme-lieu'],
  ['valeur-commune', 'valeurs-communes'],
  ['communes', 'valeurs-communes'],
  ['rpc', 'rcp'],
])('« %s » fait proposer « %s »', (read, expected) => {
  expect(nearest(read, WORDS)).toBe(expected);
});

test('un mot trop loin de tous ne fait rien proposer', () => {
  for (const read of ['zzzz', '', '—', 'xy']) expect(nearest(read, WORDS)).toBeUndefined();
});

test('un mot valide est toujours le plus proche de lui-même, quels que soient les autres', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}(-[a-z]{2,8})?$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, selector: (text) => text.replace('-', '') }),
      fc.nat(),
      (words, at) => {
        const chosen = words[at % words.length] ?? '';
        expect(nearest(chosen.toUpperCase(), words)).toBe(chosen);
      },
    ),
  );
});
