/** Where cards go beside and under a wide block: the first ones beside it, the others in rows of two under it. */
export interface Arrangement {
  /** Number of cards beside the wide block. */
  readonly beside: number;
  /** Height that it all takes, in pixels. */
  readonly height: number;
}

const stacked = (heights: readonly number[], gap: number): number =>
  heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, heights.length - 1);

/** The cards two by two; the last may be alone. */
export function pairs<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, index) =>
    items.slice(2 * index, 2 * index + 2),
  );
}

/**
 * The split of the cards that takes the least height, their order kept. Heights and gap in pixels; a card alone in its
 * row is wider than it was measured, hence no taller.
 */
export function arrange(wide: number, heights: readonly number[], gap: number): Arrangement {
  const splits = Array.from({ length: heights.length + 1 }, (_, beside) => {
    const rows = pairs(heights.slice(beside)).map((row) => Math.max(...row));
    return {
      beside,
      height: Math.max(stacked(heights.slice(0, beside), gap), stacked([wide, ...rows], gap)),
    };
  });
  return splits.reduce((best, split) => (split.height < best.height ? split : best));
}
