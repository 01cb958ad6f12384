import type { Entry } from './word-list.ts';
import type { Sheet } from './sheets.ts';
import type { Groupe } from './format.ts';
import { fold, isStopWord, stem, tokensOf } from './words.ts';

/** Words proposed for a misspelt one: so many at most, the most useful first. */
const MOST = 5000;
const SHORTEST = 4;

/**
 * Words as they are written, for « Vouliez-vous dire… »: those of titles, headings, keywords and closed lists, then
 * those of texts that stand in two pages at least. One a line, the most frequent first.
 */
export function spellingOf(
  sheets: readonly Sheet[],
  groupes: readonly Groupe[],
  words: ReadonlyMap<string, Entry>,
): string {
  const forms = new Map<string, Map<string, number>>();
  const meet = (text: string, weight: number) => {
    for (const { mot, debut, fin } of tokensOf(text)) {
      if (mot.length < SHORTEST || /\d/.test(mot) || isStopWord(mot)) continue;
      const form = text.slice(debut, fin);
      // A capital at the head of a sentence is no part of the word; an acronym keeps its own.
      const written = form === form.toUpperCase() ? form : form.toLocaleLowerCase('fr');
      const known = forms.get(mot) ?? new Map<string, number>();
      forms.set(mot, known.set(written, (known.get(written) ?? 0) + weight));
    }
  };
  const short = (text: string) => meet(text, 3);
  for (const { titre, ancres, source, texte } of sheets) {
    short(titre);
    for (const [, , heading] of ancres) short(heading);
    for (const mot of [...source.mots, ...source.alentours]) short(mot);
    meet(texte, 1);
  }
  for (const { mots, entrees } of groupes) [...mots, ...entrees].forEach(short);
  return [...forms]
    .map(([mot, written]) => {
      const ranked = [...written].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      const weight = ranked.reduce((sum, [, count]) => sum + count, 0);
      return { form: ranked[0]?.[0] ?? mot, weight, pages: words.get(stem(fold(mot)))?.pages.length ?? 0 };
    })
    .filter(({ weight, pages }) => pages > 1 || weight > 2)
    .toSorted((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1))
    .slice(0, MOST)
    .map(({ form }) => form)
    .join('\n');
}
