import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import sharp from 'sharp';

/** A file that content may show or offer: an image or a document. */
export interface Asset {
  readonly path: string;
  readonly size: number;
  /** A link that leads out of the content folder, or to nothing. */
  readonly problem?: 'outside' | 'broken';
  /** For names of images: what the bytes are, undefined when no image can be read in them. */
  readonly image?: { readonly format: string; readonly width: number; readonly height: number } | undefined;
  readonly svg?: string;
}

const IMAGE_NAME = /\.(jpe?g|png|webp|avif|gif|svg|tiff?|bmp|heic|heif)$/i;

/** Reads what the checks need of a file; takes the content folder and a path in it. */
export async function readAsset(dir: string, path: string): Promise<Asset> {
  const full = join(dir, path);
  const target = await realpath(full).catch(() => undefined);
  if (target === undefined) return { path, size: 0, problem: 'broken' };
  if (!target.startsWith((await realpath(dir)) + sep)) return { path, size: 0, problem: 'outside' };
  const { size } = await stat(target);
  if (!IMAGE_NAME.test(path) || size === 0) return { path, size };
  if (/\.svg$/i.test(path)) return readSvg(path, full, size);
  return { path, size, image: await readImage(full) };
}

async function readSvg(path: string, full: string, size: number): Promise<Asset> {
  const svg = size > MAX_SVG ? '' : await readFile(full, 'utf8');
  return { path, size, svg, image: /<svg[\s>]/i.test(svg) ? await readImage(full) : undefined };
}

/** A drawing heavier than this is refused for its weight before anyone reads it. */
const MAX_SVG = 10_000_000;

async function readImage(full: string): Promise<Asset['image']> {
  try {
    const { format, width, height } = await sharp(full).metadata();
    return { format, width, height };
  } catch {
    return undefined;
  }
}
