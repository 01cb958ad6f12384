import { type Contenu, schemaOf, type SourceFile, sourcesOf, withFiles } from '#src/checks/contenu.ts';
import { everyKey } from '#src/checks/fields.ts';
import { checkContenu } from '#src/checks/index.ts';
import type { Issue } from '#src/checks/issues.ts';
import { placeOf } from '#src/checks/places.ts';
import { isSafe } from './safe.ts';
import { tidyFields } from './tidy.ts';

/** A text with its mended lines, ready to be written. */
export interface MendedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface Mending {
  /** The publication as it would be, and what the check would still say of it. */
  readonly contenu: Contenu;
  readonly issues: readonly Issue[];
  readonly files: readonly MendedFile[];
  /** Files left as they are, because the check would have found there, or elsewhere, what it did not find before. */
  readonly abandoned: readonly { readonly path: string; readonly issue: Issue }[];
}

/** A mend may show another fault, which may be mended too; more passes than this would be a fault of ours. */
const PASSES = 6;

export interface MendContext {
  /** Files that are not to be touched. */
  readonly spared?: ReadonlySet<string>;
  /** Files that are to be saved anew, in UTF-8: how they were saved is no fault any more. */
  readonly resaved?: ReadonlySet<string>;
  /** As for `checkContenu`. */
  readonly day?: string | undefined;
}

/** Mends in memory all that can be without asking, in a publication as `readContenu` gives it. Nothing is written. */
export function mend(contenu: Contenu, context: MendContext = {}): Mending {
  const { spared = new Set(), resaved = new Set(), day } = context;
  const start = checkContenu(contenu, day);
  const known = new Set(start.filter(isError).map(keyOf));
  const revealed = revealedBy(contenu);
  const abandoned = new Map<string, Issue>();
  const sources = new Map(sourcesOf(contenu).map((file) => [file.path, file.text]));
  const saved = new Map([...sources].filter(([path]) => resaved.has(path)));
  let now = attempt(contenu, saved, day);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const batch = mendedTexts(now, spared, revealed);
    if (batch.size === 0) break;
    now = attempt(contenu, new Map([...now.texts, ...batch]), day);
  }
  // Judged once all is mended: half-way, a team that is about to be on line again is missed by all that lead to it.
  for (let issue = harm(now, known, revealed); issue; issue = harm(now, known, revealed)) {
    const guilty = culprits(contenu, now, issue, day).filter((path) => !abandoned.has(path));
    // Nothing left to give back: what remains comes from how a file is saved, not from its lines.
    if (guilty.length === 0) break;
    for (const path of guilty) {
      abandoned.set(path, issue);
      now.texts.delete(path);
      const text = saved.get(path);
      if (text !== undefined) now.texts.set(path, text);
    }
    now = attempt(contenu, now.texts, day);
  }
  const files = [...now.texts]
    .map(([path, after]) => ({ path, before: sources.get(path) ?? '', after }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    contenu: now.contenu,
    issues: now.issues,
    files,
    abandoned: [...abandoned].map(([path, issue]) => ({ path, issue })),
  };
}

interface State {
  readonly contenu: Contenu;
  readonly issues: readonly Issue[];
  readonly texts: Map<string, string>;
}

function attempt(contenu: Contenu, texts: Map<string, string>, day: string | undefined): State {
  const next = texts.size === 0 ? contenu : withFiles(contenu, { texts });
  return { contenu: next, issues: checkContenu(next, day), texts };
}

const isError = ({ severity }: Issue) => severity === 'erreur';
const keyOf = ({ file, rule, field, message }: Issue) => [file, rule, field, message].join('\u0000');

/** First-level fields whose values were not looked at before, by file; « * » when none of the file's were. */
type Revealed = Map<string, Set<string>>;
const ALL = '*';

function revealedBy(contenu: Contenu): Revealed {
  const found: Revealed = new Map();
  for (const { path, guessed } of sourcesOf(contenu)) if (guessed) found.set(path, new Set([ALL]));
  return found;
}

const firstStep = (field = '') => field.split(',')[0] ?? '';

/** The first error that the mends brought; undefined when they brought none. */
function harm({ issues, texts }: State, known: ReadonlySet<string>, revealed: Revealed): Issue | undefined {
  if (texts.size === 0) return undefined;
  const shown = ({ file, field }: Issue) => {
    const roots = texts.has(file) ? revealed.get(file) : undefined;
    return roots !== undefined && (roots.has(ALL) || roots.has(firstStep(field)));
  };
  return issues.find((issue) => isError(issue) && !known.has(keyOf(issue)) && !shown(issue));
}

/** Beyond, looking for the file that does harm would take too long: nothing is mended. */
const TRIALS = 50;

/** The files whose mends brought an error: its own file, or the one without whose mends it would not be. */
function culprits(
  contenu: Contenu,
  { texts }: State,
  issue: Issue,
  day: string | undefined,
): readonly string[] {
  if (texts.has(issue.file)) return [issue.file];
  const paths = [...texts.keys()].sort(
    (a, b) => Number(issue.message.includes(b)) - Number(issue.message.includes(a)),
  );
  const guilty = paths.slice(0, TRIALS).find((path) => {
    const others = new Map([...texts].filter(([other]) => other !== path));
    return !attempt(contenu, others, day).issues.some((one) => keyOf(one) === keyOf(issue));
  });
  return guilty === undefined ? paths : [guilty];
}

/** Each file that has something to mend, with one mend at most on each of its lines. */
function mendedTexts(
  { contenu, issues }: State,
  spared: ReadonlySet<string>,
  revealed: Revealed,
): Map<string, string> {
  const byFile = Map.groupBy(issues, ({ file }) => file);
  const texts = new Map<string, string>();
  for (const source of sourcesOf(contenu)) {
    if (spared.has(source.path)) continue;
    const text = mendedText(source, byFile.get(source.path) ?? [], revealed);
    if (text !== source.text) texts.set(source.path, text);
  }
  return texts;
}

function mendedText(source: SourceFile, issues: readonly Issue[], revealed: Revealed): string {
  const place = placeOf(source.path);
  if (place.kind === 'asset') return source.text;
  const lines = source.text.split('\n');
  const right = [...lines];
  const done = new Set<number>();
  const keys = issues.length > 0 ? everyKey(schemaOf(place)) : new Set<string>();
  for (const issue of issues) {
    const index = issue.line - 1;
    const written = lines[index];
    const line = issue.correctedLine;
    if (line === undefined || written === undefined || line === written || done.has(index)) continue;
    if (!isSafe({ issue, written, right: line, lines, index, keys })) continue;
    done.add(index);
    right[index] = line;
    if (issue.rule === 'unknown-field') {
      const roots = revealed.get(source.path) ?? new Set();
      const nested = issue.field?.includes(',');
      revealed.set(source.path, roots.add(nested ? firstStep(issue.field) : (issue.suggestion ?? '')));
    }
  }
  for (const { line, right: tidy } of tidyFields(source)) if (!done.has(line - 1)) right[line - 1] = tidy;
  return right.join('\n');
}
