import type { Contenu } from '#src/checks/contenu.ts';
import { fr } from '#src/checks/text.ts';
import { prompt } from '#src/domain/prompts.ts';
import { slugify } from '#src/domain/slugs.ts';
import { readField } from '#src/import/fiche/read.ts';
import type { Remark } from '#src/import/problems.ts';
import { type Cell, cellText, isEmpty } from '#src/import/table.ts';
import type { KnownColumn } from './columns.ts';
import { textOfCells } from './text.ts';

/** One row of the list: a tool's fields, and what is to be said. */
export interface ToolRow {
  readonly row: number;
  /** The fields that its cells fill. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What « --completer » puts where nothing is written. */
  readonly completed: Readonly<Record<string, unknown>>;
  /** The text of the sheet; empty when no cell has any. */
  readonly text: string;
  /** The name of its file, without its ending; empty without a title. */
  readonly id: string;
  /** Fields whose cell is refused: what the check says of them is no news. */
  readonly refused: ReadonlySet<string>;
  readonly problems: readonly Remark[];
  readonly guesses: readonly Remark[];
}

const MAX_NAME = 60;

/** « Trame de réunion d’équipe » gives « trame-de-reunion-d-equipe », cut at a word when it is long. */
export function nameOf(titre: string): string {
  const name = slugify(titre);
  return name.length <= MAX_NAME ? name : name.slice(0, MAX_NAME + 1).replace(/-[^-]*$/, '');
}

/**
 * Reads one row of the list. `row` is its number in the spreadsheet.
 * @param completer the month to put where no date of reading is given, when what lacks may be completed
 */
export function readToolRow(
  contenu: Contenu,
  cells: readonly Cell[],
  row: number,
  columns: readonly KnownColumn[],
  completer: string | undefined,
): ToolRow {
  const data: Record<string, unknown> = {};
  const refused = new Set<string>();
  const problems: Remark[] = [];
  const guesses: Remark[] = [];
  const texts = new Map<string, string>();
  for (const column of columns) {
    const cell = cells[column.index] ?? null;
    if (isEmpty(cell)) continue;
    const place = { row, column: column.index, header: column.header };
    const fault = faultOf(cell);
    if (fault !== undefined) {
      problems.push({
        ...place,
        message: fr`« ${fault} » est une erreur du tableur, ou une formule sans résultat. Écrire la valeur.`,
      });
      refused.add(column.champ);
      continue;
    }
    if (column.champ.startsWith('texte')) {
      texts.set(column.champ, cellText(cell));
      continue;
    }
    const read = readField(contenu, 'outils', column, cell, false);
    problems.push(...read.problems.map((message) => ({ ...place, message })));
    guesses.push(...read.guesses.map((message) => ({ ...place, message })));
    if (read.problems.length > 0) refused.add(column.champ);
    if (read.value !== undefined) data[column.champ] = read.value;
  }
  const titre = columns.find(({ champ }) => champ === 'titre');
  return {
    row,
    data,
    text: textOfCells(texts, completer !== undefined),
    completed: completer === undefined ? {} : completedOf(data, refused, completer),
    id: nameOf(cellText(titre ? cells[titre.index] : null)),
    refused,
    problems,
    guesses,
  };
}

/** What a formula left instead of a value, in a workbook or in its export. */
function faultOf(cell: Cell): string | undefined {
  if (typeof cell === 'object' && cell !== null && !(cell instanceof Date)) return cell.faute;
  return /^#(N\/A|REF!|VALEUR ?!|VALUE!|NOM\?|NAME\?|DIV\/0 ?!|NUL ?!)$/.exec(cellText(cell))?.[0];
}

/** Only texts can be asked of their author in the sheet; a type and themes cannot be made up. */
function completedOf(
  data: Readonly<Record<string, unknown>>,
  refused: ReadonlySet<string>,
  month: string,
): Record<string, unknown> {
  const lacks = (champ: string) => data[champ] === undefined && !refused.has(champ);
  const found = ['fichiers', 'lien', 'obtention'].some((champ) => !lacks(champ));
  return {
    ...(lacks('resume') ? { resume: prompt(fr`une phrase : à quoi sert l'outil, et à qui`) } : {}),
    ...(lacks('relecture') ? { relecture: month } : {}),
    ...(found ? {} : { obtention: prompt(fr`comment obtenir l'outil`) }),
  };
}
