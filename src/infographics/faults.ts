import type { Layout, Placed, Word } from './layout.ts';

/** Pixels that rounding may add. */
const TOLERANCE = 1.5;

const right = (box: { left: number; width: number }) => box.left + box.width;
const bottom = (box: { top: number; height: number }) => box.top + box.height;
/** A box by its text or its drawing, and its place. */
function shown({ node: { props }, left, top, width, height }: Placed): string {
  const what = typeof props.children === 'string' ? props.children : (props.vector?.kind ?? 'boîte');
  return `${what} (${[left, top, width, height].map(Math.round).join(' ')})`;
}

/**
 * What a layout hides or spoils: boxes that leave their parent or the picture, texts that cross. Empty when the
 * picture is right.
 */
export function layoutFaults({ placed, width, height }: Layout): string[] {
  const faults: string[] = [];
  const picture = { left: 0, top: 0, width, height };
  for (const box of placed) {
    const parent = box.parent === undefined ? picture : (placed[box.parent] ?? picture);
    if (
      box.left < parent.left - TOLERANCE ||
      box.top < parent.top - TOLERANCE ||
      right(box) > right(parent) + TOLERANCE ||
      bottom(box) > bottom(parent) + TOLERANCE
    )
      faults.push(`hors de son cadre : ${shown(box)}`);
  }
  const texts = placed
    .filter(({ node }) => typeof node.props.children === 'string' || node.props.vector)
    .toSorted((a, b) => a.top - b.top);
  texts.forEach((one, index) => {
    for (const other of texts.slice(index + 1)) {
      if (other.top >= bottom(one) - TOLERANCE) break;
      if (one.left < right(other) - TOLERANCE && other.left < right(one) - TOLERANCE)
        faults.push(`se croisent : ${shown(one)} | ${shown(other)}`);
    }
  });
  return faults;
}

/** Words that leave their text's box, and letters that were not drawn. */
export function wordFaults({ placed }: Layout, words: readonly Word[]): string[] {
  const faults: string[] = [];
  const texts = placed.filter(({ node }) => typeof node.props.children === 'string');
  const drawn = new Map<Placed, string>();
  for (const word of words) {
    if (word.texte.trim() === '') continue;
    const middle = { x: word.left + word.width / 2, y: word.baseline - word.size * 0.3 };
    const box = texts.find(
      (text) =>
        middle.x >= text.left && middle.x <= right(text) && middle.y >= text.top && middle.y <= bottom(text),
    );
    if (!box) {
      faults.push(`mot hors de tout texte : ${word.texte}`);
      continue;
    }
    drawn.set(box, (drawn.get(box) ?? '') + word.texte);
    if (word.left < box.left - TOLERANCE || word.left + word.width > right(box) + TOLERANCE)
      faults.push(`mot qui dépasse : ${word.texte}`);
  }
  const bare = (text: string) => text.replace(/\s/g, '');
  for (const text of texts) {
    const whole = bare(String(text.node.props.children));
    if (bare(drawn.get(text) ?? '') !== whole)
      faults.push(`texte incomplet : « ${drawn.get(text) ?? ''} » au lieu de « ${whole} »`);
  }
  return faults;
}
