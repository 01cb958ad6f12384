import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildSearchIndex } from './build-index.ts';

/** Builds the search index as soon as the pages are written. */
export function searchIndex(): AstroIntegration {
  let cache: string | undefined;
  return {
    name: 'recherche',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(new URL('recherche.jsonl', config.cacheDir));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await buildSearchIndex(fileURLToPath(dir), cache);
        logger.info(`Index de recherche : ${pages} pages lues.`);
      },
    },
  };
}
