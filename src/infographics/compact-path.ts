/**
 * The same outline in about half the letters: relative commands, no point twice, to a tenth of a pixel. What satori
 * writes is absolute, and it is read again by whoever draws it.
 * @param d a path of M, L, Q, C and Z, absolute; anything else is given back as it is
 */
export function compactPath(d: string): string {
  if (/[^MLQCZ\d\s.,-]/.test(d)) return d;
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
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
  for (const [, command = '', values = ''] of d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    if (command === 'Z') {
      out += 'z';
      last = '';
      [x, y] = [startX, startY];
      continue;
    }
    const points = (values.match(/-?[\d.]+/g) ?? []).map((value) => Math.round(Number(value) * 10));
    const [toX = 0, toY = 0] = points.slice(-2);
    const [fromX, fromY] = [x, y];
    [x, y] = [toX, toY];
    if (command === 'M') {
      // Absolute: a number in front of it would go on with the last command.
      out += `M${tenth(x)} ${tenth(y)}`;
      last = '';
      [startX, startY] = [x, y];
    } else if (command === 'L') {
      if (x === fromX && y === fromY) continue;
      if (y === fromY) write('h', [x - fromX]);
      else if (x === fromX) write('v', [y - fromY]);
      else write('l', [x - fromX, y - fromY]);
    } else
      write(
        command.toLowerCase(),
        points.map((value, index) => value - (index % 2 === 0 ? fromX : fromY)),
      );
  }
  return out;
}

const tenth = (tenths: number): string => String(tenths / 10);
