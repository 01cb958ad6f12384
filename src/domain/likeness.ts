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
  /** Each in words, made when they are wanted: most pairs of teams are compared and never shown. */
  readonly reasons: readonly (() => string)[];
}

/** Sizes are near when the smaller team has at least two thirds of the people of the larger. */
const NEAR_SIZE = 2 / 3;
/** Beginnings are near within so many years. */
const NEAR_YEARS = 3;
/** What each thing in common is worth: the trades first, which decide of what a team can do. */
const WEIGHTS = { metiers: 4, taille: 2, lieux: 1, age: 1, themes: 1.5, departement: 0.5 } as const;

type Keys = Pick<ReadonlySet<string>, 'size' | 'has' | 'keys'>;

/** What is shared. */
const commonKeys = (a: Keys, b: Keys): string[] => [...a.keys()].filter((key) => b.has(key));

/** Shared over all (Jaccard index). */
function shareOf(a: Keys, b: Keys, common: number): number {
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** How two teams are alike, each thing in common said in words that name it; undefined when they share no trade. */
export function likeness(a: Traits, b: Traits): Likeness | undefined {
  const metiers = commonKeys(a.metiers, b.metiers).length;
  if (metiers === 0) return undefined;
  const reasons = [() => countOf(metiers, 'métier en commun', 'métiers en commun')];
  let score = WEIGHTS.metiers * shareOf(a.metiers, b.metiers, metiers);
  if (a.implantation !== undefined && a.implantation === b.implantation) {
    score += WEIGHTS.lieux;
    reasons.push(() => (a.implantation === 'monosite' ? 'un seul site' : 'plusieurs sites'));
  }
  if (a.personnes !== undefined && b.personnes !== undefined) {
    const [own, other] = [a.personnes, b.personnes];
    const [small, large] = [Math.min(own, other), Math.max(own, other)];
    if (large > 0 && small / large >= NEAR_SIZE) {
      score += (WEIGHTS.taille * small) / large;
      reasons.push(() =>
        small === large
          ? `la même taille (${countOf(small, 'personne')})`
          : `une taille proche (${formatNumber(own)} et ${countOf(other, 'personne')})`,
      );
    }
  }
  if (a.annee !== undefined && b.annee !== undefined && Math.abs(a.annee - b.annee) <= NEAR_YEARS) {
    score += WEIGHTS.age * (1 - Math.abs(a.annee - b.annee) / (NEAR_YEARS + 1));
    reasons.push(() =>
      a.annee === b.annee ? `les mêmes débuts (${a.annee})` : `des débuts proches (${a.annee} et ${b.annee})`,
    );
  }
  const themes = commonKeys(a.themes, b.themes);
  if (themes.length > 0) {
    score += WEIGHTS.themes * shareOf(a.themes, b.themes, themes.length);
    reasons.push(() => themesInCommon(themes.map((key) => a.themes.get(key) ?? key)));
  }
  if (a.departement === b.departement) {
    score += WEIGHTS.departement;
    reasons.push(() => 'le même département');
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
  `Ce qui les rapproche\u00A0: ${joinList(reasons.map((say) => say()))}.`;
