import { Canvas, type Pixels } from './canvas.ts';
import type { Layout, Placed, Word } from './layout.ts';
import { flattened, type Outline, roundBox } from './outline.ts';
import { outlineOfPath } from './svg-path.ts';
import { fitted } from './svg.ts';
import { runsOf } from './typeface.ts';
import { draw, type Shape } from './vectors.ts';

/** The lines of outlines that come back, letters above all, at each size that was asked for. */
const known = new WeakMap<Outline, Map<number, Float64Array>>();

function linesOf(outline: Outline, scale: number): Float64Array {
  let sizes = known.get(outline);
  if (!sizes) known.set(outline, (sizes = new Map()));
  let lines = sizes.get(scale);
  if (!lines) sizes.set(scale, (lines = flattened(outline, scale)));
  return lines;
}

/** Paths of icons and figures, read once. */
const MOST = 2000;
const paths = new Map<string, Outline>();

function outlineOf(shape: Shape): Outline {
  if ('r' in shape) {
    const { cx, cy, r } = shape;
    return roundBox(cx - r, cy - r, 2 * r, 2 * r, r);
  }
  if ('x' in shape) return roundBox(shape.x, shape.y, shape.width, shape.height, shape.rx ?? 0);
  let outline = paths.get(shape.d);
  if (!outline) {
    if (paths.size >= MOST) paths.clear();
    paths.set(shape.d, (outline = outlineOfPath(shape.d)));
  }
  return outline;
}

/** What a box is filled with. Between its round corners are whole pixels, which need no area computed. */
function ground(canvas: Canvas, { node: { props }, left, top, width, height }: Placed): void {
  const { backgroundColor, borderRadius } = props.style;
  if (backgroundColor === undefined) return;
  const colour = String(backgroundColor);
  const radius = Math.min(Number(borderRadius ?? 0), width / 2, height / 2);
  const lines = flattened(roundBox(left, top, width, height, radius), 1);
  const [right, bottom, round] = [left + width, top + height, Math.ceil(radius)];
  const [from, to] = [top + round, bottom - round];
  if (![left, top, right, bottom].every(Number.isInteger) || from > to)
    return canvas.fill(lines, 0, 0, colour);
  canvas.fillBox(left, from, right, to, colour);
  if (round === 0) return;
  canvas.fill(lines, 0, 0, colour, { from: top, to: from });
  canvas.fill(lines, 0, 0, colour, { from: to, to: bottom });
}

function drawing(canvas: Canvas, box: Placed): void {
  const { vector } = box.node.props;
  if (!vector) return;
  const drawn = draw(vector, box.width, box.height);
  const { x, y, scale } = fitted(drawn, box);
  for (const shape of drawn.shapes)
    canvas.fill(linesOf(outlineOf(shape), scale), x, y, shape.fill, {
      evenOdd: 'd' in shape && shape.evenOdd === true,
    });
}

function letters(canvas: Canvas, { texte, weight, spacing, size, left, baseline, colour }: Word): void {
  for (const { glyphs } of runsOf(texte, weight, spacing / size))
    for (const { glyph, left: at } of glyphs)
      canvas.fill(linesOf(glyph.outline, size), left + at * size, baseline, colour);
}

/** The pixels of a layout: what its SVG shows. */
export function pictureRaster(
  { width, height, placed }: Layout,
  texts: ReadonlyMap<Placed, readonly Word[]>,
): Pixels {
  const canvas = new Canvas(width, height);
  for (const box of placed) {
    ground(canvas, box);
    for (const word of texts.get(box) ?? []) letters(canvas, word);
    drawing(canvas, box);
  }
  return canvas;
}
