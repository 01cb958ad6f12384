import { excerpt, fr } from '#src/checks/text.ts';
import { isUnanswered, type Reading, readCount, readDate, readItems, type Words } from './cells.ts';
import { type Cell, cellText } from './table.ts';
import { findTerm, type Term } from './words.ts';

/** What the right lines of a cell give; each problem tells its own line of the cell. */
export interface LinesReading {
  readonly value: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly string[];
  readonly guesses: readonly string[];
}

export interface Lists {
  readonly professions: readonly Term[];
  readonly structures: readonly Term[];
  readonly words: Words;
}

export const A_PROFESSION = fr`un métier de vocabulaire/professions.yaml`;
const A_STRUCTURE = fr`une structure de vocabulaire/structures.yaml (les précisions se séparent par une barre « | »)`;

const ONE_PER_LINE = fr`plusieurs réponses sur une ligne. Aller à la ligne, dans la case (Alt + Entrée), avant chacune.`;

/** One group being read: its fields, and what is wrong with its line. */
class Line {
  readonly fields: Record<string, unknown> = {};
  readonly problems: string[] = [];
  readonly guesses: string[] = [];
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  put(field: string, { value, problem, guess }: Reading): void {
    if (problem !== undefined) this.refuse(problem);
    else if (field in this.fields) this.refuse(fr`cette précision est donnée deux fois.`);
    else this.fields[field] = value;
    if (guess !== undefined) this.guesses.push(guess);
  }

  term(field: string, read: string, terms: readonly Term[], what: string): void {
    const found = findTerm(read, terms, what);
    if ('problem' in found) this.refuse(found.problem);
    else this.put(field, { value: found.cle, ...(found.guess === undefined ? {} : { guess: found.guess }) });
  }

  refuse(problem: string): void {
    const whole = fr`« ${excerpt(this.text)} »`;
    this.problems.push(problem.startsWith(whole) ? problem : fr`${whole} : ` + problem);
  }
}

/** Cuts a cell into lines, and each line into what stands between bars; reads each with `read`. */
function eachLine(
  cell: Cell,
  read: (line: Line, head: string, parts: readonly string[]) => void,
): LinesReading {
  const none = readItems(cell);
  if (none.problem === undefined && none.value?.length === 0)
    return { value: [], problems: [], guesses: none.guess === undefined ? [] : [none.guess] };
  const lines = cellText(cell)
    .split('\n')
    .map((text) => new Line(text.trim()))
    .filter(({ text }) => text !== '');
  for (const line of lines) {
    const [head = '', ...parts] = line.text.split('|').map((part) => part.trim());
    if (head.includes(';')) line.refuse(ONE_PER_LINE);
    else read(line, head, parts);
  }
  return {
    value: lines.filter(({ problems }) => problems.length === 0).map(({ fields }) => fields),
    problems: lines.flatMap(({ problems }) => problems),
    guesses: lines.flatMap(({ guesses }) => guesses),
  };
}

/** « objet : forme de départ » gives its label and its text. */
function labelled(part: string): readonly [string, string] | undefined {
  const found = /^([^:]*?)\s*:\s*(.*)$/s.exec(part);
  return found ? [found[1] ?? '', found[2] ?? ''] : undefined;
}

/** « Médecin généraliste : 3 | 2 signataires | note : dont un remplaçant », one profession per line. */
export function readComposition(cell: Cell, { professions }: Lists): LinesReading {
  return eachLine(cell, (line, head, parts) => {
    const [name, count] = labelled(head) ?? [];
    if (name === undefined || count === undefined) {
      line.refuse(fr`il manque le nombre. Attendu : le métier, « : », puis le nombre de personnes.`);
      return;
    }
    line.term('profession', name, professions, A_PROFESSION);
    line.put('nombre', readCount(count));
    for (const part of parts) {
      const signatories = /^(\S+)\s+signataires?$/i.exec(part)?.[1];
      const [label, text = ''] = labelled(part) ?? [];
      if (signatories !== undefined) line.put('signataires', readCount(signatories));
      else if (label !== undefined && /^note$/i.test(label)) line.put('note', { value: text });
      else
        line.refuse(
          fr`« ${excerpt(part)} » ne se comprend pas. Après la barre « | », attendu : « 2 signataires » ou « note : … ».`,
        );
    }
  });
}

