import { firstDay, today } from './dates.ts';

/** True when readers may see an entry: not a draft, and its publication date, if any, has come. */
export function isOnline(
  entry: { brouillon: boolean; publication?: string | undefined },
  day: string = today(),
): boolean {
  return !entry.brouillon && (entry.publication === undefined || firstDay(entry.publication) <= day);
}
