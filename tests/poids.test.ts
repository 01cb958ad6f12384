import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { AUTRE, type BuiltSite, pagesOf, SITE } from './sites.ts';

/** What a page may weigh as a host sends it, fonts included, its own photos left out. Bytes. */
const STORY = 110_000;
const OTHER = 60_000;
/** The page, a style sheet, three fonts at most, the script of the search's key and one more. */
const FILES = 7;
/** The home page, and those that hold a whole tale’s or a team’s matter: its sheet, its figures, its emblem. */
const LONG = /^\/(?:(?:histoires|equipes)\/[^/]+\/)?$/;

const sent = new Map<string, Promise<number>>();
/** Text in gzip, fonts as they are. */
function weightOf({ dir }: BuiltSite, address: string): Promise<number> {
  const file = join(dir, address);
  const known = sent.get(file);
  if (known) return known;
  const weight = readFile(file).then((bytes) =>
    address.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length,
  );
  sent.set(file, weight);
  return weight;
}

/** Style sheets, scripts and fonts that a page asks for before its reader does anything. */
const askedBy = (html: string) => [
  ...[...html.matchAll(/<link [^>]*rel="(?:stylesheet|preload)"[^>]*>/g)].map(
    ([tag]) => / href="([^"]+)"/.exec(tag)?.[1],
  ),
  ...[...html.matchAll(/<script [^>]*src="([^"]+)"/g)].map(([, src]) => src),
];

test.for([SITE, AUTRE])(
  'une page pèse au plus 60 ko, un récit ou une équipe 110, polices comprises, et demande sept fichiers au plus (%o)',
  async (site: BuiltSite) => {
    const heavy: string[] = [];
    for (const { path, html } of await pagesOf(site)) {
      // The form is for those who write; it loads an editor.
      if (path.startsWith('/redaction/')) continue;
      const files = [...new Set(askedBy(html).filter((href) => href !== undefined))];
      const parts = await Promise.all(
        files.map(async (href) => ({ href, weight: await weightOf(site, href) })),
      );
      parts.push({ href: 'page', weight: gzipSync(html).length });
      const total = parts.reduce((sum, { weight }) => sum + weight, 0);
      if (total <= (LONG.test(path) ? STORY : OTHER) && parts.length <= FILES) continue;
      const told = parts
        .toSorted((a, b) => b.weight - a.weight)
        .map(({ href, weight }) => `${href} ${weight}`);
      heavy.push(`${path} ${total} : ${told.join(', ')}`);
    }
    expect(heavy).toEqual([]);
  },
);
