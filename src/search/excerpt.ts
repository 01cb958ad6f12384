import type { Fiche } from './format.ts';
import { compoundsOf, isStopWord, stem, type Token, tokensOf } from './words.ts';

/** A piece of a text, marked when it is what was looked for. */
export interface Piece {
  readonly texte: string;
  readonly marque: boolean;
}

export interface Lieu {
  readonly titre: string;
  readonly url: string;
}

export interface Excerpt {
  readonly extrait: readonly Piece[];
  /** Places of the page that hold what was looked for, in their order. */
  readonly lieux: readonly Lieu[];
}

/** Where a title may stand in its page's text, in characters. */
const HEAD = 300;
/** Length of an excerpt, in words. */
const LENGTH = 32;
const MOST_PLACES = 3;
/** What an apostrophe ties to the word that follows: « l’ », « lorsqu’ ». */
const ELIDED = /\p{L}+[’ʼ′']$/u;
const LONGEST_ELIDED = 12;
/** Stretches compared: enough for any page that is not a list of the word itself. */
const MOST_TRIED = 60;

/** What to mark: words, and names of several words, which count only whole. */
export interface Marques {
  /** Stems. */
  readonly mots: ReadonlySet<string>;
  /** For each word of a name, the stems that stand for it. */
  readonly noms: readonly (readonly ReadonlySet<string>[])[];
}

/** The words to mark in a text, by their rank, each with its stem. */
function marksOf(text: string, tokens: readonly Token[], { mots, noms }: Marques): Map<number, string> {
  const marks = new Map<number, string>();
  const words = tokens.flatMap(({ mot, rang }) => (isStopWord(mot) ? [] : [{ rang, own: stem(mot) }]));
  words.forEach(({ rang, own }, index) => {
    if (mots.has(own)) marks.set(rang, own);
    for (const nom of noms)
      if (nom.every((stems, offset) => stems.has(words[index + offset]?.own ?? '')))
        nom.forEach((_, offset) => {
          const word = words[index + offset];
          if (word) marks.set(word.rang, word.own);
        });
  });
  for (const { mot, rang } of compoundsOf(text, tokens)) if (mots.has(stem(mot))) marks.set(rang, stem(mot));
  return marks;
}

/** Ends of sentences: a stretch that has many is a list, which reads badly. */
const ENDS = /[.!?:](?=\s|$)/g;

/** First word of the stretch that holds the most different stems, then reads best, then holds the most of them. */
function bestStart(text: string, tokens: readonly Token[], marks: ReadonlyMap<number, string>): number {
  const places = [...marks.keys()].toSorted((a, b) => a - b);
  let best = { start: 0, score: -Infinity };
  for (const place of places.slice(0, MOST_TRIED)) {
    const start = Math.max(0, Math.min(place - 4, tokens.length - LENGTH));
    const inside = places.filter((other) => other >= start && other < start + LENGTH);
    const stretch = text.slice(
      tokens[start]?.debut,
      tokens[Math.min(tokens.length, start + LENGTH) - 1]?.fin,
    );
    const lists = Math.max(0, (stretch.match(ENDS)?.length ?? 0) - 2);
    const score = 10 * new Set(inside.map((other) => marks.get(other))).size + inside.length - 2 * lists;
    if (score > best.score) best = { start, score };
  }
  return best.start;
}

/** A text cut where its marked words are. */
export function marked(text: string, marques: Marques): Piece[] {
  const tokens = tokensOf(text);
  return cut(text, tokens, marksOf(text, tokens, marques), 0, text.length);
}

function cut(
  text: string,
  tokens: readonly Token[],
  marks: ReadonlyMap<number, string>,
  from: number,
  to: number,
): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const [index] of [...marks].toSorted(([a], [b]) => a - b)) {
    const { debut = 0, fin = 0 } = tokens[index] ?? {};
    if (debut < at || fin > to) continue;
    const between = text.slice(at, debut);
    const last = pieces.at(-1);
    // « masseurs-kinésithérapeutes » is one mark, not two.
    if (last?.marque && /^[-‐‑’']$/.test(between))
      pieces[pieces.length - 1] = { texte: last.texte + between + text.slice(debut, fin), marque: true };
    else {
      if (debut > at) pieces.push({ texte: between, marque: false });
      pieces.push({ texte: text.slice(debut, fin), marque: true });
    }
    at = fin;
  }
  if (at < to) pieces.push({ texte: text.slice(at, to), marque: false });
  return pieces;
}

/** What a result shows of a page: its best stretch of text, and the places that hold what was looked for. */
export function excerptOf({ texte, ancres, url, titre }: Fiche, marques: Marques): Excerpt {
  const tokens = tokensOf(texte);
  const marks = marksOf(texte, tokens, marques);
  // The title stands above already: the text is shown from what follows it.
  const end = texte.slice(0, HEAD).indexOf(titre) + titre.length;
  const opening = end < titre.length ? 0 : tokens.filter(({ debut }) => debut < end).length;
  const inText = new Map([...marks].filter(([index]) => index >= opening));
  const start =
    inText.size > 0 ? Math.max(opening, bestStart(texte, tokens, inText)) : Math.min(opening, tokens.length);
  const first = tokens[start]?.debut ?? 0;
  // « L’équipe » loses no « L’ ».
  const from =
    first - (ELIDED.exec(texte.slice(Math.max(0, first - LONGEST_ELIDED), first))?.[0].length ?? 0);
  const last = tokens[Math.min(tokens.length, start + LENGTH) - 1];
  const to = start + LENGTH >= tokens.length ? texte.length : (last?.fin ?? texte.length);
  const pieces = cut(texte, tokens, marks, from, to);
  return {
    extrait: [
      ...(start > opening ? [{ texte: '… ', marque: false }] : []),
      ...pieces,
      ...(to < texte.length ? [{ texte: '…', marque: false }] : []),
    ],
    lieux: placesOf(
      ancres,
      [...marks.keys()].map((index) => tokens[index]?.debut ?? 0),
    ).map(([, id, name]) => ({
      titre: name,
      url: `${url}#${id}`,
    })),
  };
}

/** The places that hold the most of these words, in their order. */
function placesOf(ancres: Fiche['ancres'], starts: readonly number[]): Fiche['ancres'] {
  return ancres
    .map((ancre, index) => {
      const end = ancres[index + 1]?.[0] ?? Infinity;
      return { ancre, count: starts.filter((start) => start >= ancre[0] && start < end).length };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_PLACES)
    .map(({ ancre }) => ancre)
    .toSorted(([a], [b]) => a - b);
}
