import { expect, test } from 'vitest';
import { slugify } from '#src/domain/slugs.ts';
import { fieldTable } from './field-table.ts';
import { EDITOR_FIELDS, SCAN_COLUMNS, scanColumns } from './scan-columns.ts';
import { ScanSchema } from './scan.ts';

test('chaque champ du Scan’équipe a sa colonne dans le formulaire, et chaque colonne son champ', () => {
  const fields = fieldTable(ScanSchema).map(({ champ }) => champ.replaceAll(' › ', '.'));
  const leaves = fields.filter((champ) => !fields.some((other) => other.startsWith(`${champ}.`)));
  const asked = SCAN_COLUMNS.flatMap(
    ({ champ, parts }) => parts?.map((part) => `${champ}.${part}`) ?? [champ],
  );
  expect([...asked, ...EDITOR_FIELDS].sort()).toEqual(leaves.sort());
});

test('deux colonnes ne se confondent ni par leur titre ni par leur champ', () => {
  const columns = scanColumns([{ cle: 'agent', nom: 'agent' }]);
  expect(new Set(columns.map(({ entete }) => slugify(entete))).size).toBe(columns.length);
  expect(new Set(columns.map(({ champ }) => champ)).size).toBe(columns.length);
});
