import { type Asset, isTooLarge, MAX_FRAMES, MAX_IMAGE, MAX_SIDE } from '#src/checks/assets.ts';
import type { Details } from '#src/checks/issues.ts';
import { svgFault, svgSizeFault } from '#src/checks/svg-faults.ts';
import { formatCount, fr } from '#src/checks/text.ts';

/** What sharp calls each kind of image, by the end of the file's name. */
const FORMATS: Readonly<Record<string, string>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  svg: 'svg',
  avif: 'heif',
};

/** What is wrong with an image that is there; undefined when nothing is. */
export function imageFault(asset: Asset): Details | undefined {
  const { path, size, image, svg } = asset;
  const ending = /\.([^./]*)$/.exec(path)?.[1] ?? '';
  const wanted = FORMATS[ending.toLowerCase()];
  if (wanted === undefined) {
    const message = fr`« .${ending} » n'est pas un format d'image du site. L'enregistrer en JPG, PNG, WebP ou SVG.`;
    return { rule: 'image-format', read: ending, expected: Object.keys(FORMATS).join(', '), message };
  }
  if (size > MAX_IMAGE) {
    const message = fr`${path} pèse ${formatCount(Math.round(size / 100_000) / 10)} Mo ; 10 Mo au plus. Réduire l'image (2 000 pixels de large suffisent) et l'enregistrer à nouveau.`;
    return { rule: 'image-size', read: String(size), message };
  }
  // Read apart from the picture itself: what is wrong in a drawing is told before « damaged ».
  const drawing = svg?.includes('<svg') ? (svgFault(path, svg) ?? svgSizeFault(path, svg)) : undefined;
  if (drawing) return drawing;
  if (!image) {
    const message = fr`${path} n'est pas une image, ou elle est abîmée : la rouvrir dans un logiciel de dessin et l'enregistrer à nouveau.`;
    return { rule: 'image-invalid', message };
  }
  if (isTooLarge(image)) {
    const { width, height, frames } = image;
    if (frames > MAX_FRAMES) {
      const message = fr`${path} est une animation de ${formatCount(frames)} images ; ${formatCount(MAX_FRAMES)} au plus. La raccourcir, ou n'en garder qu'une image.`;
      return { rule: 'image-frames', read: String(frames), message };
    }
    const message = fr`${path} mesure ${formatCount(width)} × ${formatCount(height)} pixels ; ${formatCount(MAX_SIDE)} de côté au plus, et 100 millions en tout. Réduire l'image (2 000 pixels de large suffisent).`;
    return { rule: 'image-dimensions', read: `${width} × ${height}`, message };
  }
  if (image.format !== wanted) {
    const message = fr`${path} se termine par « .${ending} », mais contient une image au format ${image.format}. L'enregistrer dans le format de son nom.`;
    return { rule: 'image-mismatch', read: image.format, expected: wanted, message };
  }
  return undefined;
}
