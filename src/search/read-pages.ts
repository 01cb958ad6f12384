import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { sha } from '#src/domain/digest.ts';
import { readLines, valueOf, writeLines } from '#src/files/kept-lines.ts';
import { type SitePage, sitePages } from '#src/files/site-pages.ts';
import { type TextWords, wordsOfText } from './text-words.ts';

/** What a reader reads of a page. */
export interface ReadPage {
  readonly url: string;
  readonly titre: string;
  readonly texte: string;
  readonly mots: TextWords;
  /** Every element with an identifier: where it begins, counted in words parted by spaces. */
  readonly ancres: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** Parts of a page that are no text of its own: what marks the way, repeats, counts, leads elsewhere. */
const LEFT_OUT = [
  'nav',
  'svg',
  'noscript',
  '[aria-hidden="true"]',
  '.ecran',
  '.papier',
  '.invisible',
  '.telechargements',
  '.texte-et-tableau table',
  '.data-footnote-backref',
  '.passage-recits',
  'section[aria-labelledby="recits"]',
  'section[aria-labelledby="meme-theme"]',
];

/** Neighbours on the page that style alone keeps apart: in the index's copy, a space does. */
const NEIGHBOURS = /(?:<\/[a-z][a-z0-9]*>)+(?=<[a-z])|[^\s<>](?=<(?:small|br)\b)/g;

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: { readonly title?: string };
  readonly anchors: ReadPage['ancres'];
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0)
    throw new Error(`L’index de recherche n’a pas pu être écrit : ${errors.join(' ; ')}`);
}

/** Pagefind's name for what it keeps of a page: gzip, then a signature of twelve letters, then JSON. */
const FRAGMENT = /\.pf_fragment$/;
const SIGNATURE = 12;

/** All that reads a page: Pagefind (the versions of all packages), what it is told, our rules of words. */
const READERS = [
  'package-lock.json',
  'src/search/words.ts',
  'src/search/text-words.ts',
  'src/search/format.ts',
]
  .reduce((hash, path) => hash.update(readFileSync(path)), createHash('sha256'))
  .update(JSON.stringify([...LEFT_OUT, NEIGHBOURS.source]))
  .digest('base64');

/** The key of a page: the page itself, byte for byte, and all that reads it. */
const keyOf = ({ path, html }: SitePage): string => sha([READERS, path, html].join('\0'));

/**
 * Pages that Pagefind reads together. It makes an index of them, which nobody wants, and whose cost and memory grow faster than
 * their number.
 */
const AT_ONCE = 100;

async function read(pages: readonly SitePage[]): Promise<ReadPage[]> {
  if (pages.length === 0) return [];
  const { index, errors } = await createIndex({ forceLanguage: 'fr', excludeSelectors: LEFT_OUT });
  if (!index) throw new Error(`L’index de recherche n’a pas pu être créé : ${errors.join(' ; ')}`);
  await Promise.all(
    pages.map(async ({ path, html }) => {
      const content = html.replace(NEIGHBOURS, '$& ');
      refuse((await index.addHTMLFile({ sourcePath: path, content })).errors);
    }),
  );
  const { files, errors: faults } = await index.getFiles();
  refuse(faults);
  await index.deleteIndex();
  return files
    .filter(({ path }) => FRAGMENT.test(path))
    .map(({ content }) => {
      const text = gunzipSync(content).toString('utf8', SIGNATURE);
      const { url, content: texte, meta, anchors } = JSON.parse(text) as Fragment;
      return { url, titre: meta.title ?? url, texte, mots: wordsOfText(texte), ancres: anchors };
    });
}

/** A page, and the line of the cache that holds it. */
interface Kept {
  readonly key: string;
  readonly line: string;
  readonly page: ReadPage;
}

/**
 * Reads the pages of a built site through Pagefind: those that carry `data-pagefind-body`, without what is marked to be
 * left out. In the order of their addresses.
 * @param cache file of what was read last time; only the pages that are not there as they stand are read
 */
export async function readPages(site: string, cache?: string): Promise<ReadPage[]> {
  // Pagefind takes longer than all the rest of the index.
  const lines = cache === undefined ? new Map<string, string>() : readLines(cache);
  const known: Kept[] = [];
  const fresh: Kept[] = [];
  let unknown: SitePage[] = [];
  const readUnknown = async (): Promise<void> => {
    const keys = new Map(unknown.map((page) => [page.address, keyOf(page)]));
    for (const page of await read(unknown))
      fresh.push({ key: keys.get(page.url) ?? '', line: JSON.stringify(page), page });
    unknown = [];
  };
  for (const page of sitePages(site)) {
    if (!page.html.includes('data-pagefind-body')) continue;
    const key = keyOf(page);
    const line = lines.get(key);
    const kept = valueOf<ReadPage>(line);
    if (kept && line !== undefined) known.push({ key, line, page: kept });
    else if (unknown.push(page) === AT_ONCE) await readUnknown();
  }
  await readUnknown();
  const all = [...known, ...fresh].toSorted((a, b) => (a.page.url < b.page.url ? -1 : 1));
  if (cache !== undefined && (fresh.length > 0 || lines.size !== all.length))
    writeLines(
      cache,
      all.map(({ key, line }) => [key, line]),
    );
  return all.map(({ page }) => page);
}
