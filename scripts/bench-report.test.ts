import { expect, test } from 'vitest';
import { type Measured, report, type Subject } from './bench-report.ts';

const took = (cpu: number): Measured => ({
  wall: cpu / 2,
  cpu,
  memory: 100,
  stdout: '',
  phases: { pages: cpu },
});
const subject = (size: number, cold: number): Subject => ({
  name: `${size} texts`,
  size,
  check: took(1),
  first: took(cold * 3),
  cold: took(cold),
  same: took(cold / 5),
  changed: took(cold / 4),
  others: [
    { name: 'Hugo', cost: took(2) },
    { name: 'Eleventy', absent: 'npm could not install it' },
  ],
});

test('les rapports viennent d’abord : aux autres générateurs, d’une taille à l’autre, du froid au tiède', () => {
  const [, ratios = ''] = report([subject(100, 10), subject(1000, 110)], 'Here.').split(/## Ratios|## Costs/);
  expect(ratios.trim()).toMatchInlineSnapshot(`
    "Of the processors' time, the build being everything from the check to the site in its place.

    | Publication | cold build ÷ Hugo | cold build ÷ Eleventy | cold, for each text, ÷ smallest size | first ÷ cold | nothing changed ÷ cold | one story changed ÷ cold | one story changed ÷ first |
    | --- | --: | --: | --: | --: | --: | --: | --: |
    | 100 texts | × 5.00 | — | — | × 3.00 | × 0.20 | × 0.25 | × 0.08 |
    | 1000 texts | × 55.0 | — | × 1.10 | × 3.00 | × 0.20 | × 0.25 | × 0.08 |"
  `);
});

test('un générateur absent se dit, sans chiffre', () => {
  expect(report([subject(100, 10)], 'Here.')).toContain(
    '| 100 texts: Eleventy, npm could not install it | — | — | — | — |',
  );
});
