import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Asset } from '#src/checks/assets.ts';
import { formatCount, fr } from '#src/checks/text.ts';
import type { Account } from './account.ts';
import { plainText } from './atoms.ts';
import type { WordImage } from './model.ts';

/** A picture as it will stand beside the text. */
export interface Picture {
  readonly name: string;
  readonly content: Buffer;
  readonly image: NonNullable<Asset['image']>;
  /** What Word says that it shows; undefined when nobody wrote it. */
  readonly alt: string | undefined;
}

/** A page is never wider. */
const MAX_SIDE = 2000;
/** Twice what the best telephones take: beyond, it is a trap for the memory of the machine. */
const MAX_PIXELS = 120_000_000;
const MAX_BYTES = 60_000_000;
const MAX_PICTURES = 100;
/** Smaller ones are bullets, rules and traces. */
const MIN_SIDE = 24;

/** Formats of drawings that only Word reads well. */
const VECTORS = /emf|wmf/i;

/** Makes the pictures of a document fit for a page: no larger than needed, nothing in them of who took them, when and where. */
export async function readPictures(
  images: readonly WordImage[],
  account: Account,
): Promise<Map<WordImage, Picture>> {
  const done = new Map<WordImage, Picture>();
  const known = new Map<string, Picture>();
  let rank = 0;
  for (const image of images) {
    rank += 1;
    const lose = (why: string) => account.lost.push(fr`Image ${rank} : ` + why);
    if (rank > MAX_PICTURES) {
      lose(fr`un texte en a ${MAX_PICTURES} au plus ; celle-ci et les suivantes ne sont pas reprises.`);
      break;
    }
    if (VECTORS.test(image.contentType ?? '')) {
      lose(
        fr`c'est un dessin EMF ou WMF, que les navigateurs n'affichent pas. Dans Word, le copier, puis « Collage spécial », « Image (PNG) ».`,
      );
      continue;
    }
    const bytes = await bytesOf(image);
    if (bytes === undefined || bytes.length === 0) {
      lose(fr`elle n'est pas dans le document (une image liée, peut-être). L'insérer à nouveau.`);
      continue;
    }
    const digest = createHash('sha256').update(bytes).digest('hex');
    const twin = known.get(digest);
    const drawn = twin ?? (await encode(bytes, `image-${known.size + 1}`, lose));
    if (!drawn) continue;
    const picture = { ...drawn, alt: altOf(image) };
    known.set(digest, picture);
    done.set(image, picture);
  }
  return done;
}

async function encode(
  bytes: Buffer,
  base: string,
  lose: (why: string) => void,
): Promise<Omit<Picture, 'alt'> | undefined> {
  try {
    const open = () => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' });
    if (bytes.length > MAX_BYTES) {
      lose(fr`elle pèse plus de ${formatCount(MAX_BYTES / 1_000_000)} Mo. La réduire, puis relancer.`);
      return undefined;
    }
    // The head alone is read here: how many points a picture claims is known before one is drawn.
    const {
      width,
      height,
      hasAlpha,
      format,
      pages = 1,
    } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) {
      lose(
        fr`elle a ${formatCount(width)} × ${formatCount(height)} points : ${formatCount(MAX_PIXELS / 1_000_000)} millions au plus. La réduire, puis relancer.`,
      );
      return undefined;
    }
    if (width < MIN_SIDE || height < MIN_SIDE) {
      lose(fr`elle est trop petite pour une page (${width} × ${height} points).`);
      return undefined;
    }
    if (pages > 1) lose(fr`elle est animée : seule sa première image est reprise.`);
    const resized = open().rotate().resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true });
    // Flat colours and transparency stay sharp in PNG; a photograph is ten times lighter in JPEG.
    const photo =
      format === 'jpeg' || (format !== 'png' && format !== 'gif' && format !== 'svg' && !hasAlpha);
    const { data, info } = await (
      photo ? resized.jpeg({ quality: 84, mozjpeg: true }) : resized.png({ compressionLevel: 9 })
    ).toBuffer({
      resolveWithObject: true,
    });
    return {
      name: `${base}.${photo ? 'jpg' : 'png'}`,
      content: data,
      image: { format: info.format, width: info.width, height: info.height, frames: 1 },
    };
  } catch {
    lose(
      fr`elle ne se lit pas : format inconnu, ou fichier abîmé. L'enregistrer en JPG ou en PNG et l'insérer à nouveau.`,
    );
    return undefined;
  }
}

/** What a person wrote of the picture; not its file's name, nor what a program guessed. */
function altOf({ altText }: WordImage): string | undefined {
  const text = plainText(altText ?? '').trim();
  const written = text
    .replace(/\s*(Description générée automatiquement|Description automatically generated).*$/i, '')
    .trim();
  if (written !== text || !/\p{L}{2}/u.test(written)) return undefined;
  if (
    /\.(jpe?g|png|gif|bmp|tiff?|webp|heic|svg|emf|wmf)$/i.test(written) ||
    /^(image|img|photo|picture|dsc|figure|graphique)[ _-]?\d*$/i.test(written)
  )
    return undefined;
  return written.length > 250 ? `${written.slice(0, 249)}…` : written;
}

/** A name that leads to nothing in the document throws at once, a damaged one later. */
async function bytesOf(image: WordImage): Promise<Buffer | undefined> {
  try {
    return await image.readAsBuffer();
  } catch {
    return undefined;
  }
}
