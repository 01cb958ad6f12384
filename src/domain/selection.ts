/** A list narrowed by several facets at once, and the address that says which: the same rules for the site and its script. */

/** Keys under their facets: what an item answers (« theme » → « usagers », « qualite »), or what a reader chose. */
export type Keys = Readonly<Record<string, readonly string[]>>;

const answers = (item: Keys, facet: string, chosen: readonly string[]): boolean =>
  chosen.length === 0 || chosen.some((key) => item[facet]?.includes(key));

/** Within one facet, any of the chosen keys will do; an item must satisfy each facet. */
export function keeps(choice: Keys, item: Keys): boolean {
  return Object.entries(choice).every(([facet, chosen]) => answers(item, facet, chosen));
}

/**
 * How many items each key gives when it is alone in its facet, what is chosen in the other facets staying as it is:
 * facet → key → count, keys that give nothing left out.
 */
export function countsOf(items: readonly Keys[], choice: Keys): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const item of items) {
    const failed = Object.entries(choice).filter(([facet, chosen]) => !answers(item, facet, chosen));
    if (failed.length > 1) continue;
    // An item that one facet refuses counts in that facet alone, where another key would show it.
    const only = failed[0]?.[0];
    for (const [facet, keys] of Object.entries(item)) {
      if (only !== undefined && only !== facet) continue;
      const inFacet = counts.get(facet) ?? new Map<string, number>();
      counts.set(facet, inFacet);
      for (const key of new Set(keys)) inFacet.set(key, (inFacet.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** The choice with one key more, or without it. */
export function toggled(choice: Keys, facet: string, key: string): Keys {
  const chosen = choice[facet] ?? [];
  const next = chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key];
  return { ...choice, [facet]: next };
}

/** What an address's query chooses among the keys that the list knows; the rest of it says nothing. */
export function choiceOf(query: string, known: Keys): Keys {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    Object.entries(known).map(([facet, keys]) => {
      const asked = new Set(parameters.getAll(facet));
      return [facet, keys.filter((key) => asked.has(key))];
    }),
  );
}

/** The address of a list with its choice and its order, if it is not the usual one: « /liste/?theme=a&theme=b&tri=c ». */
export function addressOfChoice(list: string, choice: Keys, tri?: string): string {
  const parameters = new URLSearchParams();
  for (const [facet, keys] of Object.entries(choice)) for (const key of keys) parameters.append(facet, key);
  if (tri) parameters.append('tri', tri);
  return parameters.size > 0 ? `${list}?${parameters}` : list;
}
