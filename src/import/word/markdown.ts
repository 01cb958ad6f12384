import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';

/** A block of the publication around others: « :::levier{cle="meme-lieu"} ». */
export interface Bloc {
  readonly type: 'bloc';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly RootContent[];
}

const asBloc = (node: Nodes): Bloc | undefined =>
  (node as { type: string }).type === 'bloc' ? (node as unknown as Bloc) : undefined;

/** How many blocks stand inside one another, at most, in these. */
const depthOf = (children: readonly Nodes[]): number =>
  Math.max(
    0,
    ...children.map((child) => (asBloc(child) ? 1 : 0) + ('children' in child ? depthOf(child.children) : 0)),
  );

/** The one outside has a colon more than those inside. */
const writeBloc: Handle = (node: Bloc, _parent, state, info) => {
  const fence = ':'.repeat(3 + depthOf(node.children));
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => `${name}="${value.replaceAll('"', '”')}"`,
  );
  const exit = state.enter('blockquote');
  const inside = state.containerFlow(node as unknown as Parents & Root, info);
  exit();
  return `${fence}${node.name}{${attributes.join(' ')}}\n${inside}\n${fence}`;
};

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  listItemIndent: 'one',
  resourceLink: true,
  rule: '-',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
  ],
  handlers: { bloc: writeBloc } as unknown as NonNullable<Options['handlers']>,
  join: [
    (left, right) =>
      left.type === 'footnoteDefinition' && right.type === 'footnoteDefinition' ? 0 : undefined,
  ],
  // An address in the text would swallow the signs that follow it: those that are links are written as links.
  unsafe: [
    {
      character: ':',
      before: '[ps]',
      after: '\\/',
      notInConstruct: ['destinationLiteral', 'destinationRaw'],
    },
    {
      character: '.',
      before: '[Ww]',
      after: '[\\-.\\w]',
      notInConstruct: ['destinationLiteral', 'destinationRaw'],
    },
  ],
};

/** A tree as Markdown in the publication's hand. */
export function markdownOf(children: RootContent[]): string {
  return toMarkdown({ type: 'root', children }, OPTIONS).replace(/^\|(?: - \|)+$/gm, (line) =>
    line.replaceAll('-', '---'),
  );
}
