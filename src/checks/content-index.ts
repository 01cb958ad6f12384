import { posix } from 'node:path';
import type { Collection } from '#src/domain/collections.ts';
import { firstDay, parseDate } from '#src/domain/dates.ts';
import { idFromPath } from '#src/domain/slugs.ts';
import type { Contenu, ContentFile } from './contenu.ts';
import { valueAt } from './fields.ts';
import { bare, nearest } from './nearest.ts';

/** What others need to know of a content file to lead to it. */
export interface IndexedPage {
  readonly collection: Collection;
  readonly id: string;
  /** Relative to the content folder. */
  readonly path: string;
  readonly titre: string;
  readonly href: string | undefined;
  readonly draft: boolean;
  /** First day on line: « 0000 » when nothing delays it, « 9999 » for a draft. */
  readonly onlineFrom: string;
}

/** Every content file, by path, by collection and identifier, and by name alone. */
export interface ContentIndex {
  readonly pages: readonly IndexedPage[];
  readonly byPath: ReadonlyMap<string, IndexedPage>;
  /** Keys such as « outils/livret-rcp ». */
  readonly byKey: ReadonlyMap<string, IndexedPage>;
  readonly byName: ReadonlyMap<string, readonly IndexedPage[]>;
}

export function contentIndex(contenu: Pick<Contenu, 'files'>): ContentIndex {
  const pages = contenu.files.map(indexed);
  const byName = new Map<string, IndexedPage[]>();
  for (const page of pages) {
    const name = page.id.split('/').at(-1) ?? page.id;
    byName.set(name, [...(byName.get(name) ?? []), page]);
  }
  return {
    pages,
    byPath: new Map(pages.map((page) => [page.path, page])),
    byKey: new Map(pages.map((page) => [`${page.collection}/${page.id}`, page])),
    byName,
  };
}

function indexed({ collection, id, path, address, data, guessed }: ContentFile): IndexedPage {
  const titre = valueAt(data, ['titre']) ?? valueAt(data, ['nom']);
  // A file or a value that cannot be read says so itself; what leads to it is not held at fault.
  const readable = typeof data === 'object' && data !== null;
  const brouillon = valueAt(data, ['brouillon']);
  const misspelt = guessed || (readable && Object.keys(data).some((key) => bare(key) === 'brouillon'));
  const draft = readable && (brouillon === true || (brouillon === undefined && !misspelt));
  return {
    collection,
    id,
    path,
    titre: typeof titre === 'string' ? titre : id,
    href: address,
    draft,
    onlineFrom: draft ? '9999' : firstDayOf(valueAt(data, ['publication'])),
  };
}

function firstDayOf(publication: unknown): string {
  const text = String(publication ?? '');
  return parseDate(text) ? firstDay(text) : '0000';
}

export interface ResolvedLink {
  readonly href: string;
  readonly titre: string;
  readonly page: IndexedPage;
  /** What follows « # », decoded; empty when nothing does. */
  readonly anchor: string;
}

export type LinkProblem =
  /** Not written as a content file's name: an outside address, an anchor, an address of the site. */
  | { readonly problem: 'not-a-file' }
  | { readonly problem: 'unknown'; readonly nearest: string | undefined }
  | { readonly problem: 'ambiguous'; readonly paths: readonly string[] };

const FILE_LINK = /^(?![a-z][a-z0-9+.-]*:|\/\/)[^?#]*\.(mdx?|ya?ml)(\?[^#]*)?(#.*)?$/i;

/**
 * The page that a link written by file name leads to: « livret-rcp.md », « ../outils/livret-rcp.md#ancre »,
 * « outils/livret-rcp.md ». Takes the path of the file where the link stands, relative to the content folder.
 */
export function resolveLink(index: ContentIndex, url: string, fromPath: string): ResolvedLink | LinkProblem {
  if (!FILE_LINK.test(url)) return { problem: 'not-a-file' };
  const [address = '', anchor = ''] = url.split('#').map(decode);
  const file = address.replace(/\?.*$/, '').replace(/^\//, '');
  const found =
    atPath(index, posix.join(posix.dirname(fromPath), file)) ?? atPath(index, posix.normalize(file));
  const page = found ?? byNameAlone(index, file);
  if (page === undefined) {
    const candidates = index.pages.map((one) => ({
      word: one.path,
      names: [one.id, nameOf(one), one.titre],
    }));
    return { problem: 'unknown', nearest: nearest(nameOfPath(file), candidates) };
  }
  if (Array.isArray(page)) return { problem: 'ambiguous', paths: page.map((one) => one.path) };
  if (page.href === undefined) return { problem: 'unknown', nearest: undefined };
  return { href: page.href + (anchor ? `#${anchor}` : ''), titre: page.titre, page, anchor };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function atPath(index: ContentIndex, path: string): IndexedPage | undefined {
  return (
    index.byPath.get(path) ?? index.byPath.get(path.normalize('NFC')) ?? index.byKey.get(idFromPath(path))
  );
}

function nameOf(page: IndexedPage): string {
  return page.id.split('/').at(-1) ?? page.id;
}

function nameOfPath(file: string): string {
  return idFromPath(file).split('/').at(-1) ?? file;
}

/** A name alone is enough where one file only has it; a story wins over nothing: an ambiguity is said. */
function byNameAlone(index: ContentIndex, file: string): IndexedPage | IndexedPage[] | undefined {
  if (file.includes('/')) return undefined;
  const found = index.byName.get(nameOfPath(file)) ?? [];
  const extension = /\.ya?ml$/i.test(file) ? 'yaml' : 'md';
  // « port.yaml » is the team or its scan, « port.md » the story: the extension tells.
  const same = found.filter((page) => page.path.endsWith('.yaml') === (extension === 'yaml'));
  const pages = same.length > 0 ? same : found;
  const distinct = new Set(pages.map((page) => page.href));
  return distinct.size > 1 ? [...pages] : pages[0];
}
