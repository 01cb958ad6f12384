import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrow, openFacettes } from './facets.ts';
import { encodeRanks } from './format.ts';

const VALUES = ['a', 'b', 'c'] as const;
const PAGES = 12;

/** Facets of twelve pages, and choices among their values. */
const cases = fc
  .record({
    theme: fc.array(fc.subarray([...VALUES]), { minLength: PAGES, maxLength: PAGES }),
    type: fc.array(fc.subarray([...VALUES]), { minLength: PAGES, maxLength: PAGES }),
    themes: fc.subarray([...VALUES]),
    types: fc.subarray([...VALUES]),
  })
  .map(({ theme, type, themes, types }) => ({
    facettes: openFacettes(
      Object.entries({ theme, type }).map(([cle, own]) => ({
        cle,
        nom: cle,
        valeurs: VALUES.map((valeur) => ({
          cle: valeur,
          nom: valeur,
          pages: encodeRanks(own.flatMap((values, page) => (values.includes(valeur) ? [page] : []))),
        })),
      })),
    ),
    choix: new Map([
      ['theme', new Set<string>(themes)],
      ['type', new Set<string>(types)],
    ]),
  }));
const items = Array.from({ length: PAGES }, (_, page) => ({ page }));

test('le nombre à côté d’une valeur est celui des résultats que donnerait cette valeur seule dans sa facette', () => {
  fc.assert(
    fc.property(cases, ({ facettes, choix }) => {
      for (const { cle, valeurs } of narrow(items, facettes, choix).comptes)
        for (const valeur of valeurs) {
          const alone = new Map(choix).set(cle, new Set([valeur.cle]));
          expect(narrow(items, facettes, alone).gardes).toHaveLength(valeur.nombre);
        }
    }),
  );
});

test('sans choix, tout est gardé ; dans une facette, un choix de plus ne retire rien', () => {
  fc.assert(
    fc.property(cases, ({ facettes, choix }) => {
      expect(narrow(items, facettes, new Map()).gardes).toEqual(items);
      const themes = choix.get('theme') ?? new Set();
      if (themes.size === 0) return;
      const wider = new Map(choix).set('theme', new Set([...themes, 'a']));
      const kept = narrow(items, facettes, choix).gardes;
      expect(narrow(items, facettes, wider).gardes).toEqual(expect.arrayContaining(kept));
    }),
  );
});
