import { formatCount, fr, plural } from '#src/checks/text.ts';
import { readBytes } from './bytes.ts';
import { readCsv } from './csv.ts';
import { columnLetter, MAX_CELL, MAX_COLUMNS, MAX_ROWS, Refusal, type Table } from './table.ts';
import { LOCKED, readXlsx } from './xlsx.ts';

/** An export of a few hundred teams weighs less than one megabyte. */
export const MAX_BYTES = 10_000_000;

/** First bytes of what people give instead of an export, and what to say of each. */
const OTHER: readonly (readonly [string, string])[] = [
  ['%PDF', fr`ce fichier est un PDF, pas un tableau.`],
  ['\u0089PNG', fr`ce fichier est une image, pas un tableau.`],
  ['\u00FF\u00D8\u00FF', fr`ce fichier est une image, pas un tableau.`],
  ['{\\rtf', fr`ce fichier est un texte RTF, pas un tableau.`],
  ['<', fr`ce fichier est une page web ou du XML, pas un tableau.`],
];
const WHAT = fr`Attendu : un tableau en CSV ou en XLSX.`;
const LIGHTEN = fr`N'y garder que la feuille à importer, sans image.`;

/**
 * Reads a form's export; its kind is told from its bytes, not from its name.
 * @param path the file given by the person
 * @throws Refusal, in French, for whatever is no export
 */
export async function readTable(path: string): Promise<Table> {
  return tableOf(await readBytes(path, { max: MAX_BYTES, what: WHAT, lighten: LIGHTEN }));
}

/** Reads the bytes of an export. */
export async function tableOf(bytes: Buffer): Promise<Table> {
  const start = bytes.subarray(0, 8).toString('latin1');
  const other = OTHER.find(([signature]) => start.trimStart().startsWith(signature));
  if (other) throw new Refusal(`${other[1]} ${WHAT}`);
  // Old workbooks, and XLSX ones under a password, are both kept in this older container.
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) throw new Refusal(LOCKED);
  const table = start.startsWith('PK') ? await readXlsx(bytes) : readCsv(bytes);
  if (table.rows.length > MAX_ROWS + 1)
    throw new Refusal(
      fr`ce tableau a plus de ${plural(MAX_ROWS, 'ligne')} : c'est plus qu'une ligne par équipe ou par outil.`,
    );
  if (table.rows.some((row) => row.length > MAX_COLUMNS))
    throw new Refusal(
      fr`ce tableau a plus de ${plural(MAX_COLUMNS, 'colonne')} : ce n'est pas un tableau à importer.`,
    );
  refuseLongCell(table);
  return table;
}

function refuseLongCell({ rows }: Table): void {
  for (const [index, row] of rows.entries()) {
    const column = row.findIndex((cell) => typeof cell === 'string' && cell.length > MAX_CELL);
    if (column < 0) continue;
    throw new Refusal(
      fr`la case ${columnLetter(column)}${index + 1} contient plus de ${formatCount(MAX_CELL)} caractères : c'est plus qu'une case d'Excel n'en contient. La vider ou la raccourcir ; dans un CSV, vérifier les guillemets droits (") qui l'entourent.`,
    );
  }
}
