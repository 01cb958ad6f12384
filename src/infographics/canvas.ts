/** Steps between a colour and the one that it covers, at the edge of a shape. */
const STEPS = 16;
/** Numbers that a pixel can bear. */
const MOST_COLOURS = 65_535;

/** A picture of few colours: one number a pixel, and the colour of each number, red in the lowest byte. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly numbers: Uint16Array;
  readonly colours: readonly number[];
}

interface FillOptions {
  /** Whether what is bounded twice is left out. */
  readonly evenOdd?: boolean;
  /** Rows of pixels between which to fill. */
  readonly from?: number;
  readonly to?: number;
}

/** Memory of the last canvas: the system takes as long to give this much of it as the drawing takes. */
let memory = new Uint16Array(0);

/**
 * Fills flat shapes with flat colours. Each pixel takes the part of the colour that the shape covers of it, computed
 * from the shape's area, so that the same shapes give the same picture on any machine. A new canvas writes over the
 * pixels of the one before it.
 */
export class Canvas implements Pixels {
  readonly width: number;
  readonly height: number;
  readonly numbers: Uint16Array;
  readonly colours: number[] = [];
  readonly #numberOf = new Map<number, number>();
  /** For each pair of colours, the numbers from the one that is covered to the one that covers. */
  readonly #ramps = new Map<number, Uint16Array>();
  /** What each pixel of the shape's box adds to the part that is covered, from left to right. */
  #cells = new Float32Array(0);

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    if (memory.length < width * height) memory = new Uint16Array(width * height);
    this.numbers = memory.subarray(0, width * height).fill(this.#number(0xffffff));
  }

  #number(colour: number): number {
    let number = this.#numberOf.get(colour);
    if (number === undefined) {
      number = this.colours.push(colour) - 1;
      if (number >= MOST_COLOURS) throw new RangeError('too many colours for one picture');
      this.#numberOf.set(colour, number);
    }
    return number;
  }

  #ramp(under: number, over: number): Uint16Array {
    const pair = under * (MOST_COLOURS + 1) + over;
    let ramp = this.#ramps.get(pair);
    if (!ramp) {
      const [a, b] = [this.colours[under] ?? 0, this.colours[over] ?? 0];
      const mixed = (step: number, shift: number) => {
        const [from, to] = [(a >> shift) & 255, (b >> shift) & 255];
        return Math.round(from + ((to - from) * step) / STEPS) << shift;
      };
      ramp = Uint16Array.from({ length: STEPS + 1 }, (_, step) =>
        this.#number(mixed(step, 0) | mixed(step, 8) | mixed(step, 16)),
      );
      this.#ramps.set(pair, ramp);
    }
    return ramp;
  }

  /** Fills whole pixels. */
  fillBox(left: number, top: number, right: number, bottom: number, colour: string): void {
    const number = this.#number(parsed(colour));
    for (let y = Math.max(0, top); y < Math.min(this.height, bottom); y++)
      this.numbers.fill(
        number,
        y * this.width + Math.max(0, left),
        y * this.width + Math.min(this.width, right),
      );
  }

  /**
   * Fills a shape.
   * @param lines the lines that bound it, two points each
   * @param x where the shape's origin is, with y
   */
  fill(lines: Float64Array, x: number, y: number, colour: string, options: FillOptions = {}): void {
    const { evenOdd = false, from = 0, to = this.height } = options;
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (let at = 0; at < lines.length; at += 2) {
      const px = lines[at] as number;
      const py = lines[at + 1] as number;
      if (px < left) left = px;
      if (px > right) right = px;
      if (py < top) top = py;
      if (py > bottom) bottom = py;
    }
    left = Math.max(0, Math.floor(left + x));
    right = Math.min(this.width, Math.ceil(right + x));
    top = Math.max(from, Math.floor(top + y));
    bottom = Math.min(to, Math.ceil(bottom + y));
    if (left >= right || top >= bottom) return;
    // A line at the right edge writes in the next two cells.
    const stride = right - left + 2;
    const rows = bottom - top;
    if (this.#cells.length < stride * rows) this.#cells = new Float32Array(stride * rows * 2);
    for (let at = 0; at < lines.length; at += 4)
      trace(
        this.#cells,
        stride,
        rows,
        (lines[at] as number) + x - left,
        (lines[at + 1] as number) + y - top,
        (lines[at + 2] as number) + x - left,
        (lines[at + 3] as number) + y - top,
      );
    const over = this.#number(parsed(colour));
    for (let row = 0; row < rows; row++)
      this.#fillRow(row * stride, (top + row) * this.width + left, right - left, over, evenOdd);
  }

  /** Fills a row of a shape, and leaves its cells empty for the next shape. */
  #fillRow(cell: number, pixel: number, width: number, over: number, evenOdd: boolean): void {
    const { numbers } = this;
    const cells = this.#cells;
    let covered = 0;
    let under = -1;
    let ramp: Uint16Array | undefined;
    for (let at = 0; at < width;) {
      covered += cells[cell + at] as number;
      let part = Math.abs(covered);
      if (evenOdd) part = Math.abs(part - 2 * Math.round(part / 2));
      const step = part >= 1 ? STEPS : Math.round(part * STEPS);
      const start = at;
      do cells[cell + at++] = 0;
      while (
        // Between its edges, a shape covers all pixels alike.
        at < width &&
        cells[cell + at] === 0
      );
      if (step === 0) continue;
      for (let same = pixel + start; same < pixel + at; same++) {
        const found = numbers[same] as number;
        if (found !== under || !ramp) ramp = this.#ramp((under = found), over);
        numbers[same] = ramp[step] as number;
      }
    }
    cells[cell + width] = 0;
    cells[cell + width + 1] = 0;
  }
}

