import sharp from 'sharp';
import { formatNumber } from '#src/domain/french.ts';
import type { ScanContents } from './contents.ts';
import { layoutFaults } from './faults.ts';
import { layOut, PictureError } from './layout.ts';
import { layoutPdf } from './pdf.ts';
import { indexedPng } from './png.ts';
import { scanContents } from './scan-contents.ts';
import type { ScanData } from './scan-data.ts';
import { scanAlternative } from './scan-sentences.ts';
import type { Fit } from './scenes/fit.ts';
import { A4 } from './scenes/a4.ts';
import { scanA4 } from './scenes/scan-a4.ts';
import { LINK, scanLink } from './scenes/scan-link.ts';
import { scanSocial, SOCIAL } from './scenes/scan-social.ts';
import { pictureSvg } from './svg.ts';

/** The files of one infographic, by the end of their names. */
export const FILES = ['a4.png', 'a4.svg', 'a4.pdf', 'reseaux.png', 'lien.png'] as const;
export type FileName = (typeof FILES)[number];

/** The formats: print, social networks, preview of a link. Sizes in pixels, density in dots per inch. */
export const FORMATS = {
  a4: { size: A4, density: 300, nom: 'la feuille A4' },
  reseaux: { size: SOCIAL, density: undefined, nom: 'l’image des réseaux sociaux' },
  lien: { size: LINK, density: undefined, nom: 'l’aperçu de lien' },
} as const;
export type Format = keyof typeof FORMATS;

/** One subject, whatever it is: its contents laid out for each format. */
interface Subject {
  readonly scenes: Readonly<Record<Format, () => Promise<Fit>>>;
  readonly titre: string;
  readonly description: string;
  readonly auteur: string;
  readonly annee: number;
  readonly rosace: string;
  /** What was said, by part, to name what is too long. */
  readonly parts: readonly {
    readonly titre: string;
    readonly sources: readonly string[];
    readonly length: number;
  }[];
}

export type InfographicData = ScanData;

function subjectOf(data: InfographicData): Subject {
  const contents = scanContents(data);
  const { edition, equipe, scan } = data;
  return {
    scenes: {
      a4: () => scanA4(contents, edition),
      reseaux: () => scanSocial(contents, edition),
      lien: () => scanLink(contents, edition),
    },
    titre: `Scan’équipe ${scan.annee} ${equipe.deNom}`,
    description: scanAlternative(data),
    auteur: edition.organisation,
    annee: scan.annee,
    rosace: `Rosace : un point pour chaque personne de l’équipe, aux couleurs des familles de métiers.`,
    parts: partsOf(contents),
  };
}

function partsOf({ titre, blocs, familles }: ScanContents): Subject['parts'] {
  const lines = blocs.map((bloc) => {
    const said = bloc.lignes
      .flatMap(({ tete, texte, detail }) => [tete, texte, detail])
      .filter((text) => text !== undefined);
    return {
      titre: bloc.titre.texte,
      sources: [bloc.cle],
      length: said.reduce((sum, { texte }) => sum + texte.length, 0),
    };
  });
  const notes = familles.flatMap(({ lignes }) => lignes.map(({ detail }) => detail?.texte.length ?? 0));
  return [
    ...lines,
    { titre: 'Nom de l’équipe', sources: ['equipe.nom'], length: titre.texte.length },
    { titre: 'Notes de la composition', sources: ['composition'], length: notes.reduce((a, b) => a + b, 0) },
  ].toSorted((a, b) => b.length - a.length);
}

function tooLong({ parts }: Subject, format: Format): PictureError {
  const longest = parts
    .slice(0, 3)
    .map(({ titre, length }) => `«\u00A0${titre}\u00A0» (${formatNumber(length)}\u00A0caractères)`);
  return new PictureError(
    `ces réponses ne tiennent pas sur ${FORMATS[format].nom}, même en petits caractères. Les plus longues\u00A0: ${longest.join(', ')}. Les raccourcir, ou n’en garder que l’essentiel.`,
  );
}

/** Lays one format out, and makes sure that nothing is hidden, cut or crossed. */
async function laidOut(subject: Subject, format: Format, scene: Fit, paths: boolean) {
  if (!scene.fits) throw tooLong(subject, format);
  const layout = await layOut(scene.node, { ...FORMATS[format].size, paths });
  const faults = layoutFaults(layout);
  if (faults.length > 0) throw new Error(`mise en page fautive (${format}) :\n${faults.join('\n')}`);
  return layout;
}

/** One format as vectors: letters are paths, so that no font is needed to see it. */
async function drawSvg(subject: Subject, format: Format, scene: Fit): Promise<string> {
  return pictureSvg(await laidOut(subject, format, scene, true), subject.titre, subject.description);
}

/** The pixels of an SVG, as a PNG. */
async function rasterise(svg: string, density: number | undefined): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return indexedPng(data, info.width, density);
}

/** One format as a PNG. */
export async function drawPng(data: InfographicData, format: Format): Promise<Buffer> {
  const subject = subjectOf(data);
  const svg = await drawSvg(subject, format, await subject.scenes[format]());
  return rasterise(svg, FORMATS[format].density);
}

/**
 * Every file of an infographic. The same data give the same bytes.
 * @throws PictureError when the answers do not fit, even in small letters, or hold a sign without a drawing
 */
export async function drawFiles(data: InfographicData): Promise<Record<FileName, Buffer>> {
  const subject = subjectOf(data);
  const a4 = await subject.scenes.a4();
  const svg = await drawSvg(subject, 'a4', a4);
  const pdf = await layoutPdf(await laidOut(subject, 'a4', a4, false), subject);
  return {
    'a4.png': await rasterise(svg, FORMATS.a4.density),
    'a4.svg': Buffer.from(svg),
    'a4.pdf': pdf,
    'reseaux.png': await drawPng(data, 'reseaux'),
    'lien.png': await drawPng(data, 'lien'),
  };
}
