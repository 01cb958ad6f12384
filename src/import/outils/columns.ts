import { question } from '#src/checks/explain.ts';
import { nearest } from '#src/checks/nearest.ts';
import { either, excerpt, fr } from '#src/checks/text.ts';
import { slugify } from '#src/domain/slugs.ts';
import { FIELD_COLUMNS, type FieldColumn } from '#src/import/fiche/columns.ts';
import { columnNamed } from '#src/import/fiche/read.ts';
import { TEXT_COLUMNS, textColumnNamed } from './text.ts';
import type { Remark } from '#src/import/problems.ts';
import { type Cell, cellText, columnLetter, isEmpty } from '#src/import/table.ts';

/** A column of the table that is read. */
export interface KnownColumn extends FieldColumn {
  /** From 0. */
  readonly index: number;
  /** Its title as written in the table. */
  readonly header: string;
}

export interface ToolColumns {
  readonly known: readonly KnownColumn[];
  readonly ignored: readonly string[];
  readonly problems: readonly Remark[];
  readonly guesses: readonly Remark[];
}

/** A general title and sections may stand above the titles of the columns: no more than so many rows. */
const TOP_ROWS = 10;
const titleOf = (cell: Cell | undefined): string => cellText(cell).replace(/\s+/g, ' ');

/** The row of the titles: among the top ones, the first that names the tool and one thing more. */
export function findToolHeader(rows: readonly (readonly Cell[])[]): number {
  const named = (row: readonly Cell[]) =>
    new Set(
      row.flatMap((cell) =>
        typeof cell === 'string' ? (columnNamed('outils', titleOf(cell))?.champ ?? []) : [],
      ),
    );
  const found = rows.slice(0, TOP_ROWS).findIndex((row) => named(row).has('titre') && named(row).size > 1);
  return found >= 0
    ? found
    : Math.max(
        0,
        rows.findIndex((row) => row.some((cell) => !isEmpty(cell))),
      );
}

/** Finds what each column is; one that nobody knows is a problem, unless it is told to be ignored. */
export function recogniseToolColumns(
  header: readonly Cell[],
  row: number,
  below: readonly (readonly Cell[])[],
  ignorer: readonly string[],
): ToolColumns {
  const known: KnownColumn[] = [];
  const ignored: string[] = [];
  const problems: Remark[] = [];
  const guesses: Remark[] = [];
  const width = Math.max(header.length, ...below.map((cells) => cells.length));
  for (let index = 0; index < width; index += 1) {
    const title = titleOf(header[index]);
    const place = { row, column: index, header: title };
    const filled = below.some((cells) => !isEmpty(cells[index]));
    if (title === '' && !filled) continue;
    if (ignorer.some((name) => slugify(name) === slugify(title))) {
      ignored.push(title);
      continue;
    }
    const column = textColumnNamed(title) ?? columnNamed('outils', title);
    const twin = column && known.find(({ champ }) => champ === column.champ);
    if (title === '')
      problems.push({
        ...place,
        message: fr`cette colonne n'a pas de titre, et elle n'est pas vide. Écrire son titre, ou la supprimer.`,
      });
    else if (!column) problems.push({ ...place, message: unknown(title) });
    else if (twin)
      problems.push({
        ...place,
        message: fr`même champ (${column.champ}) que la colonne ${columnLetter(twin.index)} (${excerpt(twin.header, 50)}). N'en garder qu'une.`,
      });
    else {
      known.push({ ...column, index, header: title });
      if (slugify(title) !== slugify(column.entete) && slugify(title) !== slugify(column.champ))
        guesses.push({ ...place, message: fr`lue comme « ${column.entete} ».` });
    }
  }
  if (!known.some(({ champ }) => champ === 'titre'))
    problems.push({
      row,
      message: fr`aucune colonne ne dit le titre des outils. La première ligne porte les titres des colonnes ; l'une s'intitule « Titre ».`,
    });
  return { known, ignored, problems, guesses };
}

function unknown(title: string): string {
  const columns = [...FIELD_COLUMNS.outils, ...TEXT_COLUMNS];
  const names = columns.map(({ entete }) => entete);
  const suggestion = nearest(
    title,
    columns.map(({ entete, champ, autres }) => ({ word: entete, names: [champ, ...autres] })),
  );
  const choice = suggestion === undefined ? fr` Colonnes connues : ${either(names, 'et')}.` : '';
  return fr`cette colonne n'est pas connue.${question(suggestion)}${choice} Corriger son titre, ou ajouter à la commande « --ignorer » et ce titre entre guillemets.`;
}
