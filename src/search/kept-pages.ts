import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { ReadPage } from './read-pages.ts';

/** What was read of each page, kept from build to build: Pagefind takes longer than all the rest of the index. */

/** What reads pages and words: the versions of all packages (another Pagefind may read otherwise), and the rules of words. */
const READERS = ['package-lock.json', 'src/search/words.ts', 'src/search/text-words.ts']
  .reduce((hash, path) => hash.update(readFileSync(path)), createHash('sha256'))
  .digest('base64');

/**
 * Gives the key of a page: the page itself, byte for byte, and all that reads it.
 * @param rules what decides of the reading, besides Pagefind
 */
export function keyMaker(rules: readonly string[]): (path: string, html: string) => string {
  const how = JSON.stringify([READERS, ...rules]);
  return (path, html) =>
    createHash('sha256').update(how).update('\0').update(path).update('\0').update(html).digest('base64');
}

/** The pages of the last build by their keys; none when there was no build, or when what it kept cannot be read. */
export async function readKept(file: string): Promise<Map<string, ReadPage>> {
  const kept = new Map<string, ReadPage>();
  try {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const [key, page] = JSON.parse(line) as [string, ReadPage];
      kept.set(key, page);
    }
  } catch {
    return new Map();
  }
  return kept;
}

/** Keeps these pages, and no other, for the next build. */
export async function keep(file: string, pages: readonly (readonly [string, ReadPage])[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(`${file}.nouveau`, 'w');
  try {
    for (const page of pages) await handle.appendFile(`${JSON.stringify(page)}\n`);
  } finally {
    await handle.close();
  }
  await rename(`${file}.nouveau`, file);
}
