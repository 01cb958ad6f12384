/** A calendar date known to the day, the month or the year; history is often vague. */
export type DatePrecision = 'day' | 'month' | 'year';

export interface ApproxDate {
  readonly iso: string;
  readonly precision: DatePrecision;
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** Number of days of a month (1 to 12) in the Gregorian calendar (ISO 8601). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Reads « 2021-10-05 », « 2019-12 » or « 2007 »; undefined when no such day exists. */
export function parseDate(text: string): ApproxDate | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1900 || year > 2100) return undefined;
  if (match[2] === undefined) return { iso: text, precision: 'year', year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) return { iso: text, precision: 'month', year, month };
  const day = Number(match[3]);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return { iso: text, precision: 'day', year, month, day };
}

function required(iso: string): ApproxDate {
  const date = parseDate(iso);
  if (!date) throw new RangeError(`not a date: ${iso}`);
  return date;
}

/** « 5 octobre 2021 », « 1ᵉʳ mars 2026 », « décembre 2019 », « 2007 »; takes a valid ISO date. */
export function formatDate(iso: string): string {
  const { year, month, day } = required(iso);
  if (month === undefined) return String(year);
  const monthAndYear = `${MONTHS[month - 1]}\u00A0${year}`;
  if (day === undefined) return monthAndYear;
  return `${day === 1 ? '1ᵉʳ' : day}\u00A0${monthAndYear}`;
}

/** « le 5 octobre 2021 », « en décembre 2019 », « en 2007 »; takes a valid ISO date. */
export function formatDateInSentence(iso: string): string {
  return `${required(iso).precision === 'day' ? 'le' : 'en'}\u00A0${formatDate(iso)}`;
}

/** « du 31 décembre 2024 », « de juin 2023 », « d’août 2024 », « de 2024 »; takes a valid ISO date. */
export function formatDateAfterDe(iso: string): string {
  const text = formatDate(iso);
  if (required(iso).precision === 'day') return `du\u00A0${text}`;
  return /^[ao]/.test(text) ? `d’${text}` : `de\u00A0${text}`;
}

/** First day that a date may mean: 2019-12 gives 2019-12-01. Used to sort and to wait for publication. */
export function firstDay(iso: string): string {
  if (iso.length === 4) return `${iso}-01-01`;
  return iso.length === 7 ? `${iso}-01` : iso;
}

/** The same day some months later, or earlier when negative; the last day of a month that is too short. */
export function addMonths(iso: string, months: number): string {
  const { year, month = 1, day = 1 } = required(firstDay(iso));
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${toYear}-${two(toMonth)}-${two(Math.min(day, daysInMonth(toYear, toMonth)))}`;
}

/** Sorts by first day, the most recent first. */
export function byMostRecent(a: string, b: string): number {
  return firstDay(b).localeCompare(firstDay(a));
}

/** Made once: today is asked for each page. */
let day: Intl.DateTimeFormat | undefined;

/** Today as YYYY-MM-DD in the time zone of the publication, for « publication à venir ». */
export function today(now: Date = new Date()): string {
  day ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
  return day.format(now);
}
