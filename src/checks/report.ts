import { type Collection, COLLECTIONS } from '#src/domain/collections.ts';
import { today } from '#src/domain/dates.ts';
import { contentIndex } from './content-index.ts';
import type { Contenu } from './contenu.ts';
import type { Issue } from './issues.ts';
import { either, formatCount, fr, plural } from './text.ts';

export interface ReportOptions {
  /** Whether the terminal shows colours. */
  readonly colour?: boolean;
  /** Width of the lines of prose; lines to copy are never cut. */
  readonly width?: number;
  /** The day from which drafts and publications to come are seen, YYYY-MM-DD; today when not given. */
  readonly day?: string;
}

type Paint = (text: string) => string;
type Palette = Readonly<Record<'bold' | 'red' | 'yellow' | 'green' | 'dim', Paint>>;

function palette(colour: boolean): Palette {
  const paint =
    (code: number): Paint =>
    (text) =>
      colour ? `\u001B[${code}m${text}\u001B[0m` : text;
  return { bold: paint(1), red: paint(31), yellow: paint(33), green: paint(32), dim: paint(2) };
}

/** Colour only where someone looks at a terminal that wants it. */
export function wantsColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !env['NO_COLOR'];
}

/** One problem on one line and the remedy below: « histoires/port.md:12:5 · leviers, 1ᵉʳ élément : … ». */
export function formatIssue(issue: Issue): string {
  const place = `${issue.file}:${issue.line}:${issue.column}`;
  const field = issue.field === undefined ? '' : fr`${issue.field} : `;
  return [`${place} · ${field}${issue.message}`, ...remedy(issue).map((line) => `  ${line}`)].join('\n');
}

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
    [paint.bold(file), ...list.map((issue) => issueText(issue, paint, width))].join('\n'),
  );
  return [
    ...parts,
    ...addressNotes(contenu, width),
    closing(contenu, issues, paint, { width, day: options.day ?? today() }),
  ].join('\n\n');
}

function issueText(issue: Issue, paint: Palette, width: number): string {
  const warning = issue.severity === 'avertissement';
  const mark = warning ? paint.yellow('avertissement') : paint.red('erreur');
  const field = issue.field === undefined ? '' : ` · ${paint.bold(issue.field)}`;
  const message = capitalised(issue.message);
  return [
    `  ligne ${issue.line}, colonne ${issue.column} · ${mark}${field}`,
    ...wrap(message, width - 4).map((line) => `    ${line}`),
    ...remedy(issue).map((line) => `    ${paint.green(line)}`),
  ].join('\n');
}

/** A sentence begins with a capital, unless it begins with a file's path. */
export function capitalised(message: string): string {
  if (/^\S*[/.]\S*\s/.test(message)) return message;
  return message.charAt(0).toLocaleUpperCase('fr') + message.slice(1);
}

/** Cuts a text into lines at its plain spaces; unbreakable ones hold. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && Array.from(`${last} ${word}`).length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Files whose name had to be changed to make their address: the editor learns which. */
function addressNotes(contenu: Contenu, width: number): string[] {
  const renamed = contenu.files.filter(
    ({ path, id, address }) => address && !path.replace(/(\/index)?\.[a-z]+$/, '').endsWith(`/${id}`),
  );
  if (renamed.length === 0) return [];
  const notes = renamed.map(({ path, address }) => fr`${path} aura pour adresse ${address ?? ''}`);
  return [notes.flatMap((note) => wrap(note, width)).join('\n')];
}

function closing(
  contenu: Contenu,
  issues: readonly Issue[],
  paint: Palette,
  { width, day }: { readonly width: number; readonly day: string },
): string {
  const errors = issues.filter(({ severity }) => severity === 'erreur');
  const warnings = issues.length - errors.length;
  const also = warnings > 0 ? `, ${plural(warnings, 'avertissement')}` : '';
  if (errors.length > 0) {
    const files = new Set(errors.map(({ file }) => file)).size;
    return paint.red(
      paint.bold(`${plural(errors.length, 'erreur')} dans ${plural(files, 'fichier')}${also}`),
    );
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
