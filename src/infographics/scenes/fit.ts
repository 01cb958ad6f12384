import type { Node } from '#src/infographics/tree.ts';

/** A scene at one density, and the height that it takes, in pixels. */
export interface Sized {
  readonly node: Node;
  readonly height: number;
}

export interface Fit extends Sized {
  readonly density: number;
  /** False when even the densest scene is too tall. */
  readonly fits: boolean;
}

/** Densities from the roomiest to the densest, each 4 % under the one before. */
export function densities(roomy: number, dense: number): number[] {
  const count = Math.floor(Math.log(roomy / dense) / Math.log(1.04)) + 1;
  return Array.from({ length: count }, (_, index) => Math.round((1000 * roomy) / 1.04 ** index) / 1000);
}

/** What to fit in a height: styles and densities of a scene, the one that shows the most and the roomiest first. */
export interface Fitting<Style> {
  readonly styles: readonly Style[];
  readonly densities: (style: Style) => readonly number[];
  /** Height allowed, in pixels. */
  readonly most: number;
  /** Under this density, the next style is better: it takes less room for the same words. */
  readonly small: number;
  /** A quick guess of a scene's height. */
  readonly guess: (style: Style, density: number) => number;
  /** The scene, laid out and measured. */
  readonly scene: (style: Style, density: number) => Promise<Sized>;
}

/** satori puts boxes on whole pixels: heights that were measured apart may miss a few when they are stacked. */
const ROUNDING = 6;

/** Height left in a picture by what stands above and below its main part, in pixels. */
export function heightLeft(picture: number, ...taken: readonly number[]): number {
  return picture - taken.reduce((sum, height) => sum + height, ROUNDING);
}

/** Part of the height that may stay empty before a roomier density is worth a try. */
const SPARE = 0.035;

/**
 * The scene that shows the most in letters that are not small, else the one with the largest letters; the densest of
 * the last style when none fits. Guesses choose where to begin; what is given was laid out and measured.
 */
export async function fitted<Style>(fitting: Fitting<Style>): Promise<Fit> {
  const { styles, densities, most, small, guess } = fitting;
  const guesses = styles.map((style) => ({
    style,
    density:
      densities(style).find((density) => guess(style, density) <= most) ?? densities(style).at(-1) ?? 1,
  }));
  const sure = guesses.findIndex(({ density }) => density >= small);
  const order =
    sure >= 0
      ? [...guesses.slice(sure), ...guesses.slice(0, sure).toReversed()]
      : guesses.toSorted((a, b) => b.density - a.density);
  let best: Fit | undefined;
  for (const { style, density } of order) {
    const tried = await roomiest(fitting, style, density);
    if (!best || tried.fits) best = tried;
    if (best.fits) return best;
  }
  if (!best) throw new RangeError('nothing to fit');
  return best;
}

/** The roomiest density of one style that is no taller than allowed, from `start` on; the densest when none is. */
async function roomiest<Style>(
  { densities: of, most, scene }: Fitting<Style>,
  style: Style,
  start: number,
): Promise<Fit> {
  const densities = of(style);
  let best: Fit | undefined;
  let tooTall = -1;
  let fitting = densities.length;
  let next = Math.max(0, densities.indexOf(start));
  while (fitting - tooTall > 1) {
    const density = densities[next] ?? 1;
    const sized = await scene(style, density);
    const fits = sized.height <= most;
    if (fits || !best?.fits) best = { ...sized, density, fits };
    if (fits) fitting = next;
    else tooTall = next;
    if (fits && sized.height >= most * (1 - SPARE)) break;
    // Text that wraps takes a height that grows as the square of its size.
    const wanted = density * Math.sqrt(most / sized.height);
    const near = densities.findIndex((other) => other <= wanted);
    next = Math.min(fitting - 1, Math.max(tooTall + 1, near === -1 ? densities.length - 1 : near));
  }
  if (!best) throw new RangeError('no density to try');
  return best;
}
