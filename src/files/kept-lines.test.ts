import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLines, valueOf, writeLines } from './kept-lines.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lignes-'));
});
afterAll(() => rm(dir, { recursive: true }));

test('ce qui est gardé se relit tel quel, quels que soient les textes, et sans rien laisser d’autre', async () => {
  const place = join(dir, 'tous', 'a.jsonl');
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), (values) => {
      writeLines(
        place,
        values.map((value, rank) => [`cle-${rank}`, JSON.stringify(value)]),
      );
      const lines = readLines(place);
      expect(lines.size).toBe(values.length);
      values.forEach((value, rank) =>
        expect(valueOf(lines.get(`cle-${rank}`))).toEqual(JSON.parse(JSON.stringify(value))),
      );
    }),
    { numRuns: 50 },
  );
  expect(await readdir(join(dir, 'tous'))).toEqual(['a.jsonl']);
});

test('un fichier coupé ou abîmé garde ses lignes entières, un fichier absent n’en a pas', async () => {
  const place = join(dir, 'coupe.jsonl');
  writeLines(place, [
    ['un', '{"mot":"é"}'],
    ['deux', '{"mot":"è"}'],
  ]);
  const whole = await readFile(place);
  for (let length = 0; length < whole.length; length += 1) {
    await writeFile(place, whole.subarray(0, length));
    const values = [...readLines(place)].map(([key, line]) => [key, valueOf(line)]);
    expect(
      [
        ['un', { mot: 'é' }],
        ['deux', { mot: 'è' }],
      ].slice(0, values.length),
    ).toEqual(values);
  }
  await writeFile(place, 'sans tabulation\nun\t{abîmé\n');
  expect([...readLines(place)].map(([key, line]) => [key, valueOf(line)])).toEqual([['un', undefined]]);
  expect(readLines(join(dir, 'absent.jsonl')).size).toBe(0);
});
