import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactPath } from './compact-path.ts';

/** The points through which a path goes, absolute, in tenths. */
function points(d: string): number[][] {
  const found: number[][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const sizes: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, q: 4, c: 6, z: 0 };
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map((value) => Math.round(Number(value) * 10));
    const kind = letter.toLowerCase();
    const size = sizes[kind] ?? 0;
    if (kind === 'z') [x, y] = [startX, startY];
    for (let at = 0; at < numbers.length; at += size) {
      const own = numbers.slice(at, at + size);
      const relative = letter === kind;
      const [dx, dy] = relative ? [x, y] : [0, 0];
      const absolute =
        kind === 'h'
          ? [(own[0] ?? 0) + x, y]
          : kind === 'v'
            ? [x, (own[0] ?? 0) + y]
            : own.map((value, index) => value + (index % 2 ? dy : dx));
      [x = 0, y = 0] = absolute.slice(-2);
      if (kind === 'm') [startX, startY] = [x, y];
      const before = found.at(-1);
      // A line that goes nowhere draws nothing.
      if (!(['l', 'h', 'v'].includes(kind) && before && before.slice(-2).join() === [x, y].join()))
        found.push(absolute);
    }
  }
  return found;
}

const coordinate = fc.integer({ min: -9999, max: 30000 }).map((tenths) => String(tenths / 10));
const step = fc.oneof(
  fc.tuple(fc.constantFrom('L', 'M'), fc.array(coordinate, { minLength: 2, maxLength: 2 })),
  fc.tuple(fc.constant('Q'), fc.array(coordinate, { minLength: 4, maxLength: 4 })),
  fc.tuple(fc.constant('C'), fc.array(coordinate, { minLength: 6, maxLength: 6 })),
);

test('un tracé raccourci passe par les mêmes points', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const d = `M1 2${steps.map(([letter, numbers]) => letter + numbers.join(' ')).join('')}Z`;
      const short = compactPath(d);
      expect(points(short)).toEqual(points(d));
    }),
  );
});

test('un carré se dit en lignes droites ; ce qui n’est pas compris reste tel quel', () => {
  expect(compactPath('M10 10L20.5 10L20.5 20L20.5 20L10 20Z')).toBe('M10 10h10.5v10h-10.5z');
  expect(compactPath('M0 0a5 5 0 0 1 5 5')).toBe('M0 0a5 5 0 0 1 5 5');
});
