/** A filled path of a pictogram. */
export interface FilledPath {
  readonly d: string;
  readonly evenOdd: boolean;
}

/** The paths of a pictogram; none when its drawing is more than filled paths, which an infographic cannot draw. */
export function filledPaths(svg: string): FilledPath[] {
  if (/<(?!\/?(?:path|g)\b)|stroke=/.test(svg)) return [];
  return [...svg.matchAll(/<path\b[^>]*?\sd="([^"]+)"[^>]*>/g)].map(([tag, d = '']) => ({
    d,
    evenOdd: /fill-rule="evenodd"/.test(tag) || /<g\b[^>]*fill-rule="evenodd"/.test(svg),
  }));
}
