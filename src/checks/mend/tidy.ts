import { isScalar, Scalar, visit } from 'yaml';
import type { SourceFile } from '#src/checks/contenu.ts';

/** A line of a file, from 1, as it should be written. */
export interface TidyLine {
  readonly line: number;
  readonly right: string;
}

const BLOCK: readonly unknown[] = [Scalar.BLOCK_FOLDED, Scalar.BLOCK_LITERAL];

/**
 * Spaces that mean nothing in the fields of a file: at the end of a line or of a value, doubled, zero-width; a tabulation
 * inside a value. The text below the fields is left alone: two spaces at the end of a line of Markdown break it.
 */
export function tidyFields({ text, yaml }: SourceFile): TidyLine[] {
  if (yaml.document.errors.length > 0) return [];
  const written = text.split('\n');
  const lines = [...yaml.lines];
  const several = new Set<number>();
  const found: { readonly from: number; readonly to: number; readonly right: string }[] = [];
  visit(yaml.document, {
    Scalar: (place, node) => {
      const [from, to] = node.range ?? [0, 0];
      const value = yaml.text.slice(from, to);
      const first = yaml.counter.linePos(from).line;
      const last = yaml.counter.linePos(Math.max(to - 1, from)).line;
      if (BLOCK.includes(node.type) || first !== last) {
        for (let line = first; line <= last; line += 1) several.add(line);
        return;
      }
      if (place !== 'key' && isScalar(node) && typeof node.value === 'string') {
        const right = tidied(value);
        if (right !== value) found.push({ from, to, right });
      }
    },
  });
  // From the last to the first of a line, so that what is before keeps its place.
  for (const { from, to, right } of found.sort((a, b) => b.from - a.from)) {
    const { line, col } = yaml.counter.linePos(from);
    const old = lines[line - 1] ?? '';
    lines[line - 1] = old.slice(0, col - 1) + right + old.slice(col - 1 + to - from);
  }
  return lines.flatMap((line, index) => {
    const right = several.has(index + 1) ? line : line.replace(/[ \t]+$/, '');
    const at = index + yaml.firstLine;
    // A line that had to be mended in order to be read has a message of its own.
    const same = written[at - 1] === yaml.lines[index];
    return same && right !== yaml.lines[index] ? [{ line: at, right }] : [];
  });
}

function tidied(value: string): string {
  const right = value
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\t+/g, ' ')
    .replace(/(?<=\S) {2,}(?=\S)/g, ' ');
  const inside = /^(["'])(.*)\1$/.exec(right);
  const trimmed = inside ? `${inside[1] ?? ''}${(inside[2] ?? '').trim()}${inside[1] ?? ''}` : right;
  // A text that holds nothing else stays as it is, and is told.
  return withoutMarks(trimmed) === '' || /[\u200C\u200D]/.test(value) ? value : trimmed;
}

const withoutMarks = (text: string) => text.replace(/["'\s]/g, '');
