import { type ApproxDate, formatDate, parseDate } from '#src/domain/dates.ts';

const MONTHS = Array.from(
  { length: 12 },
  (_, index) => formatDate(`2000-${String(index + 1).padStart(2, '0')}`).split('\u00A0')[0] ?? '',
);
const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const MONTH_NUMBERS = new Map(
  MONTHS.map((month, index) => [plain(month), String(index + 1).padStart(2, '0')]),
);

const START =
  /^\s*(?:(\d{4}(?:-\d{2}){0,2})|(?:(\d{1,2})(?:er|ᵉʳ)?[ \u00A0]+)?(\p{L}{3,9})[ \u00A0]+(\d{4}))[ \u00A0\u202F]*(?::|–|—|-(?=[ \u00A0])|$)[ \u00A0]*/u;

/** The date that opens a text, « 2019-12 : », « décembre 2019 : », « 5 octobre 2021 – », and how much of the text it takes. */
export function leadingDate(text: string): { date: ApproxDate; length: number } | undefined {
  const match = START.exec(text);
  if (!match) return undefined;
  const [whole, iso, day, month, year] = match;
  const number = month === undefined ? undefined : MONTH_NUMBERS.get(plain(month));
  if (iso === undefined && number === undefined) return undefined;
  const date = parseDate(
    iso ?? [year, number, day?.padStart(2, '0')].filter((part) => part !== undefined).join('-'),
  );
  return date && { date, length: whole.length };
}

/** Whether a date comes before another as far as both are known: « 2019 » is not before « 2019-12 ». */
export function isBefore(date: ApproxDate, other: ApproxDate): boolean {
  const length = Math.min(date.iso.length, other.iso.length);
  return date.iso.slice(0, length) < other.iso.slice(0, length);
}
