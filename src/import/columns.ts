import { question } from '#src/checks/explain.ts';
import { nearest } from '#src/checks/nearest.ts';
import { excerpt, fr, plural } from '#src/checks/text.ts';
import { quoted } from '#src/checks/yaml-source.ts';
import { FORM_PATH } from '#src/checks/places.ts';
import { slugify } from '#src/domain/slugs.ts';
import type { Formulaire } from '#src/schemas/formulaire.ts';
import type { ScanColumn } from '#src/schemas/scan-columns.ts';
import type { Remark } from './problems.ts';
import { type Cell, cellText, columnLetter, isEmpty } from './table.ts';
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
  | { readonly problem: string; readonly lines?: readonly string[] };

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
  const width = Math.max(header.length, ...below.map((cells) => cells.length));
  for (let index = 0; index < width; index += 1) {
    const title = cellText(header[index]).replace(/\s+/g, ' ');
    const place = { row, column: index, header: title };
    if (title === '') {
      const filled = below.findIndex((cells) => !isEmpty(cells[index]));
      if (filled < 0) continue;
      const message = fr`cette colonne n'a pas de titre, et elle contient des réponses (la première en ligne ${row + 1 + filled}). Écrire son titre, ou la supprimer.`;
      problems.push({ ...place, message });
      continue;
    }
    const found = recognise(title, naming);
    if (found === 'ignored') ignored.push(title);
    else if ('problem' in found)
      problems.push({ ...place, message: found.problem, ...(found.lines ? { lines: found.lines } : {}) });
    else {
      const twin = known.find(({ champ }) => champ === found.column.champ);
      if (twin) {
        const message = fr`même question que la colonne ${columnLetter(twin.index)} (${excerpt(twin.header, 50)}). N'en garder qu'une, ou en ignorer une dans ${FORM_PATH}.`;
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
  if (!team) problems.push({ row, message: noTeam(known.length, naming) });
  return { known, ignored, problems, guesses };
}

function noTeam(known: number, { columns }: Naming): string {
  const title = columns.find(({ champ }) => champ === 'equipe')?.entete ?? '';
  const wrong =
    known === 0
      ? fr`aucune colonne de ce tableau n'est celle d'un Scan'équipe.`
      : fr`aucune colonne ne dit de quelle équipe viennent les réponses.`;
  return `${wrong} ${fr`La première ligne porte les titres ; une colonne s'intitule « ${title} », ou est nommée dans ${FORM_PATH} : « colonnes », puis le titre et « equipe ».`}`;
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
  const suggestion = nearest(
    title,
    columns.map(({ entete }) => entete),
  );
  const champ = columns.find(({ entete }) => entete === suggestion)?.champ ?? '…';
  return {
    problem: fr`cette colonne n'est pas connue.${question(suggestion)} Corriger son titre dans le tableau, ou écrire dans ${FORM_PATH} le champ où vont ses réponses, ou qu'elle n'est pas à lire :`,
    lines: [`colonnes:`, `  ${quoted(title)}: ${champ}`, `ignorer:`, `  - ${quoted(title)}`],
  };
}

/** « 61 colonnes lues, 2 ignorées ». */
export function columnsCount({ known, ignored }: Columns): string {
  const left = ignored.length === 0 ? '' : fr`, ` + plural(ignored.length, 'ignorée');
  return plural(known.length, 'colonne lue', 'colonnes lues') + left;
}
