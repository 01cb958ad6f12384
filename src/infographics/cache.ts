import { createHash } from 'node:crypto';
import { closeSync, fstatSync, globSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { prune } from '#src/files/prune.ts';
import type { CardData } from './card-data.ts';
import { fontFiles } from './font-files.ts';
import type { InfographicData } from './picture.ts';

const require = createRequire(join(process.cwd(), 'package.json'));
/** Finished pictures, one folder for each key: all that machines which share the work have to share. */
export const CACHE = join(process.cwd(), '.cache', 'infographies');

/** The files of one infographic, by the end of their names. */
export const FILES = ['a4.png', 'a4.svg', 'a4.pdf', 'reseaux.png', 'lien.png'] as const;
export type FileName = (typeof FILES)[number];

/** Folder of the cards, one file each. */
const CARDS = 'cartes';

/** The card that has this key. */
export const cardPlace = (key: string): string => join(CACHE, CARDS, `${key}.png`);

let makers: string | undefined;

/** A digest of all that makes pictures besides the data: scenes and rules, fonts, icons, versions of what draws. */
function makersDigest(): string {
  if (makers !== undefined) return makers;
  const hash = createHash('sha256');
  const sources = globSync('src/{domain,infographics}/**/*.ts', { cwd: process.cwd() })
    .filter((path) => !/\.test\.ts$|testing\.ts$/.test(path))
    .toSorted();
  for (const path of sources)
    hash.update(path.replaceAll('\\', '/')).update(readFileSync(join(process.cwd(), path)));
  for (const { path } of fontFiles()) hash.update(readFileSync(path));
  hash.update(readFileSync(require.resolve('@iconify-json/healthicons/icons.json')));
  for (const name of ['satori', 'fontkit', 'pdfkit', 'uqr']) hash.update(`${name} ${versionOf(name)}`);
  return (makers = hash.digest('hex'));
}

/** The version of an installed package; its package.json may not be exported. */
function versionOf(name: string): string {
  const { version } = JSON.parse(
    readFileSync(join(process.cwd(), 'node_modules', name, 'package.json'), 'utf8'),
  ) as { version: string };
  return version;
}

/** The name of a picture's folder in the cache: another one as soon as anything that makes it changes. */
export function keyOf(data: InfographicData | CardData): string {
  return createHash('sha256').update(makersDigest()).update(JSON.stringify(data)).digest('hex').slice(0, 32);
}

/** How each kind of file ends when it is whole: a power cut or a full disk leaves empty or shortened ones. */
const ENDINGS: Readonly<Record<string, string>> = { png: 'IEND\u00AEB`\u0082', svg: '</svg>', pdf: '%%EOF' };

/** Whether a file is there with its end; read at once, so that thousands of checks never hold as many open files. */
export function isWhole(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      const end = Buffer.alloc(16);
      const read = readSync(file, end, { position: Math.max(0, fstatSync(file).size - end.length) });
      const ending = ENDINGS[path.slice(path.lastIndexOf('.') + 1)] ?? '';
      return end.toString('latin1', 0, read).trimEnd().endsWith(ending);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** Whether every file of an infographic is in the cache, whole; what is broken there is to be drawn again. */
export async function isCached(key: string): Promise<boolean> {
  return FILES.every((name) => isWhole(join(CACHE, key, name)));
}

/** Draws every file of an infographic into the cache; a folder is there whole or not at all. */
export async function fillCache(key: string, data: InfographicData): Promise<void> {
  // What draws takes long to load, and most builds find every picture made.
  const { drawFiles } = await import('./picture.ts');
  const files = await drawFiles(data);
  const draft = join(CACHE, `.${key}-${process.pid}-${Math.random().toString(36).slice(2)}`);
  try {
    await mkdir(draft, { recursive: true });
    await Promise.all(FILES.map((name) => writeFile(join(draft, name), files[name])));
    await install(draft, key);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Puts a finished folder in its place. One that is there is the same, made by another process, unless it is broken. */
async function install(draft: string, key: string): Promise<void> {
  const place = join(CACHE, key);
  try {
    await rename(draft, place);
  } catch (error) {
    if (await isCached(key)) return;
    if (!(await stat(place).catch(() => undefined))) throw error;
    await rm(place, { recursive: true, force: true });
    await rename(draft, place);
  }
}

/** One file of an infographic, from the cache when it is there. */
export async function pictureFile(data: InfographicData, name: FileName): Promise<Buffer> {
  const key = keyOf(data);
  if (!(await isCached(key))) await fillCache(key, data);
  return readFile(join(CACHE, key, name));
}

/** Bytes of a file that is in the cache; undefined when it is not. */
export function cachedSize(key: string, name: FileName): number | undefined {
  return statSync(join(CACHE, key, name), { throwIfNoEntry: false })?.size;
}

/**
 * Removes what has not been made for long and that none of these keys names.
 * @param cards whether they are those of cards, or of infographics
 */
export async function pruneCache(keys: ReadonlySet<string>, cards = false): Promise<void> {
  const folder = cards ? join(CACHE, CARDS) : CACHE;
  const names = await readdir(folder).catch(() => []);
  const unnamed = names.filter((name) => !keys.has(basename(name, '.png')) && name !== CARDS);
  await prune(unnamed.map((name) => join(folder, name)));
}
