import type { Outline } from './outline.ts';

/** Numbers that a command takes, absolute or relative alike (W3C, « SVG 1.1 », 8.3). */
const TAKES: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  Q: 4,
  T: 2,
  C: 6,
  S: 4,
  A: 7,
  Z: 0,
};
/** A number, and the flag of an arc, which may touch what follows it. */
const NUMBER = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const FLAG = /[\s,]*([01])/y;

/** The arguments of a command, as many at a time as it takes. */
function groups(text: string, letter: string): number[][] {
  const size = TAKES[letter] ?? 0;
  if (size === 0) return [[]];
  const found: number[][] = [];
  for (let at = 0, group: number[] = []; ;) {
    const pattern = letter === 'A' && (group.length === 3 || group.length === 4) ? FLAG : NUMBER;
    pattern.lastIndex = at;
    const [, number] = pattern.exec(text) ?? [];
    if (number === undefined) return found;
    at = pattern.lastIndex;
    group.push(Number(number));
    if (group.length < size) continue;
    found.push(group);
    group = [];
  }
}

/** The path of an SVG drawing as an outline: absolute, arcs and shorthands as plain curves. */
export function outlineOfPath(d: string): Outline {
  let commands = '';
  const points: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** The last control point, that a shorthand mirrors after a curve of the same kind. */
  let [controlX, controlY, kind] = [0, 0, ''];
  const add = (command: string, ...numbers: number[]) => {
    commands += command;
    points.push(...numbers);
    [x = x, y = y] = numbers.slice(-2);
    [controlX = x, controlY = y] = numbers.slice(-4, -2);
    kind = command;
  };
  const mirrored = (curve: string): number[] =>
    kind === curve ? [2 * x - controlX, 2 * y - controlY] : [x, y];
  const step = (letter: string, relative: boolean, own: readonly number[], first: boolean) => {
    const [dx, dy] = relative ? [x, y] : [0, 0];
    const [one = 0] = own;
    const to = own.map((value, index) => value + (index % 2 === 0 ? dx : dy));
    if (letter === 'H') add('L', one + dx, y);
    else if (letter === 'V') add('L', x, one + dy);
    else if (letter === 'T') add('Q', ...mirrored('Q'), ...to);
    else if (letter === 'S') add('C', ...mirrored('C'), ...to);
    else if (letter === 'A') {
      const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, toX = 0, toY = 0] = own;
      const end = { x: toX + dx, y: toY + dy };
      for (const curve of arc({ x, y }, end, { rx, ry, turn, large: large > 0, sweep: sweep > 0 }))
        add('C', ...curve);
    } else if (letter === 'Z') {
      add('Z');
      [x, y] = [startX, startY];
    } else if (letter === 'M' && first) {
      add('M', ...to);
      [startX, startY] = [x, y];
    } else add(letter === 'M' ? 'L' : letter, ...to);
  };
  for (const [, sign = '', text = ''] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const letter = sign.toUpperCase();
    groups(text, letter).forEach((own, index) => step(letter, sign !== letter, own, index === 0));
  }
  return { commands, points };
}

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Ellipse {
  readonly rx: number;
  readonly ry: number;
  /** In degrees. */
  readonly turn: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** An arc of an ellipse as curves of a quarter turn at most (SVG 1.1, F.6: from end points to a centre). */
function arc(from: Point, to: Point, ellipse: Ellipse): number[][] {
  let [rx, ry] = [Math.abs(ellipse.rx), Math.abs(ellipse.ry)];
  if (rx === 0 || ry === 0) return [[from.x, from.y, to.x, to.y, to.x, to.y]];
  const [cos, sin] = [Math.cos((ellipse.turn * Math.PI) / 180), Math.sin((ellipse.turn * Math.PI) / 180)];
  const [halfX, halfY] = [(from.x - to.x) / 2, (from.y - to.y) / 2];
  const [ax, ay] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  // Radii that cannot reach both ends grow until they do.
  const grow = Math.sqrt(Math.max(1, (ax / rx) ** 2 + (ay / ry) ** 2));
  [rx, ry] = [rx * grow, ry * grow];
  const far = (rx * ay) ** 2 + (ry * ax) ** 2;
  const side = ellipse.large === ellipse.sweep ? -1 : 1;
  const root = side * Math.sqrt(Math.max(0, (rx * ry) ** 2 / far - 1));
  const [bx, by] = [(root * rx * ay) / ry, (-root * ry * ax) / rx];
  const centre = {
    x: cos * bx - sin * by + (from.x + to.x) / 2,
    y: sin * bx + cos * by + (from.y + to.y) / 2,
  };
  const start = Math.atan2((ay - by) / ry, (ax - bx) / rx);
  let sweep = Math.atan2((-ay - by) / ry, (-ax - bx) / rx) - start;
  if (ellipse.sweep && sweep < 0) sweep += 2 * Math.PI;
  if (!ellipse.sweep && sweep > 0) sweep -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const part = sweep / count;
  const reach = (4 / 3) * Math.tan(part / 4);
  /** A point of the circle of radius 1, on the ellipse. */
  const placed = (x: number, y: number): [number, number] => [
    centre.x + cos * rx * x - sin * ry * y,
    centre.y + sin * rx * x + cos * ry * y,
  ];
  return Array.from({ length: count }, (_, index) => {
    const [a, b] = [start + index * part, start + (index + 1) * part];
    const [cosA, sinA, cosB, sinB] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    return [
      ...placed(cosA - reach * sinA, sinA + reach * cosA),
      ...placed(cosB + reach * sinB, sinB - reach * cosB),
      ...(index === count - 1 ? [to.x, to.y] : placed(cosB, sinB)),
    ];
  });
}
