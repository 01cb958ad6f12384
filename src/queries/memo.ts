/**
 * Runs a query once for the whole build. In the preview, once until the content changes: Astro then forgets the modules
 * that read it, and `scripts/dev.ts` starts anew when a list or the publication's sheet does.
 */
export function once<Result>(query: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= query();
    return result;
  };
}

/** The entry that a checked reference points to; a miss means that the editor's check has a hole. */
export function found<Entry>(entry: Entry | undefined, what: string): Entry {
  if (entry === undefined)
    throw new Error(`Référence sans cible, que le contrôle aurait dû refuser : ${what}`);
  return entry;
}
