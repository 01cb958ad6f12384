import { fileURLToPath } from 'node:url';
import { defineHastPlugin, defineMdastPlugin, type HastNode, type MdastNode } from 'satteri';
import { copyHtml, type HtmlNode } from './html-tree.ts';
import type { MarkdownOptions } from './options.ts';
import type { Anchors } from './outline.ts';
import { type Report, silent } from './problems.ts';
import { copyTree, type SourceNode } from './source-tree.ts';
import { transformHtml, transformSource, type TransformedSource } from './transform.ts';

/** Where the first plugin leaves for the second the anchors that it gave. */
const BAG = 'publication.anchors';

export interface PluginHooks {
  /** Part of the plugins' names, so that Astro's cache knows one version from another. */
  readonly version?: string;
  /** The content file, when the processor does not say it. */
  readonly from?: string;
  readonly report?: Report;
  readonly onSource?: (transformed: TransformedSource) => void;
  readonly onHtml?: (root: HtmlNode) => void;
}

/** The two Sätteri plugins around the pure transformations; both are plain objects, since Astro hashes these only. */
export function markdownPlugins(options: MarkdownOptions, hooks: PluginHooks = {}) {
  const suffix = hooks.version === undefined ? '' : `@${hooks.version}`;
  const source = defineMdastPlugin({
    name: `publication-source${suffix}`,
    options: { position: true },
    before(root, context): void {
      const copy = copyTree(root as unknown as SourceNode);
      const transformed = transformSource(copy, context.source, options, hooks.report ?? silent);
      context.data[BAG] = transformed.outline.ids;
      hooks.onSource?.(transformed);
      context.replaceNode(root, transformed.tree as unknown as MdastNode);
    },
  });
  const html = defineHastPlugin({
    name: `publication-html${suffix}`,
    before(root, context): void {
      const from = hooks.from ?? (context.fileURL ? fileURLToPath(context.fileURL) : '');
      const reserved = (context.data[BAG] ?? new Map()) as Anchors;
      const done = transformHtml(copyHtml(root as unknown as HtmlNode), options, from, reserved);
      hooks.onHtml?.(done);
      context.replaceNode(root, done as unknown as HastNode);
    },
  });
  return { source, html };
}
