import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Paths of the files of a built site, from its folder, with bars as in addresses, in order. */
export const siteFiles = (site: string): string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .toSorted();

/** A page of a built site, as it is served. */
export interface SitePage {
  readonly path: string;
  /** « /histoires/clisson/ ». */
  readonly address: string;
  readonly html: string;
}

/**
 * Reads the pages of a built site one by one, in the order of their paths. Read at once: there are thousands, and waiting for a thread
 * at each takes longer than reading.
 */
export function* sitePages(site: string): Generator<SitePage> {
  for (const path of siteFiles(site)) {
    if (!path.endsWith('.html')) continue;
    const address = `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
    yield { path, address, html: readFileSync(join(site, path), 'utf8') };
  }
}
