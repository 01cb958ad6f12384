import { regionCsv, regionJson, regionRows } from '#src/infographics/open-data.ts';
import type { JoinedFile } from '#src/infographics/joined-file.ts';
import { regionContents } from '#src/infographics/region-contents.ts';
import { type RegionData, regionData, regionKey } from '#src/infographics/region-data.ts';
import { regionAlternative, regionSentences } from '#src/infographics/region-sentences.ts';
import { fichiers, type Infographie, telechargements } from './infographies.ts';
import { once } from './memo.ts';
import { getPublication } from './publication.ts';
import { type AnneeRegion, getFeuilles } from './regions.ts';
import { getVocabulaire } from './vocabulaire.ts';

export interface InfographieRegion extends Infographie {
  readonly data: RegionData;
}

const debutOf = ({ sheet }: RegionData): string => `/region/${sheet.annee}/scan-region-${regionKey(sheet)}`;

/** The infographic of each year and source, by `regionKey`; a sheet without any figure has none. */
export const getInfographiesRegion = once(async (): Promise<ReadonlyMap<string, InfographieRegion>> => {
  const [publication, vocabulaire, feuilles] = await Promise.all([
    getPublication(),
    getVocabulaire(),
    getFeuilles(),
  ]);
  const known = feuilles.flatMap((sheet) => regionData(sheet, publication, vocabulaire) ?? []);
  return new Map(known.map((data) => [regionKey(data.sheet), infographie(data)]));
});

function infographie(data: RegionData): InfographieRegion {
  const debut = debutOf(data);
  return {
    annee: data.sheet.annee,
    data,
    alternative: regionAlternative(data),
    phrases: regionSentences(data),
    table: regionRows(data),
    telechargements: telechargements(data, debut),
    apercu: `${debut}-lien.png`,
  };
}

/** What a link to a region's page shows: the picture of its first sheet that has one. */
export async function getApercuRegion({ feuilles }: AnneeRegion) {
  const infographies = await getInfographiesRegion();
  const first = feuilles.flatMap((feuille) => infographies.get(regionKey(feuille)) ?? [])[0];
  return first && { href: first.apercu, alternative: first.alternative };
}

/** Each file of each of the region's infographics, in the folder of its year. */
export async function getFichiersRegion(): Promise<JoinedFile[]> {
  return [...(await getInfographiesRegion()).values()].flatMap(({ data }) => {
    const json = regionJson(data, regionContents(data).adresse);
    return fichiers(data, debutOf(data), { csv: regionCsv(data), json });
  });
}
