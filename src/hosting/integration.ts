import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { htaccess, type Redirect, redirectFile, redirectPage, redirectsFile } from './redirects.ts';

/**
 * Keeps old addresses alive: a plain page for each, and the lists that hosts read.
 * @param listOf every old address; those of drafts too, for a preview
 * @param site address of the site, without a last bar
 */
export function formerAddresses(
  listOf: (preview: boolean) => readonly Redirect[],
  site: string,
): AstroIntegration {
  const list = listOf(false);
  return {
    name: 'anciennes-adresses',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // The preview follows them by itself; in the site, the pages below are ours, and French.
        updateConfig({
          redirects: Object.fromEntries(
            listOf(command === 'dev').map(({ from, to }) => [from.replace(/\/$/, ''), to]),
          ),
          build: { redirects: false },
        });
      },
      'astro:build:done': async ({ dir }) => {
        if (list.length === 0) return;
        const root = fileURLToPath(dir);
        for (const one of list) {
          const path = join(root, redirectFile(one));
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, redirectPage(one, site), { flag: 'wx' });
        }
        await writeFile(join(root, '_redirects'), redirectsFile(list));
        await writeFile(join(root, '.htaccess'), htaccess(list));
      },
    },
  };
}
