import { crc32, deflateSync } from 'node:zlib';

/** Colours of a palette, and those that are kept because they cover the most, before those that it would serve worst. */
const PLACES = 256;
const SURE = 96;

/** Memory of the last picture: asking the system for it again takes as long as filling it. */
let memory = new Uint8Array(0);
/** Number given to each colour met in a picture, from 1; nothing but zeros between two pictures. */
let numbering: Uint16Array | undefined;

/** The colours of a picture, and the number of the one at each pixel. */
interface Pixels {
  readonly colours: readonly number[];
  readonly numbers: Uint16Array;
}

const RGB = 0xffffff;

/** Numbers the colours of an opaque picture; flat shapes in flat colours never have more than 65,000 of them. */
function numbered(words: Uint32Array): Pixels {
  const known = (numbering ??= new Uint16Array(RGB + 1));
  const colours: number[] = [];
  const numbers = new Uint16Array(words.length);
  for (let at = 0; at < words.length;) {
    const word = words[at] as number;
    const colour = word & RGB;
    if (known[colour] === 0) known[colour] = colours.push(colour);
    const number = (known[colour] as number) - 1;
    do numbers[at++] = number;
    while (at < words.length && words[at] === word);
  }
  for (const colour of colours) known[colour] = 0;
  if (colours.length > 0xffff) throw new RangeError('too many colours');
  return { colours, numbers };
}

/**
 * An opaque picture as a PNG of at most 256 colours (W3C, « Portable Network Graphics », third edition, 2025). The colours
 * that cover the most are kept exactly; the others, at the edges of letters, take the nearest one.
 * @param pixels four bytes a pixel: red, green, blue and an opacity that is not read
 * @param width of the picture, in pixels
 * @param density pixels per inch, written in the file for printers
 */
export function indexedPng(pixels: Uint8Array, width: number, density?: number): Buffer {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4);
  const height = words.length / width;
  const { colours, numbers } = numbered(words);
  const { palette, places } = paletteOf(colours, countsOf(numbers, colours.length));
  // Each line begins with its filter's number: none.
  const size = (width + 1) * height;
  if (memory.length < size) memory = new Uint8Array(size);
  const lines = memory.subarray(0, size);
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    lines[to++] = 0;
    for (const end = from + width; from < end;) lines[to++] = places[numbers[from++] as number] as number;
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
      Buffer.from(palette.flatMap((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255])),
    ),
    chunk('IDAT', deflateSync(lines, { level: 5, chunkSize: 1 << 20 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Pixels of each colour. */
function countsOf(numbers: Uint16Array, colours: number): Uint32Array {
  const counts = new Uint32Array(colours);
  for (let at = 0; at < numbers.length;) {
    const number = numbers[at] as number;
    const start = at++;
    while (at < numbers.length && numbers[at] === number) at++;
    counts[number] = (counts[number] as number) + at - start;
  }
  return counts;
}

/** The 256 colours that cover the most, and the place in them of every colour of the picture. */
function paletteOf(
  colours: readonly number[],
  counts: Uint32Array,
): { palette: readonly number[]; places: Uint8Array } {
  const count = (number: number) => counts[number] ?? 0;
  const colour = (number: number) => colours[number] ?? 0;
  // Equal counts by colour: the same picture gives the same bytes.
  const sorted = [...counts.keys()]
    .filter((number) => count(number) > 0)
    .sort((a, b) => count(b) - count(a) || colour(a) - colour(b));
  const palette: number[] = [];
  const places = new Uint8Array(colours.length);
  const rest = sorted.slice(SURE);
  /** How far each of the others is from the palette. */
  const far = new Float64Array(rest.length).fill(Infinity);
  const take = (number: number) => {
    const place = palette.push(colour(number)) - 1;
    places[number] = place;
    for (let index = 0; index < rest.length; index++) {
      const other = rest[index] as number;
      const away = gap(colours[other] as number, colours[number] as number);
      if (away >= (far[index] as number)) continue;
      far[index] = away;
      places[other] = place;
    }
  };
  sorted.slice(0, SURE).forEach(take);
  while (palette.length < PLACES) {
    // The colour that the palette so far serves worst.
    let [worst, most]: [number | undefined, number] = [undefined, 0];
    for (let index = 0; index < rest.length; index++) {
      const badly = (far[index] as number) * (counts[rest[index] as number] as number);
      if (badly > most) [worst, most] = [rest[index], badly];
    }
    if (worst === undefined) break;
    take(worst);
  }
  return { palette, places };
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
