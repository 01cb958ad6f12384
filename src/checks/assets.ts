import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import sharp from 'sharp';
import type { ListedFile } from './files.ts';
import { svgFault, svgSizeFault } from './svg-faults.ts';

/** A file that content may show or offer: an image or a document. */
export interface Asset {
  readonly path: string;
  readonly size: number;
  /** A link (to another folder, to another file of this one, to nothing), or what the system refuses to open. */
  readonly problem?: 'outside' | 'inside' | 'broken' | 'unreadable';
  /** For names of images: what the bytes are, undefined when no image can be read in them. */
  readonly image?:
    | { readonly format: string; readonly width: number; readonly height: number; readonly frames: number }
    | undefined;
  readonly svg?: string;
  /** For a table in CSV: the first line with a cell that a spreadsheet would take for a command. */
  readonly formulaLine?: number;
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
    if (/\.csv$/i.test(path) && size < MAX_IMAGE) return { path, size, ...(await readTable(full)) };
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
  // What is refused for what it says is not given to a drawing library as well.
  const drawable = /<svg[\s>]/i.test(svg) && !svgFault(path, svg) && !svgSizeFault(path, svg);
  return { path, size, svg, image: drawable ? await readMetadata(full) : undefined };
}

/** Heaviest image that a page may start from: beyond, the build slows and the file was never meant for a page. */
export const MAX_IMAGE = 10_000_000;

/** A small file can say that it is larger than any memory: the widest that a page may start from, and the most frames. */
export const MAX_SIDE = 16_000;
export const MAX_PIXELS = 100_000_000;
export const MAX_FRAMES = 200;

/** Whether the head of an image says more pixels than the build could draw. */
export function isTooLarge({ width, height, frames }: NonNullable<Asset['image']>): boolean {
  return Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS || frames > MAX_FRAMES;
}

/** A drawing heavier than this is refused for its weight before anyone reads it. */
const MAX_SVG = 10_000_000;

/** A cell that begins as a formula does, and holds what it calls: a function, another program; « - fermé (lundi) » is a text. */
const FORMULA = /(?:^|[;,\t])[ "']*(?:[=@][^;,\t"]*[(|!]|[+-][^;,\t"]*[|!])/m;

async function readTable(full: string): Promise<Pick<Asset, 'formulaLine'>> {
  const text = await readFile(full, 'latin1');
  const at = text.search(FORMULA);
  return at < 0
    ? {}
    : {
        formulaLine: text
          .slice(0, at + 1)
          .trimEnd()
          .split('\n').length,
      };
}

async function readMetadata(full: string): Promise<Asset['image']> {
  try {
    const { format, width, height, pages = 1 } = await sharp(full, { limitInputPixels: false }).metadata();
    return { format, width, height, frames: pages };
  } catch {
    return undefined;
  }
}

/** Reads a picture to its last line: one cut short has a whole head, and would be published half grey. */
async function readImage(full: string, size: number): Promise<Asset['image']> {
  const image = await readMetadata(full);
  // Too heavy, too large or too many, it is refused for that, and never drawn.
  if (image === undefined || size > MAX_IMAGE || isTooLarge(image)) return image;
  try {
    // Drawn very small: the decoder still reads everything, and leaves out most of the arithmetic.
    await sharp(full, { failOn: 'truncated' }).resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return image;
  } catch {
    return undefined;
  }
}
