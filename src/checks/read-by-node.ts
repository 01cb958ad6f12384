import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Lets Node read what defines the collections (schemas, check, Markdown), as it has read it for the configuration. Vite would
 * transform the same hundred and fifty modules, one after the other, to run them a second time: a fifth of a small build.
 * For a build alone: a preview is to follow what changes in them.
 */
export const readByNode: Plugin = {
  name: 'lus-par-node',
  // The content is read by a server of Vite's, in a build too; the pages are bundled, without this.
  apply: 'serve',
  resolveId: {
    order: 'pre',
    handler(id, importer) {
      if (!importer?.endsWith('/src/content.config.ts')) return undefined;
      const path = id.startsWith('.') ? new URL(id, pathToFileURL(importer)).href : id;
      return { id: path, external: true };
    },
  },
};
