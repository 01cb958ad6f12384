import type { Keys } from '#src/domain/selection.ts';
import { LONGEST } from './question.ts';

/** What is asked: kept whole in the page's address, so that it can be shared and gone back to. */
export interface Demande {
  readonly texte: string;
  /** Only what was typed is looked for. */
  readonly exact: boolean;
  /** Values chosen in each facet. */
  readonly choix: Keys;
}

const TEXT = 'q';
const EXACT = 'exact';

/** Reads the part of an address that follows « ? ». */
export function readAddress(search: string): Demande {
  const parameters = new URLSearchParams(search);
  const choix = new Map<string, string[]>();
  for (const [key, value] of parameters) {
    if (key === TEXT || key === EXACT || value === '') continue;
    choix.set(key, [...new Set([...(choix.get(key) ?? []), value])]);
  }
  return {
    texte: (parameters.get(TEXT) ?? '').slice(0, LONGEST),
    exact: parameters.has(EXACT),
    choix: Object.fromEntries(choix),
  };
}

/** The address of a question on the search page. */
export function addressOf({ texte, exact, choix }: Demande): string {
  const parameters = new URLSearchParams();
  if (texte !== '') parameters.set(TEXT, texte);
  if (exact) parameters.set(EXACT, '1');
  for (const [key, values] of Object.entries(choix))
    for (const value of values) parameters.append(key, value);
  const text = parameters.toString();
  return text === '' ? '/recherche/' : `/recherche/?${text}`;
}

/** Number of values chosen. */
export const chosenIn = ({ choix }: Demande): number =>
  Object.values(choix).reduce((sum, values) => sum + values.length, 0);
