/**
 * A piece of text and what each of its figures and answered words comes from. A source is a path into the answers
 * (« composition.2.nombre ») or a named rule (« regle:total »). What no source backs is the generator's own wording.
 */
export interface Said {
  readonly texte: string;
  readonly sources: readonly string[];
}

/** `said('40 professionnels', 'regle:total')`; without a source, plain wording that holds no figure. */
export function said(texte: string, ...sources: readonly string[]): Said {
  return { texte, sources };
}
