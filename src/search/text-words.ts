import { compoundsOf, isStopWord, stem, tokensOf } from './words.ts';

/** What the index takes from a page's text; plain data, kept from build to build. */
export interface TextWords {
  /** Number of words. */
  readonly longueur: number;
  /** Places of each word in the text, in order; stop words are left out. */
  readonly places: readonly (readonly [mot: string, rangs: readonly number[]])[];
  /** Ways of writing that may be proposed for a misspelt word, each with how often it is met. */
  readonly formes: readonly (readonly [forme: string, nombre: number])[];
}

/** A word shorter than this is never proposed. */
const SHORTEST = 4;

/** The ways of writing of a text, in the order in which they are met, repeated. */
export const writtenForms = (text: string, tokens = tokensOf(text)): string[] =>
  tokens.flatMap(({ debut, fin }) => (fin - debut < SHORTEST ? [] : [text.slice(debut, fin)]));

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
  for (const ranks of places.values()) ranks.sort((a, b) => a - b);
  const formes = new Map<string, number>();
  for (const forme of writtenForms(text, tokens)) formes.set(forme, (formes.get(forme) ?? 0) + 1);
  return { longueur: tokens.length, places: [...places], formes: [...formes] };
}
