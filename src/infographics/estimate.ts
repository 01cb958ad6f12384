import type { Node, Style } from './tree.ts';
import { widthOf } from './typeface.ts';

/**
 * A quick guess of the height of a scene, good to one per cent, a hundred times faster than a layout: it only says
 * where to begin looking. What is drawn was always laid out for real.
 */

const number = (value: string | number | undefined): number => Number(value ?? 0) || 0;

/** Padding of each side: one number, or « a b », « a b c » in pixels. */
function padding({ padding: all }: Style): { x: number; y: number } {
  if (typeof all !== 'string') return { x: 2 * number(all), y: 2 * number(all) };
  const [top = 0, right = top, bottom = top] = all.split(' ').map((side) => parseFloat(side));
  return { x: 2 * right, y: top + bottom };
}

const NARROW = /[\s.,;:!'’|iljtfrI1()-]/g;

/** Width of a text on one line, from the mean width of Figtree's letters. */
export function textWidth(text: string, { fontSize, fontWeight, letterSpacing }: Style): number {
  const narrow = text.match(NARROW)?.length ?? 0;
  const letter = number(fontWeight) >= 600 ? 0.6 : 0.575;
  return (
    number(fontSize) * ((text.length - narrow) * letter + narrow * 0.29) + text.length * number(letterSpacing)
  );
}

/** The pieces of a text between which a line may end, each with the space that follows it. */
const pieces = (text: string): string[] => text.split(/(?<=[ -])/);

/** The same width, from the letters themselves. */
function measured(text: string, { fontSize, fontWeight, letterSpacing }: Style): number {
  const size = number(fontSize);
  return size * widthOf(text, number(fontWeight) || 400, number(letterSpacing) / size);
}

/** Pixels that the sum of pieces may be from the whole. */
const ROUNDING = 1;

/** Lines that a text takes, word by word. */
function lines(text: string, width: number, style: Style): number {
  let count = 1;
  let used = 0;
  const space = measured(' ', style);
  for (const piece of pieces(text)) {
    const after = piece.endsWith(' ') ? space : 0;
    const wide = measured(piece, style) - after;
    if (used > 0 && used + wide > width + ROUNDING) {
      count += 1;
      used = 0;
    }
    // A word longer than a line is cut.
    count += Math.max(0, Math.ceil((wide - ROUNDING) / width) - 1);
    used += (wide % Math.max(width, 1)) + after;
  }
  return count;
}

/** Width that a node would take if it had all the room. */
function naturalWidth({ props: { style, children } }: Node): number {
  if (style['width'] !== undefined) return number(style['width']);
  if (typeof children === 'string')
    return pieces(children).reduce((sum, piece) => sum + measured(piece, style), 0);
  const inside = (children ?? []).map(naturalWidth);
  const gaps = number(style['columnGap'] ?? style['gap']) * Math.max(0, inside.length - 1);
  const own =
    style['flexDirection'] === 'row'
      ? inside.reduce((sum, wide) => sum + wide, gaps)
      : Math.max(0, ...inside);
  return own + padding(style).x;
}

const grows = ({ props: { style } }: Node): boolean =>
  number(style['flex']) > 0 || number(style['flexGrow']) > 0;

/** Height of a node in a room of this width, in pixels. */
export function estimatedHeight({ props: { style, children } }: Node, width: number): number {
  if (style['height'] !== undefined && typeof style['height'] === 'number') return style['height'];
  const own = style['width'] === undefined ? width : number(style['width']);
  const { x, y } = padding(style);
  const margin = number(style['marginTop']);
  if (typeof children === 'string')
    return (
      margin + lines(children, own, style) * number(style['fontSize']) * number(style['lineHeight'] ?? 1.2)
    );
  const nodes = children ?? [];
  const inner = own - x;
  const gap = number(style['rowGap'] ?? style['gap']);
  if (style['flexDirection'] !== 'row') {
    const heights = nodes.map((node) => estimatedHeight(node, inner));
    const stacked = heights.reduce((sum, height) => sum + height, gap * Math.max(0, nodes.length - 1));
    return margin + y + stacked + number(style['paddingBottom']);
  }
  const across = number(style['columnGap'] ?? style['gap']) * Math.max(0, nodes.length - 1);
  const margins = nodes.reduce(
    (sum, { props }) => sum + number(props.style['marginRight']) + number(props.style['marginLeft']),
    0,
  );
  const naturals = nodes.map((node) =>
    grows(node) && node.props.style['width'] === undefined ? 0 : naturalWidth(node),
  );
  if (style['flexWrap'] === 'wrap')
    return margin + y + wrapped(nodes, naturals, inner, number(style['columnGap']));
  const left = inner - across - margins - naturals.reduce((sum, wide) => sum + wide, 0);
  const growing = nodes.filter((node, index) => grows(node) && naturals[index] === 0).length;
  const heights = nodes.map((node, index) =>
    estimatedHeight(node, naturals[index] || (growing > 0 ? Math.max(1, left / growing) : inner)),
  );
  return margin + y + Math.max(0, ...heights) + number(style['paddingBottom']);
}

/** Height of a row that wraps: as many lines as its texts need. */
function wrapped(nodes: readonly Node[], naturals: readonly number[], width: number, gap: number): number {
  let [sum, line, used] = [0, 0, 0];
  nodes.forEach((node, index) => {
    const own = Math.min(width, naturals[index] ?? 0);
    if (used > 0 && used + gap + own > width) {
      sum += line;
      [line, used] = [0, 0];
    }
    used += (used > 0 ? gap : 0) + own;
    line = Math.max(line, estimatedHeight(node, own));
  });
  return sum + line;
}
