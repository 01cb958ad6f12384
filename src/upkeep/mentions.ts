import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Contenu } from '#src/checks/contenu.ts';
import { excerpt } from '#src/checks/text.ts';
import { zipEntries } from '#src/files/zip.ts';

/** One place of the publication that names a person, or shows a file. */
export interface Mention {
  /** Relative to the content folder. */
  readonly path: string;
  /** In a text file; undefined inside a document, an image, or a file's name. */
  readonly line?: number;
  readonly where: 'texte' | 'nom' | 'document' | 'image';
  readonly excerpt: string;
}

export interface Mentions {
  readonly found: readonly Mention[];
  /** Documents whose words cannot be read here: someone opens them. */
  readonly unread: readonly string[];
}

/** Beyond, a part of an office document is no text that someone wrote. */
const MAX_PART = 50_000_000;
const OFFICE = /\.(od[tspg]|docx|xlsx|pptx)$/i;
const TEXT = /\.(csv|txt|svg|md|mdx|ya?ml|html?|rtf|ics)$/i;
const IMAGE = /\.(jpe?g|png|webp|avif|tiff?|heic)$/i;

/**
 * Every place that holds a text, whatever its case, accents, apostrophes and hyphens: fields and texts, names of files,
 * words and properties of office documents, what cameras and software write in images.
 * @param asked at least two letters
 */
export async function mentionsOf(contenu: Contenu, asked: string): Promise<Mentions> {
  const wanted = bare(asked);
  const found: Mention[] = [];
  const unread: string[] = [];
  const texts = [
    ...contenu.files,
    ...contenu.vocabulaires.values(),
    ...[contenu.publication, contenu.formulaire].filter((file) => file !== undefined),
  ];
  for (const { path, text } of texts) {
    found.push(...inName(path, wanted), ...inLines(path, text, wanted));
  }
  for (const { path, problem } of contenu.assets.values()) {
    found.push(...inName(path, wanted));
    if (problem !== undefined) continue;
    const inside = await wordsOf(join(contenu.dir, path), path);
    if (inside === undefined) unread.push(path);
    else if (inside.where === 'texte') found.push(...inLines(path, inside.text, wanted));
    else
      found.push(
        ...firstPlace(inside.text, wanted).map((shown) => ({ path, where: inside.where, excerpt: shown })),
      );
  }
  return {
    found: found.toSorted((a, b) => a.path.localeCompare(b.path) || (a.line ?? 0) - (b.line ?? 0)),
    unread,
  };
}

/** Letters and digits, one space between words: « Jean-René » and « jean rene » are one. */
function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|\u00AD|\u200B/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const holds = (text: string, wanted: string): boolean => ` ${bare(text)} `.includes(` ${wanted} `);

function inName(path: string, wanted: string): Mention[] {
  return holds(path, wanted) ? [{ path, where: 'nom', excerpt: path }] : [];
}

function inLines(path: string, text: string, wanted: string): Mention[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    // A name may be cut by the end of a line: it is told where it begins.
    const next = lines[index + 1] ?? '';
    const here = holds(line, wanted);
    const across = !here && !holds(next, wanted) && holds(`${line} ${next}`, wanted);
    return here || across
      ? [{ path, line: index + 1, where: 'texte' as const, excerpt: excerpt(line, 70) }]
      : [];
  });
}

function firstPlace(text: string, wanted: string): string[] {
  const paragraphs = text.split('\n').filter((one) => holds(one, wanted));
  if (paragraphs.length > 0) return paragraphs.map((one) => excerpt(one, 70));
  return holds(text, wanted) ? [excerpt(text, 70)] : [];
}

interface Inside {
  readonly text: string;
  readonly where: Mention['where'];
}

async function wordsOf(full: string, path: string): Promise<Inside | undefined> {
  if (IMAGE.test(path)) return { text: await imageWords(full), where: 'image' };
  if (TEXT.test(path)) return { text: await readFile(full, 'utf8'), where: 'texte' };
  if (!OFFICE.test(path)) return undefined;
  const entries = zipEntries(await readFile(full));
  if (entries === undefined || entries.some(({ encrypted }) => encrypted)) return undefined;
  try {
    const parts = entries
      .filter(({ name }) => name.endsWith('.xml'))
      .map((entry) => entry.read(MAX_PART).toString('utf8'));
    return { text: parts.map(plainText).join('\n'), where: 'document' };
  } catch {
    return undefined;
  }
}

/** The words of an office document's part: word processors cut words between elements, never between paragraphs. */
function plainText(xml: string): string {
  return xml
    .replace(/<\/?(?:text:p|text:h|w:p|a:p|si|c|table:table-cell|dc:\w+|meta:\w+|cp:\w+)\b[^>]*>/g, '\n')
    .replace(/<(?:text:s|text:tab|w:tab|w:br)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"');
}

async function imageWords(full: string): Promise<string> {
  const metadata = await sharp(full)
    .metadata()
    .catch(() => undefined);
  const parts = [metadata?.exif, metadata?.xmp, metadata?.iptc].filter((part) => part !== undefined);
  return parts.map((part) => part.toString('utf8').replace(/[^\p{L}\p{N}\p{P} ]+/gu, ' ')).join('\n');
}
