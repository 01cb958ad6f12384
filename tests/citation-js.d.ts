declare module '@citation-js/core' {
  /** Bibliographic entries, read from a text of a format that a plugin knows. */
  export class Cite {
    constructor(text: string, options?: { forceType?: string });
    readonly data: readonly unknown[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
