import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { addressOf, type Collection, type Vocabulary, VOCABULARIES } from '#src/domain/collections.ts';
import { idFromPath } from '#src/domain/slugs.ts';
import {
  COLLECTION_SCHEMAS,
  FormulaireSchema,
  PublicationSchema,
  VOCABULARY_SCHEMAS,
} from '#src/schemas/index.ts';
import { type Asset, readAsset } from './assets.ts';
import { decode } from './encoding.ts';
import { listFiles } from './files.ts';
import { type Mended, mendMarkdown, mendYaml } from './mend-lines.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { type Issue, issueIn } from './issues.ts';
import { type Place, placeOf } from './places.ts';
import { fr } from './text.ts';
import { badName, underscore, unread } from './unread.ts';
import { wordQuotes } from './word-quotes.ts';
import { readYaml } from './yaml-faults.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** A text file of the publication whose fields were read, with their places. */
export interface SourceFile {
  /** Relative to the content folder, with « / ». */
  readonly path: string;
  /** The whole text: no byte order mark, lines ended by \n. */
  readonly text: string;
  readonly yaml: YamlSource;
  /** The fields as plain data; undefined when the YAML cannot be trusted. */
  readonly data: unknown;
  /** Whether lines at fault were mended to read on: what seems to lack may stand on these, and is held against no one. */
  readonly guessed: boolean;
  /** Whether some of its fields could not be read: what it seems to lack may be there. */
  readonly partial: boolean;
}

/** One file of a collection: a story, a tool, a team… */
export interface ContentFile<C extends Collection = Collection> extends SourceFile {
  readonly collection: C;
  readonly id: string;
  readonly address: string | undefined;
  readonly format: 'md' | 'mdx' | 'yaml';
  readonly body: string;
  /** Line of the file where the body begins. */
  readonly bodyLine: number;
  /** What the schema makes of the data, when it finds nothing wrong. */
  readonly value: z.output<(typeof COLLECTION_SCHEMAS)[C]> | undefined;
}

