/** French words around figures and lists. Spaces are typographic: U+202F in thousands, U+00A0 before units. */

export type Gender = 'f' | 'm';

const NBSP = '\u00A0';
/** Made when one is needed: a phone takes a tenth of a second to make the first, which pages with a script would pay. */
let number: Intl.NumberFormat | undefined;
let order: Intl.Collator | undefined;

/** « 719 920 », « 69,9 »: U+202F between thousands, decimal comma. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  number ??= new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
  return number.format(value).replaceAll(/[\u00A0 ]/g, '\u202F');
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

/** First letter without its capital. */
export function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}

const FUNCTION_WORD =
  /^(?:l[’']|d[’']|(?:un|une|le|la|les|des?|du|ce|ces|cette|chaque|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|quelques|en|par|pour|avec|dans|sur|à|au|aux|chez|sans|selon|projet)[\s,])/i;

/**
 * A text that stood alone, inside a sentence: its capital goes when its first word can only be a common one. A name
 * (« Alzheimer ») keeps it.
 */
export function midSentence(text: string): string {
  return FUNCTION_WORD.test(text) ? uncapitalised(text) : text;
}

/** « 88 ko », « 1,8 Mo »: decimal multiples of the byte (SI), as French systems show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}${NBSP}${plural(bytes, 'octet')}`;
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000))}${NBSP}ko`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10)}${NBSP}Mo`;
}

/** « 12 s », « 1 min 20 s », « 2 h 5 min »: a duration in seconds, to the second, then to the minute. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const unit = (value: number, name: string) => (value > 0 ? [`${value}${NBSP}${name}`] : []);
  return [...unit(hours, 'h'), ...unit(minutes, 'min'), ...unit(hours > 0 ? 0 : rest, 's')].join(' ');
}

/** Sorts words as a French dictionary does: accents and case come last. */
export function byFrenchOrder(a: string, b: string): number {
  order ??= new Intl.Collator('fr', { sensitivity: 'base', numeric: true });
  return order.compare(a, b);
}
