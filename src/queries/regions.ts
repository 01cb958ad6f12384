import { type CollectionEntry, getCollection } from 'astro:content';
import { type Comparison, comparisonOf } from '#src/domain/region-comparison.ts';
import type { RegionSheet } from '#src/domain/region-sheet.ts';
import { regionSheets, withTeam } from '#src/domain/region-sheets.ts';
import type { ScanAnswers } from '#src/domain/scan-values.ts';
import type { Equipe } from './equipes.ts';
import { once } from './memo.ts';
import { getPublication } from './publication.ts';
import type { Scan } from './scans.ts';

export type Region = CollectionEntry<'regions'>['data'];

/** Published regional figures, the latest year first. */
export const getRegions = once(async (): Promise<Region[]> => {
  const entries = await getCollection('regions');
  return entries.map(({ data }) => data).toSorted((a, b) => b.annee - a.annee);
});

/** What is said of the region for one year. */
export interface AnneeRegion {
  readonly annee: number;
  /** The published sheet, then the computed one; one of them at least. */
  readonly feuilles: readonly RegionSheet[];
  /** What was published, with the rest of the federation's figures; they have a page of their own. */
  readonly publiee: Region | undefined;
}

/** Every sheet of the region: see `regionSheets`. */
export const getFeuilles = once(async (): Promise<RegionSheet[]> => {
  const [regions, publication, scans, equipes] = await Promise.all([
    getRegions(),
    getPublication(),
    getCollection('scans'),
    getCollection('equipes'),
  ]);
  const teams = new Map(equipes.map(({ id, data }) => [id, data]));
  const answers = scans.flatMap(({ data }) => {
    const team = teams.get(data.equipe);
    return team ? [withTeam(data, team)] : [];
  });
  return regionSheets(regions, answers, publication);
});

/** Every year with published or computed figures, the latest first. */
export const getAnneesRegion = once(async (): Promise<AnneeRegion[]> => {
  const [sheets, regions] = await Promise.all([getFeuilles(), getRegions()]);
  return [...Map.groupBy(sheets, ({ annee }) => annee)]
    .map(([annee, feuilles]) => ({
      annee,
      feuilles,
      publiee: regions.find((region) => region.annee === annee),
    }))
    .toSorted((a, b) => b.annee - a.annee);
});

/** A resolved scan as the region's figures read it. */
function answersOf({ groupes, ...scan }: Scan, equipe: Equipe): ScanAnswers {
  const composition = groupes.flatMap(({ lignes }) => lignes);
  return withTeam({ ...scan, composition }, { ...equipe, departement: equipe.departement.code });
}

/** A team's scans, each beside the region's figures of its year or of the nearest; by year, none without a row. */
export async function getComparaisons(equipe: Equipe): Promise<ReadonlyMap<number, Comparison>> {
  const feuilles = await getFeuilles();
  return new Map(
    equipe.scans.flatMap((scan) => {
      const comparison = comparisonOf(answersOf(scan, equipe), feuilles);
      return comparison ? [[scan.annee, comparison] as const] : [];
    }),
  );
}
