import { type Contenu, sourcesOf } from './contenu.ts';
import type { Issue } from './issues.ts';
import { writtenLine } from './markdown.ts';
import { lineText } from './yaml-source.ts';

/** A part of a line, from and to, and what goes in its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function editOf(written: string, right: string): Edit {
  let from = 0;
  while (from < Math.min(written.length, right.length) && written[from] === right[from]) from += 1;
  let tail = 0;
  const most = Math.min(written.length, right.length) - from;
  while (tail < most && written.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  return { from, to: written.length - tail, text: right.slice(from, right.length - tail) };
}

/** The line with all its edits; undefined when two of them want the same place. */
function edited(written: string, edits: readonly Edit[]): string | undefined {
  const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  let line = '';
  let at = 0;
  for (const { from, to, text } of sorted) {
    if (from < at) return undefined;
    line += written.slice(at, from) + text;
    at = to;
  }
  return line + written.slice(at);
}

/**
 * The same problems, where those that stand on one line all give that line as it should be written: with each one's remedy,
 * and not with one only.
 */
export function wholeLines(contenu: Contenu, issues: readonly Issue[]): Issue[] {
  const groups = Map.groupBy(issues, ({ file, line }) => `${file}\u0000${line}`);
  const sources = new Map(sourcesOf(contenu).map((file) => [file.path, file]));
  const whole = new Map<Issue, string>();
  for (const group of groups.values()) {
    const { file, line } = group[0] ?? { file: '', line: 0 };
    const source = sources.get(file);
    const rights = new Set(group.flatMap(({ correctedLine }) => correctedLine ?? []));
    if (!source || rights.size < 2) continue;
    // Fields are corrected from the line as it was read, text from the line as it is written.
    const written = lineText(source.yaml, line) || writtenLine(source, line);
    const right = edited(
      written,
      [...rights].map((one) => editOf(written, one)),
    );
    if (right === undefined) continue;
    for (const issue of group) if (issue.correctedLine !== undefined) whole.set(issue, right);
  }
  return issues.map((issue) => {
    const correctedLine = whole.get(issue);
    return correctedLine === undefined ? issue : { ...issue, correctedLine };
  });
}
