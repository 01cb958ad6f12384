import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { importScans, type ImportOptions } from '#src/import/index.ts';
import { type Overlay, write } from './publication.ts';

/** The folder of the test: the table stands in it, and the publication in its folder « content ». */
export let folder: string;
export let content: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  content = join(folder, 'content');
});
afterEach(() => rm(folder, { recursive: true }));

/** Every file of the content folder with its bytes. */
export async function bytesOf(dir: string): Promise<Map<string, string>> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.sort().map(async (path) => [path, await readFile(path, 'base64')] as const)));
}

interface Given extends Partial<ImportOptions> {
  readonly overlay?: Overlay;
  readonly nom?: string;
}

/** Imports a table into the valid publication; whatever is refused must leave every byte of it as it was. */
export async function importing(table: string | Uint8Array, { overlay = {}, nom = 'r.csv', ...options }: Given = {}): Promise<string> {
  await write(content, overlay);
  await writeFile(join(folder, nom), table);
  return again(nom, options);
}

export async function again(nom: string, options: Partial<ImportOptions>): Promise<string> {
  const before = await bytesOf(content);
  const { ok, text } = await importScans(content, join(folder, nom), { essai: false, remplacer: false, width: 200, ...options });
  if (!ok || options.essai) expect(await bytesOf(content)).toEqual(before);
  return text;
}

/** What is refused alone, without what every report says. */
export const refused = (text: string): string => /Refusé\n([\s\S]*?)\n\n/.exec(text)?.[1] ?? text;

export const TITLES = 'Équipe;Année des réponses;Infirmier (nombre)';
/** One row of a right table, with more columns. */
export const withColumn = (title: string, answer: string) =>
  `${TITLES};"${title}"\nPôle du Port;2025;3;"${answer.replaceAll('"', '""')}"\n`;
export const RIGHT = withColumn('ACI signé', 'oui');
