import { basename, join } from 'node:path';
import { type Contenu, readContenu } from '#src/checks/contenu.ts';
import { fr, plural } from '#src/checks/text.ts';
import { today } from '#src/domain/dates.ts';
import { readTable } from '#src/import/open.ts';
import { importText, isAccepted, type Outcome } from '#src/import/report.ts';
import { cellText, isEmpty, Refusal, type Table } from '#src/import/table.ts';
import { isExplanation } from '#src/import/template.ts';
import { writeAll } from '#src/files/write-files.ts';
import { findToolHeader, recogniseToolColumns } from './columns.ts';
import { planTools, type ToolOptions } from './plan.ts';
import { readToolRow } from './rows.ts';

export interface ToolsImport extends ToolOptions {
  /** Says what would be written, and writes nothing. */
  readonly essai: boolean;
  /** Titles of columns that are not to be read. */
  readonly ignorer: readonly string[];
  readonly width?: number;
  /** YYYY-MM-DD; the calendar's when not given. */
  readonly today?: string;
}

/**
 * Imports a list of tools, CSV or XLSX, one sheet per row: all of them, or nothing at all.
 * @param dir the content folder
 */
export async function importTools(
  dir: string,
  path: string,
  options: ToolsImport,
): Promise<{ readonly ok: boolean; readonly text: string }> {
  try {
    const outcome = planToolTable(await readContenu(dir), await readTable(path), basename(path), options);
    const ok = isAccepted(outcome.plan);
    if (ok && !options.essai) {
      const files = outcome.plan.files.filter(({ state }) => state !== 'inchange');
      await writeAll(files.map((file) => ({ path: join(dir, file.path), content: file.text })));
    }
    return { ok, text: importText(outcome, options.width) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, text: fr`${basename(path)} : ${error.message} Rien n'a été écrit.` };
  }
}

/** Works out the whole import of a list that is read; writes nothing. */
export function planToolTable(contenu: Contenu, table: Table, name: string, options: ToolsImport): Outcome {
  const header = findToolHeader(table.rows);
  const below = table.rows.slice(header + 1);
  const columns = recogniseToolColumns(table.rows[header] ?? [], header + 1, below, options.ignorer);
  const titre = columns.known.find(({ champ }) => champ === 'titre');
  const rows = below
    .map((cells, index) => ({ cells, row: header + 2 + index }))
    .filter(({ cells }) => !cells.every(isEmpty) && !(titre && isExplanation(cellText(cells[titre.index]))));
  if (rows.length === 0)
    throw new Refusal(fr`ce tableau n'a pas d'outil : une ligne de titres, et aucune ligne au-dessous.`);
  const month = (options.today ?? today()).slice(0, 7);
  const completer = options.completer ? month : undefined;
  // Without a title, no row is worth reading: the columns are to be mended first.
  const readings = titre
    ? rows.map(({ cells, row }) => readToolRow(contenu, cells, row, columns.known, completer))
    : [];
  const ignored = columns.ignored.length === 0 ? '' : fr`, ` + plural(columns.ignored.length, 'ignorée');
  return {
    read: [
      fr`${name} : ` + table.facts.join(', '),
      plural(rows.length, 'outil'),
      plural(columns.known.length, 'colonne lue', 'colonnes lues') + ignored,
    ],
    guesses: [
      ...table.guesses,
      ...(options.completer
        ? [
            fr`sans date de relecture dans le tableau, la fiche porte « ${month} », le mois de cette importation.`,
          ]
        : []),
    ],
    guessed: [...columns.guesses, ...readings.flatMap(({ guesses }) => guesses)],
    unanswered: [],
    plan: planTools(contenu, columns, readings, options),
    essai: options.essai,
    what: fr`ces fiches`,
  };
}
