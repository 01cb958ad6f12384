import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sitePages } from '#src/files/site-pages.ts';
import { htaccess, type Redirect, redirectFile, redirectPage, redirectsFile } from './redirects.ts';
import { headersFile, htaccessHeaders, type OtherPolicy } from './security.ts';
import { isMapped, type MappedPage, sitemap } from './sitemap.ts';

export interface HostOptions {
  /** Address of the site, without a last bar. */
  readonly site: string;
  /** Every old address; those of drafts too, for a preview. */
  readonly redirects: (preview: boolean) => readonly Redirect[];
  /** When the text of a page last changed, by its address. */
  readonly changes: ReadonlyMap<string, string>;
  readonly otherPolicy?: OtherPolicy | undefined;
}

/** What hosts and search engines read: old addresses, security headers, the site's map. */
export function hostFiles({ site, redirects, changes, otherPolicy }: HostOptions): AstroIntegration {
  return {
    name: 'hebergement',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // The preview follows them by itself; in the site, the pages below are ours, and French.
        updateConfig({
          redirects: Object.fromEntries(
            redirects(command === 'dev').map(({ from, to }) => [from.replace(/\/$/, ''), to]),
          ),
          build: { redirects: false },
        });
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const put = (name: string, text: string) => writeFile(join(root, name), text);
        const list = redirects(false);
        await put('sitemap.xml', sitemap(mappedPages(root, site, changes), site));
        await put('robots.txt', await robots(root, site));
        await writePages(root, list, site);
        if (list.length > 0) await put('_redirects', redirectsFile(list));
        const entries = await readdir(root, { withFileTypes: true });
        const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
        await put('_headers', headersFile(names, otherPolicy));
        await put(
          '.htaccess',
          `ErrorDocument 404 /404.html\n${htaccessHeaders(otherPolicy)}${htaccess(list)}`,
        );
      },
    },
  };
}

/** The pages that answer for old addresses. */
async function writePages(root: string, list: readonly Redirect[], site: string): Promise<void> {
  for (const one of list) {
    const path = join(root, redirectFile(one));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, redirectPage(one, site), { flag: 'wx' });
  }
}

function mappedPages(root: string, site: string, changes: HostOptions['changes']): MappedPage[] {
  const pages: MappedPage[] = [];
  for (const { address, html } of sitePages(root))
    if (isMapped(html, address, site)) pages.push({ address, changed: changes.get(address) });
  return pages.sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** The publication's robots file, with the address of the map. */
async function robots(root: string, site: string): Promise<string> {
  const own = await readFile(join(root, 'robots.txt'), 'utf8').catch(() => '');
  return `${own.trimEnd()}\n\nSitemap: ${site}/sitemap.xml\n`.trimStart();
}
