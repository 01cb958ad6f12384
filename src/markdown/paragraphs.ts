import { markdownToMdast, mdxToMdast } from 'satteri';
import { FEATURES } from './features.ts';
import { normalise } from './normalise.ts';
import { silent } from './problems.ts';
import { copyTree, type SourceNode, textOf } from './source-tree.ts';

/** A paragraph of a text as it is read, notes left out. */
export interface Paragraph {
  readonly text: string;
  /** 1-based, in the text that was given. */
  readonly line: number;
  /** Whether it stands in a passage that is marked: a lever, an obstacle… */
  readonly marked: boolean;
  readonly kind: 'paragraph' | 'item' | 'note';
}

const MARKED = new Set(['levier', 'frein', 'benefice', 'motivation', 'action']);

/** The paragraphs of a text, in its order; an MDX text that cannot be read has none. */
export function paragraphsOf(source: string, format: 'md' | 'mdx'): Paragraph[] {
  const found: Paragraph[] = [];
  const visit = (node: SourceNode, marked: boolean, kind: Paragraph['kind']): void => {
    if (node.type === 'paragraph') {
      found.push({ text: textOf(node).trim(), line: node.position?.start.line ?? 1, marked, kind });
      return;
    }
    const inside = marked || (node.type === 'bloc' && MARKED.has(String(node['bloc'])));
    const next = node.type === 'listItem' ? 'item' : node.type === 'footnoteDefinition' ? 'note' : kind;
    for (const child of node.children ?? []) visit(child, inside, next);
  };
  visit(normalise(parse(source, format), source, silent), false, 'paragraph');
  return found.filter(({ text }) => text !== '');
}

function parse(source: string, format: 'md' | 'mdx'): SourceNode {
  const options = { features: FEATURES, position: true };
  try {
    return copyTree(
      (format === 'md' ? markdownToMdast : mdxToMdast)(source, options) as unknown as SourceNode,
    );
  } catch {
    return { type: 'root', children: [] };
  }
}
