import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv, withoutGuard } from './csv.ts';

test('un tableau : une marque au début, des points-virgules, une ligne qui finit comme sous Windows', () => {
  expect(
    toCsv([
      ['nom', 'note'],
      ['Le Port', 'un ; deux'],
    ]),
  ).toBe('\uFEFFnom;note\r\nLe Port;"un ; deux"\r\n');
});

test.each(['=HYPERLINK("https://exemple.fr")', '+33', '-1', '@SOMME(A1)', '\tvaleur', '\rvaleur'])(
  'un tableur n’exécute pas %j : une apostrophe la précède',
  (value) => {
    const [[cell = '']] = parse(toCsv([[value]]), { delimiter: ';', bom: true }) as [[string]];
    expect(cell).toBe(`'${value}`);
    expect(withoutGuard(cell)).toBe(value);
  },
);

test('toute case revient la même', () => {
  const cells = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(cells, fc.constantFrom(';', ',', '\t'), (rows, delimiter) => {
      // An apostrophe that an author has written before such a sign cannot be told from ours.
      fc.pre(rows.flat().every((cell) => !/^'[=+\-@\t\r]/.test(cell)));
      const read = parse(toCsv(rows, delimiter), {
        delimiter,
        bom: true,
        record_delimiter: '\r\n',
      }) as string[][];
      expect(read.map((row) => row.map(withoutGuard))).toEqual(rows);
    }),
  );
});
