import type { Said } from '#src/domain/said.ts';
import type { Fit } from './scenes/fit.ts';

/** The formats of an infographic: print, social networks, preview of a link. */
export type Format = 'a4' | 'reseaux' | 'lien';

/** One infographic, whatever it is about: its scenes, and what names it. */
export interface Subject {
  readonly scenes: Readonly<Record<Format, () => Promise<Fit>>>;
  readonly titre: string;
  readonly description: string;
  readonly auteur: string;
  readonly annee: number;
  /** What its rosace shows, for a reader that does not see it. */
  readonly rosace: string;
  /** What it says, in a sentence: « ces réponses », « Les plus longues ». */
  readonly quoi: { readonly ces: string; readonly longs: string };
  /** What was said, by part, to name what is too long. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly titre: string;
  /** In characters. */
  readonly length: number;
}

/** Characters of these texts. */
export const lengthOf = (texts: readonly (Said | undefined)[]): number =>
  texts.reduce((sum, text) => sum + (text?.texte.length ?? 0), 0);
