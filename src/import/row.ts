import { isSpoilt } from '#src/checks/encoding.ts';
import { excerpt, fieldName, fr, type Path } from '#src/checks/text.ts';
import {
  isUnanswered,
  type Reading,
  readCount,
  readDate,
  readHours,
  readList,
  readText,
  readYear,
  readYesNo,
  unclear,
} from './cells.ts';
import type { KnownColumn } from './columns.ts';
import {
  type LinesReading,
  type Lists,
  readComposition,
  readProfessions,
  readSites,
  readStructures,
} from './lines.ts';
import type { Remark } from './problems.ts';
import { type Cell, cellText, isEmpty } from './table.ts';

/** One team's row, read cell by cell: answers as the YAML file will hold them, and what is to be said. */
export interface RowReading {
  readonly row: number;
  readonly data: Readonly<Record<string, unknown>>;
  /** What is written for the team, and its column. */
  readonly equipe: { readonly read: string; readonly column: KnownColumn | undefined };
  /** Dates that belong to the team's own file: « creation », « reconnaissance ». */
  readonly teamDates: ReadonlyMap<string, { readonly iso: string; readonly column: KnownColumn }>;
  /** From a field as a person says it to the column that filled it. */
  readonly origins: ReadonlyMap<string, KnownColumn>;
  /** First steps of the fields that a refused cell leaves empty: what the schema says of them is no news. */
  readonly refused: ReadonlySet<string>;
  readonly problems: readonly Remark[];
  readonly guesses: readonly Remark[];
  /** Questions that the team says it cannot answer. */
  readonly unanswered: readonly Remark[];
}

type Writable = {
  -readonly [Key in keyof RowReading]: RowReading[Key] extends readonly Remark[] ? Remark[] : RowReading[Key];
};

/** Reads one row of answers. `row` is its number in the spreadsheet. */
export function readRow(
  cells: readonly Cell[],
  row: number,
  columns: readonly KnownColumn[],
  lists: Lists,
): RowReading {
  const reader = new RowReader(row, lists);
  for (const column of columns) reader.read(column, cells[column.index] ?? null);
  reader.finish();
  return reader.result();
}

