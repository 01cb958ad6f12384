import { type CollectionEntry, getCollection } from 'astro:content';
import { VOCABULARIES, type Vocabulary } from '#src/domain/collections.ts';
import { found, once } from './memo.ts';

export type Terme<Name extends Vocabulary> = CollectionEntry<Name>['data'] & { readonly cle: string };
type Lists = { readonly [Name in Vocabulary]: ReadonlyMap<string, Terme<Name>> };

/** Every closed list, as a map from key to entry in the order of its file. */
export const getVocabulaire = once(async (): Promise<Lists> => {
  const lists = await Promise.all(
    VOCABULARIES.map(async (name) => {
      const entries = await getCollection(name);
      return [name, new Map(entries.map((entry) => [entry.id, { ...entry.data, cle: entry.id }]))] as const;
    }),
  );
  return Object.fromEntries(lists) as unknown as Lists;
});

/** The entry of a closed list. */
export async function getTerme<Name extends Vocabulary>(name: Name, cle: string): Promise<Terme<Name>> {
  return found((await getVocabulaire())[name].get(cle), `vocabulaire/${name} : ${cle}`);
}

export const getTermes = <Name extends Vocabulary>(name: Name, cles: readonly string[]): Promise<Terme<Name>[]> =>
  Promise.all(cles.map((cle) => getTerme(name, cle)));
