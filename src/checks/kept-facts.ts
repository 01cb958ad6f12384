import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { sha } from '#src/domain/digest.ts';
import { readLines, valueOf, writeLines } from '#src/files/kept-lines.ts';
import type { ContentFile, Contenu } from './contenu.ts';
import type { MarkdownFacts } from './markdown.ts';

/**
 * What each text was found to hold, kept from check to check: reading Markdown is what a check spends most on. A text that
 * has changed is read anew; so is every text when what reads them has changed.
 */

/** A digest of all that reads a text: our rules, and the versions of all packages. */
function readersDigest(): string {
  const hash = createHash('sha256');
  const sources = globSync('src/{domain,markdown}/**/*.ts').toSorted();
  for (const path of ['package-lock.json', 'src/checks/markdown.ts', ...sources])
    hash.update(readFileSync(path));
  return hash.digest('hex');
}

/** The texts among these files, each with its key. */
function keyed(files: readonly ContentFile[]): (readonly [key: string, file: ContentFile])[] {
  const readers = readersDigest();
  return files
    .filter(({ format }) => format !== 'yaml')
    .map((file) => [sha([readers, file.format, file.bodyLine, file.body].join('\0')), file]);
}

/**
 * What was kept of the texts that have not changed since.
 * @param place file where it is kept; one that is missing or broken keeps nothing
 */
export function readFacts(
  { files }: Pick<Contenu, 'files'>,
  place: string,
): ReadonlyMap<ContentFile, MarkdownFacts> {
  const lines = readLines(place);
  if (lines.size === 0) return new Map();
  return new Map(
    keyed(files).flatMap(([key, file]) => {
      const facts = valueOf<MarkdownFacts>(lines.get(key));
      return facts ? [[file, facts] as const] : [];
    }),
  );
}

/**
 * Keeps what these texts hold, and nothing else, for the next check. A disk that is full or that may not be written keeps
 * nothing: a check does not fail for that.
 */
export function writeFacts(
  { files }: Pick<Contenu, 'files'>,
  factsOf: (file: ContentFile) => MarkdownFacts,
  place: string,
): void {
  const lines = keyed(files).map(([key, file]) => [key, JSON.stringify(factsOf(file))] as const);
  try {
    writeLines(place, lines);
  } catch {
    return;
  }
}
