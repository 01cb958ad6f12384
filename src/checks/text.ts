/** Gives its French typography to a text written with plain spaces: « : » becomes U+00A0 and colon, and so on. */
export function french(text: string): string {
  return text
    .replaceAll("'", '’')
    .replace(/« ?/g, '«\u00A0')
    .replace(/ »/g, '\u00A0»')
    .replace(/ :/g, '\u00A0:')
    .replace(/ ([;!?])/g, '\u202F$1')
    .replace(/(\d) (%|Mo|Ko)/g, '$1\u00A0$2');
}

/** A French sentence: typography is applied to what is written here, never to what was read in a file. */
export function fr(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.map((part, index) => french(part) + (values[index] ?? '')).join('');
}

/** « 1 erreur », « 3 erreurs », « 2 000 récits »: French counts, singular below two. */
export function plural(count: number, singular: string, many = `${singular}s`): string {
  return `${formatCount(count)}\u00A0${count < 2 ? singular : many}`;
}

/** 12000 gives « 12 000 » with U+202F; 1.5 gives « 1,5 »; a true minus sign. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 6 }).format(count).replace('-', '−');
}

/** « a », « a ou b », « a, b ou c ». */
export function either(words: readonly string[], last = 'ou'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** « 1ᵉʳ », « 2ᵉ ». */
export function ordinal(rank: number): string {
  return rank === 1 ? '1ᵉʳ' : `${rank}ᵉ`;
}

export type Path = readonly (string | number)[];

/** A field as a person says it: « composition, 2ᵉ élément, nombre ». */
export function fieldName(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `${ordinal(step + 1)} élément` : step || '(vide)'))
    .join(', ');
}

const INVISIBLE = /[\p{Cf}\u00A0\u202F\u2000-\u200A\u3000\u2800]/gu;

/** Characters that no one sees and that make two words differ: zero-width, unbreakable spaces, soft hyphens. */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) >= 0;
}

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, (found) => (/\p{Z}/u.test(found) ? ' ' : '')).trim();
}

/** What was read, short enough for a message: one line, sixty characters, control characters made visible. */
export function excerpt(text: string, max = 60): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  const letters = Array.from(line);
  return letters.length <= max ? line : `${letters.slice(0, max - 1).join('')}…`;
}

/** What was read, as a person would name it: « 31/12/2021 », « true », une liste, rien. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'rien';
  if (Array.isArray(value)) return value.length === 0 ? 'une liste vide' : 'une liste';
  if (typeof value === 'object') return 'un groupe de lignes';
  return fr`« ${excerpt(String(value))} »`;
}
