import { getCollection } from 'astro:content';
import { toCsv } from '#src/domain/csv.ts';
import { formatBytes } from '#src/domain/french.ts';
import { cachedSize, type FileName, FILES, keyOf } from '#src/infographics/cache.ts';
import type { ScanContents } from '#src/infographics/contents.ts';
import type { InfographicData } from '#src/infographics/picture.ts';
import type { JoinedFile } from '#src/infographics/joined-file.ts';
import { scanContents } from '#src/infographics/scan-contents.ts';
import { type ScanData, scanData } from '#src/infographics/scan-data.ts';
import { scanAlternative, scanSentences } from '#src/infographics/scan-sentences.ts';
import { scanJson, scanRows } from '#src/infographics/open-data.ts';
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

/** A picture beside the page that says the same. */
export interface Infographie {
  readonly annee: number;
  readonly data: InfographicData;
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

export interface InfographieEquipe extends Infographie {
  readonly data: ScanData;
  readonly contents: ScanContents;
}

/** What each file of a picture is for, in the order in which a page offers them. */
const USAGES: readonly (readonly [FileName, string, string])[] = [
  ['a4.pdf', 'À imprimer, A4', 'PDF'],
  ['a4.png', 'Image A4', 'PNG'],
  ['a4.svg', 'Image A4', 'SVG'],
  ['reseaux.png', 'Réseaux sociaux', 'PNG'],
  ['lien.png', 'Aperçu de lien', 'PNG'],
];

/** What a page offers of a picture: its files, which begin with this address, the images then the data. */
export function telechargements(data: InfographicData, debut: string): Telechargement[] {
  const key = keyOf(data);
  const pictures = USAGES.map(([name, usage, format]) => {
    const size = cachedSize(key, name);
    const poids = size === undefined ? undefined : formatBytes(size);
    return { href: `${debut}-${name}`, usage, format, poids };
  });
  const open = ['csv', 'json'].map((ending) => ({
    href: `${debut}.${ending}`,
    usage: 'Données',
    format: ending.toUpperCase(),
    poids: undefined,
  }));
  return [...pictures, ...open];
}

/** Each file of an infographic, by its address, which begins with `debut`. */
export function fichiers(
  data: InfographicData,
  debut: string,
  texts: { csv: string; json: string },
): JoinedFile[] {
  return [
    ...FILES.map((nom) => ({
      href: `${debut}-${nom}`,
      contenu: { nature: 'infographie', nom, data } as const,
    })),
    { href: `${debut}.csv`, contenu: { nature: 'texte', texte: texts.csv } },
    { href: `${debut}.json`, contenu: { nature: 'texte', texte: texts.json } },
  ];
}

const debutOf = ({ equipe, scan }: ScanData): string => `/equipes/${equipe.id}/scan-equipe-${scan.annee}`;

/** The infographic of each online scan, by « equipe/annee ». */
export const getInfographies = once(async (): Promise<ReadonlyMap<string, InfographieEquipe>> => {
  const [publication, vocabulaire, scans, equipes] = await Promise.all([
    getPublication(),
    getVocabulaire(),
    getCollection('scans'),
    getCollection('equipes'),
  ]);
  const teams = new Map(equipes.map(({ id, data }) => [id, data]));
  return new Map(
    scans.map(({ data: scan }) => {
      const equipe = found(teams.get(scan.equipe), scan.equipe);
      const data = scanData(scan.equipe, equipe, scan, { publication, vocabulaire });
      return [`${scan.equipe}/${scan.annee}`, infographie(data)];
    }),
  );
});

function infographie(data: ScanData): InfographieEquipe {
  const contents = scanContents(data);
  const debut = debutOf(data);
  return {
    annee: data.scan.annee,
    data,
    contents,
    alternative: scanAlternative(data),
    phrases: scanSentences(data),
    table: scanRows(contents),
    telechargements: telechargements(data, debut),
    apercu: `${debut}-lien.png`,
  };
}

/** Each file of each team's infographics, in its team's folder. */
export async function getFichiersEquipes(): Promise<JoinedFile[]> {
  return [...(await getInfographies()).values()].flatMap(({ data, contents, table }) =>
    fichiers(data, debutOf(data), { csv: toCsv(table), json: scanJson(data, contents.adresse) }),
  );
}
