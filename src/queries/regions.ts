import { type CollectionEntry, getCollection } from 'astro:content';
import { once } from './memo.ts';

export type Region = CollectionEntry<'regions'>['data'];

/** Published regional figures, the latest year first. */
export const getRegions = once(async (): Promise<Region[]> => {
  const entries = await getCollection('regions');
  return entries.map(({ data }) => data).toSorted((a, b) => b.annee - a.annee);
});
