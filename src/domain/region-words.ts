import { agreed, countOf, formatNumber, formatPercent, type Gender, plural } from './french.ts';

/** The publication's own words, which the sentences on its region are made of. */
export interface RegionWords {
  readonly equipes: { readonly singulier: string; readonly pluriel: string; readonly genre: Gender };
  readonly de_la_region: string;
  readonly organisation: { readonly nom: string; readonly article: string };
  readonly departements: Readonly<Record<string, string>>;
}

export type Unit = '%' | 'an' | 'h';

/** « 82 % », « 5 ans », « 14 h », « 2 382 ». */
export function withUnit(value: number, unit?: Unit): string {
  if (unit === '%') return formatPercent(value);
  if (unit === 'an') return countOf(value, 'an');
  return unit === 'h' ? `${formatNumber(value)}\u00A0h` : formatNumber(value);
}

/** « maison de santé », « maisons de santé ». */
export function teamWord(count: number, { equipes: { singulier, pluriel } }: RegionWords): string {
  return plural(count, singulier, pluriel);
}

/** « 12 maisons de santé ». */
export function teams(count: number, words: RegionWords): string {
  return `${formatNumber(count)}\u00A0${teamWord(count, words)}`;
}

/** « une maison de santé ». */
export function oneTeam({ equipes: { singulier, genre } }: Pick<RegionWords, 'equipes'>): string {
  return `${genre === 'f' ? 'une' : 'un'} ${singulier}`;
}

/** « d’âge médian pour une maison de santé », after a number of years. */
export const medianAge = (words: RegionWords) => `d’âge médian pour ${oneTeam(words)}`;

/** « métiers par maison de santé, en moyenne »; the plural is on the first word: « signataires du projet ». */
export function perTeam(value: number, noun: string, words: RegionWords): string {
  return `${plural(value, noun, noun.replace(/(?= |$)/, 's'))} par ${words.equipes.singulier}, en moyenne`;
}

/** « personnes coordonnent les maisons de santé ». */
export function coordinate(value: number, { equipes: { pluriel } }: RegionWords): string {
  return `${plural(value, 'personne coordonne', 'personnes coordonnent')} les ${pluriel}`;
}

/** « des maisons de santé sont coordonnées », after a share. */
export function coordinated({ equipes: { pluriel, genre } }: RegionWords): string {
  return `des ${pluriel} sont ${agreed('coordonné', genre, 2)}`;
}
