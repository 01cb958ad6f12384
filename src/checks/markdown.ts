import { inspectMarkdown, type MarkdownFacts } from '#src/markdown/inspect.ts';
import type { ContentFile, SourceFile } from './contenu.ts';
import { type Details, type Issue, issueIn } from './issues.ts';

export type { MarkdownFacts };
export type MarkdownProblem = MarkdownFacts['problems'][number];

/** What the text of a file holds, with lines counted in the file; nothing for a file that is all fields. */
export function inspectBody(file: ContentFile): MarkdownFacts {
  const facts = inspectMarkdown(file.body, file.format === 'mdx' ? 'mdx' : 'md');
  const shift = <T extends { readonly line: number }>(places: readonly T[]): T[] =>
    places.map((place) => ({ ...place, line: place.line + file.bodyLine - 1 }));
  return {
    ...facts,
    headings: shift(facts.headings),
    links: shift(facts.links),
    images: shift(facts.images),
    passages: shift(facts.passages),
    problems: shift(facts.problems),
  };
}

/** A problem at a place of a text. */
export function issueInText(
  file: SourceFile,
  place: { readonly line: number; readonly column: number },
  details: Details,
): Issue {
  return issueIn(file.path, details, place);
}

const LINES = new WeakMap<SourceFile, readonly string[]>();

/** The lines of a text, cut once. */
export function linesOf(file: SourceFile): readonly string[] {
  const lines = LINES.get(file) ?? file.text.split('\n');
  LINES.set(file, lines);
  return lines;
}

/** A line longer than this is not given back as it should be written: no one would find the place in it. */
const LONG_LINE = 20_000;

/** A line of a text as it is written; empty when it is too long to be shown. */
export function writtenLine(file: SourceFile, line: number): string {
  const text = linesOf(file)[line - 1] ?? '';
  return text.length > LONG_LINE ? '' : text;
}

/** The line of a text with a word in the place of another; undefined when that word stands there twice or not at all. */
export function lineWithWord(file: SourceFile, line: number, from: string, to: string): string | undefined {
  const text = writtenLine(file, line);
  return from !== '' && text.split(from).length === 2 ? text.replace(from, () => to) : undefined;
}
