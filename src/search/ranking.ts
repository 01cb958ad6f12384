import type { Option, Partie } from './question.ts';

/** How well pages answer a question, from how much each of its words weighs in them. */

export interface Found {
  readonly page: number;
  readonly score: number;
  /** The page answers every part of the question, or most of it better than any that does. */
  readonly complet: boolean;
}

/** Pages' scores for one word: its rarity (inverse document frequency, as in BM25) by its weight in each page. */
export interface Term {
  readonly idf: number;
  readonly scores: ReadonlyMap<number, number>;
  readonly words: readonly string[];
}

/** A page that answers less than this part of the question is not shown. */
const LEAST = 0.34;

/** How well a page answers one part: its score, and how much of the part it holds, from 0 to 1. */
interface Held {
  readonly score: number;
  readonly part: number;
}

function heldBy(options: readonly Option[], terms: ReadonlyMap<string, Term | undefined>): Map<number, Held> {
  const best = new Map<number, Held>();
  // A way that takes three words must not count three times as much as one that takes one.
  const masses = options.map(({ termes }) =>
    termes.reduce((sum, term) => sum + (terms.get(term)?.idf ?? 0), 0),
  );
  const whole = Math.max(masses[0] ?? 0, ...masses.map((mass, index) => mass * (options[index]?.poids ?? 0)));
  options.forEach(({ termes, poids }, index) => {
    const mass = masses[index] ?? 0;
    if (mass === 0) return;
    const sums = new Map<number, { score: number; mass: number; count: number }>();
    for (const term of termes) {
      const { idf = 0, scores = new Map<number, number>() } = terms.get(term) ?? {};
      for (const [page, score] of scores) {
        const sum = sums.get(page) ?? { score: 0, mass: 0, count: 0 };
        sums.set(page, { score: sum.score + score, mass: sum.mass + idf, count: sum.count + 1 });
      }
    }
    for (const [page, sum] of sums) {
      const complete = sum.count === termes.length;
      // Half of another name is nothing: « santé » is no part of « MSP ».
      if (!complete && index > 0) continue;
      const held = {
        score: poids * (sum.score / mass) * whole,
        part: complete ? 1 : (0.95 * sum.mass) / mass,
      };
      const before = best.get(page);
      if (!before || held.part > before.part || (held.part === before.part && held.score > before.score))
        best.set(page, held);
    }
  });
  return best;
}

/** Pages by how much of the question they answer, then how well. */
export function rank(
  parties: readonly Partie[],
  terms: ReadonlyMap<string, Term | undefined>,
  followed: readonly (ReadonlySet<number> | undefined)[],
  named: ReadonlySet<number>,
): Found[] {
  const sums = new Map<number, { score: number; parts: number; whole: number }>();
  parties.forEach(({ options }, index) => {
    const only = followed[index];
    for (const [page, { score, part }] of heldBy(options, terms)) {
      if (only && !only.has(page)) continue;
      const sum = sums.get(page) ?? { score: 0, parts: 0, whole: 0 };
      sums.set(page, {
        score: sum.score + score,
        parts: sum.parts + part,
        whole: sum.whole + (part === 1 ? 1 : 0),
      });
    }
  });
  const must = followed.flatMap((pages) => pages ?? []);
  const found = [...sums]
    .filter(([page, { parts }]) => parts / parties.length >= LEAST && must.every((pages) => pages.has(page)))
    .map(([page, { score, parts, whole }]) => ({
      page,
      score: score * (parts / parties.length) ** 2,
      complet: whole === parties.length,
    }));
  // « passer d’ESP CLAP à MSP »: the tool of that name answers, though « passer » is not in it.
  const best = Math.max(...found.map(({ complet, score }) => (complet ? score : 0)), 0);
  return found
    .map((one) => (best > 0 && one.score > best ? { ...one, complet: true } : one))
    .toSorted(
      (a, b) =>
        Number(named.has(b.page)) - Number(named.has(a.page)) ||
        Number(b.complet) - Number(a.complet) ||
        b.score - a.score ||
        a.page - b.page,
    );
}
