import { undrawnSigns } from '#src/domain/glyphs.ts';
import type { Edition } from './scan-data.ts';

/** What a link to a page shows, as plain data: the whole of its cache key. */
export interface CardData {
  readonly genre: 'carte';
  readonly edition: Edition;
  /** What the page is: « Récit », « Guide ». */
  readonly surtitre: string;
  readonly titre: string;
  /** Lines under the title, one idea each. */
  readonly lignes: readonly string[];
  /** A few more words, when there is room. */
  readonly texte?: string | undefined;
  readonly reserve?: string | undefined;
  /** The rosace: a team's people, or the publication's emblem. */
  readonly groupes: readonly { readonly famille: string; readonly nombre: number }[];
}

/** Whether the typeface has every sign of a card: one that it has not would leave a hole in what is read. */
export const isDrawn = ({ edition, surtitre, titre, lignes, texte, reserve }: CardData): boolean =>
  [edition.nom, edition.organisation, surtitre, titre, ...lignes, texte ?? '', reserve ?? ''].every(
    (words) => undrawnSigns(words).length === 0,
  );

/** What the card says, in place of the picture. */
export const cardAlternative = ({ surtitre, titre, lignes, edition }: CardData): string =>
  `${surtitre}\u00A0: ${[titre, ...lignes].join(', ')}. ${edition.nom}, ${edition.organisation}.`;
