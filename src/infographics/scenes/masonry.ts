/** Where cards go beside and under a wide block: the first ones beside it, the others in rows of two under it. */
export interface Arrangement {
  /** Number of cards beside the wide block. */
  readonly beside: number;
  /** Height that it all takes, in pixels. */
  readonly height: number;
}

/** The height of cards one under the other; 0 for none. */
export const stacked = (heights: readonly number[], gap: number): number =>
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

/** Cards shared out among columns: their ranks in each, and the height of the tallest. */
export interface Packing {
  readonly columns: readonly (readonly number[])[];
  readonly height: number;
}

/**
 * The cards in columns whose tallest is the least tall, their order kept in each; of two as good, the most even. Every
 * way that may be the best is tried: for a handful of cards.
 * @param taken height that each column has already, its gap with what follows included; in pixels, as all others
 */
export function packed(taken: readonly number[], heights: readonly number[], gap: number): Packing {
  let best: (Packing & { readonly uneven: number }) | undefined;
  const columns = taken.map(() => [] as number[]);
  const place = (rank: number): void => {
    const tall = columns.map((ranks, index) => {
      const own = ranks.map((other) => heights[other] ?? 0);
      return (taken[index] ?? 0) + stacked(own, gap);
    });
    const height = Math.max(...tall);
    // Cards only add to a column.
    if (best && height > best.height) return;
    if (rank < 0) {
      const uneven = tall.reduce((sum, one) => sum + one * one, 0);
      if (!best || height < best.height || uneven < best.uneven)
        best = { columns: columns.map((ranks) => [...ranks]), height, uneven };
      return;
    }
    for (const column of columns) {
      column.unshift(rank);
      place(rank - 1);
      column.shift();
    }
  };
  place(heights.length - 1);
  return best ?? { columns: [], height: 0 };
}
