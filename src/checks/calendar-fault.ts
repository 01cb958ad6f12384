import { daysInMonth, formatDate } from '#src/domain/dates.ts';
import { fr } from './text.ts';

/** Why an ISO-looking date is no date: « février 2021 compte 28 jours »; undefined for another shape. */
export function calendarFault(text: string): string | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? '1')];
  if (year < 1900 || year > 2100) return fr`l'année doit être comprise entre 1900 et 2100`;
  if (month < 1 || month > 12) return fr`il n'y a pas de mois n° ${month}`;
  const days = daysInMonth(year, month);
  if (day >= 1 && day <= days) return undefined;
  return fr`${formatDate(`${match[1]}-${match[2]}`)} compte ${days} jours`;
}
