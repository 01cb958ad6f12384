import { protectedSpans, type Span } from './typography-spans.ts';

/** The text that stands just before and just after, when inline markup cuts one sentence into several texts. */
export interface TypographyContext {
  readonly before?: string;
  readonly after?: string;
}

const NBSP = '\u00A0';
const NNBSP = '\u202F';
const SPACE = '[ \\u00A0\\u202F]';
/** Stands in the context for what is not text (code, an image): not a space, not a letter. */
export const OBJECT = '\uFFFC';

interface Rule {
  /** A text without any of these cannot match: most texts are spared most rules. */
  readonly needs: RegExp;
  readonly find: RegExp;
  readonly write: (found: string, at: Place) => string;
}
interface Place {
  readonly whole: string;
  readonly start: number;
  readonly end: number;
}

const UNITS =
  '(?:%|‰|€|\\$|k€|M€|°C|km²|km|m²|m³|cm|mm|ha|kg|mg|g|ml|min|ko|Ko|Mo|Go|ETP|h|m|l|L|s|millions?|milliards?|euros?)';
const END_OF_UNIT = '(?![\\p{L}\\p{N}/])';

/** « 1234567 » gives groups of three; shorter than five digits is left as written. */
export function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, NNBSP);
}

/** Postcodes, telephone numbers and registers are numbers too: they are never grouped. */
function isQuantity(place: Place): boolean {
  const before = place.whole.slice(Math.max(0, place.start - 24), place.start);
  const after = place.whole.slice(place.end, place.end + 3);
  if (/^[ \u00A0\u202F]?\p{Lu}/u.test(after)) return false;
  if (/\($/.test(before) && after.startsWith(')')) return false;
  return !/(?:\b\p{Lu}{2,}|[nN][°º]|\bcode(?: postal)?|\bcodes|numéro)[ \u00A0\u202F:]*$/u.test(before);
}

const DOTS = /\.{3}/;
const APOSTROPHE = /'/;
const QUOTE = /"/;
const GUILLEMET = /[«»]/;
const HIGH = /[;!?]/;
const COLON = /:/;
const DIGIT = /\d/;
const TITLE = /(?:M\.|Mmes?|Drs?|Pr) /;

const RULES: readonly Rule[] = [
  { needs: DOTS, find: /(?<!\.)\.{3}(?!\.)/g, write: () => '…' },
  { needs: APOSTROPHE, find: /(?<=\p{L})'(?=[\p{L}\p{N}«"“\uFFFC])/gu, write: () => '’' },
  // A straight quote opens after a space or an opening sign, and closes after anything else.
  { needs: QUOTE, find: /(?<=^|[\s(\[{—–«’\u00A0\u202F])"(?=[^\s"\u00A0\u202F])/g, write: () => `«${NBSP}` },
  { needs: QUOTE, find: /(?<=[^\s(\[{—–"\u00A0\u202F])"(?![\p{L}\p{N}])/gu, write: () => `${NBSP}»` },
  { needs: GUILLEMET, find: new RegExp(`(?<=«)${SPACE}+(?=\\S)`, 'g'), write: () => NBSP },
  { needs: GUILLEMET, find: /«(?=[^\s\u00A0\u202F])/g, write: () => `«${NBSP}` },
  { needs: GUILLEMET, find: new RegExp(`(?<=[^\\s\\u00A0\\u202F])${SPACE}+(?=»)`, 'g'), write: () => NBSP },
  { needs: GUILLEMET, find: /(?<=[^\s\u00A0\u202F«])»/g, write: () => `${NBSP}»` },
  // High punctuation.
  {
    needs: HIGH,
    find: new RegExp(`(?<=[^\\s\\u00A0\\u202F])${SPACE}+(?=[;!?](?:[\\s?!…»")\\]\\u00A0\\u202F]|$))`, 'g'),
    write: () => NNBSP,
  },
  {
    needs: HIGH,
    find: /(?<=[\p{L}\p{N}%)\]…\uFFFC])[;!?](?=[\s?!…»")\]\u00A0\u202F]|$)/gu,
    write: (mark) => `${NNBSP}${mark}`,
  },
  { needs: HIGH, find: /(?<=[»’”])[;!?](?=[\s?!…)\]\u00A0\u202F]|$)/g, write: (mark) => `${NNBSP}${mark}` },
  {
    needs: COLON,
    find: new RegExp(`(?<=[^\\s\\u00A0\\u202F])${SPACE}+(?=:(?:[\\s\\u00A0\\u202F]|$))`, 'g'),
    write: () => NBSP,
  },
  { needs: COLON, find: /(?<=[\p{L}\p{N}%)\]»…\uFFFC]):(?=[\s\u00A0\u202F]|$)/gu, write: () => `${NBSP}:` },
  // Numbers: first those written in one piece, then the spaces of those already in groups.
  {
    needs: DIGIT,
    find: /(?<![\p{L}\p{N}.,/_:#+°º-])[1-9]\d{4,6}(?![\p{L}\p{N}/_:#-]|[.,]\d{4})/gu,
    write: (found, place) => (isQuantity(place) ? groupThousands(found) : found),
  },
  {
    needs: DIGIT,
    find: /(?<![\p{L}\p{N}.,/_-]|\d[ \u00A0\u202F])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?![\p{L}\p{N}/_-])/gu,
    write: (found) => found.replace(/[ \u00A0]/g, NNBSP),
  },
  // Hours before units, so that « 14h30 » becomes « 14 h 30 ».
  {
    needs: DIGIT,
    find: /(?<=(?<![\p{L}\p{N}:])\d{1,2})h(?=\d{2}(?![\p{L}\p{N}]))/gu,
    write: () => `${NBSP}h${NBSP}`,
  },
  { needs: DIGIT, find: /(?<=(?<![\p{L}\p{N}:])\d{1,2})h(?![\p{L}\p{N}])/gu, write: () => `${NBSP}h` },
  {
    needs: DIGIT,
    find: /(?<=(?<![\p{L}\p{N}])\d{1,2}[ \u00A0]h)[ ](?=[0-5]\d(?![\p{L}\p{N}]|[ \u00A0]h))/gu,
    write: () => NBSP,
  },
  {
    needs: DIGIT,
    find: /(?<=\d(?:[ \u00A0]h(?:[ \u00A0]\d\d)?)?[ \u00A0])-(?=[ \u00A0]\d)/g,
    write: () => '–',
  },
  { needs: DIGIT, find: new RegExp(`(?<=\\d)[ \\u202F](?=${UNITS}${END_OF_UNIT})`, 'gu'), write: () => NBSP },
  { needs: DIGIT, find: /(?<=\d)(?=[%€‰](?![\p{L}\p{N}]))/gu, write: () => NBSP },
  // Words that must not part from what follows.
  { needs: DIGIT, find: /(?<=(?<![\p{L}\p{N}])[nN][°º]) ?(?=\d)/gu, write: () => NBSP },
  { needs: DIGIT, find: /(?<=(?<![\p{L}\p{N}.])(?:art|Art|p|pp)\.) (?=\d)/gu, write: () => NBSP },
  {
    needs: TITLE,
    find: /(?<=(?<![\p{L}\p{N}.])(?:M\.|MM\.|Mme|Mmes|Dr|Drs|Pr)) (?=\p{Lu})/gu,
    write: () => NBSP,
  },
  // Ordinals.
  { needs: DIGIT, find: /(?<=(?<![\p{L}\p{N}./,_-])1)er(?![\p{L}\p{N}/_-])/gu, write: () => 'ᵉʳ' },
  { needs: DIGIT, find: /(?<=(?<![\p{L}\p{N}./,_-])1)re(?![\p{L}\p{N}/_-])/gu, write: () => 'ʳᵉ' },
  {
    needs: DIGIT,
    find: /(?<=(?<![\p{L}\p{N}./,_-])\d{1,3})e(?![\p{L}\p{N}/_.-]\S|[\p{L}\p{N}])/gu,
    write: () => 'ᵉ',
  },
];

/** Nothing to mend in a text that holds none of these. */
const TRIGGER = /['"«»;:!?%€‰$°º-]|\.{3}|\d|(?:M|MM|Mme|Mmes|Dr|Drs|Pr)\.? \p{Lu}/u;

/** Whether an insertion or a replacement falls inside one of the spans, sorted by their start. */
function isProtected(spans: readonly Span[], start: number, end: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  if (!span) return false;
  return start === end ? span.start < start : span.start < end;
}

/** One pass of every rule over the text, which alone may change; its surroundings only inform. */
function pass(text: string, before: string, after: string): string {
  let current = text;
  for (const { needs, find, write } of RULES) {
    // A rule may look one sign beyond the text, and its sign may stand just before.
    if (
      !needs.test(current) &&
      !needs.test(before.slice(-4) + current.slice(0, 1)) &&
      !needs.test(after.slice(0, 1))
    )
      continue;
    const whole = before + current + after;
    const matches = [...whole.matchAll(find)];
    if (matches.length === 0) continue;
    const spans = protectedSpans(whole);
    const last = before.length + current.length;
    let written = '';
    let from = before.length;
    for (const match of matches) {
      const start = match.index;
      const end = start + match[0].length;
      const inside = start >= before.length && end <= last && (end > start || start < last);
      if (!inside || isProtected(spans, start, end)) continue;
      written += whole.slice(from, start) + write(match[0], { whole, start, end });
      from = end;
    }
    current = written + whole.slice(from, last);
  }
  return current;
}

/**
 * French typography of a text: apostrophes, guillemets, the spaces of punctuation, thousands, hours, units, ordinals.
 * Idempotent; letters and digits never change (ordinals only rise); addresses, file names, times and codes are left alone.
 * @param text one run of plain text
 * @param context what surrounds it in the same sentence, when markup cuts the sentence
 */
export function typographie(text: string, context: TypographyContext = {}): string {
  const before = context.before ?? '';
  const after = context.after ?? '';
  if (!TRIGGER.test(text + after.slice(0, 1))) return text;
  let current = text;
  // One change may call another (a group of digits, then its neighbour): until nothing moves.
  for (let round = 0; round < 6; round++) {
    const next = pass(current, before, after);
    if (next === current) return next;
    current = next;
  }
  return current;
}
