/** A formula of a spreadsheet that gave an error instead of a value, or nothing yet: « #N/A », « =A1 ». */
export interface CellFault {
  readonly faute: string;
}

/** What stands in a cell; null when it is empty. */
export type Cell = string | number | boolean | Date | CellFault | null;

/** A form's export as read: one line per row of the spreadsheet, the first one at index 0, empty ones included. */
export interface Table {
  readonly rows: readonly (readonly Cell[])[];
  /** How it was read, in French, one fact each: « CSV », « codage UTF-8 ». */
  readonly facts: readonly string[];
  /** What had to be guessed to read it, in French sentences. */
  readonly guesses: readonly string[];
}

/** Why a file is not read at all: one French sentence for the person who gave it. */
export class Refusal extends Error {}

/** More rows than any federation has teams: a slip, or a file that is no export of the form. */
export const MAX_ROWS = 2000;
/** What Excel lets a cell hold, in characters; no answer is as long. */
export const MAX_CELL = 32_767;
/** More columns than any form has questions. */
export const MAX_COLUMNS = 1000;

/** Whether a cell holds nothing that a person sees. */
export function isEmpty(cell: Cell | undefined): boolean {
  return (
    cell === null || cell === undefined || (typeof cell === 'string' && cell.replace(INVISIBLE, '') === '')
  );
}
const INVISIBLE = /[\p{C}\p{Z}\u2800]/gu;

/** « A », « Z », « AA »: a column as a spreadsheet names it, from its index. */
export function columnLetter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnLetter(Math.floor(index / 26) - 1) + rest;
}

/** A day as Excel gives it, without its hour: « 2026-03-05 ». */
export function isoDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** What a cell says, as text: lines ended by \n, a number as it is typed in French. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (cell instanceof Date) return isoDay(cell);
  if (typeof cell === 'object') return cell.faute;
  return cell.replace(/\r\n?/g, '\n').replace(EDGES, '');
}
const EDGES = /^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/g;
