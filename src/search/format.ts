import type { Groupe, Nature } from '#src/domain/search-sources.ts';

/**
 * The files of the index, written at build (`build-index.ts`) and read in the browser (`source.ts`). A small entry
 * leads to the rest, in a folder named by a digest of its contents: pieces of the word list, one sheet for each page.
 */

export interface Entree {
  /** Name of the folder where the other files stand. */
  readonly version: string;
  /** Number of pages; a page is known by its rank. */
  readonly pages: number;
  /** First word of each piece of the word list, in order. */
  readonly debuts: readonly string[];
  readonly groupes: readonly Groupe[];
}

export interface Valeur {
  readonly cle: string;
  readonly nom: string;
  /** Ranks of its pages, encoded (`encodeRanks`). */
  readonly pages: string;
}
export interface Facette {
  readonly cle: string;
  readonly nom: string;
  readonly valeurs: readonly Valeur[];
}

/** What a result shows of a page, and the text from which its excerpts are cut. */
export interface Fiche {
  readonly url: string;
  readonly titre: string;
  readonly nature: Nature;
  /** What tells it from others: « Guide · Concertation pluriprofessionnelle ». */
  readonly repere: string;
  readonly texte: string;
  /** Places that an address leads to: where they begin in the text, in characters, identifier, title. */
  readonly ancres: readonly (readonly [number, string, string])[];
}

export const ENTREE = 'index.json';
export const NOMS = {
  morceau: (rank: number) => `mots-${rank}`,
  places: (rank: number) => `places-${rank}`,
  fiche: (page: number) => `fiche-${page}`,
  facettes: 'facettes',
  orthographe: 'orthographe',
} as const;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** Whole numbers, zero or more, as letters: five bits a letter, the sixth says that another follows. */
export function encodeNumbers(numbers: Iterable<number>): string {
  let out = '';
  for (const number of numbers) {
    let left = number;
    while (left >= 32) {
      out += DIGITS[32 + (left % 32)];
      left = Math.floor(left / 32);
    }
    out += DIGITS[left];
  }
  return out;
}

export function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let unit = 1;
  for (const letter of text) {
    const digit = VALUES.get(letter) ?? 0;
    value += (digit % 32) * unit;
    if (digit >= 32) unit *= 32;
    else {
      numbers.push(value);
      value = 0;
      unit = 1;
    }
  }
  return numbers;
}

/** Growing ranks, as the gaps between them. */
export const encodeRanks = (ranks: readonly number[]): string =>
  encodeNumbers(ranks.map((rank, index) => rank - (ranks[index - 1] ?? -1) - 1));

export function decodeRanks(text: string): number[] {
  let last = -1;
  return decodeNumbers(text).map((gap) => (last += gap + 1));
}

/** Levels of a word's weight in a page, which take one letter. */
export const LEVELS = 31;

/** The pages of a word, by their ranks, and its weight in each, from 1 to `LEVELS`. */
export interface Postings {
  readonly pages: readonly number[];
  readonly weights: readonly number[];
}

/** One line of a piece of the word list. */
export const encodeLine = (word: string, { pages, weights }: Postings): string =>
  `${word} ${encodeRanks(pages)} ${encodeNumbers(weights)}`;

/** A piece of the word list: its words in order, read only when asked for. */
export class Morceau {
  readonly #lines: readonly string[];
  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  /** Words that begin so, with their postings. */
  *beginning(prefix: string): Generator<{ word: string; postings: () => Postings }> {
    let [low, high] = [0, this.#lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    for (let at = low; this.#lines[at]?.startsWith(prefix); at++) {
      const [word = '', pages = '', weights = ''] = this.#lines[at]?.split(' ') ?? [];
      yield { word, postings: () => ({ pages: decodeRanks(pages), weights: decodeNumbers(weights) }) };
    }
  }
}

/** Rank of the piece where a word stands or would stand. */
export function pieceOf(debuts: readonly string[], word: string): number {
  let [low, high] = [0, debuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((debuts[middle] ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
