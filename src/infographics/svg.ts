import { escapeMarkup } from '#src/domain/markup.ts';
import type { Layout, Placed, Word } from './layout.ts';
import { glyphPath, runsOf } from './typeface.ts';
import { type Drawn, draw, type Shape } from './vectors.ts';

const rounded = (value: number): number => Math.round(value * 100) / 100;

function element(shape: Shape): string {
  if ('d' in shape)
    return `<path fill="${shape.fill}"${shape.evenOdd ? ' fill-rule="evenodd"' : ''} d="${shape.d}"/>`;
  if ('r' in shape)
    return `<circle fill="${shape.fill}" cx="${rounded(shape.cx)}" cy="${rounded(shape.cy)}" r="${rounded(shape.r)}"/>`;
  const { x, y, width, height, rx, fill } = shape;
  return `<rect fill="${fill}" x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}"${rx ? ` rx="${rounded(rx)}"` : ''}/>`;
}

/** Where a drawing goes in its room: as large as it can be, whole. */
export function fitted(
  { width, height }: Drawn,
  room: { left: number; top: number; width: number; height: number },
) {
  return { x: room.left, y: room.top, scale: Math.min(room.width / width, room.height / height) };
}

/** What a box is filled with. */
function ground({ node: { props }, left, top, width, height }: Placed): string {
  const { backgroundColor, borderRadius } = props.style;
  if (backgroundColor === undefined) return '';
  const rx = Math.min(Number(borderRadius ?? 0), width / 2, height / 2);
  return element({ x: left, y: top, width, height, rx, fill: String(backgroundColor) });
}

/** A drawing, at the place that satori gave it. */
function drawing(box: Placed): string {
  const { vector } = box.node.props;
  if (!vector) return '';
  const drawn = draw(vector, box.width, box.height);
  const { x, y, scale } = fitted(drawn, box);
  const shapes = drawn.shapes.map(element).join('');
  return `<g transform="translate(${rounded(x)} ${rounded(y)}) scale(${Math.round(scale * 1e5) / 1e5})">${shapes}</g>`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** All the letters of a text as one path. */
function letters(words: readonly Word[]): string {
  const [first] = words;
  if (!first) return '';
  const d = words.flatMap(({ texte, weight, spacing, size, left, baseline }) =>
    runsOf(texte, weight, spacing / size).flatMap(({ glyphs }) =>
      glyphs.map(({ glyph, left: at }) => {
        const path = glyphPath(glyph, size);
        return path && `M${tenth(left + at * size)} ${tenth(baseline)}${path}`;
      }),
    ),
  );
  return `<path fill="${first.colour}" d="${d.join('')}"/>`;
}

/**
 * The finished picture of a layout: letters are paths, so that no font is needed to see it; a title and a description
 * name it for a reader that does not see it.
 */
export function pictureSvg(
  { width, height, placed }: Layout,
  texts: ReadonlyMap<Placed, readonly Word[]>,
  { titre, description }: { readonly titre: string; readonly description: string },
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="titre description">`,
    `<title id="titre">${escapeMarkup(titre)}</title><desc id="description">${escapeMarkup(description)}</desc>`,
    ...placed.flatMap((box) => [ground(box), letters(texts.get(box) ?? []), drawing(box)]),
    '</svg>',
  ].join('');
}
