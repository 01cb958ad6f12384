import type { Groupe } from '#src/domain/search-sources.ts';
import { isStopWord, stem, stemsInOrder, tokensOf } from './words.ts';

/** One way to answer a part of a question: every one of these words. */
export interface Option {
  /** Stems. */
  readonly termes: readonly string[];
  /** 1 for what was typed, less for what it was widened to. */
  readonly poids: number;
  /** What the part was widened to, as it is shown; none for what was typed. */
  readonly ajout?: string;
}

/** A part of a question, and the ways to answer it: a page needs one of them. */
export interface Partie {
  /** As it was typed. */
  readonly texte: string;
  readonly options: readonly Option[];
  /** The words must follow each other, at these distances from the first one. */
  readonly ecarts?: readonly number[];
}

export interface Question {
  readonly parties: readonly Partie[];
  /** Words too common to be looked for. */
  readonly courants: readonly string[];
}

/** What a widened part weighs beside what was typed. */
const WIDENED = 0.75;
/** Longest question that is read, in letters and in words. */
export const LONGEST = 200;
const MOST_WORDS = 16;

const PHRASE = /"([^"]*)"|«([^»]*)»|“([^”]*)”/g;

/** Groups by the stems of each of their forms, so that a question's words find theirs. */
export type GroupIndex = ReadonlyMap<string, Groupe>;

export function groupIndex(groupes: readonly Groupe[]): GroupIndex {
  const index = new Map<string, Groupe>();
  const add = (forms: readonly string[], groupe: Groupe) => {
    for (const form of forms) {
      const key = stemsInOrder(form).join(' ');
      if (key !== '' && !index.has(key)) index.set(key, groupe);
    }
  };
  // A group's own names come before the everyday words of another.
  for (const groupe of groupes) add(groupe.mots, groupe);
  for (const groupe of groupes) add(groupe.entrees, groupe);
  return index;
}

/** What a form is widened to: the group's other names. */
function widenings(groupe: Groupe, typed: string): Option[] {
  const seen = new Set([typed]);
  return groupe.mots.flatMap((mot) => {
    const termes = stemsInOrder(mot);
    const key = termes.join(' ');
    if (termes.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [{ termes, poids: WIDENED, ajout: mot }];
  });
}

function phrase(text: string): Partie[] {
  const tokens = tokensOf(text).filter(({ mot }) => !isStopWord(mot));
  const [first] = tokens;
  if (!first) return [];
  const option = { termes: tokens.map(({ mot }) => stem(mot)), poids: 1 };
  return [{ texte: text.trim(), options: [option], ecarts: tokens.map(({ rang }) => rang - first.rang) }];
}

/**
 * Reads a question: phrases between quotes, names that the vocabulary knows, words.
 * @param text as typed
 * @param groups empty to widen nothing
 */
export function readQuestion(text: string, groups: GroupIndex): Question {
  const short = text.slice(0, LONGEST);
  const phrases = [...short.matchAll(PHRASE)].flatMap(([, a, b, c]) => phrase(a ?? b ?? c ?? ''));
  // Quotes around nothing but common words make no phrase.
  const rest = short.replace(PHRASE, (found) =>
    phrase(found).length > 0 ? ' '.repeat(found.length) : found,
  );
  const tokens = tokensOf(rest).slice(0, MOST_WORDS);
  const words = tokens
    .filter(({ mot }) => !isStopWord(mot))
    .map((token) => ({ ...token, stem: stem(token.mot) }));
  const parties: Partie[] = [];
  for (let at = 0; at < words.length;) {
    let length = words.length - at;
    let groupe: Groupe | undefined;
    for (; length > 0; length--) {
      groupe = groups.get(
        words
          .slice(at, at + length)
          .map((word) => word.stem)
          .join(' '),
      );
      if (groupe) break;
    }
    const own = words.slice(at, at + Math.max(1, length));
    const termes = own.map((word) => word.stem);
    parties.push({
      texte: rest.slice(own[0]?.debut, own.at(-1)?.fin),
      options: [{ termes, poids: 1 }, ...(groupe ? widenings(groupe, termes.join(' ')) : [])],
    });
    at += own.length;
  }
  return {
    parties: [...phrases, ...parties],
    courants: tokens.filter(({ mot }) => isStopWord(mot)).map(({ debut, fin }) => rest.slice(debut, fin)),
  };
}
