import { placeInside } from './facts.ts';
import type { Report } from './problems.ts';
import { type SourceNode, textOf, walk } from './source-tree.ts';

const LINK = /\[([^\][\n]+)\]([ \t\u00A0\u202F]*)\(([^()\n]*)(\)?)/g;
const ADDRESS = /^(https?:|mailto:|\/|\.{1,2}\/|#)|\.(mdx?|ya?ml)(#.*)?$/i;

/** « [texte] (lien) », « [texte](lien », « [texte](un lien) »: printed as they are, with their brackets. */
function brokenLinks(node: SourceNode, report: Report): void {
  for (const found of (node.value ?? '').matchAll(LINK)) {
    const [written, words = '', gap = '', address = '', end = ''] = found;
    const bare = address.trim();
    const whole = end !== '';
    if (gap === '' ? whole && !/\s/.test(bare) : !whole || !ADDRESS.test(bare)) continue;
    // Without its end, a link stops at its first space; what follows is the sentence.
    const target = whole ? bare : (bare.split(/\s/, 1)[0] ?? '');
    const rest = whole ? '' : address.slice(address.indexOf(target) + target.length);
    report('link-broken', placeInside(node, found.index), written, {
      detail: `[${words}](${target.replaceAll(' ', '%20')})${rest}`,
    });
  }
}

/** « [texte] (https://…) »: the address alone became a link, between parentheses that will be printed. */
function linksApart(node: SourceNode, report: Report): void {
  for (const [index, link] of (node.children ?? []).entries()) {
    const before = node.children?.[index - 1];
    const after = node.children?.[index + 1];
    const words = /\[([^\][\n]+)\]([ \t\u00A0\u202F]+)\($/.exec(
      before?.type === 'text' ? (before.value ?? '') : '',
    );
    if (!before || !words || link.type !== 'link' || textOf(link) !== link.url) continue;
    if (after?.type !== 'text' || !after.value?.startsWith(')')) continue;
    report('link-broken', placeInside(before, words.index), `${words[0]}${link.url})`, {
      detail: `[${words[1] ?? ''}](${link.url})`,
    });
  }
}

/** Rows between bars that are no table, for want of the row of dashes under the first. */
function brokenTable(node: SourceNode, report: Report): void {
  const [first = '', second = ''] = textOf(node).split('\n');
  if (!/^\s*\|.*\|\s*$/.test(first) || !/^\s*\|/.test(second)) return;
  const cells = first.trim().slice(1, -1).split('|').length;
  const { line = 1, column = 1 } = node.position?.start ?? {};
  // A row of dashes that is there has too many columns, or too few.
  const point = { line: line + (/^[\s|:-]+$/.test(second) ? 1 : 0), column };
  report('table-dashes', { position: { start: point, end: point } }, first.trim(), {
    detail: `|${' --- |'.repeat(cells)}`,
  });
}

const SMALL = { '~': '₀₁₂₃₄₅₆₇₈₉', '^': '⁰¹²³⁴⁵⁶⁷⁸⁹' } as const;

/** « CO~2~ », « m^2^ »: other programs lower or raise what stands between; here it is struck through, or printed with its marks. */
function smallSigns(read: string, place: Pick<SourceNode, 'position'>, report: Report): void {
  const inside = read.slice(1, -1);
  const digits = SMALL[read.startsWith('~') ? '~' : '^'];
  const right = /^\d+$/.test(inside)
    ? Array.from(inside, (digit) => Array.from(digits)[Number(digit)] ?? digit).join('')
    : inside;
  report('small-signs', place, read, { detail: right });
}

/** Marks of Markdown that were meant, did not work, and would be printed. */
export function lostMarks(root: SourceNode, report: Report): void {
  walk(root, (node) => {
    linksApart(node, report);
    if (node.type === 'paragraph') {
      brokenTable(node, report);
      const [first] = node.children ?? [];
      const hashes = /^(#{2,6})(\p{L}.*)/u.exec(first?.type === 'text' ? (first.value ?? '') : '');
      if (hashes) report('heading-space', node, hashes[0], { detail: hashes[1] ?? '' });
    } else if (node.type === 'delete') {
      // Two tildes strike a text through; one on each side was meant for « CO₂ ».
      const { start, end } = node.position ?? {};
      const length = (end?.offset ?? 0) - (start?.offset ?? 0);
      const inside = textOf(node);
      if (length === inside.length + 2) smallSigns(`~${inside}~`, node, report);
    } else if (node.type === 'text') {
      for (const found of (node.value ?? '').matchAll(/\^([^\s^~]{1,8})\^/gu))
        smallSigns(found[0], placeInside(node, found.index), report);
      brokenLinks(node, report);
      const bold = (node.value ?? '').indexOf('**');
      if (bold >= 0)
        report('bold-unclosed', placeInside(node, bold), (node.value ?? '').slice(bold, bold + 40));
    }
    return undefined;
  });
}
