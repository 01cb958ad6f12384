import type { SourceNode } from './source-tree.ts';

/** What can be wrong in a text; the checks turn each into a French sentence. */
export type MarkdownRule =
  | 'block-unknown'
  | 'block-unclosed'
  | 'block-nested'
  | 'block-line'
  | 'block-colons'
  | 'block-stray-fence'
  | 'block-text-after-name'
  | 'block-inline'
  | 'block-empty'
  | 'attribute-unknown'
  | 'attribute-missing'
  | 'attribute-not-literal'
  | 'attribute-value'
  | 'raw-html'
  | 'script'
  | 'event-handler'
  | 'html-comment'
  | 'address-dangerous'
  | 'mdx-import'
  | 'mdx-expression'
  | 'mdx-component-unknown'
  | 'mdx-syntax'
  | 'image-alt-missing'
  | 'image-outside-figure'
  | 'image-remote'
  | 'figure-image'
  | 'heading-level-1'
  | 'heading-skipped'
  | 'heading-empty'
  | 'footnote-undefined'
  | 'footnote-unused'
  | 'link-broken'
  | 'heading-space'
  | 'bold-unclosed'
  | 'small-signs'
  | 'table-dashes'
  | 'chronologie-list'
  | 'chronologie-dash'
  | 'chronologie-date'
  | 'chronologie-order'
  | 'colonnes-list'
  | 'passage-empty';

export interface MarkdownProblem {
  readonly rule: MarkdownRule;
  /** 1-based, in the text that was given. */
  readonly line: number;
  readonly column: number;
  /** What was read there. */
  readonly read: string;
  /** The names that would have been valid. */
  readonly known?: readonly string[];
  /** What the sentence needs besides: a block's name, an attribute, what was expected. */
  readonly detail?: string;
  /** Why a value does not hold, where there may be several reasons. */
  readonly why?: string;
}

export type Report = (
  rule: MarkdownRule,
  node: Pick<SourceNode, 'position'>,
  read: string,
  more?: { known?: readonly string[]; detail?: string; why?: string },
) => void;

/** The build shows what it can; only the check complains. */
export const silent: Report = () => undefined;

/** A report that gathers problems, and the list that it fills. */
export function collector(): { report: Report; problems: MarkdownProblem[] } {
  const problems: MarkdownProblem[] = [];
  const report: Report = (rule, node, read, more = {}) => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const shown = read.length > 120 ? `${read.slice(0, 119)}…` : read;
    problems.push({ rule, line: start.line, column: start.column, read: shown, ...more });
  };
  return { report, problems };
}
