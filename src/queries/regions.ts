import { type CollectionEntry, getCollection } from 'astro:content';
import { type Comparison, comparisonOf } from '#src/domain/region-comparison.ts';
import { computedSheet } from '#src/domain/region-computed.ts';
import { countedScans, regionFigures } from '#src/domain/region-figures.ts';
import { publishedSheet } from '#src/domain/region-published.ts';
import { type RegionSheet, withEvolution } from '#src/domain/region-sheet.ts';
import type { RegionWords } from '#src/domain/region-words.ts';
import type { ScanAnswers } from '#src/domain/scan-values.ts';
import { type Equipe, getEquipes } from './equipes.ts';
import { found, once } from './memo.ts';
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

/** Every year with published or computed figures, the latest first; each sheet is set against the one before it. */
export const getAnneesRegion = once(async (): Promise<AnneeRegion[]> => {
  const [regions, publication, computed] = await Promise.all([
    getRegions(),
    getPublication(),
    getComputedSheets(),
  ]);
  const sheets = [
    ...sinceLast(
      regions.map((region) => publishedSheet(region, publication)),
      publication,
    ),
    ...sinceLast(computed, publication),
  ];
  return [...Map.groupBy(sheets, ({ annee }) => annee)]
    .map(([annee, feuilles]) => ({
      annee,
      feuilles,
      publiee: regions.find((region) => region.annee === annee),
    }))
    .toSorted((a, b) => b.annee - a.annee);
});

/** Sheets of one source, each with what changed since the last one. */
function sinceLast(sheets: readonly RegionSheet[], words: RegionWords): RegionSheet[] {
  const years = sheets.toSorted((a, b) => a.annee - b.annee);
  return years.map((sheet, index) => withEvolution(sheet, years[index - 1], words));
}

/** One sheet for each year that enough teams answered. */
async function getComputedSheets(): Promise<RegionSheet[]> {
  const [equipes, publication] = await Promise.all([getEquipes(), getPublication()]);
  const teamOf = new Map(equipes.flatMap((equipe) => equipe.scans.map((scan) => [scan, equipe] as const)));
  return [...Map.groupBy(teamOf.keys(), ({ annee }) => annee)].flatMap(([annee, scans]) => {
    const counted = countedScans(scans);
    const figures = regionFigures(
      annee,
      counted.map((scan) => answersOf(scan, found(teamOf.get(scan), scan.equipe))),
    );
    return figures
      ? [
          computedSheet(
            figures,
            publication,
            counted.every(({ demonstration }) => demonstration),
          ),
        ]
      : [];
  });
}

/** A scan as the form gave it, with what its figures need of the team. */
function answersOf(
  { groupes, ...scan }: Scan,
  { creation, departement }: Pick<Equipe, 'creation' | 'departement'>,
): ScanAnswers {
  return {
    ...scan,
    composition: groupes.flatMap(({ lignes }) => lignes),
    equipe: { creation, departement: departement.code },
  };
}

/** A team's scans, each beside the region's figures of its year or of the nearest; by year, none without a row. */
export async function getComparaisons(equipe: Equipe): Promise<ReadonlyMap<number, Comparison>> {
  const feuilles = (await getAnneesRegion()).flatMap((annee) => annee.feuilles);
  return new Map(
    equipe.scans.flatMap((scan) => {
      const comparison = comparisonOf(answersOf(scan, equipe), feuilles);
      return comparison ? [[scan.annee, comparison] as const] : [];
    }),
  );
}
