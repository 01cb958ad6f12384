import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { undrawnSigns } from '#src/domain/glyphs.ts';
import { cardPlace, isWhole, keyOf } from './cache.ts';
import { layoutFaults } from './faults.ts';
import { layOut } from './layout.ts';
import { rasterise } from './picture.ts';
import type { Edition } from './scan-data.ts';
import { cards } from './scenes/card.ts';
import { LINK } from './scenes/link.ts';
import { pictureSvg } from './svg.ts';
import { textsOf } from './texts.ts';

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

/**
 * A card as a PNG; the same data give the same bytes.
 * @throws RangeError when the words do not hold, however small: their fields are bounded so that they do
 */
export async function drawCard(data: CardData): Promise<Buffer> {
  for (const scene of cards(data)) {
    const layout = await layOut(scene, LINK);
    if (layoutFaults(layout).length > 0) continue;
    const names = { titre: data.titre, description: cardAlternative(data) };
    return rasterise(pictureSvg(layout, textsOf(layout), names), undefined);
  }
  throw new RangeError(`card too long: ${data.titre}`);
}

/** Draws a card into the cache, whole or not at all. */
export async function fillCard(key: string, data: CardData): Promise<void> {
  const place = cardPlace(key);
  const png = await drawCard(data);
  await mkdir(dirname(place), { recursive: true });
  const draft = `${place}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, png);
  await rename(draft, place);
}

/** A card, from the cache when it is there. */
export async function cardFile(data: CardData): Promise<Buffer> {
  const key = keyOf(data);
  if (!isWhole(cardPlace(key))) await fillCard(key, data);
  return readFile(cardPlace(key));
}
