import { applyTypography } from './apply-typography.ts';
import { anchors, links, tables } from './finish.ts';
import type { HtmlNode } from './html-tree.ts';
import { normalise } from './normalise.ts';
import { notesInPlace, numberNotes } from './notes.ts';
import type { MarkdownOptions } from './options.ts';
import { type Anchors, outline, type Outline } from './outline.ts';
import type { Report } from './problems.ts';
import { renderBlocks, type RenderOptions } from './render-blocks.ts';
import { sanitise } from './sanitise.ts';
import { sigles } from './sigles.ts';
import type { SourceNode } from './source-tree.ts';

export interface TransformedSource {
  /** What the processor writes: no block, no directive, no MDX is left in it. */
  readonly tree: SourceNode;
  /** The same text before its blocks became elements. */
  readonly blocks: SourceNode;
  readonly outline: Outline;
}

/**
 * First half, on the Markdown tree: blocks, anchors, references.
 * @param root a free copy of the parser's tree, with positions
 * @param source the text that it was parsed from
 */
export function transformSource(
  root: SourceNode,
  source: string,
  options: RenderOptions,
  report: Report,
): TransformedSource {
  const blocks = normalise(root, source, report);
  const found = outline(blocks, report);
  return { tree: renderBlocks(blocks, options, report), blocks, outline: found };
}

/**
 * Second half, on the HTML tree: notes are numbered, what may not be published goes, then tables, links, notes in their
 * place, acronyms, typography.
 * @param root a free copy of the processor's tree
 * @param from the content file, from which relative links are read
 * @param reserved the anchors that the first half gave
 */
export function transformHtml(
  root: HtmlNode,
  options: Pick<MarkdownOptions, 'sigles' | 'resolveLink'>,
  from: string,
  reserved: Anchors,
): HtmlNode {
  const safe = anchors(sanitise(numberNotes(root)), reserved);
  const linked = notesInPlace(links(tables(safe), options.resolveLink, from));
  return applyTypography(sigles(linked, options.sigles));
}
