import { countsOf, keeps, type Keys } from '#src/domain/selection.ts';
import { decodeRanks, type Facette } from './format.ts';

/** A facet with what each of its values would give. */
export interface Compte {
  readonly cle: string;
  readonly nom: string;
  readonly valeurs: readonly {
    readonly cle: string;
    readonly nom: string;
    readonly nombre: number;
    readonly choisie: boolean;
  }[];
}

/** The facets' keys of each page, by its rank; read once for each index. */
const opened = new WeakMap<readonly Facette[], Keys[]>();

function keysOf(facettes: readonly Facette[]): Keys[] {
  const known = opened.get(facettes);
  if (known) return known;
  const pages: Record<string, string[]>[] = [];
  for (const { cle, valeurs } of facettes)
    for (const valeur of valeurs)
      for (const page of decodeRanks(valeur.pages)) ((pages[page] ??= {})[cle] ??= []).push(valeur.cle);
  opened.set(facettes, pages);
  return pages;
}

/** What a choice holds of these facets, each of them given: an address may name what this site has not. */
export const knownOf = (choix: Keys, facettes: readonly Facette[]): Keys =>
  Object.fromEntries(
    facettes.map(({ cle, valeurs }) => {
      const asked = Object.hasOwn(choix, cle) ? (choix[cle] ?? []) : [];
      return [cle, asked.filter((key) => valeurs.some((valeur) => valeur.cle === key))];
    }),
  );

/** Pages that a choice keeps, and what each other choice would give: the rules of `domain/selection.ts`. */
export function narrow<Item extends { readonly page: number }>(
  items: readonly Item[],
  facettes: readonly Facette[],
  choix: Keys,
): { gardes: Item[]; comptes: Compte[] } {
  const keys = keysOf(facettes);
  const choice = knownOf(choix, facettes);
  const counts = countsOf(
    items.map(({ page }) => keys[page] ?? {}),
    choice,
  );
  return {
    gardes: items.filter(({ page }) => keeps(choice, keys[page] ?? {})),
    comptes: facettes.map(({ cle, nom, valeurs }) => ({
      cle,
      nom,
      valeurs: valeurs.map((valeur) => ({
        cle: valeur.cle,
        nom: valeur.nom,
        nombre: counts.get(cle)?.get(valeur.cle) ?? 0,
        choisie: choice[cle]?.includes(valeur.cle) ?? false,
      })),
    })),
  };
}

/** The pages that have this value of a facet. */
export const pagesOf = ({ valeurs }: Facette, cle: string): ReadonlySet<number> =>
  new Set(decodeRanks(valeurs.find((valeur) => valeur.cle === cle)?.pages ?? ''));
