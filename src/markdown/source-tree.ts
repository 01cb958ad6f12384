import type { BlockName } from './blocks.ts';

export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}
export interface Position {
  readonly start: Point;
  readonly end: Point;
}

/** An attribute of an MDX element, as the parser gives it; only literal strings are read. */
export interface JsxAttribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
}

export type Properties = Record<string, string | number | boolean | readonly (string | number)[]>;

/** A node of the Markdown tree (mdast), reduced to what the publication reads and writes. */
export interface SourceNode {
  type: string;
  children?: SourceNode[];
  position?: Position;
  value?: string;
  name?: string | null;
  attributes?: unknown;
  data?: { hName?: string; hProperties?: Properties; directiveLabel?: boolean };
  depth?: number;
  url?: string;
  alt?: string | null;
  title?: string | null;
  identifier?: string;
  label?: string | null;
  [field: string]: unknown;
}

/** A block of the publication, whichever way it was written. */
export interface Bloc extends SourceNode {
  type: 'bloc';
  bloc: BlockName;
  values: Record<string, string>;
  titleNodes: SourceNode[];
  children: SourceNode[];
}

export function isBloc(node: SourceNode): node is Bloc {
  return node.type === 'bloc';
}

/**
 * Deeper than anyone writes; what lies below becomes plain text. The processor takes back at most 128 levels, and a block
 * may write four elements.
 */
const MAX_DEPTH = 28;

/** The text of a node, iteratively so that no depth is too much. */
export function textOf(node: SourceNode): string {
  let text = '';
  const stack: SourceNode[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'footnoteReference' || next.type === 'html') continue;
    if (next.type === 'break') text += ' ';
    else if (typeof next.value === 'string') text += next.value;
    else if (next.children) {
      for (let i = next.children.length - 1; i >= 0; i--) {
        const child = next.children[i];
        if (child) stack.push(child);
      }
    }
  }
  return text;
}

/** A free copy of a parser's tree, which may be frozen and lazy, without the parser's own fields. */
export function copyTree(node: SourceNode, depth = 0): SourceNode {
  const copy: SourceNode = { type: node.type };
  for (const [field, value] of Object.entries(node)) {
    if (field !== 'children' && !field.startsWith('_') && value !== undefined) copy[field] = value;
  }
  if (!node.children) return copy;
  copy.children =
    depth >= MAX_DEPTH
      ? [{ type: 'text', value: textOf(node) }]
      : node.children.map((child) => copyTree(child, depth + 1));
  return copy;
}

/** Calls `visit` on every node in the order of the text; false leaves its children out. */
export function walk(
  node: SourceNode,
  visit: (node: SourceNode, parent?: SourceNode) => boolean | undefined,
  parent?: SourceNode,
): void {
  if (visit(node, parent) === false) return;
  if (isBloc(node)) for (const child of node.titleNodes) walk(child, visit, node);
  for (const child of node.children ?? []) walk(child, visit, node);
}

export function text(value: string): SourceNode {
  return { type: 'text', value };
}

/** A node that becomes the HTML element of that name. */
export function element(name: string, properties: Properties, children: SourceNode[]): SourceNode {
  return { type: 'html-element', data: { hName: name, hProperties: properties }, children };
}

const PHRASING = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'textDirective',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);

/** Gathers loose words into paragraphs: MDX gives an element's text bare, Markdown never does. */
export function inParagraphs(children: readonly SourceNode[]): SourceNode[] {
  const blocks: SourceNode[] = [];
  let open: SourceNode[] | undefined;
  for (const child of children) {
    if (!PHRASING.has(child.type)) {
      open = undefined;
      blocks.push(child);
    } else if (open) open.push(child);
    else {
      if (child.type === 'text' && !child.value?.trim()) continue;
      open = [child];
      const paragraph: SourceNode = { type: 'paragraph', children: open };
      if (child.position) paragraph.position = child.position;
      blocks.push(paragraph);
    }
  }
  return blocks;
}
