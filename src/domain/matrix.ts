/** Stories that the analysis counts: invented ones only where there are no others, which they never add to. */
export function counted<Story extends { readonly demonstration: boolean }>(
  stories: readonly Story[],
): readonly Story[] {
  const real = stories.filter(({ demonstration }) => !demonstration);
  return real.length > 0 ? real : stories;
}

/** What holds passages. */
interface Holder<Passage> {
  readonly passages: readonly Passage[];
}

/** What stands where a row meets a column. */
export interface Case<Story, Passage> extends Holder<Passage> {
  /** Key of the column. */
  readonly colonne: string;
  /** Stories of this column that hold a passage of this row, in the order of the stories. */
  readonly histoires: readonly Story[];
  /** Stories of this column. */
  readonly sur: number;
}

/**
 * One row of the matrix: for each column, its stories that hold a passage of the row. A story may stand in several columns;
 * a column where no story holds a passage has an empty case. A story without a column is in none.
 * @param stories every story, in order
 * @param columnsOf keys of the columns that a story stands in
 * @param passages those of the row, each with its story
 */
export function casesOf<Story, Passage extends { readonly histoire: Story }>(
  columns: readonly string[],
  stories: readonly Story[],
  columnsOf: (story: Story) => readonly string[],
  passages: readonly Passage[],
): Case<Story, Passage>[] {
  const byStory = Map.groupBy(passages, ({ histoire }) => histoire);
  const members = new Map<string, Story[]>(columns.map((key) => [key, []]));
  for (const story of stories) for (const key of new Set(columnsOf(story))) members.get(key)?.push(story);
  return [...members].map(([colonne, inside]) => {
    const histoires = inside.filter((story) => byStory.has(story));
    return {
      colonne,
      histoires,
      passages: histoires.flatMap((story) => byStory.get(story) ?? []),
      sur: inside.length,
    };
  });
}
