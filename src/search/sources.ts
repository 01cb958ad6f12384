import type { Groupe, Nature } from './format.ts';

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
  /** By address; a page that is not here is a plain one. */
  readonly pages: Readonly<Record<string, PageSource>>;
  readonly sigles: readonly {
    readonly url: string;
    readonly titre: string;
    readonly repere: string;
    readonly texte: string;
    readonly mots: readonly string[];
  }[];
  readonly groupes: readonly Groupe[];
}

export const SOURCES = 'recherche/sources.json';
/** Folder of the index in the site. */
export const INDEX = 'recherche/index';
