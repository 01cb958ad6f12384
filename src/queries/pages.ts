import { type CollectionEntry, getCollection } from 'astro:content';
import { addressOf } from '#src/domain/collections.ts';
import { byFrenchOrder } from '#src/domain/french.ts';
import { found, once } from './memo.ts';

export type Page = CollectionEntry<'pages'>['data'] & {
  readonly id: string;
  readonly href: string;
  readonly entry: CollectionEntry<'pages'>;
};
export type Emplacement = Page['emplacement'];

/** Every online page of text, by rank then title. */
export const getPages = once(async (): Promise<Page[]> => {
  const entries = await getCollection('pages');
  return entries
    .map((entry) => ({
      ...entry.data,
      id: entry.id,
      entry,
      href: found(addressOf('pages', entry.id), entry.id),
    }))
    .toSorted((a, b) => (a.ordre ?? 99) - (b.ordre ?? 99) || byFrenchOrder(a.titre, b.titre));
});

export async function getPagesOf(emplacement: Emplacement): Promise<Page[]> {
  return (await getPages()).filter((page) => page.emplacement === emplacement);
}

/** Places whose pages are read one after the other. */
const RUBRIQUES: readonly Emplacement[] = ['comprendre', 'redaction'];

/** The pages among which one stands, in their order; none where pages have nothing to do with each other. */
export async function getRubrique({ emplacement }: Page): Promise<Page[]> {
  const pages = RUBRIQUES.includes(emplacement) ? await getPagesOf(emplacement) : [];
  return pages.length > 1 ? pages : [];
}
