import { type Collection, COLLECTIONS } from '#src/domain/collections.ts';
import { today } from '#src/domain/dates.ts';
import { contentIndex } from './content-index.ts';
import type { Contenu } from './contenu.ts';
import type { Issue } from './issues.ts';
import { columns, palette, type Palette, printable } from './paint.ts';
import { either, formatCount, fr, plural } from './text.ts';

export interface ReportOptions {
  /** Whether the terminal shows colours. */
  readonly colour?: boolean;
  /** Width of the lines of prose; lines to copy are never cut. */
  readonly width?: number;
  /** The day from which drafts and publications to come are seen, YYYY-MM-DD; today when not given. */
  readonly day?: string;
}

/** One problem on one line and the remedy below: « histoires/port.md:12:5 · leviers, 1ᵉʳ élément : … ». */
export function formatIssue(issue: Issue): string {
  const place = `${issue.file}:${issue.line}:${issue.column}`;
  const field = issue.field === undefined ? '' : fr`${issue.field} : `;
  return [`${place} · ${field}${issue.message}`, ...remedy(issue).map((line) => `  ${line}`)].join('\n');
}

/** What to write instead, or to add and where: one line for each. */
export function remedy({ correctedLine, addedLine, addedWhere }: Issue): string[] {
  const where = addedWhere === undefined ? '' : ` ${addedWhere}`;
  return [
    ...(correctedLine === undefined ? [] : [fr`Écrire : ${correctedLine}`]),
    ...(addedLine === undefined ? [] : [fr`Ajouter${where} : ${addedLine}`]),
  ];
}

/** The whole report for a terminal: problems grouped by file, then one closing line. */
export function reportText(contenu: Contenu, issues: readonly Issue[], options: ReportOptions = {}): string {
  const paint = palette(options.colour ?? false);
  const width = options.width ?? 80;
  const byFile = Map.groupBy(issues, (issue) => issue.file);
  const parts = [...byFile].map(([file, list]) =>
    [
      ...wrap(printable(file), width).map(paint.bold),
      ...list.map((issue, index) => issueText(issue, list[index + 1], paint, width)),
    ].join('\n'),
  );
  return [...parts, ...addressNotes(contenu, width), closing(contenu, issues, options)].join('\n\n');
}

function issueText(issue: Issue, next: Issue | undefined, paint: Palette, width: number): string {
  const colour = issue.severity === 'avertissement' ? paint.yellow : paint.red;
  const field = issue.field === undefined ? '' : ` · ${printable(issue.field)}`;
  const [first = '', ...more] = wrap(
    `ligne ${issue.line}, colonne ${issue.column} · ${issue.severity}${field}`,
    width - 4,
  );
  const heading = first.replace(
    /( · )(erreur|avertissement)(?:( · )(.*))?$/,
    (_, dot: string, mark: string, second = '', name = '') =>
      `${dot}${colour(mark)}${String(second)}${paint.bold(String(name))}`,
  );
  return [
    `  ${heading}`,
    ...more.map((line) => `    ${paint.bold(line)}`),
    ...wrap(printable(capitalised(issue.message)), width - 4).map((line) => `    ${line}`),
    ...(sameRemedy(issue, next) ? [] : remedy(issue)).map((line) => `    ${paint.green(printable(line))}`),
  ].join('\n');
}

/** Problems of one line share its remedy: it is given once, under the last of them. */
function sameRemedy(issue: Issue, next: Issue | undefined): boolean {
  return (
    issue.correctedLine !== undefined &&
    issue.line === next?.line &&
    issue.correctedLine === next.correctedLine
  );
}

/** A sentence begins with a capital, unless it begins with a file's path. */
export function capitalised(message: string): string {
  if (/^\S*[/.]\S*\s/.test(message)) return message;
  return message.charAt(0).toLocaleUpperCase('fr') + message.slice(1);
}

/** Cuts a text into lines at its plain spaces; unbreakable ones hold, unless a word alone is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/).flatMap((one) => pieces(one, width))) {
    const last = lines.at(-1);
    if (last !== undefined && columns(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A word, in as many parts as it takes to fit in a line: cut after a sign of punctuation where there is one. */
function pieces(word: string, width: number): string[] {
  if (columns(word) <= width) return [word];
  const letters = Array.from(word);
  const head = letters.slice(0, width).join('');
  const cut = Math.max(
    ...Array.from(head.matchAll(/[\u00A0\u202F/\\.,;:?&=_-]/g), ({ index }) => index + 1),
    0,
  );
  const first = cut > width / 3 ? head.slice(0, cut) : head;
  return [first, ...pieces(word.slice(first.length), width)];
}

/** Files whose name had to be changed to make their address: the editor learns which. */
function addressNotes(contenu: Contenu, width: number): string[] {
  const renamed = contenu.files.filter(
    ({ path, id, address }) => address && !path.replace(/(\/index)?\.[a-z]+$/, '').endsWith(`/${id}`),
  );
  if (renamed.length === 0) return [];
  const notes = renamed.map(({ path, address }) => fr`${printable(path)} aura pour adresse ${address ?? ''}`);
  return [notes.flatMap((note) => wrap(note, width)).join('\n')];
}

/** The last line of a report: how many problems there are, or what the publication holds. */
export function closing(contenu: Contenu, issues: readonly Issue[], options: ReportOptions = {}): string {
  const { width = 80, day = today() } = options;
  const paint = palette(options.colour ?? false);
  const errors = issues.filter(({ severity }) => severity === 'erreur');
  const warnings = issues.length - errors.length;
  const also = warnings > 0 ? `, ${plural(warnings, 'avertissement')}` : '';
  if (errors.length > 0) {
    const files = new Set(errors.map(({ file }) => file)).size;
    const count = `${plural(errors.length, 'erreur')} dans ${plural(files, 'fichier')}${also}`;
    return wrap(count, width)
      .map((line) => paint.red(paint.bold(line)))
      .join('\n');
  }
  const verdict = warnings > 0 ? fr`Aucune erreur${also} : ` : fr`Tout est en ordre : `;
  return wrap(`${verdict}${inventory(contenu, day)}.`, width)
    .map(paint.green)
    .join('\n');
}

const NAMES: Readonly<Record<Collection, readonly [string, string]>> = {
  histoires: ['récit', 'récits'],
  outils: ['outil', 'outils'],
  equipes: ['équipe', 'équipes'],
  scans: ['Scan’équipe', 'Scan’équipe'],
  regions: ['année de chiffres', 'années de chiffres'],
  pages: ['page', 'pages'],
};

/** « 2 récits (dont 1 brouillon), 14 outils et 1 page ». */
function inventory(contenu: Contenu, day: string): string {
  const pages = contentIndex(contenu).pages;
  const counts = COLLECTIONS.map((name) => {
    const own = pages.filter((page) => page.collection === name);
    const drafts = own.filter(({ draft }) => draft).length;
    const coming = own.filter(({ draft, onlineFrom }) => !draft && onlineFrom > day).length;
    const hidden = [
      ...(drafts > 0 ? [plural(drafts, 'brouillon')] : []),
      ...(coming > 0 ? [`${formatCount(coming)}\u00A0à venir`] : []),
    ];
    return { name, count: own.length, hidden: hidden.length > 0 ? ` (dont ${either(hidden, 'et')})` : '' };
  }).filter(({ count }) => count > 0);
  if (counts.length === 0) return 'aucun contenu';
  return either(
    counts.map(({ name, count, hidden }) => plural(count, ...NAMES[name]) + hidden),
    'et',
  );
}
