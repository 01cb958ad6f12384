/** French words around figures and lists. Spaces are typographic: U+202F in thousands, U+00A0 before units. */

export type Gender = 'f' | 'm';

const NBSP = '\u00A0';
const integer = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** « 719 920 », « 69,9 »: U+202F between thousands, decimal comma. */
export function formatNumber(value: number): string {
  return integer.format(value).replaceAll(/[\u00A0 ]/g, '\u202F');
}

/** « 69,9 % », with U+00A0 before the sign. */
export function formatPercent(value: number): string {
  return `${formatNumber(value)}${NBSP}%`;
}

/** The word that goes with a count: in French the plural begins at two (0 and 1.5 are singular). */
export function plural(value: number, singular: string, many: string = `${singular}s`): string {
  return Math.abs(value) >= 2 ? many : singular;
}

/** « 1 récit », « 2 récits », « aucun récit » when `none` is given and the count is zero. */
export function countOf(value: number, singular: string, many?: string, none?: string): string {
  if (value === 0 && none !== undefined) return none;
  return `${formatNumber(value)}${NBSP}${plural(value, singular, many)}`;
}

/** A participle or adjective in -é, -i or -u that agrees: « constituée », « constitués ». */
export function agreed(masculine: string, gender: Gender, value: number): string {
  return plural(value, gender === 'f' ? `${masculine}e` : masculine);
}

const UNITS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

/** « trois » up to ten, then figures; « une » for 1 in the feminine. */
export function spelled(value: number, gender: Gender = 'm'): string {
  if (value === 1 && gender === 'f') return 'une';
  return UNITS[value] ?? formatNumber(value);
}

/** « a », « a et b », « a, b et c ». */
export function joinList(items: readonly string[], last = 'et'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** A name with its article: « l’Union », « le Pôle ». */
export function withArticle(article: string, name: string): string {
  if (article === '') return name;
  return article === "l'" ? `l’${name}` : `${article} ${name}`;
}

/** A name after « de »: « de l’Union », « du Pôle », « des Forges », « d’Angers ». */
export function withDe(article: string, name: string): string {
  if (article === 'le') return `du ${name}`;
  if (article === 'les') return `des ${name}`;
  if (article !== '') return `de ${withArticle(article, name)}`;
  return /^[aeéèêiïoôuyhâœ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** First letter in capital, accents kept: « État », « À la une ». */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** « 88 ko », « 1,8 Mo »: decimal multiples of the byte (SI), as French systems show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}${NBSP}${plural(bytes, 'octet')}`;
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000))}${NBSP}ko`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10)}${NBSP}Mo`;
}

/** Sorts words as a French dictionary does: accents and case come last. */
export const byFrenchOrder = new Intl.Collator('fr', { sensitivity: 'base', numeric: true }).compare;
