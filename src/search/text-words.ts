import { encodeNumbers } from './format.ts';
import { compoundsOf, isStopWord, stem, tokensOf } from './words.ts';

/** What the index takes from a page's text; plain data, kept from build to build. */
export interface TextWords {
  /** Number of words. */
  readonly longueur: number;
  /** How often each word stands in the text, and its places there as gaps (`encodeNumbers`); stop words are left out. */
  readonly places: readonly (readonly [mot: string, nombre: number, ecarts: string])[];
  /** Ways of writing that may be proposed for a misspelt word, each with how often it is met. */
  readonly formes: readonly (readonly [forme: string, nombre: number])[];
}

/** A word shorter than this is never proposed. */
const SHORTEST = 4;

/** The ways of writing of a text, in the order in which they are met, repeated. */
export const writtenForms = (text: string, tokens = tokensOf(text)): string[] =>
  tokens.flatMap(({ debut, fin }) => (fin - debut < SHORTEST ? [] : [text.slice(debut, fin)]));

function encodeGaps(ranks: number[]): string {
  ranks.sort((a, b) => a - b);
  return encodeNumbers(ranks.map((rank, index) => rank - (ranks[index - 1] ?? 0)));
}

/** The words of a text, read once. */
export function wordsOfText(text: string): TextWords {
  const tokens = tokensOf(text);
  const places = new Map<string, number[]>();
  const put = (word: string, rang: number) => {
    const own = places.get(word);
    if (own) own.push(rang);
    else places.set(word, [rang]);
  };
  for (const { mot, rang } of tokens) if (!isStopWord(mot)) put(stem(mot), rang);
  for (const { mot, rang } of compoundsOf(text, tokens)) put(stem(mot), rang);
  const formes = new Map<string, number>();
  for (const forme of writtenForms(text, tokens)) formes.set(forme, (formes.get(forme) ?? 0) + 1);
  return {
    longueur: tokens.length,
    places: [...places].map(([mot, ranks]) => [mot, ranks.length, encodeGaps(ranks)]),
    formes: [...formes],
  };
}
