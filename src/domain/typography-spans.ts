/** A stretch of text that must be left exactly as written. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:|tel:)[^\s"«»<>\u00A0\u202F\uFFFC]*/gi;
const FILE_NAME = /^[\p{L}\p{N}_.~/\\-]*[\p{L}\p{N}_-]\.[a-z][a-z0-9]{1,4}$/iu;
/** « COORD/IC/012/1121 », « A/B », « content/outils ». */
const CODE = /^[\p{L}\p{N}_.-]+(?:\/[\p{L}\p{N}_.-]+)+\/?$/u;
const LEADING = /^[("«[{'’]+/;
const TRAILING = /[)"»\]}.,;:!?…'’]+$/;

/** None of what follows is without one of these. */
const PROTECTED_SIGN = /[/@]|\d:\d|\.[\p{L}\d]|(?:mailto|tel):/iu;

/**
 * The stretches that typography never touches: addresses, e-mails, file names, reference codes, times « 14:30 », ratios « 3:1 ».
 * @param text any text, of any length (linear time)
 * @returns spans sorted by start, which do not overlap
 */
export function protectedSpans(text: string): Span[] {
  const spans: Span[] = [];
  if (!PROTECTED_SIGN.test(text)) return spans;
  for (const word of text.matchAll(/[^\s\u00A0\u202F\uFFFC]+/g)) {
    const token = word[0];
    if (token.length < 3 || !/[/@.:]/.test(token)) continue;
    const addresses = token.length > 4 ? [...token.matchAll(ADDRESS)] : [];
    if (addresses.length > 0) {
      for (const address of addresses) {
        const start = word.index + address.index;
        spans.push({ start, end: start + address[0].length });
      }
      continue;
    }
    // Beyond this it is no name nor code, and trimming it could take quadratic time.
    if (token.length > 400) continue;
    const lead = LEADING.exec(token)?.[0].length ?? 0;
    const core = token.slice(lead).replace(TRAILING, '');
    if (core.includes('@') || /\d:\d/.test(core) || FILE_NAME.test(core) || CODE.test(core)) {
      spans.push({ start: word.index + lead, end: word.index + lead + core.length });
    }
  }
  return spans;
}
