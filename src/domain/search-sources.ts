/** What the site tells its search besides the pages' text: written by the queries, read by the index. */

/** Kinds of pages, as they are filtered and grouped. */
export type Nature = 'histoire' | 'outil' | 'equipe' | 'sigle' | 'page';

/** Ways to say one thing: a query that holds one of `mots` or `entrees` is widened to the other `mots`. */
export interface Groupe {
  readonly mots: readonly string[];
  /** Everyday words that lead to the group, and to which it does not lead. */
  readonly entrees: readonly string[];
}

/** A value of a facet that a page has. */
export interface Filtre {
  readonly cle: string;
  readonly nom: string;
}

/** What the site tells of a page besides its text. */
export interface PageSource {
  readonly nature: Nature;
  readonly repere: string;
  /** Whether it opens a section of the site, or gathers what other pages say. */
  readonly role: 'rubrique' | 'recueil' | 'texte';
  readonly resume: string;
  /** Words that its author gives for readers who type others. */
  readonly mots: readonly string[];
  /** Everyday words of the lists that it is classed by. */
  readonly alentours: readonly string[];
  readonly filtres: Readonly<Record<string, readonly Filtre[]>>;
  /** Names of the places of its text that are no headings, by identifier. */
  readonly lieux: Readonly<Record<string, string>>;
}

/** What the index is made of, besides the pages: written by the site as `recherche/sources.json`. */
export interface Sources {
  /** Names of the facets by key, in order. */
  readonly facettes: Readonly<Record<string, string>>;
  /** By address; what is not said is empty, as for a plain page. */
  readonly pages: Readonly<Record<string, Partial<PageSource>>>;
  readonly sigles: readonly {
    readonly url: string;
    readonly titre: string;
    readonly repere: string;
    readonly texte: string;
    readonly mots: readonly string[];
  }[];
  readonly groupes: readonly Groupe[];
}
