import type { CardData } from './card-data.ts';
import type { FileName } from './cache.ts';
import type { InfographicData } from './picture.ts';

/** A file that a page offers or shows, and what gives its bytes: it says nothing by itself. */
export interface JoinedFile {
  /** « /equipes/le-port/scan-equipe-2026-a4.png ». */
  readonly href: string;
  readonly contenu:
    | { readonly nature: 'texte'; readonly texte: string }
    /** Copied from a file of this machine. */
    | { readonly nature: 'document'; readonly depuis: string }
    | { readonly nature: 'infographie'; readonly nom: FileName; readonly data: InfographicData }
    | { readonly nature: 'carte'; readonly data: CardData };
}

/** Where the pages leave the list of these files: read by the build when the pages are written, then taken out of the site. */
export const JOINED_FILES = 'plan-du-site/fichiers.json';
