import { type CollectionEntry, getCollection } from 'astro:content';
import { type CompositionLine, type FamilyGroup, groupByFamily, totalOf } from '#src/domain/composition.ts';
import { found, once } from './memo.ts';
import { getVocabulaire, type Terme } from './vocabulaire.ts';

export interface CompositionRow extends CompositionLine {
  readonly metier: Terme<'professions'>;
}
type Data = CollectionEntry<'scans'>['data'];
type StructureAnswer = NonNullable<Data['structures']>[number];
export interface Structure extends Omit<StructureAnswer, 'type' | 'professions'> {
  readonly type: Terme<'structures'>;
  readonly metiers: readonly Terme<'professions'>[];
}

export interface Scan extends Omit<Data, 'composition' | 'structures' | 'stagiaires'> {
  readonly structures: readonly Structure[] | undefined;
  readonly stagiaires:
    { readonly accueil: boolean; readonly metiers: readonly Terme<'professions'>[] } | undefined;
  readonly personnes: number;
  readonly metiers: number;
  readonly groupes: readonly (FamilyGroup<CompositionRow> & {
    readonly nom: string;
    readonly court: string;
  })[];
}

/** Every online scan, composition grouped by family, the latest year first. */
export const getScans = once(async (): Promise<Scan[]> => {
  const { professions, familles, structures } = await getVocabulaire();
  const metierOf = (cle: string) => found(professions.get(cle), `profession ${cle}`);
  const entries = await getCollection('scans');
  return entries
    .map(({ data: { composition, ...data } }) => {
      const rows = composition.map((line) => ({ ...line, metier: metierOf(line.profession) }));
      const groupes = groupByFamily(rows, (cle) => metierOf(cle).famille, [...familles.keys()]).map(
        (groupe) => {
          const { nom, court } = found(familles.get(groupe.famille), `famille ${groupe.famille}`);
          return { ...groupe, nom, court };
        },
      );
      const held = data.structures?.map(({ type, professions: cles, ...answer }) => ({
        ...answer,
        type: found(structures.get(type), `structure ${type}`),
        metiers: cles.map(metierOf),
      }));
      const { accueil, professions: hosted } = data.stagiaires ?? { professions: [] };
      const stagiaires = accueil === undefined ? undefined : { accueil, metiers: hosted.map(metierOf) };
      return {
        ...data,
        stagiaires,
        structures: held,
        groupes,
        personnes: totalOf(rows),
        metiers: rows.length,
      };
    })
    .toSorted((a, b) => b.annee - a.annee);
});
