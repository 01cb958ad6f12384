import { countOf, formatNumber, joinList } from './french.ts';

/** What makes a team like another. */
export interface Traits {
  /** Keys of the trades of its latest answers. */
  readonly metiers: ReadonlySet<string>;
  readonly personnes?: number | undefined;
  readonly implantation?: 'monosite' | 'multisite' | undefined;
  /** Year of its creation, else of its recognition. */
  readonly annee?: number | undefined;
  readonly departement: string;
  /** Themes of its stories: key and name. */
  readonly themes: ReadonlyMap<string, string>;
}

/** What two teams have in common, and how much of it. */
export interface Likeness {
  /** From 0, nothing in common, to 10. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Sizes are near when the smaller team has at least two thirds of the people of the larger. */
const NEAR_SIZE = 2 / 3;
/** Beginnings are near within so many years. */
const NEAR_YEARS = 3;
/** What each thing in common is worth: the trades first, which decide of what a team can do. */
const WEIGHTS = { metiers: 4, taille: 2, lieux: 1, age: 1, themes: 1.5, departement: 0.5 } as const;

/** Shared over all (Jaccard index), and what is shared. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): { common: string[]; share: number } {
  const common = [...a].filter((key) => b.has(key));
  const all = a.size + b.size - common.length;
  return { common, share: all === 0 ? 0 : common.length / all };
}

/** How two teams are alike, each thing in common said in words that name it; undefined when they share no trade. */
export function likeness(a: Traits, b: Traits): Likeness | undefined {
  const metiers = shared(a.metiers, b.metiers);
  if (metiers.common.length === 0) return undefined;
  const reasons = [countOf(metiers.common.length, 'métier en commun', 'métiers en commun')];
  let score = WEIGHTS.metiers * metiers.share;
  if (a.implantation !== undefined && a.implantation === b.implantation) {
    score += WEIGHTS.lieux;
    reasons.push(a.implantation === 'monosite' ? 'un seul site' : 'plusieurs sites');
  }
  if (a.personnes !== undefined && b.personnes !== undefined) {
    const [small, large] = [Math.min(a.personnes, b.personnes), Math.max(a.personnes, b.personnes)];
    if (large > 0 && small / large >= NEAR_SIZE) {
      score += (WEIGHTS.taille * small) / large;
      reasons.push(
        small === large
          ? `la même taille (${countOf(small, 'personne')})`
          : `une taille proche (${formatNumber(a.personnes)} et ${countOf(b.personnes, 'personne')})`,
      );
    }
  }
  if (a.annee !== undefined && b.annee !== undefined && Math.abs(a.annee - b.annee) <= NEAR_YEARS) {
    score += WEIGHTS.age * (1 - Math.abs(a.annee - b.annee) / (NEAR_YEARS + 1));
    reasons.push(
      a.annee === b.annee ? `les mêmes débuts (${a.annee})` : `des débuts proches (${a.annee} et ${b.annee})`,
    );
  }
  const themes = shared(new Set(a.themes.keys()), new Set(b.themes.keys()));
  if (themes.common.length > 0) {
    score += WEIGHTS.themes * themes.share;
    reasons.push(themesInCommon(themes.common.map((key) => a.themes.get(key) ?? key)));
  }
  if (a.departement === b.departement) {
    score += WEIGHTS.departement;
    reasons.push('le même département');
  }
  return { score, reasons };
}

/** More would be a list, not a reason. */
const NAMED = 2;

function themesInCommon(names: readonly string[]): string {
  const named = names.slice(0, NAMED).map((name) => `« ${name} »`);
  const rest = names.length - named.length;
  const list = joinList(rest > 0 ? [...named, countOf(rest, 'autre')] : named);
  return names.length === 1 ? `un thème de récit (${list})` : `des thèmes de récits (${list})`;
}

/** « Ce qui les rapproche\u00A0: 9 métiers en commun, plusieurs sites et le même département. » */
export const likenessSentence = ({ reasons }: Likeness): string =>
  `Ce qui les rapproche\u00A0: ${joinList(reasons)}.`;
