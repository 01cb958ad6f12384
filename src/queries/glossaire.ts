import { byFrenchOrder } from '#src/domain/french.ts';
import { once } from './memo.ts';
import { getVocabulaire, type Terme } from './vocabulaire.ts';

/** The acronyms under their first letter, in French alphabetical order. */
export const getGlossaire = once(async (): Promise<{ lettre: string; sigles: Terme<'sigles'>[] }[]> => {
  const { sigles } = await getVocabulaire();
  const sorted = [...sigles.values()].toSorted((a, b) => byFrenchOrder(a.sigle, b.sigle));
  return [...Map.groupBy(sorted, ({ sigle }) => sigle.charAt(0).toUpperCase())].map(([lettre, group]) => ({
    lettre,
    sigles: group,
  }));
});
