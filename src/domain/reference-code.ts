/** A publication's reference code: family / format / number / month-year, as in `COORD/IC/012/1121`. */
export interface ReferenceCode {
  readonly family: string;
  readonly format: string;
  readonly number: number;
  readonly month: number;
  readonly year: number;
}

const SHAPE = /^([A-Z]{2,12})\/([A-Z]{2,8})\/(\d{3})\/(\d{2})(\d{2})$/;

/** Reads a code; undefined when its shape or its month is wrong. Two-digit years mean 2000 to 2099. */
export function parseReferenceCode(text: string): ReferenceCode | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, family = '', format = '', number, month, year] = match;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  return { family, format, number: Number(number), month: Number(month), year: 2000 + Number(year) };
}

/** « 1121 » for November 2021: the last part of a code published at that date (ISO, month known). */
export function codeMonthYear(iso: string): string {
  return `${iso.slice(5, 7)}${iso.slice(2, 4)}`;
}
