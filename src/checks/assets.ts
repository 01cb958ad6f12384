import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import sharp from 'sharp';
import type { ListedFile } from './files.ts';

/** A file that content may show or offer: an image or a document. */
export interface Asset {
  readonly path: string;
  readonly size: number;
  /** A link (to another folder, to another file of this one, to nothing), or what the system refuses to open. */
  readonly problem?: 'outside' | 'inside' | 'broken' | 'unreadable';
  /** For names of images: what the bytes are, undefined when no image can be read in them. */
  readonly image?: { readonly format: string; readonly width: number; readonly height: number } | undefined;
  readonly svg?: string;
}

const IMAGE_NAME = /\.(jpe?g|png|webp|avif|gif|svg|tiff?|bmp|heic|heif)$/i;

/** Reads what the checks need of a file; takes the content folder and a path in it. Never throws for what is there. */
export async function readAsset(
  dir: string,
  { path, kind }: Pick<ListedFile, 'path' | 'kind'>,
): Promise<Asset> {
  const full = join(dir, path);
  if (kind === 'link') return { path, size: 0, problem: await whereLinkLeads(dir, full) };
  if (kind === 'other') return { path, size: 0, problem: 'unreadable' };
  try {
    await access(full, constants.R_OK);
    const { size } = await stat(full);
    if (!IMAGE_NAME.test(path) || size === 0) return { path, size };
    if (/\.svg$/i.test(path)) return await readSvg(path, full, size);
    return { path, size, image: await readImage(full, size) };
  } catch {
    return { path, size: 0, problem: 'unreadable' };
  }
}

async function whereLinkLeads(dir: string, full: string): Promise<'outside' | 'inside' | 'broken'> {
  const target = await realpath(full).catch(() => undefined);
  if (target === undefined) return 'broken';
  return target.startsWith((await realpath(dir)) + sep) ? 'inside' : 'outside';
}

async function readSvg(path: string, full: string, size: number): Promise<Asset> {
  const svg = size > MAX_SVG ? '' : await readFile(full, 'utf8');
  return { path, size, svg, image: /<svg[\s>]/i.test(svg) ? await readMetadata(full) : undefined };
}

/** Heaviest image that a page may start from: beyond, the build slows and the file was never meant for a page. */
export const MAX_IMAGE = 10_000_000;

/** A drawing heavier than this is refused for its weight before anyone reads it. */
const MAX_SVG = 10_000_000;

async function readMetadata(full: string): Promise<Asset['image']> {
  try {
    const { format, width, height } = await sharp(full).metadata();
    return { format, width, height };
  } catch {
    return undefined;
  }
}

/** Reads a picture to its last line: one cut short has a whole head, and would be published half grey. */
async function readImage(full: string, size: number): Promise<Asset['image']> {
  const image = await readMetadata(full);
  // Too heavy, it is refused for its weight.
  if (image === undefined || size > MAX_IMAGE) return image;
  try {
    // Drawn very small: the decoder still reads everything, and leaves out most of the arithmetic.
    await sharp(full, { failOn: 'truncated' }).resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return image;
  } catch {
    return undefined;
  }
}
