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

/** Part of the height that may stay empty before a roomier density is worth a try. */
const SPARE = 0.025;

/**
 * The roomiest scene that is no taller than allowed; the densest when none is. Text that wraps takes a height that
 * grows as the square of its size, which gives the next density to try: two or three scenes are laid out, seldom more.
 * @param densities the roomiest first
 * @param most height allowed, in pixels
 * @param start density to try first, one of the list
 */
export async function roomiest(
  densities: readonly number[],
  scene: (density: number) => Promise<Sized>,
  most: number,
  start = 1,
): Promise<Fit> {
  let best: Fit | undefined;
  let tooTall = -1;
  let fitting = densities.length;
  let next = Math.max(0, densities.indexOf(start));
  while (fitting - tooTall > 1) {
    const density = densities[next] ?? 1;
    const sized = await scene(density);
    const fits = sized.height <= most;
    if (fits || !best?.fits) best = { ...sized, density, fits };
    if (fits) fitting = next;
    else tooTall = next;
    if (fits && sized.height >= most * (1 - SPARE)) break;
    const wanted = density * Math.sqrt(most / sized.height);
    const near = densities.findIndex((other) => other <= wanted);
    next = Math.min(fitting - 1, Math.max(tooTall + 1, near === -1 ? densities.length - 1 : near));
  }
  if (!best) throw new RangeError('no density to try');
  return best;
}

/**
 * The first style whose scene fits without small letters, else the one with the largest letters; the last one when
 * none fits.
 * @param styles the one that shows the most first
 * @param small density under which the next style is tried
 */
export async function firstRoomy<Style>(
  styles: readonly Style[],
  fit: (style: Style, start: number) => Promise<Fit>,
  small: number,
): Promise<Fit> {
  let best: Fit | undefined;
  for (const style of styles) {
    const tried = await fit(style, best?.density ?? 1);
    if (!best?.fits || (tried.fits && tried.density > best.density)) best = tried;
    if (best.fits && best.density >= small) break;
  }
  if (!best) throw new RangeError('no style to try');
  return best;
}
