import sharp from 'sharp';
import { formatNumber } from '#src/domain/french.ts';
import type { FileName } from './cache.ts';
import { layoutFaults } from './faults.ts';
import { layOut, PictureError } from './layout.ts';
import { layoutPdf } from './pdf.ts';
import { indexedPng } from './png.ts';
import type { RegionData } from './region-data.ts';
import { regionSubject } from './region-subject.ts';
import type { ScanData } from './scan-data.ts';
import { scanSubject } from './scan-subject.ts';
import { A4 } from './scenes/a4.ts';
import { LINK } from './scenes/scan-link.ts';
import { SOCIAL } from './scenes/scan-social.ts';
import type { Format, Subject } from './subject.ts';
import { pictureSvg } from './svg.ts';
import { textsOf } from './texts.ts';

/** The formats: print, social networks, preview of a link. Sizes in pixels, density in dots per inch. */
export const FORMATS = {
  a4: { size: A4, density: 300, nom: 'la feuille A4' },
  reseaux: { size: SOCIAL, density: undefined, nom: 'l’image des réseaux sociaux' },
  lien: { size: LINK, density: undefined, nom: 'l’aperçu de lien' },
} as const satisfies Record<Format, unknown>;
export type { Format } from './subject.ts';

export type InfographicData = ScanData | RegionData;

const subjectOf = (data: InfographicData): Subject =>
  data.genre === 'equipe' ? scanSubject(data) : regionSubject(data);

function tooLong({ parts, quoi }: Subject, format: Format): PictureError {
  const longest = parts
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 3)
    .map(({ titre, length }) => `«\u00A0${titre}\u00A0» (${formatNumber(length)}\u00A0caractères)`);
  return new PictureError(
    `${quoi.ces} ne tiennent pas sur ${FORMATS[format].nom}, même en petits caractères. ${quoi.longs}\u00A0: ${longest.join(', ')}. Les raccourcir, ou n’en garder que l’essentiel.`,
  );
}

/** Lays one format out, and makes sure that nothing is hidden, cut or crossed. */
async function laidOut(subject: Subject, format: Format) {
  const scene = await subject.scenes[format]();
  if (!scene.fits) throw tooLong(subject, format);
  const layout = await layOut(scene.node, FORMATS[format].size);
  const faults = layoutFaults(layout);
  if (faults.length > 0) throw new Error(`mise en page fautive (${format}) :\n${faults.join('\n')}`);
  return { layout, texts: textsOf(layout) };
}

/** The pixels of an SVG, as a PNG. */
export async function rasterise(svg: string, density: number | undefined): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return indexedPng(data, info.width, density);
}

async function drawnPng(subject: Subject, format: Format): Promise<Buffer> {
  const { layout, texts } = await laidOut(subject, format);
  return rasterise(pictureSvg(layout, texts, subject), FORMATS[format].density);
}

/** One format as a PNG. */
export const drawPng = (data: InfographicData, format: Format): Promise<Buffer> =>
  drawnPng(subjectOf(data), format);

/**
 * Every file of an infographic. The same data give the same bytes.
 * @throws PictureError when the answers do not fit, even in small letters, or hold a sign without a drawing
 */
export async function drawFiles(data: InfographicData): Promise<Record<FileName, Buffer>> {
  const subject = subjectOf(data);
  const { layout, texts } = await laidOut(subject, 'a4');
  const svg = pictureSvg(layout, texts, subject);
  return {
    'a4.png': await rasterise(svg, FORMATS.a4.density),
    'a4.svg': Buffer.from(svg),
    'a4.pdf': await layoutPdf(layout, texts, subject),
    'reseaux.png': await drawnPng(subject, 'reseaux'),
    'lien.png': await drawnPng(subject, 'lien'),
  };
}
