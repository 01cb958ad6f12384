import { basename, join } from 'node:path';
import { type Contenu, readContenu } from '#src/checks/contenu.ts';
import { formatIssue } from '#src/checks/report.ts';
import { checkContenu } from '#src/checks/index.ts';
import { FORM_PATH } from '#src/checks/places.ts';
import { professionsOf } from '#src/checks/professions.ts';
import { fr, plural } from '#src/checks/text.ts';
import { FormulaireSchema, VOCABULARY_SCHEMAS } from '#src/schemas/index.ts';
import { type Formulaire } from '#src/schemas/formulaire.ts';
import { scanColumns } from '#src/schemas/scan-columns.ts';
import { columnsCount, findHeader, recogniseColumns } from './columns.ts';
import { readTable } from './open.ts';
import { planImport, type PlanOptions } from './plan.ts';
import { importText, isAccepted, type Outcome } from './report.ts';
import { readRow } from './row.ts';
import { type Cell, cellText, isEmpty, Refusal, type Table } from './table.ts';
import { isExplanation } from './template.ts';
import { professionTerm, type Term } from './words.ts';
import { writeAll } from '#src/files/write-files.ts';

export interface ImportOptions extends PlanOptions {
  /** Says what would be written, and writes nothing. */
  readonly essai: boolean;
  readonly width?: number;
}

export interface ImportResult {
  readonly ok: boolean;
  /** The whole report, in French. */
  readonly text: string;
}

/**
 * Imports a form's export into the publication's scans: all its rows, or nothing at all.
 * @param dir the content folder
 * @param path the export, CSV or XLSX
 */
export async function importScans(dir: string, path: string, options: ImportOptions): Promise<ImportResult> {
  try {
    return await importTable(dir, path, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      ok: false,
      text:
        fr`${basename(path)} : ` +
        error.message +
        (error.message.includes('\n') ? '\n' : ' ') +
        fr`Rien n'a été écrit.`,
    };
  }
}

async function importTable(dir: string, path: string, options: ImportOptions): Promise<ImportResult> {
  const table = await readTable(path);
  const outcome = planTable(await readContenu(dir), table, basename(path), options);
  const { plan } = outcome;
  const ok = isAccepted(plan);
  if (ok && !options.essai) {
    const files = plan.files.filter(({ state }) => state !== 'inchange');
    await writeAll(files.map((file) => ({ path: join(dir, file.path), content: file.text }))).catch(
      refuseOccupied,
    );
  }
  return { ok, text: importText(outcome, options.width) };
}

/** A file where a folder is needed, or a folder where a file is: the person can see and mend it. */
function refuseOccupied(error: NodeJS.ErrnoException): never {
  if (!['EEXIST', 'EISDIR', 'ENOTDIR'].includes(error.code ?? '')) throw error;
  throw new Refusal(
    fr`autre chose tient déjà la place de « ${error.path ?? ''} » : un fichier au lieu d'un dossier, ou l'inverse. Le déplacer ou le renommer.`,
  );
}

/** Works out the whole import of a table that is read; writes nothing. `name` is the file's, for the report. */
export function planTable(contenu: Contenu, table: Table, name: string, options: ImportOptions): Outcome {
  const form = formOf(contenu);
  const professions = professionsOf(contenu);
  if (professions.length === 0)
    throw new Refusal(fr`vocabulaire/professions.yaml ne se lit pas. Lancer d'abord « npm run verifier ».`);
  const terms = professions.map(professionTerm);
  const naming = { columns: scanColumns(professions), professions: terms, form };
  const { header, above } = findHeader(table.rows, naming);
  const below = table.rows.slice(header + 1);
  const columns = recogniseColumns(table.rows[header] ?? [], header + 1, below, naming);
  const teamColumn = columns.known.find(({ champ }) => champ === 'equipe');
  const numbered = below.map((cells, index) => ({ cells, row: header + 2 + index }));
  const explained = numbered.filter(
    ({ cells }) => teamColumn && isExplanation(cellText(cells[teamColumn.index])),
  );
  const answers = numbered.filter((line) => !isBlank(line.cells) && !explained.includes(line));
  if (answers.length === 0) {
    throw new Refusal(
      fr`ce tableau n'a pas de réponse : une ligne de titres, et aucune ligne d'équipe au-dessous.`,
    );
  }
  const lists = { professions: terms, structures: structureTerms(contenu), words: form };
  // A row whose team cannot be found is hardly worth reading: the columns are to be mended first.
  const readings = teamColumn
    ? answers.map(({ cells, row }) => readRow(cells, row, columns.known, lists))
    : [];
  const planned = planImport(contenu, columns, readings, options);
  const plan = { ...planned, problems: [...columns.problems, ...planned.problems] };
  return {
    read: [
      fr`${name} : ` + table.facts.join(', '),
      plural(answers.length, 'ligne de réponses', 'lignes de réponses'),
      columnsCount(columns),
    ],
    guesses: [
      ...table.guesses,
      ...(above
        ? [
            fr`les titres sont lus en ligne ${header + 1}, où est celui de l'équipe ; ce qui est au-dessus n'est pas lu.`,
          ]
        : []),
      ...explained.map(
        ({ row }) => fr`la ligne ${row} est celle des explications du modèle : elle n'est pas lue.`,
      ),
    ],
    guessed: [...columns.guesses, ...readings.flatMap(({ guesses }) => guesses)],
    unanswered: readings.flatMap(({ unanswered }) => unanswered),
    plan,
    essai: options.essai,
  };
}

const isBlank = (cells: readonly Cell[]) => cells.every(isEmpty);

/** The form's own words; a faulty file is told as the check tells it. */
function formOf(contenu: Contenu): Formulaire {
  const read = FormulaireSchema.safeParse(contenu.formulaire?.data ?? {});
  const faults = contenu.formulaire
    ? checkContenu(contenu).filter(({ file, severity }) => file === FORM_PATH && severity === 'erreur')
    : [];
  if (read.success && faults.length === 0) return read.data;
  throw new Refusal(fr`${FORM_PATH} est à corriger d'abord.\n` + faults.map(formatIssue).join('\n'));
}

function structureTerms(contenu: Contenu): Term[] {
  const data = contenu.vocabulaires.get('structures')?.data;
  return Object.entries((data ?? {}) as Record<string, unknown>).flatMap(([cle, entry]) => {
    const read = VOCABULARY_SCHEMAS.structures.safeParse(entry).data;
    return read ? [{ cle, nom: read.nom, noms: [cle, read.nom, read.pluriel], synonymes: [] }] : [];
  });
}
