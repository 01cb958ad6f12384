import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CollectionEntry } from 'astro:content';
import { digestOf, sha } from '#src/domain/digest.ts';
import { getApercu } from './cartes.ts';
import { once } from './memo.ts';
import { getPagesOf } from './pages.ts';
import { getPublication } from './publication.ts';
import { getVocabulaire } from './vocabulaire.ts';

/**
 * A page that a build has made serves the next one while its key stays the same (Astro's incremental build). The key
 * holds all that the page can show: what it is given (`props`, whole), its text as HTML with the pictures in it, what
 * every page shows, the words of its card, and the generator itself. A page that has a key asks nothing of the queries but in `getStaticPaths`.
 */

type Entry = CollectionEntry<'histoires'> | CollectionEntry<'outils'>;

/** The text as the page shows it; undefined for an MDX text, which is a script that no digest of ours holds. */
function digestOfText(entry: Entry): string | undefined {
  if (!entry.filePath?.endsWith('.md')) return undefined;
  const folder = dirname(join(process.cwd(), entry.filePath));
  const pictures = (entry.rendered?.metadata?.['imagePaths'] ?? []) as string[];
  return digestOf([
    entry.rendered?.html,
    ...pictures.map((path) => sha(readFileSync(join(folder, decodeURI(path))))),
  ]);
}

/** What every page shows, and what makes them all. */
const getEnvironnement = once(async (): Promise<string> => {
  const [publication, vocabulaire, pied] = await Promise.all([
    getPublication(),
    getVocabulaire(),
    getPagesOf('pied'),
  ]);
  const code = ['astro.config.mjs', 'package-lock.json', ...globSync('src/**/*.{ts,astro,css}').toSorted()];
  return digestOf([
    publication,
    vocabulaire,
    pied,
    process.version,
    code.map((path) => [path, sha(readFileSync(path))]),
  ]);
});

/** What a page is about: its address, and its text when it has one. */
interface Subject {
  readonly href: string;
  readonly entry?: Entry;
}

/** The same paths, with the keys of their pages. */
export async function withKeys<Path extends { readonly props: object }>(
  paths: readonly Path[],
  subjectOf: (path: Path) => Subject,
): Promise<(Path & { cacheKey?: string })[]> {
  // The preview makes each page anew.
  if (import.meta.env.DEV) return [...paths];
  const environnement = await getEnvironnement();
  return Promise.all(
    paths.map(async (path) => {
      const { href, entry } = subjectOf(path);
      const text = entry ? digestOfText(entry) : '';
      if (text === undefined) return path;
      const card = digestOf(await getApercu(href));
      return { ...path, cacheKey: sha(JSON.stringify([environnement, card, text, digestOf(path.props)])) };
    }),
  );
}
