import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeNumbers,
  decodeRanks,
  encodeLine,
  encodeNumbers,
  encodeRanks,
  Morceau,
  pieceOf,
} from './format.ts';

test('des nombres écrits se relisent les mêmes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 31 - 1 })), (numbers) => {
      expect(decodeNumbers(encodeNumbers(numbers))).toEqual(numbers);
    }),
  );
});

test('des rangs croissants se relisent les mêmes, et les rangs voisins tiennent en une lettre', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 100_000 })), (ranks) => {
      const sorted = ranks.toSorted((a, b) => a - b);
      expect(decodeRanks(encodeRanks(sorted))).toEqual(sorted);
    }),
  );
  expect(encodeRanks([0, 1, 2, 3])).toBe('AAAA');
});

const words = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 60 })
  .map((list) => list.toSorted((a, b) => (a < b ? -1 : 1)));

test('un morceau donne tous les mots qui commencent ainsi, et eux seuls', () => {
  fc.assert(
    fc.property(words, fc.stringMatching(/^[a-z0-9]{1,2}$/), (list, prefix) => {
      const piece = new Morceau(
        list.map((word, rank) => encodeLine(word, { pages: [rank], weights: [3] })).join('\n'),
      );
      const found = [...piece.beginning(prefix)];
      expect(found.map(({ word }) => word)).toEqual(list.filter((word) => word.startsWith(prefix)));
      for (const { word, postings } of found)
        expect(postings()).toEqual({ pages: [list.indexOf(word)], weights: [3] });
    }),
  );
});

test('un mot est dans le dernier morceau qui ne commence pas après lui', () => {
  fc.assert(
    fc.property(words, fc.nat(), (list, draw) => {
      const starts = list.filter((_, rank) => rank % 7 === 0);
      const word = list[draw % list.length] ?? '';
      const expected = starts.filter((start) => start <= word).length - 1;
      expect(pieceOf(starts, word)).toBe(expected);
    }),
  );
});
