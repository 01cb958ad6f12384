import { crc32, deflateSync } from 'node:zlib';

/** Colours that are kept because they cover the most, before those that the palette would serve worst. */
const SURE = 96;

/**
 * An opaque picture as a PNG of at most 256 colours (W3C, « Portable Network Graphics », third edition, 2025). The colours
 * that cover the most are kept exactly; the others, at the edges of letters, take the nearest one. sharp's own palette
 * shifts flat colours or takes ten times as long.
 * @param pixels four bytes a pixel: red, green, blue and an opacity that is not read
 * @param width of the picture, in pixels
 * @param density pixels per inch, written in the file for printers
 */
export function indexedPng(pixels: Uint8Array, width: number, density?: number): Buffer {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4);
  const { palette, indexOf } = paletteOf(words);
  const height = words.length / width;
  // Each line begins with its filter's number: none.
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0, from = 0; y < height; y++) {
    const end = from + width;
    while (from < end) {
      const word = words[from] as number;
      const start = from;
      while (from < end && words[from] === word) from++;
      // One byte more at each line so far, and at this one.
      lines.fill(indexOf.get(word) as number, start + y + 1, from + y + 1);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, palette, deflate, adaptive filtering, no interlacing.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(density === undefined ? [] : [chunk('pHYs', resolution(density))]),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255])),
    ),
    chunk('IDAT', deflateSync(lines, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The 256 colours that cover the most, and the place in them of every colour of the picture. */
function paletteOf(words: Uint32Array): { palette: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let at = 0; at < words.length;) {
    const word = words[at] as number;
    const start = at;
    while (at < words.length && words[at] === word) at++;
    counts.set(word, (counts.get(word) ?? 0) + at - start);
  }
  // Equal counts by colour: the same picture gives the same bytes.
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || a - b).map(([word]) => word);
  const palette = sorted.slice(0, SURE);
  const rest = sorted
    .slice(SURE)
    .map((word) => ({ word, count: counts.get(word) ?? 0, index: 0, far: Infinity }));
  const meet = (from: number) => {
    for (const colour of rest) {
      for (let index = from; index < palette.length; index++) {
        const far = gap(colour.word, palette[index] as number);
        if (far < colour.far) Object.assign(colour, { far, index });
      }
    }
  };
  meet(0);
  while (palette.length < 256) {
    // The colour that the palette so far serves worst.
    const worst = rest.reduce<(typeof rest)[number] | undefined>(
      (most, colour) => (colour.far * colour.count > (most ? most.far * most.count : 0) ? colour : most),
      undefined,
    );
    if (!worst) break;
    palette.push(worst.word);
    meet(palette.length - 1);
  }
  const indexOf = new Map(palette.map((word, index) => [word, index]));
  for (const { word, index } of rest) if (!indexOf.has(word)) indexOf.set(word, index);
  return { palette, indexOf };
}

/** Squared distance of two colours, green weighing the most, as it does for the eye. */
function gap(a: number, b: number): number {
  const red = (a & 255) - (b & 255);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = ((a >> 16) & 255) - ((b >> 16) & 255);
  return red * red * 2 + green * green * 4 + blue * blue * 3;
}

function resolution(density: number): Buffer {
  const data = Buffer.alloc(9);
  const perMetre = Math.round(density / 0.0254);
  data.writeUInt32BE(perMetre, 0);
  data.writeUInt32BE(perMetre, 4);
  data[8] = 1;
  return data;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
