import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, mix, READABLE, readable } from './theme.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('le contraste est celui de la norme, dans les deux sens', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21);
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  fc.assert(fc.property(colour, colour, (a, b) => contrast(a, b) === contrast(b, a)));
});

test('un mélange va d’une couleur à l’autre', () => {
  expect([0, 0.5, 1].map((share) => mix('#000000', '#ffffff', share))).toEqual([
    '#ffffff',
    '#808080',
    '#000000',
  ]);
});

test('toute couleur devient lisible sur tout fond, et ne change pas si elle l’est déjà', () => {
  fc.assert(
    fc.property(colour, colour, (text, ground) => {
      expect(contrast(readable(text, ground), ground)).toBeGreaterThanOrEqual(READABLE);
    }),
  );
  expect(readable('#125A6B', '#FFFFFF')).toBe('#125A6B');
});
