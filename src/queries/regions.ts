import { type CollectionEntry, getCollection } from 'astro:content';
import { isOnline } from '#src/domain/publishing.ts';
import { once } from './memo.ts';

export type Region = CollectionEntry<'regions'>['data'];

/** Published regional figures, the latest year first. */
export const getRegions = once(async (): Promise<Region[]> => {
  const entries = await getCollection('regions', ({ data }) => import.meta.env.DEV || isOnline(data));
  return entries.map(({ data }) => data).toSorted((a, b) => b.annee - a.annee);
});
