import type { PassageKind } from '#src/domain/collections.ts';

/** One acronym of the publication, as the glossary gives it. */
export interface SigleTerm {
  /** Anchor of the acronym in the glossary. */
  readonly cle: string;
  readonly sigle: string;
  readonly developpe: string;
}

/** One row of the table that `::champs` writes: a field of a collection, told to its author. */
export interface FieldRow {
  readonly champ: string;
  readonly description: string;
  readonly obligatoire: boolean;
  readonly exemple?: string | undefined;
}

export interface LinkTarget {
  readonly href: string;
  readonly titre: string;
}

/** All that Markdown needs to know of one publication. */
export interface MarkdownOptions {
  readonly sigles: readonly SigleTerm[];
  /** Name of each passage key, by kind. */
  readonly terms: Readonly<Record<PassageKind, Readonly<Record<string, string>>>>;
  /** Address of the page of a content file written as a link in another one; undefined when there is none. */
  readonly resolveLink: (url: string, from: string) => LinkTarget | undefined;
  /** Fields of each collection, for `::champs`. */
  readonly tables: Readonly<Record<string, readonly FieldRow[]>>;
  /**
   * Changes whenever `resolveLink` may answer otherwise (a list of the content files, say): pages rendered before are
   * then rendered again.
   */
  readonly linksVersion?: string;
}
