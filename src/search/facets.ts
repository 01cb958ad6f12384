import { decodeRanks, type Facette } from './format.ts';

/** Values chosen in each facet, by key: a page must have one of them in every facet that has some. */
export type Choix = ReadonlyMap<string, ReadonlySet<string>>;

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

/** A facet with the pages of its values. */
export interface OpenFacette {
  readonly cle: string;
  readonly nom: string;
  readonly valeurs: readonly {
    readonly cle: string;
    readonly nom: string;
    readonly pages: ReadonlySet<number>;
  }[];
}

export const openFacettes = (facettes: readonly Facette[]): OpenFacette[] =>
  facettes.map((facette) => ({
    ...facette,
    valeurs: facette.valeurs.map((valeur) => ({ ...valeur, pages: new Set(decodeRanks(valeur.pages)) })),
  }));

const keeps = ({ cle, valeurs }: OpenFacette, choix: Choix, page: number): boolean => {
  const chosen = choix.get(cle);
  return !chosen?.size || valeurs.some((valeur) => chosen.has(valeur.cle) && valeur.pages.has(page));
};

/**
 * Pages that the choices keep, and what each other choice would give: the count beside a value is the number of
 * results that choosing it in place of its facet's own choices leaves.
 */
export function narrow<Item extends { readonly page: number }>(
  items: readonly Item[],
  facettes: readonly OpenFacette[],
  choix: Choix,
): { gardes: Item[]; comptes: Compte[] } {
  const kept = items.map(({ page }) => facettes.map((facette) => keeps(facette, choix, page)));
  const gardes = items.filter((_, index) => kept[index]?.every(Boolean));
  const comptes = facettes.map(({ cle, nom, valeurs }, rank) => {
    // The other facets hold, this one's own choices do not.
    const open = items.filter((_, index) => kept[index]?.every((keep, other) => keep || other === rank));
    return {
      cle,
      nom,
      valeurs: valeurs.map((valeur) => ({
        cle: valeur.cle,
        nom: valeur.nom,
        nombre: open.reduce((sum, { page }) => sum + (valeur.pages.has(page) ? 1 : 0), 0),
        choisie: choix.get(cle)?.has(valeur.cle) ?? false,
      })),
    };
  });
  return { gardes, comptes };
}
