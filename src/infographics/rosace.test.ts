import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rosace, rosacePaths } from './rosace.ts';

const team = fc.array(
  fc.record({ famille: fc.constantFrom('a', 'b', 'c'), nombre: fc.integer({ min: 0, max: 120 }) }),
  {
    maxLength: 6,
  },
);

test('one person gives one dot, and each dot stays whole inside the square', () => {
  fc.assert(
    fc.property(team, (groups) => {
      const { dots, radius, size } = rosace(groups);
      expect(dots).toHaveLength(groups.reduce((sum, { nombre }) => sum + nombre, 0));
      for (const { x, y } of dots) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(radius - 0.1);
        expect(Math.max(x, y)).toBeLessThanOrEqual(size - radius + 0.1);
      }
    }),
  );
});

test('as paths, the dots are those of the rosace, in the same order and in the same square', () => {
  fc.assert(
    fc.property(team, (groups) => {
      const { dots, radius, size } = rosace(groups);
      const drawn = rosacePaths(groups);
      expect([drawn.width, drawn.size]).toEqual([2 * radius, size]);
      const points = drawn.paths.flatMap(({ famille, d }) =>
        [...d.matchAll(/M(\S+) (\S+?)h\.01/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y), famille })),
      );
      expect(points.map(({ famille }) => famille)).toEqual(dots.map(({ famille }) => famille));
      for (const [index, { x, y }] of points.entries()) {
        // Each of the two roundings is half a tenth at most, and so is that of the side.
        expect(Math.abs(x + size / 2 - (dots[index]?.x ?? NaN))).toBeLessThan(0.16);
        expect(Math.abs(y + size / 2 - (dots[index]?.y ?? NaN))).toBeLessThan(0.16);
      }
    }),
  );
});

test('no two dots overlap, up to 400 people', () => {
  const { dots, radius } = rosace([{ famille: 'a', nombre: 400 }]);
  let nearest = Infinity;
  dots.forEach((a, i) => {
    for (const b of dots.slice(i + 1)) nearest = Math.min(nearest, Math.hypot(a.x - b.x, a.y - b.y));
  });
  expect(nearest).toBeGreaterThan(2 * radius);
});
