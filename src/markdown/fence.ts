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

/** Whether a container ends by its own row of colons, and not because the text is over. */
export function isClosed(node: SourceNode, source: string, colons: number): boolean {
  const { start, end } = node.position ?? {};
  if (!start || !end || start.line === end.line) return false;
  const last = source
    .slice(source.lastIndexOf('\n', (end.offset ?? 0) - 1) + 1, end.offset)
    .replace(/^[>\s]+/, '');
  const row = /^:+(?=\s*$)/.exec(last)?.[0].length ?? 0;
  return row >= colons;
}
