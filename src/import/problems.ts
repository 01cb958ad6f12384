import { columnLetter } from './table.ts';
import { either, excerpt, fr } from '#src/checks/text.ts';

/** Something to say of one place of the table. */
export interface Remark {
  /** Row of the spreadsheet, from 1. */
  readonly row: number;
  /** Index of the column, from 0; absent when the whole row is meant. */
  readonly column?: number | undefined;
  readonly header?: string | undefined;
  readonly message: string;
  /** Lines to copy, printed as they are. */
  readonly lines?: readonly string[];
}

/** « ligne 4, colonne F (Patients suivis) »; « lignes 4 et 6, colonne… » when the same is said of several rows. */
export function placeOfRemark({ row, column, header }: Remark, rows: readonly number[] = [row]): string {
  const place = rows.length > 1 ? fr`lignes ${either(ranges(rows), 'et')}` : fr`ligne ${row}`;
  if (column === undefined) return place;
  const name = header === undefined || header === '' ? '' : ` (${excerpt(header, 50)})`;
  return `${place}, ${fr`colonne ${columnLetter(column)}`}${name}`;
}

/** Rows in order, three or more in a row as one: [2, 4, 5, 6] gives « 2 », « 4 à 6 ». */
function ranges(rows: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.at(-1) === row - 1) last.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run) =>
    run.length > 2 ? [fr`${run[0] ?? 0} à ${run.at(-1) ?? 0}`] : run.map(String),
  );
}

/** From the top of the sheet to its bottom, from left to right; two identical remarks are one. */
export function sortRemarks(remarks: readonly Remark[]): Remark[] {
  const sorted = [...remarks].sort((a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1));
  const seen = new Set<string>();
  return sorted.filter((remark) => {
    const key = `${remark.row}/${remark.column ?? ''}/${remark.message}`;
    return !seen.has(key) && seen.add(key);
  });
}
