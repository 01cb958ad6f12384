import { type ApproxDate, parseDate } from '#src/domain/dates.ts';
import { isoFromFrench } from '#src/domain/french-dates.ts';

/** A date, then « : » or a dash, or nothing more. */
const START =
  /^\s*(\d{4}(?:-\d{2}){0,2}|[\p{L}\p{N} \u00A0]{4,24}?)[ \u00A0\u202F]*(?::|–|—|-(?=[ \u00A0])|$)[ \u00A0]*/u;

/** The date that opens a text, « 2019-12 : », « décembre 2019 : », « 5 octobre 2021 – », and how much of the text it takes. */
export function leadingDate(text: string): { date: ApproxDate; length: number } | undefined {
  const [whole = '', head = ''] = START.exec(text) ?? [];
  const date = parseDate(isoFromFrench(head) ?? head);
  return date && { date, length: whole.length };
}

/** Whether a date comes before another as far as both are known: « 2019 » is not before « 2019-12 ». */
export function isBefore(date: ApproxDate, other: ApproxDate): boolean {
  const length = Math.min(date.iso.length, other.iso.length);
  return date.iso.slice(0, length) < other.iso.slice(0, length);
}
