import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { type SitePage, sitePages } from '#src/files/site-pages.ts';
import { keep, keyMaker, readKept } from './kept-pages.ts';
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

/** Another way to read gives another key. */
const keyOf = keyMaker([...LEFT_OUT, NEIGHBOURS.source]);

/** Pages on their way to Pagefind, which is another process. */
const AT_ONCE = 16;

async function read(pages: readonly SitePage[]): Promise<ReadPage[]> {
  if (pages.length === 0) return [];
  const { index, errors } = await createIndex({ forceLanguage: 'fr', excludeSelectors: LEFT_OUT });
  if (!index) throw new Error(`L’index de recherche n’a pas pu être créé : ${errors.join(' ; ')}`);
  const add = async ({ path, html }: SitePage) => {
    refuse((await index.addHTMLFile({ sourcePath: path, content: html.replace(NEIGHBOURS, '$& ') })).errors);
  };
  for (let at = 0; at < pages.length; at += AT_ONCE)
    await Promise.all(pages.slice(at, at + AT_ONCE).map(add));
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

/**
 * Reads the pages of a built site through Pagefind: those that carry `data-pagefind-body`, without what is marked to be
 * left out. In the order of their addresses.
 * @param cache file of what was read last time; only the pages that are not there as they stand are read
 */
export async function readPages(site: string, cache?: string): Promise<ReadPage[]> {
  const kept = cache === undefined ? new Map<string, ReadPage>() : await readKept(cache);
  const known: [string, ReadPage][] = [];
  const unknown: (SitePage & { readonly key: string })[] = [];
  for (const page of sitePages(site)) {
    if (!page.html.includes('data-pagefind-body')) continue;
    const key = keyOf(page.path, page.html);
    const read = kept.get(key);
    if (read) known.push([key, read]);
    else unknown.push({ ...page, key });
  }
  const keys = new Map(unknown.map(({ address, key }) => [address, key]));
  const fresh = (await read(unknown)).map((page): [string, ReadPage] => [keys.get(page.url) ?? '', page]);
  const all = [...known, ...fresh].toSorted(([, a], [, b]) => (a.url < b.url ? -1 : 1));
  if (cache !== undefined) await keep(cache, all);
  return all.map(([, page]) => page);
}
