import { today } from '#src/domain/dates.ts';
import type { ContentFile, Contenu } from './contenu.ts';
import { type ContentIndex, contentIndex } from './content-index.ts';
import type { Issue } from './issues.ts';
import { readFacts, writeFacts } from './kept-facts.ts';
import { inspectBody, type MarkdownFacts } from './markdown.ts';

/** What the rules share: the content, and what was worked out of it once. */
export interface CheckContext {
  readonly contenu: Contenu;
  readonly index: ContentIndex;
  readonly fileAt: (path: string) => ContentFile | undefined;
  /** What each text holds (headings, links, images, marked passages), read once. */
  readonly facts: (file: ContentFile) => MarkdownFacts;
  readonly today: string;
}

/** One rule, or a few that look at the same things. */
export type Check = (context: CheckContext) => Issue[];

/** A file that is read does not change: a publication with another text in one file keeps what is known of the rest. */
const FACTS = new WeakMap<ContentFile, MarkdownFacts>();

function factsOf(file: ContentFile): MarkdownFacts {
  const known = FACTS.get(file) ?? inspectBody(file);
  FACTS.set(file, known);
  return known;
}

/** Below so many files, reading them anew takes no longer than keeping what they hold. */
const MANY = 200;

/**
 * Runs a check of a large publication with what the last one found in the texts that have not changed, and keeps what
 * this one finds.
 * @param place file where it is kept
 */
export function withKeptFacts<Result>(contenu: Contenu, place: string, check: () => Result): Result {
  if (contenu.files.length < MANY) return check();
  const kept = readFacts(contenu, place);
  for (const [file, facts] of kept) FACTS.set(file, facts);
  const result = check();
  if (contenu.files.some((file) => FACTS.has(file) && !kept.has(file))) writeFacts(contenu, factsOf, place);
  return result;
}

export function checkContext(contenu: Contenu, day: string = today()): CheckContext {
  const byPath = new Map(contenu.files.map((file) => [file.path, file]));
  return {
    contenu,
    index: contentIndex(contenu),
    fileAt: (path) => byPath.get(path),
    facts: factsOf,
    today: day,
  };
}