/** A whole publication folder, as read: what is wrong while reading is in `issues`. */
export interface Contenu {
  readonly dir: string;
  readonly publication: SourceFile | undefined;
  /** Names of the form's columns; most publications have none. */
  readonly formulaire: SourceFile | undefined;
  readonly files: readonly ContentFile[];
  readonly vocabulaires: ReadonlyMap<Vocabulary, SourceFile>;
  /** Every other file: images, documents, and what has no place here. By path. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly issues: readonly Issue[];
}

/** The files of one collection. */
export function filesOf<C extends Collection>(contenu: Contenu, collection: C): ContentFile<C>[] {
  return contenu.files.filter((file): file is ContentFile<C> => file.collection === collection);
}

/** The publication's identity, when it is valid. */
export function publicationOf(contenu: Contenu): z.output<typeof PublicationSchema> | undefined {
  return PublicationSchema.safeParse(contenu.publication?.data).data;
}

/** Reads a whole publication folder, without Astro. Never throws for what an author may have written. */
export async function readContenu(dir: string): Promise<Contenu> {
  const issues: Issue[] = [];
  const files: ContentFile[] = [];
  const vocabulaires = new Map<Vocabulary, SourceFile>();
  const assets = new Map<string, Asset>();
  let publication: SourceFile | undefined;
  let formulaire: SourceFile | undefined;

  await inBatches(await listFiles(dir), async (listed) => {
    const { path, kind } = listed;
    const aside = unread(listed);
    issues.push(...(aside ? [aside.issue] : namesTold(path)).filter((issue) => issue !== undefined));
    if (aside) return;
    // A link may lead anywhere: it is looked at as a file beside the content, never read as content.
    const place: Place = kind === 'file' ? placeOf(path) : { kind: 'asset' };
    if (place.kind === 'asset') {
      assets.set(path, await readAsset(dir, listed));
      return;
    }
    const bytes = await readFile(join(dir, path)).catch(() => undefined);
    if (bytes === undefined) {
      assets.set(path, { path, size: 0, problem: 'unreadable' });
      return;
    }
    const format = formatOf(path);
    const source = readSource(path, bytes, format, schemaOf(place), issues);
    if (place.kind === 'publication') publication = source;
    else if (place.kind === 'formulaire') formulaire = source;
    else if (place.kind === 'vocabulaire') vocabulaires.set(place.vocabulary, source);
    else files.push(contentFile(place.collection, place.inside, format, source));
  });
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  if (!publication && !assets.has('publication.yaml'))
    issues.push(issueIn('publication.yaml', missing('publication.yaml')));
  for (const name of VOCABULARIES) {
    const path = `vocabulaire/${name}.yaml`;
    if (!vocabulaires.has(name) && !assets.has(path))
      issues.push(issueIn(path, { ...missing(path), severity: 'avertissement' }));
  }
  return { dir, publication, formulaire, files, vocabulaires, assets, issues };
}

/** What is told of a file for its name alone. */
const namesTold = (path: string): Issue[] =>
  [underscore(path), badName(path)].filter((issue) => issue !== undefined);

function formatOf(path: string): ContentFile['format'] {
  return path.endsWith('.mdx') ? 'mdx' : path.endsWith('.md') ? 'md' : 'yaml';
}

function missing(path: string) {
  const message =
    path === 'publication.yaml'
      ? fr`ce fichier manque : il dit qui publie, pour quelle région et avec quels mots.`
      : fr`ce fichier manque : la liste est considérée comme vide.`;
  return { rule: 'missing-file', message };
}

/** What the fields of a file are read against, from its place. */
export function schemaOf(place: Exclude<Place, { kind: 'asset' }>): z.ZodType {
  if (place.kind === 'publication') return PublicationSchema;
  if (place.kind === 'formulaire') return FormulaireSchema;
  return place.kind === 'entry'
    ? COLLECTION_SCHEMAS[place.collection]
    : z.record(z.string(), VOCABULARY_SCHEMAS[place.vocabulary]);
}

interface ReadSource extends SourceFile {
  readonly body: string;
  readonly bodyLine: number;
}

function readSource(
  path: string,
  bytes: Uint8Array,
  format: ContentFile['format'],
  schema: z.ZodType,
  issues: Issue[],
): ReadSource {
  const { text, fault } = decode(bytes);
  if (fault) issues.push(issueIn(path, fault.details, fault.place));
  const parts =
    format === 'yaml' ? { head: text, headLine: 1, body: '', bodyLine: 1 } : splitFrontmatter(text);
  const mended = ({ text: part, faults }: Mended, firstLine: number): string => {
    for (const { line, column, ...details } of faults)
      issues.push(issueIn(path, details, { line: line + firstLine - 1, column }));
    return part;
  };
  const yaml = parseYaml(mended(mendYaml(parts.head), parts.headLine), parts.headLine);
  const body = mended(mendMarkdown(parts.body), parts.bodyLine);
  const rest = { path, text, yaml, body, bodyLine: parts.bodyLine };
  if (parts.fault) {
    issues.push(issueIn(path, parts.fault.details, parts.fault.place));
    return { ...rest, data: undefined, guessed: true, partial: true };
  }
  const read = readYaml(path, yaml);
  issues.push(...read.faults);
  if (read.readable) issues.push(...wordQuotes({ path, yaml: read.yaml }, schema));
  const data = read.readable ? (read.yaml.document.toJS() as unknown) : undefined;
  return { ...rest, yaml: read.yaml, data, guessed: read.guessed, partial: read.partial };
}

function contentFile(
  collection: Collection,
  inside: string,
  format: ContentFile['format'],
  source: ReadSource,
): ContentFile {
  const id = idFromPath(inside);
  const value =
    source.data === undefined ? undefined : COLLECTION_SCHEMAS[collection].safeParse(source.data).data;
  return { ...source, collection, id, address: addressOf(collection, id), format, value };
}

/** Files that are not written yet. */
export interface FutureFiles {
  /** Whole text of each file, by its path in the content folder, where a file of that name is read. */
  readonly texts: ReadonlyMap<string, string>;
  /** Images and documents that would stand beside them. */
  readonly assets?: readonly Asset[];
  /** Files that would be there no more. */
  readonly removed?: ReadonlySet<string>;
}

/** The same publication with other files in it, or other texts in these: what the check would find once they are written. */
export function withFiles(
  contenu: Contenu,
  { texts, assets = [], removed = new Set() }: FutureFiles,
): Contenu {
  const stays = (path: string) => !texts.has(path) && !removed.has(path);
  const issues: Issue[] = contenu.issues.filter(({ file }) => stays(file));
  const files = contenu.files.filter(({ path }) => stays(path));
  const vocabulaires = new Map(contenu.vocabulaires);
  let { publication, formulaire } = contenu;
  for (const [path, text] of texts) {
    const place = placeOf(path);
    if (place.kind === 'asset') throw new Error(`no file of that name is read: ${path}`);
    const format = formatOf(path);
    issues.push(...namesTold(path));
    const source = readSource(path, Buffer.from(text), format, schemaOf(place), issues);
    if (place.kind === 'publication') publication = source;
    else if (place.kind === 'formulaire') formulaire = source;
    else if (place.kind === 'vocabulaire') vocabulaires.set(place.vocabulary, source);
    else files.push(contentFile(place.collection, place.inside, format, source));
  }
  return {
    ...contenu,
    publication,
    formulaire,
    vocabulaires,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    assets: new Map([
      ...[...contenu.assets].filter(([path]) => stays(path)),
      ...assets.map((asset) => [asset.path, asset] as const),
    ]),
    issues,
  };
}

/** Every file whose text was read, whatever it is. */
export function sourcesOf(contenu: Contenu): SourceFile[] {
  const { publication, formulaire, vocabulaires, files } = contenu;
  const single = [publication, formulaire].filter((file) => file !== undefined);
  return [...single, ...vocabulaires.values(), ...files];
}

/** Runs a task on every item, a few dozen at a time: ten thousand open files are too many. */
async function inBatches<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  for (let index = 0; index < items.length; index += 64) {
    await Promise.all(items.slice(index, index + 64).map(task));
  }
}
