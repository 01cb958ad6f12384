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

/** The line of a text with a word in the place of another; undefined when that word stands there twice or not at all. */
export function lineWithWord(file: SourceFile, line: number, from: string, to: string): string | undefined {
  const text = file.text.split('\n')[line - 1] ?? '';
  return from !== '' && text.split(from).length === 2 ? text.replace(from, () => to) : undefined;
}
