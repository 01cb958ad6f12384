import { getCollection } from 'astro:content';
import { resolveScan, type Scan } from '#src/infographics/scan-data.ts';
import { once } from './memo.ts';
import { getVocabulaire } from './vocabulaire.ts';

export type { CompositionRow, Scan, Structure } from '#src/infographics/scan-data.ts';

/** Every online scan, composition grouped by family, the latest year first. */
export const getScans = once(async (): Promise<Scan[]> => {
  const [vocabulaire, entries] = await Promise.all([getVocabulaire(), getCollection('scans')]);
  return entries.map(({ data }) => resolveScan(data, vocabulaire)).toSorted((a, b) => b.annee - a.annee);
});
