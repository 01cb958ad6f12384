import { parseDate } from './dates.ts';

const MONTHS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];

/** The ISO date that a person meant: « 31/12/2021 », « 1er mars 2026 », « oct. 2021 »; undefined when unclear. */
export function isoFromFrench(text: string): string | undefined {
  const bare = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim();
  const iso = numeric(bare) ?? worded(bare);
  return iso !== undefined && parseDate(iso) ? iso : undefined;
}

function build(year: string, month: number | string, day?: string): string {
  const two = (value: number | string) => String(value).padStart(2, '0');
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

function numeric(text: string): string | undefined {
  const dayFirst = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  if (dayFirst) return build(dayFirst[3] ?? '', dayFirst[2] ?? '', dayFirst[1]);
  const yearFirst = /^(\d{4})[/. -](\d{1,2})(?:[/. -](\d{1,2}))?(?:t[\d:.z+-]*)?$/.exec(text);
  if (yearFirst) return build(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3]);
  const monthFirst = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  return monthFirst ? build(monthFirst[2] ?? '', monthFirst[1] ?? '') : undefined;
}

function worded(text: string): string | undefined {
  const words =
    /^(?:(?:le |en )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?(\d{1,2})(?:er|ᵉʳ)? |(?:en )?)([a-z]{3,9})\.? (\d{4})$/.exec(
      text,
    );
  const month = MONTHS.findIndex((name) => words?.[2]?.startsWith(name)) + 1;
  return words && month > 0 ? build(words[3] ?? '', month, words[1]) : undefined;
}
