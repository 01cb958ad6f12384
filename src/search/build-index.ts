import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { normaliseForSearch } from './normalise.ts';

/** Interfaces that Pagefind writes beside its index and that this site does not use. */
const UNUSED = ['pagefind-ui', 'pagefind-modular-ui', 'pagefind-component-ui', 'pagefind-highlight'];

function failure(errors: readonly string[]): void {
  if (errors.length > 0)
    throw new Error(`L’index de recherche n’a pas pu être écrit : ${errors.join(' ; ')}`);
}

/**
 * Indexes the pages of a built site that carry `data-pagefind-body`, from a normalised copy of each, and
 * writes the index into its `pagefind/` folder. Gives the number of pages.
 */
export async function buildSearchIndex(site: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'fr' });
  if (!index) throw new Error(`L’index de recherche n’a pas pu être créé : ${errors.join(' ; ')}`);
  const pages = (await Array.fromAsync(glob('**/*.html', { cwd: site }))).toSorted();
  for (const page of pages) {
    const content = normaliseForSearch(await readFile(join(site, page), 'utf8'));
    failure((await index.addHTMLFile({ sourcePath: page, content })).errors);
  }
  failure((await index.writeFiles({ outputPath: join(site, 'pagefind') })).errors);
  await index.deleteIndex();
  for await (const file of glob(
    UNUSED.map((name) => `pagefind/${name}*`),
    { cwd: site },
  ))
    await rm(join(site, file));
  return pages.length;
}
