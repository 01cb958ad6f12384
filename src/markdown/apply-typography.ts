import { OBJECT, typographie } from '#src/domain/typography.ts';
import type { HtmlNode } from './html-tree.ts';

/** Left exactly as written, and seen by the words around as one thing. */
const VERBATIM = new Set(['code', 'pre', 'kbd', 'samp', 'var']);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'time',
  'u',
  'wbr',
]);
/** As far as any rule looks. */
const REACH = 48;

/** One sentence of the page: its texts, and between them what is not text. */
type Run = (HtmlNode | string)[];

function gather(node: HtmlNode, runs: Run[]): void {
  for (const child of node.children ?? []) {
    const run = runs.at(-1) ?? [];
    if (child.type === 'text') run.push(child);
    else if (child.type !== 'element') continue;
    else if (VERBATIM.has(child.tagName ?? '') || child.tagName === 'img') run.push(OBJECT);
    // A note's call stands against the word: it must not part it from what follows.
    else if (child.tagName === 'sup') continue;
    else if (child.tagName === 'br') run.push('\n');
    else if (INLINE.has(child.tagName ?? '')) gather(child, runs);
    else {
      runs.push([]);
      gather(child, runs);
      runs.push([]);
    }
  }
}

const said = (part: HtmlNode | string): string => (typeof part === 'string' ? part : (part.value ?? ''));

function contextAfter(run: Run, index: number): string {
  let after = '';
  for (let i = index + 1; i < run.length && after.length < REACH; i++)
    after += said(run[i] ?? '').slice(0, REACH);
  return after.slice(0, REACH);
}

/** Applies French typography to the texts of a tree, in place; a sentence is read through its markup. */
export function applyTypography(root: HtmlNode): HtmlNode {
  const runs: Run[] = [[]];
  gather(root, runs);
  for (const run of runs) {
    let before = '';
    for (const [index, part] of run.entries()) {
      if (typeof part !== 'string')
        part.value = typographie(part.value ?? '', { before, after: contextAfter(run, index) });
      before = (before + said(part)).slice(-REACH);
    }
  }
  return root;
}
