import { distance } from 'fastest-levenshtein';
import { fold } from './words.ts';

/** Slips allowed in a word of so many letters: one in a short word, two in a long one. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3);

/** Letters of one sound in French: « f » and « ph », « k », « qu » and « c », doubled letters, a mute h. */
const sounds = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/qu|ck|k/g, 'c')
    .replace(/y/g, 'i')
    .replace(/(?<![cs])h/g, '')
    .replace(/eau|au/g, 'o')
    .replace(/(.)\1/g, '$1');

/**
 * The word that a misspelt one most likely stands for; undefined when none is near enough.
 * @param typed as typed
 * @param words as they are written, the most frequent first
 */
export function proposal(typed: string, words: readonly string[]): string | undefined {
  const wanted = fold(typed).replace(/[^\p{L}\p{N}]/gu, '');
  const most = allowed(wanted.length);
  if (most === 0) return undefined;
  const sound = sounds(wanted);
  let best: { word: string; gap: number } | undefined;
  words.forEach((word, rank) => {
    const mot = fold(word);
    if (mot === wanted || Math.abs(mot.length - wanted.length) > most) return;
    const letters = distance(wanted, mot);
    if (letters > most + 1) return;
    const swapped = letters === 2 && isSwap(wanted, mot);
    const heard = distance(sound, sounds(mot));
    if (Math.min(swapped ? 1 : letters, heard + 0.5) > most) return;
    // The same sound first, then the fewest slips; a first letter is seldom wrong, and frequent words are likelier.
    const gap =
      (swapped ? 1 : letters) + heard + (mot[0] === wanted[0] ? 0 : 0.6) + (0.5 * rank) / words.length;
    if (!best || gap < best.gap) best = { word, gap };
  });
  return best?.word;
}

/** Two neighbouring letters the wrong way round. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
