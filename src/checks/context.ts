import { today } from '#src/domain/dates.ts';
import type { ContentFile, Contenu } from './contenu.ts';
import { type ContentIndex, contentIndex } from './content-index.ts';
import type { Issue } from './issues.ts';
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
