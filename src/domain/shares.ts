/** A share of the region's teams and what it means, once the figure is said. */
const SHARES = [
  ['stagiaires', 'accueillent des stagiaires'],
  ['protocoles', 'ont des protocoles pluriprofessionnels'],
  ['prevention', 'mènent des programmes de prévention'],
  ['cpts', 'sont membres d’une CPTS'],
  ['usagers', 'impliquent les usagers'],
  ['etp', 'mènent des programmes d’éducation thérapeutique'],
] as const;

type Key = (typeof SHARES)[number][0];
export interface Share {
  readonly cle: Key;
  readonly pourcent: number;
  readonly predicat: string;
}

/** The shares that were published, the largest first. */
export function sharesOf(parts: Partial<Readonly<Record<Key, number | undefined>>> = {}): Share[] {
  return SHARES.flatMap(([cle, predicat]) => {
    const pourcent = parts[cle];
    return pourcent === undefined ? [] : [{ cle, pourcent, predicat }];
  }).toSorted((a, b) => b.pourcent - a.pourcent);
}

/** A part of a whole in per cent, rounded to the unit; the whole is not zero. */
export function percentOf(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}
