import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isListPage, listPages, namedPages, PAGE_SIZE, pageAddress } from './list-pages.ts';

const lists = fc.array(fc.integer(), { maxLength: 200 });
const sizes = fc.integer({ min: 1, max: 30 });

test('chaque histoire se trouve sur une page et une seule, dans l’ordre de la liste', () => {
  fc.assert(
    fc.property(lists, sizes, (list, size) => {
      const pages = listPages(list, size);
      expect(pages.flatMap(({ items }) => items)).toEqual(list);
      pages.forEach(({ numero, avant, items, ...page }, index) => {
        expect([numero, page.pages, page.total]).toEqual([index + 1, pages.length, list.length]);
        expect(list.slice(avant, avant + items.length)).toEqual(items);
      });
    }),
  );
});

test('toutes les pages sont pleines, sauf la dernière ; aucune n’est vide, sauf celle d’une liste vide', () => {
  fc.assert(
    fc.property(lists, sizes, (list, size) => {
      const sizesOf = listPages(list, size).map(({ items }) => items.length);
      expect(sizesOf.slice(0, -1).every((length) => length === size)).toBe(true);
      expect((sizesOf.at(-1) ?? 0) > 0).toBe(list.length > 0);
    }),
  );
  expect(listPages([])).toEqual([{ numero: 1, pages: 1, items: [], avant: 0, total: 0 }]);
});

test('une liste qui tient sur une page n’en a qu’une ; une histoire de plus en ouvre une seconde', () => {
  const list = Array.from({ length: PAGE_SIZE + 1 }, (_, index) => index);
  expect(listPages(list.slice(1))).toHaveLength(1);
  expect(listPages(list).map(({ items }) => items.length)).toEqual([PAGE_SIZE, 1]);
});

test('la première page a l’adresse de la liste, chaque autre la sienne, que le site garde', () => {
  expect(pageAddress('/histoires/', 1)).toBe('/histoires/');
  expect(pageAddress('/histoires/', 2)).toBe('/histoires/page/2/');
  expect(pageAddress('/histoires/theme/prevention/', 53)).toBe('/histoires/theme/prevention/page/53/');
  const kept = ['/histoires/page/2/', '/histoires/theme/prevention/page/53/'];
  expect(kept.filter(isListPage)).toEqual(kept);
  const free = [
    '/histoires/',
    '/histoires/page/',
    '/histoires/page/deux/',
    '/page/2/',
    '/histoires/en-page/2/',
  ];
  expect(free.filter(isListPage)).toEqual([]);
});

test.each([
  [1, 1, '1'],
  [1, 2, '1 2'],
  [1, 53, '1 2 … 53'],
  [3, 53, '1 2 3 4 … 53'],
  [4, 53, '1 2 3 4 5 … 53'],
  [5, 53, '1 … 4 5 6 … 53'],
  [50, 53, '1 … 49 50 51 52 53'],
  [53, 53, '1 … 52 53'],
])('page %i sur %i : %s', (numero, pages, named) => {
  expect(
    namedPages(numero, pages)
      .map((each) => each ?? '…')
      .join(' '),
  ).toBe(named);
});

test('les pages nommées sont sept au plus, dans l’ordre, et seules plusieurs de suite sont passées', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (pages, seed) => {
      const numero = (seed % pages) + 1;
      const named = namedPages(numero, pages);
      expect(named.length).toBeLessThanOrEqual(7);
      for (const each of [1, numero, pages]) expect(named).toContain(each);
      named.forEach((each, index) => {
        if (each === undefined) {
          const [before = 0, after = 0] = [named[index - 1], named[index + 1]];
          expect(after - before).toBeGreaterThan(2);
        } else if (named[index - 1] !== undefined) expect(each).toBe((named[index - 1] ?? 0) + 1);
      });
    }),
  );
});
