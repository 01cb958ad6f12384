import type { Nature } from '#src/domain/search-sources.ts';
import { encodeLine, LEVELS } from './format.ts';
import type { Sheet } from './sheets.ts';
import type { TextWords } from './text-words.ts';
import { compoundsOf, isStopWord, nameKey, stem, stemsInOrder, tokensOf } from './words.ts';

/** The most that a word weighs by where it stands in a page; a title's weight is shared among its words. */
const WEIGHTS = { titre: 12, mots: 5, intertitre: 3, texte: 3, resume: 2, alentours: 1.5 } as const;
/** The sum of those weights that counts for half of the most. */
const HALF = 7;
/**
 * At equal merit, stories and tools come first: readers come for them. Who types the name of a section wants the section;
 * a page that gathers what others say comes after them, and an acronym that was not asked for by its name comes last.
 */
const PRIOR: Record<Nature, number> = { histoire: 1, outil: 1, equipe: 0.95, page: 0.9, sigle: 0.6 };
const ROLE = { rubrique: 1, texte: 1, recueil: 0.55 } as const;
/** How much more the words of a title weigh. */
const NAMED = { rubrique: 4, texte: 1, recueil: 1 } as const;
/** BM25 (Robertson and Zaragoza, 2009): how soon repeating a word stops counting, and how much length does. */
const K1 = 1.4;
const B = 0.3;

/** A word's pages in order, each with how much it weighs there and its places in the text, as gaps. */
export interface Entry {
  readonly pages: number[];
  readonly weights: number[];
  readonly places: string[];
}

interface PageWords {
  /** From the title, the headings, the keywords. */
  readonly weights: ReadonlyMap<string, number>;
  readonly texte: TextWords;
  readonly prior: number;
}

/** Stems of a short text, those of compound words in one piece too. */
const stemsOf = (text: string): string[] => {
  const tokens = tokensOf(text);
  return [...tokens, ...compoundsOf(text, tokens)].flatMap(({ mot }) => (isStopWord(mot) ? [] : [stem(mot)]));
};

/** The names by which a page is asked for: its title, and what an acronym means. */
const namesOf = ({ titre, nature, repere }: Sheet): string[] =>
  nature === 'sigle' ? [titre, repere] : [titre];

function wordsOf({ titre, mots, ancres, nature, source }: Sheet): PageWords {
  const weights = new Map<string, number>();
  const add = (words: Iterable<string>, weight: number) => {
    for (const word of new Set(words)) weights.set(word, (weights.get(word) ?? 0) + weight);
  };
  const title = stemsOf(titre);
  add(title, (WEIGHTS.titre * NAMED[source.role]) / Math.sqrt(Math.max(1, new Set(title).size)));
  add(
    ancres.flatMap(([, , heading]) => stemsOf(heading)),
    WEIGHTS.intertitre,
  );
  add(source.mots.flatMap(stemsOf), WEIGHTS.mots);
  add(stemsOf(source.resume), WEIGHTS.resume);
  add(source.alentours.flatMap(stemsOf), WEIGHTS.alentours);
  return { weights, texte: mots, prior: PRIOR[nature] * ROLE[source.role] };
}

/** Every word of the pages, in order, with its pages, weights and places. */
export function wordList(sheets: readonly Sheet[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const enter = (word: string, page: number, weight: number, places: string) => {
    let entry = entries.get(word);
    if (!entry) entries.set(word, (entry = { pages: [], weights: [], places: [] }));
    if (entry.pages.at(-1) === page) return;
    entry.pages.push(page);
    entry.weights.push(weight);
    entry.places.push(places);
  };
  const pages = sheets.map(wordsOf);
  const average = pages.reduce((sum, { texte }) => sum + texte.longueur, 0) / Math.max(1, pages.length);
  pages.forEach(({ weights, texte: { longueur, places }, prior }, page) => {
    for (const name of namesOf(sheets[page] as Sheet)) {
      const key = nameKey(stemsInOrder(name));
      if (key !== undefined) enter(key, page, LEVELS, '');
    }
    const size = 1 - B + (B * longueur) / Math.max(1, average);
    const weigh = (word: string, count: number, own: string) => {
      const sum = (weights.get(word) ?? 0) + (WEIGHTS.texte * count) / (count + K1 * size);
      const weight = Math.round((LEVELS * prior * sum) / (sum + HALF));
      enter(word, page, Math.min(LEVELS, Math.max(1, weight)), own);
    };
    for (const [word, count, own] of places) weigh(word, count, own);
    // A word of the text has been entered: another entry for the same page is none.
    for (const word of weights.keys()) weigh(word, 0, '');
  });
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A piece of the word list: about so many letters, which gzip halves. */
const PIECE = 16_000;

export interface Piece {
  /** Its first word. */
  readonly debut: string;
  readonly mots: string;
  /** Places of the same words, in the same order: read for phrases only. */
  readonly places: string;
}

/** The word list in pieces of about the same size; a very common word may have one of its own. */
export function piecesOf(words: ReadonlyMap<string, Entry>): Piece[] {
  const pieces: Piece[] = [];
  let [lines, places, size]: [string[], string[], number] = [[], [], 0];
  let debut = '';
  const close = () => {
    if (lines.length > 0) pieces.push({ debut, mots: lines.join('\n'), places: places.join('\n') });
    [lines, places, size] = [[], [], 0];
  };
  for (const [word, entry] of words) {
    const line = encodeLine(word, entry);
    if (size > 0 && size + line.length > PIECE) close();
    if (lines.length === 0) debut = word;
    lines.push(line);
    places.push(`${word} ${entry.places.join(' ')}`);
    size += line.length;
  }
  close();
  return pieces;
}
