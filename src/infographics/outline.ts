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
