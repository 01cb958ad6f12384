import { compactPath } from './compact-path.ts';
import type { Layout } from './layout.ts';
import { type Drawn, draw, type Shape } from './vectors.ts';

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Text as the content of an XML element or attribute. */
export const escapeXml = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

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

/** The drawings of a scene, each at the place that satori gave it. */
function drawings({ placed }: Layout): string[] {
  return placed.flatMap((box) => {
    const { vector } = box.node.props;
    if (!vector) return [];
    const drawn = draw(vector, box.width, box.height);
    const { x, y, scale } = fitted(drawn, box);
    const shapes = drawn.shapes.map(element).join('');
    return [
      `<g transform="translate(${rounded(x)} ${rounded(y)}) scale(${Math.round(scale * 1e5) / 1e5})">${shapes}</g>`,
    ];
  });
}

/**
 * The finished picture of a layout made with `paths`: satori's masks, which hide nothing here and cost seconds to
 * draw, are taken out; drawings are put in; a title and a description name it for a reader that does not see it.
 */
export function pictureSvg(layout: Layout, titre: string, description: string): string {
  const inside = layout.svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '')
    .replace(/<mask\b[^>]*>.*?<\/mask>/g, '')
    .replace(/ mask="url\([^"]*"/g, '')
    .replace(/ d="([^"]+)"/g, (_, d: string) => ` d="${compactPath(d)}"`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" role="img" aria-labelledby="titre description">`,
    `<title id="titre">${escapeXml(titre)}</title><desc id="description">${escapeXml(description)}</desc>`,
    inside,
    ...drawings(layout),
    '</svg>',
  ].join('');
}
