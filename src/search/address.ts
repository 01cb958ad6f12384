import type { Choix } from './facets.ts';
import { LONGEST } from './question.ts';

/** What is asked: kept whole in the page's address, so that it can be shared and gone back to. */
export interface Demande {
  readonly texte: string;
  /** Only what was typed is looked for. */
  readonly exact: boolean;
  readonly choix: Choix;
}

const TEXT = 'q';
const EXACT = 'exact';

/** Reads the part of an address that follows « ? ». */
export function readAddress(search: string): Demande {
  const parameters = new URLSearchParams(search);
  const choix = new Map<string, Set<string>>();
  for (const [key, value] of parameters) {
    if (key === TEXT || key === EXACT || value === '') continue;
    choix.set(key, (choix.get(key) ?? new Set()).add(value));
  }
  return { texte: (parameters.get(TEXT) ?? '').slice(0, LONGEST), exact: parameters.has(EXACT), choix };
}

/** The address of a question on the search page. */
export function addressOf({ texte, exact, choix }: Demande): string {
  const parameters = new URLSearchParams();
  if (texte !== '') parameters.set(TEXT, texte);
  if (exact) parameters.set(EXACT, '1');
  for (const [key, values] of choix) for (const value of values) parameters.append(key, value);
  const text = parameters.toString();
  return text === '' ? '/recherche/' : `/recherche/?${text}`;
}

/** The same question with a value chosen, or no longer. */
export function toggled(
  { choix, ...rest }: Demande,
  facette: string,
  valeur: string,
  chosen: boolean,
): Demande {
  const values = new Set(choix.get(facette));
  if (chosen) values.add(valeur);
  else values.delete(valeur);
  const next = new Map(choix);
  if (values.size > 0) next.set(facette, values);
  else next.delete(facette);
  return { ...rest, choix: next };
}
