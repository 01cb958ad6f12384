import { getCollection } from 'astro:content';
import { formatBytes } from '#src/domain/french.ts';
import { cachedSize } from '#src/infographics/cache.ts';
import type { ScanContents } from '#src/infographics/contents.ts';
import { type FileName, FILES, type InfographicData } from '#src/infographics/picture.ts';
import { scanContents } from '#src/infographics/scan-contents.ts';
import { scanData } from '#src/infographics/scan-data.ts';
import { scanAlternative, scanSentences } from '#src/infographics/scan-sentences.ts';
import { scanJson, scanRows, toCsv } from '#src/infographics/open-data.ts';
import { found, once } from './memo.ts';
import { getPublication } from './publication.ts';
import { getVocabulaire } from './vocabulaire.ts';

/** A file that a page offers. */
export interface Telechargement {
  readonly href: string;
  /** « A4 ». */
  readonly usage: string;
  /** « PNG ». */
  readonly format: string;
  /** « 320 ko »; not known before the file is made. */
  readonly poids: string | undefined;
}

export interface Infographie {
  readonly annee: number;
  readonly data: InfographicData;
  readonly contents: ScanContents;
  /** One sentence, in place of the picture. */
  readonly alternative: string;
  /** Everything that the picture says. */
  readonly phrases: readonly string[];
  /** Heading, then one row for each answer. */
  readonly table: readonly (readonly string[])[];
  readonly telechargements: readonly Telechargement[];
  /** Address of the picture that a link to the page shows. */
  readonly apercu: string;
}

/** What each file of a picture is for, in the order in which a page offers them. */
const USAGES: readonly (readonly [FileName, string, string])[] = [
  ['a4.pdf', 'À imprimer, A4', 'PDF'],
  ['a4.png', 'Image A4', 'PNG'],
  ['a4.svg', 'Image A4', 'SVG'],
  ['reseaux.png', 'Réseaux sociaux', 'PNG'],
  ['lien.png', 'Aperçu de lien', 'PNG'],
];

/** « scan-equipe-2019-a4.png » */
const fileName = (annee: number, name: string): string => `scan-equipe-${annee}-${name}`;

/** The infographic of each online scan, by « equipe/annee ». */
export const getInfographies = once(async (): Promise<ReadonlyMap<string, Infographie>> => {
  const [publication, vocabulaire, scans, equipes] = await Promise.all([
    getPublication(),
    getVocabulaire(),
    getCollection('scans'),
    getCollection('equipes'),
  ]);
  const teams = new Map(equipes.map(({ id, data }) => [id, data]));
  const entries = await Promise.all(
    scans.map(async ({ data: scan }) => {
      const equipe = found(teams.get(scan.equipe), scan.equipe);
      const data = scanData(scan.equipe, equipe, scan, { publication, vocabulaire });
      return [`${scan.equipe}/${scan.annee}`, await infographie(data)] as const;
    }),
  );
  return new Map(entries);
});

async function infographie(data: InfographicData): Promise<Infographie> {
  const contents = scanContents(data);
  const { annee } = data.scan;
  const folder = `/equipes/${data.equipe.id}/`;
  const pictures = await Promise.all(
    USAGES.map(async ([name, usage, format]) => {
      const size = await cachedSize(data, name);
      const poids = size === undefined ? undefined : formatBytes(size);
      return { href: folder + fileName(annee, name), usage, format, poids };
    }),
  );
  const open = ['csv', 'json'].map((ending) => ({
    href: `${folder}scan-equipe-${annee}.${ending}`,
    usage: 'Données',
    format: ending.toUpperCase(),
    poids: undefined,
  }));
  return {
    annee,
    data,
    contents,
    alternative: scanAlternative(data),
    phrases: scanSentences(data),
    table: scanRows(contents),
    telechargements: [...pictures, ...open],
    apercu: folder + fileName(annee, 'lien.png'),
  };
}

/** Each file of each infographic: its address in its team's folder, and what gives its bytes. */
export type Fichier =
  | { readonly kind: 'image'; readonly name: FileName; readonly data: InfographicData }
  | { readonly kind: 'texte'; readonly texte: string };

export async function getFichiers(): Promise<{ equipe: string; fichier: string; contenu: Fichier }[]> {
  return [...(await getInfographies())].flatMap(([key, { annee, data, contents, table }]) => {
    const equipe = key.slice(0, key.indexOf('/'));
    return [
      ...FILES.map((name) => ({
        equipe,
        fichier: fileName(annee, name),
        contenu: { kind: 'image', name, data } as const,
      })),
      {
        equipe,
        fichier: `scan-equipe-${annee}.csv`,
        contenu: { kind: 'texte', texte: toCsv(table) } as const,
      },
      {
        equipe,
        fichier: `scan-equipe-${annee}.json`,
        contenu: { kind: 'texte', texte: scanJson(data, contents.adresse) } as const,
      },
    ];
  });
}
