import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import { FEATURES } from './features.ts';
import type { MarkdownOptions } from './options.ts';
import { markdownPlugins } from './plugins.ts';

/** Everything that a rendered text depends on besides itself: this folder, the rules of the language, the options. */
function versionOf(options: MarkdownOptions): string {
  const hash = createHash('sha256');
  for (const folder of [new URL('./', import.meta.url), new URL('../domain/', import.meta.url)]) {
    for (const name of readdirSync(folder).toSorted()) {
      if (name.endsWith('.ts') && !name.endsWith('.test.ts'))
        hash.update(name).update(readFileSync(new URL(name, folder)));
    }
  }
  const { sigles, terms, tables, linksVersion } = options;
  return hash.update(JSON.stringify({ sigles, terms, tables, linksVersion })).digest('hex').slice(0, 16);
}

/**
 * The Markdown processor of the site, for `markdown.processor`; MDX uses the same. Astro keeps rendered texts as long as its
 * configuration reads the same and does not look inside functions: hence the version in the plugins' names.
 */
export function markdownProcessor(options: MarkdownOptions): ReturnType<typeof satteri> {
  const { source, html } = markdownPlugins(options, { version: versionOf(options) });
  return satteri({ features: FEATURES, mdastPlugins: [source], hastPlugins: [html] });
}
