import { computedSheet } from './region-computed.ts';
import { countedScans, regionFigures } from './region-figures.ts';
import { type PublishedRegion, publishedSheet } from './region-published.ts';
import { type RegionSheet, withEvolution } from './region-sheet.ts';
import type { RegionWords } from './region-words.ts';
import type { ScanAnswers } from './scan-values.ts';

/** One team's answers of a year, with what tells whether and how they count. */
export type CountedAnswers = ScanAnswers & { readonly brouillon: boolean; readonly demonstration: boolean };

/** A team's answers as the form gave them, with what the region's figures need of the team. */
export function withTeam<Answers extends Omit<ScanAnswers, 'equipe'>>(
  answers: Answers,
  { creation, departement }: ScanAnswers['equipe'],
): Omit<Answers, 'equipe'> & Pick<ScanAnswers, 'equipe'> {
  return { ...answers, equipe: { creation, departement } };
}

/**
 * Every sheet of a region, the published ones then the computed ones, each by year with what changed since the last
 * one of its source. The site and its pictures both come from here: the same answers give the same bytes.
 * @param regions what was published and is online, in any order
 * @param scans the online answers of online teams, of all years, in any order
 */
export function regionSheets(
  regions: readonly PublishedRegion[],
  scans: readonly CountedAnswers[],
  words: RegionWords,
): RegionSheet[] {
  const published = regions.map((region) => publishedSheet(region, words));
  const computed = [...Map.groupBy(scans, ({ annee }) => annee)].flatMap(([annee, all]) => {
    const counted = countedScans(all);
    const figures = regionFigures(annee, counted);
    const invented = counted.every(({ demonstration }) => demonstration);
    return figures ? [computedSheet(figures, words, invented)] : [];
  });
  return [...sinceLast(published), ...sinceLast(computed)];
}

/** Sheets of one source, each with what changed since the last one. */
function sinceLast(sheets: readonly RegionSheet[]): RegionSheet[] {
  const years = sheets.toSorted((a, b) => a.annee - b.annee);
  return years.map((sheet, index) => withEvolution(sheet, years[index - 1]));
}
