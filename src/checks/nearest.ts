import { distance } from 'fastest-levenshtein';

/** A valid word, and other words by which a person may mean it (the name shown on the site, for instance). */
export interface Candidate {
  readonly word: string;
  readonly names?: readonly string[];
}

/** Letters and digits only, lower case, without accents: « Même lieu » and « meme-lieu » are one word. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '');
}

/** The valid word nearest to what was read; undefined when none is near enough to be worth a question. */
export function nearest(read: string, candidates: Iterable<Candidate | string>): string | undefined {
  const wanted = bare(read);
  if (wanted === '') return undefined;
  let best: { word: string; score: number } | undefined;
  for (const candidate of candidates) {
    const { word, names = [] } = typeof candidate === 'string' ? { word: candidate } : candidate;
    for (const name of [word, ...names]) {
      const score = scoreOf(wanted, bare(name));
      if (score !== undefined && (!best || score < best.score)) best = { word, score };
    }
  }
  return best?.word;
}

/** 0 for the same word, less than 1 for a near one, undefined beyond. */
function scoreOf(wanted: string, name: string): number | undefined {
  if (name === '') return undefined;
  if (wanted === name) return 0;
  const length = Math.max(wanted.length, name.length);
  // Two letters the wrong way round, the commonest slip in a short word.
  const swapped = length >= 3 && [...wanted].sort().join() === [...name].sort().join();
  if (swapped && distance(wanted, name) <= 2) return 1 / (length + 1);
  const allowed = Math.max(1, Math.floor(length / 3));
  if (Math.abs(wanted.length - name.length) <= allowed) {
    const gap = distance(wanted, name);
    if (gap <= allowed) return gap / (length + 1);
  }
  // « kine » for « masseur kinésithérapeute », « maison-du » for « maison-du-port ».
  const inside = wanted.length >= 4 && name.includes(wanted);
  return inside ? 0.5 + (length - wanted.length) / (2 * length + 1) : undefined;
}
