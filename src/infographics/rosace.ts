/** A team's emblem: one dot for one person, coloured by family, laid out by the golden angle. */
export interface RosaceDot {
  readonly x: number;
  readonly y: number;
  readonly famille: string;
}

export interface Rosace {
  readonly dots: readonly RosaceDot[];
  /** Radius of each dot, in the units of `size`. */
  readonly radius: number;
  /** Side of the square that holds every dot whole. */
  readonly size: number;
}

/** 2π(1 − 1/φ), in radians: Vogel, « A better way to construct the sunflower head », 1979. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SPACING = 10;
const RADIUS = 7.4;

const round = (value: number) => Math.round(value * 10) / 10;
const halfOf = (people: number) => SPACING * Math.sqrt(Math.max(people, 1)) + RADIUS;

/** Where one dot stands, the heart being (0, 0): the same in every rosace. */
function dotAt(index: number): { readonly x: number; readonly y: number } {
  const distance = SPACING * Math.sqrt(index + 0.5);
  const angle = index * GOLDEN_ANGLE;
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}

/**
 * Lays out a rosace, families from the heart outwards in the order given.
 * Coordinates are rounded to a tenth, so that the same team gives the same bytes everywhere.
 */
export function rosace(groups: readonly { famille: string; nombre: number }[]): Rosace {
  const familles = groups.flatMap(({ famille, nombre }) => Array.from({ length: nombre }, () => famille));
  const half = halfOf(familles.length);
  const dots = familles.map((famille, index) => {
    const { x, y } = dotAt(index);
    return { x: round(half + x), y: round(half + y), famille };
  });
  return { dots, radius: RADIUS, size: round(half * 2) };
}

/**
 * The same rosace as one path for each family, around (0, 0): each dot is a point that a round end of `width` makes a
 * disc. In a page of twenty rosaces it takes a quarter of the elements, and half the bytes that a host sends: they
 * share their coordinates.
 */
export function rosacePaths(groups: readonly { famille: string; nombre: number }[]) {
  let first = 0;
  const paths = groups.map(({ famille, nombre }) => {
    const dots = Array.from({ length: nombre }, (_, index) => dotAt(first + index));
    first += nombre;
    // Some browsers draw no end to a line without any length.
    return { famille, d: dots.map(({ x, y }) => `M${round(x)} ${round(y)}h.01`).join('') };
  });
  return { paths: paths.filter(({ d }) => d !== ''), width: 2 * RADIUS, size: round(halfOf(first) * 2) };
}
