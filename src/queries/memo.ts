/** Runs a query once for the whole build; in development, each time, so that edits show. */
export function once<Result>(query: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    if (import.meta.env.DEV) return query();
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
