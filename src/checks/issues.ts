import type { Path } from './text.ts';
import { fieldName } from './text.ts';
import type { Position, YamlSource } from './yaml-source.ts';
import { positionOfKey, positionOfValue } from './yaml-source.ts';

export type Severity = 'erreur' | 'avertissement';

/** One problem of the content, said to the person who wrote it. */
export interface Issue {
  /** Relative to the content folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** As a person says it: « leviers, 1ᵉʳ élément ». */
  readonly field?: string;
  /** Short English key, stable: for tests, filters and links to a help page. */
  readonly rule: string;
  readonly read?: string;
  readonly expected?: string;
  /** Nearest valid word. */
  readonly suggestion?: string;
  /** The whole line as it should be written. */
  readonly correctedLine?: string;
  /** A line to add, when nothing written is to be replaced. */
  readonly addedLine?: string;
  /** Where that line goes, in French: « à la ligne 12 ». */
  readonly addedWhere?: string;
  /** The French sentence, without place or field. */
  readonly message: string;
  readonly severity: Severity;
}

/** What a rule says of a problem; the rest is filled by `issueIn` or `issueOfField`. */
export type Details = Pick<Issue, 'rule' | 'message'> & {
  readonly [
    Key in 'read' | 'expected' | 'suggestion' | 'correctedLine' | 'addedLine' | 'addedWhere' | 'field'
  ]?: string | undefined;
} & { readonly severity?: Severity };

const START: Position = { line: 1, column: 1 };

/** A problem at a place of a file; at its first line when no place is given. */
export function issueIn(file: string, details: Details, place: Position = START): Issue {
  const { severity = 'erreur', rule, message, ...rest } = details;
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { file, line: place.line, column: place.column, ...known, rule, message, severity };
}

/** A file whose fields have places. */
export interface FieldSource {
  readonly path: string;
  readonly yaml: YamlSource;
}

/** A problem of one field, at its value (or at its key, when the key itself is wrong). */
export function issueOfField(
  source: FieldSource,
  path: Path,
  details: Details,
  at: 'value' | 'key' = 'value',
): Issue {
  const place = at === 'key' ? positionOfKey(source.yaml, path) : positionOfValue(source.yaml, path);
  const field = path.length > 0 ? fieldName(path) : undefined;
  return issueIn(source.path, { field, ...details }, place);
}

/** By file, then line and column; two identical problems at one place are one. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const compare = new Intl.Collator('fr').compare;
  const sorted = [...issues].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
  const seen = new Set<string>();
  return sorted.filter((issue) => {
    const key = [issue.file, issue.line, issue.column, issue.message].join('\u0000');
    return !seen.has(key) && seen.add(key);
  });
}
