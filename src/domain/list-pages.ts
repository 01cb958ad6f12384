/** A long list in pages: what stands on each, where it is, and which others its reader is led to. */

/** How many texts a page of a list shows: with long summaries, it still weighs less than 60 kB, fonts included. */
export const PAGE_SIZE = 20;

export interface ListPage<Item> {
  /** From 1 on. */
  readonly numero: number;
  /** How many pages the list has: one at least. */
  readonly pages: number;
  readonly items: readonly Item[];
  /** How many items the pages before it show. */
  readonly avant: number;
  /** How many items the whole list has. */
  readonly total: number;
}

/** The pages of a list, in its order. A list with nothing has one page all the same, which says so. */
export function listPages<Item>(items: readonly Item[], size: number = PAGE_SIZE): ListPage<Item>[] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    numero: index + 1,
    pages,
    items: items.slice(index * size, (index + 1) * size),
    avant: index * size,
    total: items.length,
  }));
}

/**
 * The address of one page of a list: the first is the list itself.
 * @param list « /histoires/theme/prevention/ »
 */
export const pageAddress = (list: string, numero: number): string =>
  numero === 1 ? list : `${list}page/${numero}/`;

/** Whether the site keeps an address for a page of the lists of stories, however long they are today. */
export const isListPage = (address: string): boolean => /^\/histoires\/(.+\/)?page\/\d+\/$/.test(address);

/**
 * The pages that one of them names: the first, the last, itself and its neighbours, in order. `undefined` is where
 * several are passed over; one alone is named, since it takes no more room than the sign of its absence.
 */
export function namedPages(numero: number, pages: number): (number | undefined)[] {
  const kept = [1, numero - 1, numero, numero + 1, pages].filter((each) => each >= 1 && each <= pages);
  const sorted = [...new Set(kept)].toSorted((a, b) => a - b);
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1] ?? 0;
    if (each - before === 1) return [each];
    return each - before === 2 ? [each - 1, each] : [undefined, each];
  });
}
