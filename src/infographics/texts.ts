import { type Layout, type Placed, type Word, wordsOf } from './layout.ts';

/** Pixels that rounding may put between two pieces of a word. */
const TOUCHING = 0.2;

/** Each text of a layout with what is drawn of it, in reading order. */
export function textsOf(layout: Layout): Map<Placed, Word[]> {
  const texts = layout.placed.filter(({ node }) => typeof node.props.children === 'string');
  const found = new Map<Placed, Word[]>();
  let box: Placed | undefined;
  for (const word of wordsOf(layout)) {
    const y = word.baseline - word.size * 0.3;
    const x = word.left + word.width / 2;
    const holds = ({ left, top, width, height }: Placed) =>
      x >= left && x <= left + width + 1 && y >= top && y <= top + height;
    // Most words stand in the same text as the one before.
    if (!box || !holds(box)) box = texts.find(holds);
    if (!box) continue;
    const words = found.get(box);
    const last = words?.at(-1);
    if (!words || !last) found.set(box, [word]);
    else if (goesOn(last, word)) words.splice(-1, 1, joined(last, word));
    else words.push(word);
  }
  return found;
}

/**
 * Whether satori cut one word in two (« l », « ’ », « équipe »): its letters are kerned together. It begins again after
 * each space.
 */
const goesOn = (last: Word, next: Word): boolean =>
  last.baseline === next.baseline &&
  Math.abs(last.left + last.width - next.left) < TOUCHING &&
  !last.texte.endsWith(' ');

const joined = (last: Word, next: Word): Word => ({
  ...last,
  texte: last.texte + next.texte,
  width: next.left + next.width - last.left,
});