/** « Site principal | Commune | qui s’y trouve », one place per line; the town may be left empty between two bars. */
export function readSites(cell: Cell): LinesReading {
  return eachLine(cell, (line, nom, [commune = '', note = '', ...more]) => {
    if (commune.includes(';')) {
      line.refuse(ONE_PER_LINE);
      return;
    }
    line.put('nom', { value: nom });
    if (commune !== '') line.put('commune', { value: commune });
    if (note !== '') line.put('note', { value: note });
    if (more.length > 0)
      line.refuse(fr`trop de barres « | ». Attendu : le nom, la commune, puis qui s'y trouve.`);
  });
}

const STRUCTURE_PARTS = fr`« 31 membres », « depuis 2012 », « métiers : … » ou « objet : … »`;

/** « SISA : 1 | 31 membres | depuis 2012 | métiers : … | objet : … », one structure per line, parts in any order. */
export function readStructures(cell: Cell, { structures, professions, words }: Lists): LinesReading {
  return eachLine(cell, (line, head, parts) => {
    const [name, count] = labelled(head) ?? [head];
    if (name.includes(',') && 'problem' in findTerm(name, structures, '')) {
      line.refuse(ONE_PER_LINE);
      return;
    }
    line.term('type', name, structures, A_STRUCTURE);
    if (count !== undefined && !isUnanswered(count, words)) line.put('nombre', readCount(count));
    for (const part of parts) {
      const members = /^(\S+)\s+membres?$/i.exec(part)?.[1];
      const since = /^depuis\s+(?:le\s+)?(.+)$/i.exec(part)?.[1];
      const [label, text = ''] = labelled(part) ?? [];
      if (members !== undefined) line.put('membres', readCount(members));
      else if (since !== undefined) line.put('depuis', readDate(since, 'date'));
      else if (label !== undefined && /^m[ée]tiers?$/i.test(label))
        professionsOfLine(line, text, professions);
      else if (label !== undefined && /^objet$/i.test(label)) line.put('objet', { value: text });
      else
        line.refuse(
          fr`« ${excerpt(part)} » ne se comprend pas. Après la barre « | », attendu : ` +
            STRUCTURE_PARTS +
            '.',
        );
    }
  });
}

function professionsOfLine(line: Line, text: string, professions: readonly Term[]): void {
  const { value, problems, guesses } = readProfessions(text, professions);
  for (const problem of problems) line.refuse(problem);
  for (const guess of guesses) line.guesses.push(guess);
  if (problems.length === 0) line.put('professions', { value });
}

/** A list of professions in one cell: one per line, or separated by « ; » or commas. */
export function readProfessions(
  cell: Cell,
  professions: readonly Term[],
): {
  readonly value: readonly string[];
  readonly problems: readonly string[];
  readonly guesses: readonly string[];
} {
  const { value = [], problem, guess } = readItems(cell);
  if (problem !== undefined) return { value: [], problems: [problem], guesses: [] };
  const keys: string[] = [];
  const problems: string[] = [];
  const guesses = guess === undefined ? [] : [guess];
  const read = (word: string) => {
    const found = findTerm(word, professions, A_PROFESSION);
    // A name may hold a comma: the whole is tried first.
    if ('problem' in found && word.includes(','))
      word
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)
        .forEach(read);
    else if ('problem' in found) problems.push(found.problem);
    else {
      keys.push(found.cle);
      if (found.guess !== undefined) guesses.push(found.guess);
    }
  };
  value.forEach(read);
  return { value: keys, problems, guesses };
}
