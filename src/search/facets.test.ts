import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrow } from './facets.ts';
import { encodeRanks, type Facette } from './format.ts';

const VALUES = ['a', 'b', 'c'] as const;
const PAGES = 12;
const items = Array.from({ length: PAGES }, (_, page) => ({ page }));

/** Facets of twelve pages, and choices among their values. */
const cases = fc.record({
  theme: fc.array(fc.subarray([...VALUES]), { minLength: PAGES, maxLength: PAGES }),
  type: fc.array(fc.subarray([...VALUES]), { minLength: PAGES, maxLength: PAGES }),
  choix: fc.record({ theme: fc.subarray<string>([...VALUES]), type: fc.subarray<string>([...VALUES]) }),
});
const facettesOf = (pages: Record<string, readonly (readonly string[])[]>): Facette[] =>
  Object.entries(pages).map(([cle, own]) => ({
    cle,
    nom: cle,
    valeurs: VALUES.map((valeur) => ({
      cle: valeur,
      nom: valeur,
      pages: encodeRanks(own.flatMap((values, page) => (values.includes(valeur) ? [page] : []))),
    })),
  }));

test('le nombre à côté d’une valeur est celui des résultats que donnerait cette valeur seule dans sa facette', () => {
  fc.assert(
    fc.property(cases, ({ theme, type, choix }) => {
      const facettes = facettesOf({ theme, type });
      for (const { cle, valeurs } of narrow(items, facettes, choix).comptes)
        for (const valeur of valeurs)
          expect(narrow(items, facettes, { ...choix, [cle]: [valeur.cle] }).gardes).toHaveLength(
            valeur.nombre,
          );
    }),
  );
});

test('une adresse qui nomme une facette inconnue ne retire rien', () => {
  const facettes = facettesOf({ theme: Array.from({ length: PAGES }, () => ['a']) });
  for (const unknown of ['zone', 'constructor', '__proto__'])
    expect(narrow(items, facettes, Object.fromEntries([[unknown, ['a']]])).gardes).toEqual(items);
});
