import { countOf, joinList } from '#src/domain/french.ts';
import { type Equipe, getEquipes } from './equipes.ts';

export interface Voisine {
  readonly equipe: Equipe;
  /** Why it is near, in a sentence. */
  readonly raison: string;
}

const metiersOf = (equipe: Equipe): Map<string, string> =>
  new Map(
    equipe.scans[0]?.groupes.flatMap(({ lignes }) =>
      lignes.map(({ metier }) => [metier.cle, metier.pluriel] as const),
    ),
  );

/**
 * Teams like this one, nearest first: shared trades over all their trades (Jaccard index), then same
 * département. A team that shares no trade is never given.
 */
export async function getVoisines(equipe: Equipe, most = 2): Promise<Voisine[]> {
  const own = metiersOf(equipe);
  return (await getEquipes())
    .filter((other) => other.id !== equipe.id)
    .map((other) => {
      const theirs = metiersOf(other);
      const shared = [...own.keys()].filter((cle) => theirs.has(cle));
      const near = other.departement.code === equipe.departement.code;
      return { other, shared, near, score: shared.length / new Set([...own.keys(), ...theirs.keys()]).size };
    })
    .filter(({ shared }) => shared.length > 0)
    .toSorted((a, b) => b.score - a.score || Number(b.near) - Number(a.near))
    .slice(0, most)
    .map(({ other, shared, near }) => {
      const reasons = [countOf(shared.length, 'métier en commun', 'métiers en commun')];
      if (near) reasons.push('le même département');
      if (other.implantation && other.implantation === equipe.implantation)
        reasons.push(other.implantation === 'monosite' ? 'un seul site' : 'plusieurs sites');
      return { equipe: other, raison: `Ce qui les rapproche : ${joinList(reasons)}.` };
    });
}
