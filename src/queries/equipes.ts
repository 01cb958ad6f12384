import { type CollectionEntry, getCollection } from 'astro:content';
import { addressOf } from '#src/domain/collections.ts';
import { byFrenchOrder, withArticle, withDe } from '#src/domain/french.ts';
import { found, once } from './memo.ts';
import { getPublication } from './publication.ts';
import { getScans, type Scan } from './scans.ts';
import { getTerme, type Terme } from './vocabulaire.ts';

export interface Equipe extends Omit<CollectionEntry<'equipes'>['data'], 'forme' | 'departement'> {
  readonly id: string;
  readonly href: string;
  readonly forme: Terme<'formes'>;
  readonly departement: { readonly code: string; readonly nom: string };
  /** « le Pôle du Port ». */
  readonly nomAvecArticle: string;
  /** « du Pôle du Port ». */
  readonly deNom: string;
  /** The latest year first. */
  readonly scans: readonly Scan[];
}

/** Every online team with its scans, in French alphabetical order. */
export const getEquipes = once(async (): Promise<Equipe[]> => {
  const [{ departements }, scans] = await Promise.all([getPublication(), getScans()]);
  const entries = await getCollection('equipes');
  const scansOf = Map.groupBy(scans, ({ equipe }) => equipe);
  const equipes = await Promise.all(
    entries.map(async ({ id, data }) => ({
      ...data,
      id,
      href: found(addressOf('equipes', id), id),
      forme: await getTerme('formes', data.forme),
      departement: { code: data.departement, nom: found(departements[data.departement], data.departement) },
      nomAvecArticle: withArticle(data.article, data.nom),
      deNom: withDe(data.article, data.nom),
      scans: scansOf.get(id) ?? [],
    })),
  );
  return equipes.toSorted((a, b) => byFrenchOrder(a.nom, b.nom));
});

const getEquipesById = once(async () => new Map((await getEquipes()).map((equipe) => [equipe.id, equipe])));

export async function getEquipe(id: string): Promise<Equipe> {
  return found((await getEquipesById()).get(id), `équipe ${id}`);
}

/** Teams under their département, départements in the order of their numbers; those without a team are left out. */
export const getEquipesParDepartement = once(async () => {
  const groups = Map.groupBy(await getEquipes(), ({ departement }) => departement.code);
  return [...groups]
    .map(([code, equipes]) => ({ code, nom: equipes[0]?.departement.nom ?? code, equipes }))
    .toSorted((a, b) => a.code.localeCompare(b.code));
});
