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

/**
 * Lays out a rosace, families from the heart outwards in the order given.
 * Coordinates are rounded to a tenth, so that the same team gives the same bytes everywhere.
 */
export function rosace(groups: readonly { famille: string; nombre: number }[]): Rosace {
  const familles = groups.flatMap(({ famille, nombre }) => Array.from({ length: nombre }, () => famille));
  const half = SPACING * Math.sqrt(Math.max(familles.length, 1)) + RADIUS;
  const round = (value: number) => Math.round(value * 10) / 10;
  const dots = familles.map((famille, index) => {
    const distance = SPACING * Math.sqrt(index + 0.5);
    const angle = index * GOLDEN_ANGLE;
    return {
      x: round(half + distance * Math.cos(angle)),
      y: round(half + distance * Math.sin(angle)),
      famille,
    };
  });
  return { dots, radius: RADIUS, size: round(half * 2) };
}
