import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContenu } from '#src/checks/contenu.ts';
import type { Contenu } from '#src/checks/contenu.ts';
import { toCsv } from '#src/domain/csv.ts';
import { professionsOf } from '#src/checks/professions.ts';
import { EDITOR_FIELDS } from '#src/schemas/scan-columns.ts';
import { planTable } from './index.ts';
import { tableOf } from './open.ts';
import { type Cell, cellText } from './table.ts';
import { templateColumns } from './template.ts';
import { writeTemplateXlsx } from './template-xlsx.ts';
import { anyScan, asRead, type RawScan, rowOf } from './testing.ts';

let contenu: Contenu;
beforeAll(async () => {
  contenu = await readContenu('tests/autre-publication');
});

const scans = anyScan(['le-phare', 'l-ecume'], ['bibliothecaire', 'agent'], ['regie']);

/** The two rows of the template, then the team's. */
const tableFor = (scan: RawScan): Cell[][] => {
  const columns = templateColumns(contenu);
  return [
    columns.map(({ header }) => header),
    columns.map(({ help }) => help),
    rowOf(scan, professionsOf(contenu)),
  ];
};

async function expectSame(scan: RawScan, bytes: Buffer): Promise<void> {
  const { plan } = planTable(contenu, await tableOf(bytes), 'reponses', { essai: true, remplacer: false });
  expect(plan.problems).toEqual([]);
  expect(plan.elsewhere).toEqual([]);
  expect(plan.files).toHaveLength(1);
  const written = parse(plan.files[0]?.text ?? '') as Record<string, unknown>;
  expect(written['brouillon']).toBe(true);
  const answers = { ...written };
  for (const field of EDITOR_FIELDS) Reflect.deleteProperty(answers, field);
  expect(asRead(answers)).toEqual(asRead(scan));
}

const WINDOWS: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  Œ: 0x8c,
  '’': 0x92,
  '–': 0x96,
  '—': 0x97,
  œ: 0x9c,
};
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text.replace(/^\uFEFF/, '')),
  'UTF-8 avec marque': (text) => Buffer.from(text),
  'UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 sans marque': (text) => Buffer.from(text.replace(/^\uFEFF/, ''), 'utf16le'),
  'UTF-16 gros-boutien': (text) => Buffer.from(text, 'utf16le').swap16(),
  'Windows-1252': (text) =>
    Buffer.from([...text.replace(/^\uFEFF/, '')].map((sign) => WINDOWS[sign] ?? sign.charCodeAt(0))),
};

test.each(Object.keys(ENCODINGS))(
  'tout Scan’équipe écrit dans le modèle CSV revient le même : %s',
  async (name) => {
    const encode = ENCODINGS[name] ?? Buffer.from;
    await fc.assert(
      fc.asyncProperty(
        scans,
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom('\r\n', '\n'),
        async (scan, separator, end) => {
          const csv = toCsv(
            tableFor(scan).map((row) => row.map(cellText)),
            separator,
          ).replaceAll('\r\n', end);
          await expectSame(scan, encode(csv));
        },
      ),
      { numRuns: 25 },
    );
  },
);

/** As Excel holds them: days are dates, years and counts numbers, yes and no truth values. */
function asExcel(
  cells: readonly Cell[],
): (string | number | boolean | Date | { value: Date; format: string } | null)[] {
  return cells.map((cell) => {
    if (typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell))
      return { value: new Date(cell), format: 'dd/mm/yyyy' };
    if (typeof cell === 'string' && /^\d{4}$/.test(cell)) return Number(cell);
    return cell === null || (typeof cell === 'object' && 'faute' in cell) ? null : cell;
  });
}

test('tout Scan’équipe écrit dans le modèle XLSX revient le même', async () => {
  await fc.assert(
    fc.asyncProperty(scans, async (scan) => {
      const answers = asExcel(rowOf(scan, professionsOf(contenu)));
      await expectSame(scan, await writeTemplateXlsx(templateColumns(contenu), [answers]));
    }),
    { numRuns: 25 },
  );
});

test('le modèle dont l’ordre des colonnes est changé donne les mêmes réponses', async () => {
  await fc.assert(
    fc.asyncProperty(scans, fc.infiniteStream(fc.nat(1000)), async (scan, order) => {
      const rows = tableFor(scan).map((row) => row.map(cellText));
      const ranks = (rows[0] ?? []).map(() => order.next().value as number);
      const shuffled = rows.map((row) =>
        row
          .map((cell, index) => ({ cell, rank: ranks[index] ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ cell }) => cell),
      );
      await expectSame(scan, Buffer.from(toCsv(shuffled)));
    }),
    { numRuns: 25 },
  );
});
