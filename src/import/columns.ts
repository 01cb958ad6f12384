import { excerpt, fr, plural } from '#src/checks/text.ts';
import { FORM_PATH } from '#src/checks/places.ts';
import { slugify } from '#src/domain/slugs.ts';
import type { Formulaire } from '#src/schemas/formulaire.ts';
import { EXPORTED_BESIDE, type ScanColumn } from '#src/schemas/scan-columns.ts';
import type { Remark } from './problems.ts';
import { type Cell, cellText, columnLetter, isEmpty } from './table.ts';
import { type UnknownColumn, unknownRemarks } from './unknown-columns.ts';
import { findTerm, type Term } from './words.ts';

/** A column of the table that is read. */
export interface KnownColumn extends ScanColumn {
  /** From 0. */
  readonly index: number;
  /** Its header as written in the table. */
  readonly header: string;
}

export interface Columns {
  readonly known: readonly KnownColumn[];
  /** Headers left aside because the publication says so. */
  readonly ignored: readonly string[];
  readonly problems: readonly Remark[];
  readonly guesses: readonly Remark[];
}

interface Naming {
  readonly columns: readonly ScanColumn[];
  readonly professions: readonly Term[];
  readonly form: Formulaire;
}

type Recognised =
  | { readonly column: ScanColumn; readonly guess?: string }
  | 'ignored'
  | 'unknown'
  | { readonly problem: string };

/** Exports put a title, sections or a date above the titles of the columns: no more than so many rows. */
const TOP_ROWS = 10;

/**
 * The row of the titles: the first of the top ones where a title is the team's, else the first that is not empty.
 * @returns its index, and whether something stands above it
 */
export function findHeader(
  rows: readonly (readonly Cell[])[],
  naming: Naming,
): { readonly header: number; readonly above: boolean } {
  const first = rows.findIndex((row) => row.some((cell) => !isEmpty(cell)));
  const isTeam = (cell: Cell) => {
    const found = typeof cell === 'string' ? recognise(titleOf(cell), naming) : 'unknown';
    return typeof found === 'object' && 'column' in found && found.column.champ === 'equipe';
  };
  const titles = rows.slice(0, first + TOP_ROWS).findIndex((row) => row.some(isTeam));
  return titles > first ? { header: titles, above: true } : { header: first, above: false };
}

const titleOf = (cell: Cell | undefined): string => cellText(cell).replace(/\s+/g, ' ');

/** Finds what each column of the table is; a column that nobody knows is a problem, never dropped. */
export function recogniseColumns(
  header: readonly Cell[],
  row: number,
  below: readonly (readonly Cell[])[],
  naming: Naming,
): Columns {
  const known: KnownColumn[] = [];
  const ignored: string[] = [];
  const problems: Remark[] = [];
  const guesses: Remark[] = [];
  const unknown: UnknownColumn[] = [];
  // The open data's own file, opened and sent back: these columns are none of the form's.
  const exported = header.some((cell) => titleOf(cell) === EXPORTED_BESIDE[0]);
  const width = Math.max(header.length, ...below.map((cells) => cells.length));
  for (let index = 0; index < width; index += 1) {
    const title = titleOf(header[index]);
    const place = { row, column: index, header: title };
    if (title === '') {
      const filled = below.findIndex((cells) => !isEmpty(cells[index]));
      if (filled < 0) continue;
      const message = fr`cette colonne n'a pas de titre, et elle contient des réponses (la première en ligne ${row + 1 + filled}). Écrire son titre, ou la supprimer.`;
      problems.push({ ...place, message });
      continue;
    }
    const found = recognise(title, naming);
    const beside = exported && EXPORTED_BESIDE.some((name) => name === title);
    if (found === 'ignored' || beside) ignored.push(title);
    else if (found === 'unknown') unknown.push(place);
    else if ('problem' in found) problems.push({ ...place, message: found.problem });
    else {
      const twin = known.find(({ champ }) => champ === found.column.champ);
      if (twin) {
        const same = slugify(twin.header) === slugify(title);
        const remedy = same
          ? fr`N'en garder qu'une, ou changer un des deux titres si ce sont deux questions.`
          : fr`N'en garder qu'une, ou en ignorer une dans ${FORM_PATH}.`;
        const message =
          fr`même question que la colonne ${columnLetter(twin.index)} (${excerpt(twin.header, 50)}). ` +
          remedy;
        problems.push({ ...place, message });
        continue;
      }
      known.push({ ...found.column, index, header: title });
      if (found.guess !== undefined) guesses.push({ ...place, message: found.guess });
    }
  }
  const team = known.some(({ champ }) => champ === 'equipe');
  // Of a table that is no form at all, each column is not worth a word.
  if (known.length === 0) problems.length = 0;
  else problems.push(...unknownRemarks(unknown, naming));
  if (!team) problems.push({ row, message: noTeam(known.length, header, naming) });
  return { known, ignored, problems, guesses };
}

function noTeam(known: number, header: readonly Cell[], { columns }: Naming): string {
  const title = columns.find(({ champ }) => champ === 'equipe')?.entete ?? '';
  const wrong =
    known === 0
      ? fr`aucune colonne de ce tableau n'est celle d'un Scan'équipe. Titres lus : ` + titlesRead(header)
      : fr`aucune colonne ne dit de quelle équipe viennent les réponses.`;
  return `${wrong} ${fr`La première ligne porte les titres ; une colonne s'intitule « ${title} », ou est nommée dans ${FORM_PATH} : « colonnes », puis le titre et « equipe ».`}`;
}

/** The first titles, so that a person sees which row was taken for them. */
function titlesRead(header: readonly Cell[]): string {
  const titles = header.map(titleOf).filter((title) => title !== '');
  const shown = titles.slice(0, 4).map((title) => fr`« ${excerpt(title, 40)} »`);
  return shown.join(', ') + (titles.length > shown.length ? '…' : '.');
}

function recognise(title: string, { columns, professions, form }: Naming): Recognised {
  const wanted = slugify(title) || title;
  const same = (other: string) => (slugify(other) || other) === wanted;
  const mapped = Object.entries(form.colonnes).find(([header]) => same(header))?.[1];
  if (mapped !== undefined) {
    const column = columns.find(({ champ }) => champ === mapped);
    // The check says the same of the form's file, with its line.
    return column
      ? { column }
      : {
          problem: fr`dans ${FORM_PATH}, cette colonne mène à « ${mapped} », qui n'est pas un champ du Scan'équipe.`,
        };
  }
  if (form.ignorer.some(same)) return 'ignored';
  const own = columns.find(({ entete, champ }) => same(entete) || champ === title);
  if (own) return { column: own };
  const profession = findTerm(title, professions, '');
  const column =
    'cle' in profession && columns.find(({ champ }) => champ === `composition.${profession.cle}`);
  if (column && 'cle' in profession) {
    return {
      column,
      guess: profession.guess ?? fr`lue comme le nombre de personnes de ce métier (« ${column.entete} »).`,
    };
  }
  return 'unknown';
}

/** « 61 colonnes lues, 2 ignorées ». */
export function columnsCount({ known, ignored }: Columns): string {
  const left = ignored.length === 0 ? '' : fr`, ` + plural(ignored.length, 'ignorée');
  return plural(known.length, 'colonne lue', 'colonnes lues') + left;
}
