import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Astro's name for what its collections hold. */
const STORE = 'astro:data-layer-content';

/**
 * Lets the pages read the collections' file when they are made: Astro would put it in a script first, which is written,
 * bundled and compiled for nothing, at a cost greater than that of all the pages.
 * @param cacheDir where Astro keeps that file
 */
export function storeOnDisk(cacheDir: string): Plugin {
  const resolved = `\0${STORE}:fichier`;
  return {
    name: 'contenu-sur-disque',
    apply: 'build',
    // Before Astro's own answer.
    resolveId: { order: 'pre', handler: (id) => (id === STORE ? resolved : undefined) },
    load: (id) =>
      id === resolved
        ? `import { readFileSync } from 'node:fs';
export default JSON.parse(readFileSync(${JSON.stringify(join(process.cwd(), cacheDir, 'data-store.json'))}, 'utf8'));`
        : undefined,
  };
}