/** « #RRGGBB » or « #RGB » as a number, red in the lowest byte. */
function parsed(colour: string): number {
  const digits = /^#(?:[\da-f]{3}){1,2}$/i.test(colour) ? colour.slice(1) : undefined;
  if (digits === undefined) throw new RangeError(`not a colour: ${colour}`);
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const value = parseInt(full, 16);
  return (value >> 16) | (value & 0xff00) | ((value & 255) << 16);
}

/** Writes in each row what a line adds to the part of each pixel that is covered, and of all those at its right. */
function trace(
  cells: Float32Array,
  stride: number,
  rows: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): void {
  const sign = fromY < toY ? 1 : -1;
  let x = sign > 0 ? fromX : toX;
  let y0 = sign > 0 ? fromY : toY;
  let y1 = sign > 0 ? toY : fromY;
  if (y1 <= 0 || y0 >= rows) return;
  const slope = (toX - fromX) / (toY - fromY);
  if (y0 < 0) {
    x -= y0 * slope;
    y0 = 0;
  }
  if (y1 > rows) y1 = rows;
  const most = stride - 2;
  for (let row = Math.floor(y0); row < y1; row++) {
    const high = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * high;
    const d = sign * high;
    // What is at the left of the picture covers the whole row, what is at its right nothing.
    const a = Math.min(most, Math.max(0, x < next ? x : next));
    const b = Math.min(most, Math.max(0, x < next ? next : x));
    x = next;
    const first = Math.floor(a);
    const last = Math.ceil(b);
    const at = row * stride + first;
    if (last <= first + 1) {
      const part = d * ((a + b) / 2 - first);
      cells[at] = (cells[at] as number) + d - part;
      cells[at + 1] = (cells[at + 1] as number) + part;
      continue;
    }
    // The line goes through several pixels of this row: each takes the area at its right.
    const steep = 1 / (b - a);
    const head = 0.5 * steep * (first + 1 - a) ** 2;
    const tail = 0.5 * steep * (b - last + 1) ** 2;
    cells[at] = (cells[at] as number) + d * head;
    if (last === first + 2) cells[at + 1] = (cells[at + 1] as number) + d * (1 - head - tail);
    else {
      const second = steep * (1.5 - (a - first));
      cells[at + 1] = (cells[at + 1] as number) + d * (second - head);
      for (let column = 2; column < last - first - 1; column++)
        cells[at + column] = (cells[at + column] as number) + d * steep;
      const before = second + (last - first - 3) * steep;
      const end = at + last - first - 1;
      cells[end] = (cells[end] as number) + d * (1 - before - tail);
    }
    const end = at + last - first;
    cells[end] = (cells[end] as number) + d * tail;
  }
}