class RowReader {
  readonly #data: Record<string, unknown> = {};
  readonly #composition = new Map<string, Record<string, unknown>>();
  readonly #fromColumns = new Map<string, KnownColumn>();
  readonly #origins = new Map<string, KnownColumn>();
  readonly #refused = new Set<string>();
  readonly #teamDates = new Map<string, { iso: string; column: KnownColumn }>();
  readonly #remarks: Pick<Writable, 'problems' | 'guesses' | 'unanswered'> = {
    problems: [],
    guesses: [],
    unanswered: [],
  };
  #equipe: RowReading['equipe'] = { read: '', column: undefined };
  readonly #row: number;
  readonly #lists: Lists;

  constructor(row: number, lists: Lists) {
    this.#row = row;
    this.#lists = lists;
  }

  read(column: KnownColumn, cell: Cell): void {
    const path = column.champ.split('.');
    if (column.kind === 'equipe') this.#equipe = { read: cellText(cell), column };
    if (path.length === 1) this.#origins.set(column.champ, column);
    if (isEmpty(cell)) return;
    const read = cellText(cell);
    if (typeof cell === 'object' && cell !== null && 'faute' in cell) {
      this.#refuse(
        column,
        fr`la formule de cette case n'a pas de résultat (« ${excerpt(read)} »). Écrire la réponse elle-même, ou vider la case.`,
      );
      return;
    }
    if (isSpoilt(read)) {
      this.#refuse(
        column,
        fr`des accents sont abîmés dans « ${excerpt(read)} ». Récrire la réponse, ou exporter à nouveau en XLSX ou en CSV UTF-8.`,
      );
      return;
    }
    if (column.kind === 'equipe') return;
    if (isUnanswered(read, this.#lists.words)) {
      this.#remark('unanswered', column, fr`« ${excerpt(read)} »`);
      return;
    }
    const doubt = unclear(read, this.#lists.words);
    if (doubt !== undefined) this.#refuse(column, doubt);
    else this.#answer(column, path, cell);
  }

  #answer(column: KnownColumn, path: readonly string[], cell: Cell): void {
    switch (column.kind) {
      case 'composition':
        this.#lines(column, readComposition(cell, this.#lists));
        return;
      case 'sites':
        this.#lines(column, readSites(cell));
        return;
      case 'structures':
        this.#lines(column, readStructures(cell, this.#lists));
        return;
      case 'metiers': {
        const { value, problems, guesses } = readProfessions(cell, this.#lists.professions);
        for (const problem of problems) this.#refuse(column, problem);
        for (const guess of guesses) this.#remark('guesses', column, guess);
        if (problems.length === 0) this.#set(column, path, value);
        return;
      }
      default: {
        const { value, problem, guess } = this.#single(column, cell);
        if (problem !== undefined) this.#refuse(column, problem);
        else this.#put(column, path, value);
        if (guess !== undefined) this.#remark('guesses', column, guess);
      }
    }
  }

  #single({ kind }: KnownColumn, cell: Cell): Reading {
    switch (kind) {
      case 'annee':
        return readYear(cell);
      case 'jour':
      case 'date':
        return readDate(cell, kind);
      case 'compte':
        return readCount(cell);
      case 'oui-non':
        return readYesNo(cell, this.#lists.words);
      case 'heures':
        return readHours(cell);
      case 'liste':
        return readList(cell);
      default:
        return readText(cell);
    }
  }

  /** A single value goes to its field, to a profession's line, or to what is said of the team's file. */
  #put(column: KnownColumn, path: readonly string[], value: unknown): void {
    const [first = '', second = '', third = 'nombre'] = path;
    if (first === 'composition') {
      this.#composition.set(second, { ...this.#composition.get(second), [third]: value });
      this.#fromColumns.set(`${second}/${third}`, column);
    } else if (first === 'equipe') this.#teamDates.set(second, { iso: String(value), column });
    else this.#set(column, path, value);
  }

  #lines(column: KnownColumn, { value, problems, guesses }: LinesReading): void {
    for (const problem of problems) this.#refuse(column, problem);
    for (const guess of guesses) this.#remark('guesses', column, guess);
    // The right lines go on to be checked: all that is wrong is told at once.
    if (column.kind !== 'composition') {
      this.#set(column, [column.champ], value);
      return;
    }
    for (const [index, line] of value.entries()) {
      const { profession, ...rest } = line;
      const key = String(profession);
      const other = this.#composition.get(key);
      // Twice in the cell, or in the cell and in its own column: kept apart, for the check to say so. The same numbers
      // said twice, as the open data do for a profession with a note, are no doubt.
      const same = other?.['profession'] === undefined && agree(other ?? {}, rest);
      const name = other && !same ? `${key}/${index}` : key;
      this.#composition.set(name, { ...(same ? other : {}), profession: key, ...rest });
      for (const field of ['profession', 'nombre', 'signataires', 'note'])
        this.#fromColumns.set(`${name}/${field}`, column);
    }
  }

  #set(column: KnownColumn, path: readonly string[], value: unknown): void {
    const [first = '', second] = path;
    const parent =
      second === undefined ? this.#data : ((this.#data[first] ??= {}) as Record<string, unknown>);
    parent[second ?? first] = value;
    this.#from(path, column);
  }

  #from(path: Path, column: KnownColumn): void {
    this.#origins.set(fieldName(path), column);
  }

  #refuse(column: KnownColumn, message: string): void {
    this.#refused.add(column.champ.split('.')[0] ?? '');
    this.#remark('problems', column, message);
  }

  #remark(
    kind: 'problems' | 'guesses' | 'unanswered',
    { index, header }: KnownColumn,
    message: string,
  ): void {
    this.#remarks[kind].push({ row: this.#row, column: index, header, message });
  }

  /** Puts the professions together: each with someone is a line; nobody is no line, signatories without people a fault. */
  finish(): void {
    const lines: Record<string, unknown>[] = [];
    for (const [name, line] of this.#composition) {
      const profession = name.split('/')[0] ?? '';
      const column = this.#fromColumns.get(`${name}/signataires`);
      const { nombre, signataires } = line;
      if (
        column &&
        typeof signataires === 'number' &&
        nombre === undefined &&
        !this.#refused.has('composition')
      ) {
        this.#refuse(
          column,
          fr`des signataires, mais pas de nombre de personnes pour ce métier. Remplir les deux cases, ou vider celle-ci.`,
        );
        continue;
      }
      // Nobody in one column, somebody in another: one of the two is wrong.
      const zero = this.#fromColumns.get(`${name}/nombre`);
      if (
        nombre === 0 &&
        zero &&
        [...this.#composition.keys()].some((other) => other.startsWith(`${name}/`))
      ) {
        this.#refuse(
          zero,
          fr`0 ici, et ce métier est compté dans une autre case de la ligne. Garder une seule des deux réponses.`,
        );
        continue;
      }
      // Nobody of this profession: the file lists those that are there.
      if (nombre === 0 && !(typeof signataires === 'number' && signataires > 0)) continue;
      for (const field of ['profession', 'nombre', 'signataires', 'note']) {
        const from = this.#fromColumns.get(`${name}/${field}`) ?? this.#fromColumns.get(`${name}/nombre`);
        if (from) this.#from(['composition', lines.length, field], from);
      }
      lines.push({ profession, ...line });
    }
    if (lines.length > 0) this.#data['composition'] = lines;
  }

  result(): RowReading {
    return {
      row: this.#row,
      data: this.#data,
      equipe: this.#equipe,
      teamDates: this.#teamDates,
      origins: this.#origins,
      refused: this.#refused,
      ...this.#remarks,
    };
  }
}

/** Whether what both lines say of a profession's people is the same. */
function agree(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  return ['nombre', 'signataires'].every((field) => one[field] === undefined || one[field] === other[field]);
}
