/** Closed curves: their commands (M, L, Q, C, Z, as in SVG), and the points of all of them, absolute. */
export interface Outline {
  readonly commands: string;
  readonly points: readonly number[];
}

/** Numbers that a command takes. */
export const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

const tenth = (tenths: number): string => String(tenths / 10);

/**
 * An outline in few letters, from wherever the path stands: relative commands, no line that goes nowhere, to a tenth of
 * a pixel.
 */
export function relativePath({ commands, points }: Outline, scale: number): string {
  let [x, y, startX, startY, at] = [0, 0, 0, 0, 0];
  let last = '';
  let out = '';
  const write = (command: string, numbers: readonly number[]) => {
    if (command !== last) out += command;
    numbers.forEach((tenths, index) => {
      const text = tenth(tenths);
      out += (index > 0 || command === last) && tenths >= 0 ? ` ${text}` : text;
    });
    last = command;
  };
  for (const command of commands) {
    const own = points.slice(at, (at += TAKES[command] ?? 0)).map((value) => Math.round(value * scale * 10));
    if (command === 'Z') {
      out += 'z';
      last = '';
      [x, y] = [startX, startY];
      continue;
    }
    const [fromX, fromY] = [x, y];
    [x = 0, y = 0] = own.slice(-2);
    if (command === 'M') [startX, startY] = [x, y];
    else if (command === 'L' && (x === fromX || y === fromY)) {
      if (y !== fromY) write('v', [y - fromY]);
      else if (x !== fromX) write('h', [x - fromX]);
      continue;
    }
    write(
      command.toLowerCase(),
      own.map((value, index) => value - (index % 2 === 0 ? fromX : fromY)),
    );
  }
  return out;
}

/** Part of a radius at which the control points of a quarter of a circle stand. */
const QUARTER = 0.5523;

/** A box with round corners; a circle when the radius is half of its sides. */
export function roundBox(x: number, y: number, width: number, height: number, radius: number): Outline {
  const [right, bottom] = [x + width, y + height];
  if (radius <= 0) return { commands: 'MLLLZ', points: [x, y, right, y, right, bottom, x, bottom] };
  const [r, k] = [radius, radius * (1 - QUARTER)];
  return {
    commands: 'MLCLCLCLCZ',
    // prettier-ignore
    points: [
      x + r, y, right - r, y, right - k, y, right, y + k, right, y + r,
      right, bottom - r, right, bottom - k, right - k, bottom, right - r, bottom,
      x + r, bottom, x + k, bottom, x, bottom - k, x, bottom - r,
      x, y + r, x, y + k, x + k, y, x + r, y,
    ],
  };
}

/** How far a straight line may be from the curve that it stands for, in pixels. */
const NEAR = 0.04;

/** An outline as straight lines, two points each, in pixels; lines along a row of pixels bound nothing and are left out. */
export function flattened({ commands, points }: Outline, scale: number): Float64Array {
  const lines: number[] = [];
  let [x, y, startX, startY, at] = [0, 0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    if (toY !== y) lines.push(x, y, toX, toY);
    [x, y] = [toX, toY];
  };
  for (const command of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = points
      .slice(at, (at += TAKES[command] ?? 0))
      .map((value) => value * scale);
    const [x0, y0] = [x, y];
    if (command === 'M') {
      lineTo(startX, startY);
      [x, y, startX, startY] = [a, b, a, b];
    } else if (command === 'L') lineTo(a, b);
    else if (command === 'Z') lineTo(startX, startY);
    else if (command === 'Q') {
      const bend = Math.hypot(x0 - 2 * a + c, y0 - 2 * b + d);
      const count = Math.ceil(Math.sqrt(bend / (4 * NEAR)));
      for (let index = 1; index <= count; index++) {
        const [t, u] = [index / count, 1 - index / count];
        lineTo(u * u * x0 + 2 * u * t * a + t * t * c, u * u * y0 + 2 * u * t * b + t * t * d);
      }
      if (count === 0) lineTo(c, d);
    } else {
      const bend = Math.max(
        Math.hypot(x0 - 2 * a + c, y0 - 2 * b + d),
        Math.hypot(a - 2 * c + e, b - 2 * d + f),
      );
      const count = Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / NEAR)));
      for (let index = 1; index <= count; index++) {
        const [t, u] = [index / count, 1 - index / count];
        const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
        lineTo(p * x0 + q * a + r * c + s * e, p * y0 + q * b + r * d + s * f);
      }
    }
  }
  lineTo(startX, startY);
  return Float64Array.from(lines);
}
