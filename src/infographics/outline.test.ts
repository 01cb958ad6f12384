import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Outline, relativePath, TAKES } from './outline.ts';

/** The points through which a path goes, absolute, in tenths. */
function points(d: string): number[][] {
  const found: number[][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const sizes: Record<string, number> = { ...TAKES, H: 1, V: 1 };
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map((value) => Math.round(Number(value) * 10));
    const kind = letter.toUpperCase();
    const size = sizes[kind] ?? 0;
    if (kind === 'Z') [x, y] = [startX, startY];
    for (let at = 0; at < numbers.length; at += size) {
      const own = numbers.slice(at, at + size);
      const [dx, dy] = letter === kind ? [0, 0] : [x, y];
      const absolute =
        kind === 'H'
          ? [(own[0] ?? 0) + dx, y]
          : kind === 'V'
            ? [x, (own[0] ?? 0) + dy]
            : own.map((value, index) => value + (index % 2 ? dy : dx));
      [x = 0, y = 0] = absolute.slice(-2);
      if (kind === 'M') [startX, startY] = [x, y];
      const before = found.at(-1);
      // A line that goes nowhere draws nothing.
      if (!(['L', 'H', 'V'].includes(kind) && before && before.slice(-2).join() === [x, y].join()))
        found.push(absolute);
    }
  }
  return found;
}

const coordinate = fc.integer({ min: -9999, max: 30000 }).map((tenths) => tenths / 10);
const curve = fc
  .array(fc.constantFrom('L', 'Q', 'C'), { maxLength: 12 })
  .map((letters) => `M${letters.join('')}Z`);
const outline: fc.Arbitrary<Outline> = fc
  .array(curve, { minLength: 1, maxLength: 4 })
  .map((curves) => curves.join(''))
  .chain((commands) => {
    const length = [...commands].reduce((sum, command) => sum + (TAKES[command] ?? 0), 0);
    return fc
      .array(coordinate, { minLength: length, maxLength: length })
      .map((numbers) => ({ commands, points: numbers }));
  });

test('un tracé court passe par les mêmes points', () => {
  fc.assert(
    fc.property(outline, ({ commands, points: numbers }) => {
      let at = 0;
      const long = [...commands]
        .map((command) => command + numbers.slice(at, (at += TAKES[command] ?? 0)).join(' '))
        .join('');
      expect(points(relativePath({ commands, points: numbers }, 1))).toEqual(points(long));
    }),
  );
});

test('un carré se dit en lignes droites', () => {
  const square = { commands: 'MLLLLZ', points: [10, 10, 20.5, 10, 20.5, 20, 20.5, 20, 10, 20] };
  expect(relativePath(square, 1)).toBe('m10 10h10.5v10h-10.5z');
  expect(relativePath(square, 2)).toBe('m20 20h21v20h-21z');
});
