import type { Groupe } from '#src/domain/search-sources.ts';
import type { Entry } from './word-list.ts';
import type { Sheet } from './sheets.ts';
import { writtenForms } from './text-words.ts';
import { fold, isStopWord, stem } from './words.ts';

/** Words proposed for a misspelt one: so many at most, the most useful first. */
const MOST = 5000;
/** How much more a word of a title, of a heading or of a list counts than one of a text. */
const SHORT_TEXT = 3;

/**
 * Words as they are written, for « Vouliez-vous dire… »: those of titles, headings, keywords and closed lists, then
 * those of texts that stand in two pages at least. One a line, the most frequent first.
 */
export function spellingOf(
  sheets: readonly Sheet[],
  groupes: readonly Groupe[],
  words: ReadonlyMap<string, Entry>,
): string {
  const weights = new Map<string, number>();
  const meet = (form: string, weight: number) => weights.set(form, (weights.get(form) ?? 0) + weight);
  const short = (text: string) => writtenForms(text).forEach((form) => meet(form, SHORT_TEXT));
  for (const { titre, ancres, source, mots } of sheets) {
    short(titre);
    for (const [, , heading] of ancres) short(heading);
    for (const entree of [...source.mots, ...source.alentours]) short(entree);
    for (const [form, count] of mots.formes) meet(form, count);
  }
  for (const { mots, entrees } of groupes) [...mots, ...entrees].forEach(short);
  return [...byWord(weights)]
    .map(([mot, written]) => {
      const ranked = [...written].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      const weight = ranked.reduce((sum, [, count]) => sum + count, 0);
      return { form: ranked[0]?.[0] ?? mot, weight, pages: words.get(stem(mot))?.pages.length ?? 0 };
    })
    .filter(({ weight, pages }) => pages > 1 || weight > 2)
    .toSorted((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1))
    .slice(0, MOST)
    .map(({ form }) => form)
    .join('\n');
}

/** Ways to write each word, with how much they were met. */
function byWord(weights: ReadonlyMap<string, number>): Map<string, Map<string, number>> {
  const words = new Map<string, Map<string, number>>();
  for (const [form, weight] of weights) {
    const mot = fold(form);
    if (/\d/.test(mot) || isStopWord(mot)) continue;
    // A capital at the head of a sentence is no part of the word; an acronym keeps its own.
    const written = form === form.toUpperCase() ? form : form.toLocaleLowerCase('fr');
    const known = words.get(mot) ?? new Map<string, number>();
    words.set(mot, known.set(written, (known.get(written) ?? 0) + weight));
  }
  return words;
}
