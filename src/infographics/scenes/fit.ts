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
/** How far a guess may be from the truth, once it was set right by what was measured at a density near. */
const WRONG = 0.006;

/**
 * The scene that shows the most in letters that are not small, else the one with the largest letters; the densest of
 * the last style when none fits. Guesses choose where to begin, and what need not be tried; what is given was laid out
 * and measured.
 */
export async function fitted<Style>(fitting: Fitting<Style>): Promise<Fit> {
  const { styles, densities, most, small, guess } = fitting;
  const starts = new Map<Style, number>();
  const startOf = (style: Style): number => {
    const start =
      starts.get(style) ?? roomiestOf(densities(style), (density) => guess(style, density) <= most);
    starts.set(style, start);
    return start;
  };
  const sure = styles.findIndex((style) => startOf(style) >= small);
  const order =
    sure >= 0
      ? [...styles.slice(sure), ...styles.slice(0, sure).toReversed()]
      : styles.toSorted((a, b) => startOf(b) - startOf(a));
  let best: Fit | undefined;
  for (const style of order) {
    const tried = await roomiest(fitting, style, startOf(style));
    if (!best || tried.fits) best = tried;
    if (best.fits) return best;
  }
  if (!best) throw new RangeError('nothing to fit');
  return best;
}

/** The first density that holds, from the roomiest on; the densest when none does. */
function roomiestOf(densities: readonly number[], holds: (density: number) => boolean): number {
  let [from, to] = [0, densities.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(densities[middle] ?? 1)) to = middle;
    else from = middle + 1;
  }
  return densities[from] ?? 1;
}

/** The roomiest density of one style that is no taller than allowed, from `start` on; the densest when none is. */
async function roomiest<Style>(
  { densities: of, most, scene, guess }: Fitting<Style>,
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
    const guessed = guess(style, density);
    const expected = (other: number) => (guess(style, other) * sized.height) / guessed;
    const roomier = densities[next - 1];
    if (fits && (roomier === undefined || expected(roomier) > most * (1 + WRONG))) break;
    // Text that wraps takes a height that grows as the square of its size.
    const wanted = density * Math.sqrt(most / sized.height);
    const near = densities.findIndex((other) => other <= wanted);
    next = Math.min(fitting - 1, Math.max(tooTall + 1, near === -1 ? densities.length - 1 : near));
  }
  if (!best) throw new RangeError('no density to try');
  return best;
}
