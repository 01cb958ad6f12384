import type { SourceNode } from './source-tree.ts';

export interface Fence {
  readonly colons: number;
  /** What stands after the name, its label and its attributes: the parser throws it away. */
  readonly rest: string;
}

/** End of a bracketed group that starts at `from`, quotes skipped; -1 when it never closes. */
function closing(line: string, from: number, open: string, close: string): number {
  let depth = 0;
  let quote = '';
  for (let i = from; i < line.length; i++) {
    const sign = line.charAt(i);
    if (quote) {
      if (sign === quote) quote = '';
    } else if (open === '{' && (sign === '"' || (sign === "'" && line.charAt(i - 1) === '='))) quote = sign;
    else if (sign === open) depth++;
    else if (sign === close && --depth === 0) return i;
  }
  return -1;
}

/** Reads the line that opens a block: « :::conseil[Titre]{cle="x"} ». */
export function readFence(line: string): Fence {
  const colons = /^:*/.exec(line)?.[0].length ?? 0;
  let at = colons + (/^[\p{L}\p{N}_-]*/u.exec(line.slice(colons))?.[0].length ?? 0);
  for (const [open, close] of [
    ['[', ']'],
    ['{', '}'],
  ] as const) {
    if (line.charAt(at) !== open) continue;
    const end = closing(line, at, open, close);
    if (end >= 0) at = end + 1;
  }
  return { colons, rest: line.slice(at).trim() };
}

/** The source of a node, exactly as written. */
export function sourceOf(node: SourceNode, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

export function firstLineOf(node: SourceNode, source: string): string {
  const start = node.position?.start.offset ?? 0;
  const end = source.indexOf('\n', start);
  return source.slice(start, end < 0 ? undefined : end).trimEnd();
}

/**
 * The lines whose block never ends. Counted on the text itself: an unclosed block swallows the end of the next one, and the
 * tree would put the blame there.
 */
export function unclosedLines(source: string): ReadonlySet<number> {
  const open: { line: number; colons: number }[] = [];
  let code = '';
  for (const [index, line] of source.split(/\r\n|\n|\r/).entries()) {
    const [, fence, row] =
      /^[>\s]{0,40}(?:(?:[-*+]|\d{1,9}[.)])\s{1,4})?(?:(`{3,}|~{3,})|(:{3,}))/.exec(line) ?? [];
    if (fence !== undefined) {
      if (!code) code = fence;
      else if (fence.startsWith(code)) code = '';
    } else if (row !== undefined && !code) {
      const after = line.slice(line.indexOf(row) + row.length);
      if (/^\p{L}/u.test(after)) open.push({ line: index + 1, colons: row.length });
      else if (!after.trim()) {
        const closed = open.findLastIndex(({ colons }) => colons <= row.length);
        if (closed >= 0) open.splice(closed, 1);
      }
    }
  }
  return new Set(open.map(({ line }) => line));
}
