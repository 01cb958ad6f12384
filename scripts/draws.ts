/** Invented texts, the same ones each time: their words follow Zipf's law, as those of real texts do. */

/** Names, places, rare words: a text goes on meeting new ones, however many were read before. */
const RARE = 30_000;
const RARE_PART = 0.08;

const SYLLABLES =
  'ba bou cha co di dre fa fi gne go jo la lin mé mon na nu pa pro que ra rie sa so ta ti va vi zé'.split(
    ' ',
  );

function rareWord(rank: number): string {
  let word = '';
  for (let left = rank + 900; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length];
  return word;
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param words of real texts, as often as these write them */
export function writer(words: readonly string[], seed: number) {
  const draw = draws(seed);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(draw() * list.length)] as Item;
  // The rank of a rare word is drawn as a power of a uniform draw.
  const rare = () => rareWord(Math.floor(RARE ** draw()));
  const sentence = (length: number) =>
    Array.from({ length }, () => (draw() < RARE_PART ? rare() : pick(words))).join(' ');
  return { draw, pick, rare, sentence };
}
