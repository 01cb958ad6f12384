import { likeness, likenessSentence, type Traits } from '#src/domain/likeness.ts';
import { type Equipe, getEquipes } from './equipes.ts';
import { getHistoires } from './histoires.ts';
import { once } from './memo.ts';

export interface Voisine {
  readonly equipe: Equipe;
  /** Why it is near, in a sentence. */
  readonly raison: string;
}

/** How many teams like it a team is shown. */
const MOST = 2;

const yearOf = (date: string | undefined) => (date === undefined ? undefined : Number(date.slice(0, 4)));

const getTraits = once(async () => {
  const [equipes, histoires] = await Promise.all([getEquipes(), getHistoires()]);
  const stories = Map.groupBy(histoires, ({ equipe }) => equipe.id);
  return equipes.map((equipe): { equipe: Equipe; traits: Traits } => {
    const [scan] = equipe.scans;
    const themes = (stories.get(equipe.id) ?? []).flatMap((histoire) => histoire.themes);
    return {
      equipe,
      traits: {
        metiers: new Set(scan?.composition.map(({ profession }) => profession)),
        personnes: scan?.personnes,
        implantation: equipe.implantation,
        annee: yearOf(equipe.creation ?? equipe.reconnaissance),
        departement: equipe.departement.code,
        themes: new Map(themes.map(({ cle, nom }) => [cle, nom])),
      },
    };
  });
});

/** The likest teams of each team, by its identifier. */
const getToutesLesVoisines = once(async () => {
  const all = await getTraits();
  return new Map(
    all.map(({ equipe, traits: own }) => {
      const near = all.flatMap(({ equipe: other, traits }) => {
        // An invented team stands beside invented ones only.
        const apart = other.id === equipe.id || (other.demonstration && !equipe.demonstration);
        const like = apart ? undefined : likeness(own, traits);
        return like ? [{ equipe: other, like }] : [];
      });
      const voisines = near
        .toSorted((a, b) => b.like.score - a.like.score)
        .slice(0, MOST)
        .map(({ equipe: other, like }): Voisine => ({ equipe: other, raison: likenessSentence(like) }));
      return [equipe.id, voisines] as const;
    }),
  );
});

/** Teams like this one, the likest first, each with what they have in common; see `likeness`. */
export const getVoisines = async (equipe: Equipe): Promise<readonly Voisine[]> =>
  (await getToutesLesVoisines()).get(equipe.id) ?? [];
