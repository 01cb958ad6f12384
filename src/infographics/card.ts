import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cardPlace, isWhole, keyOf } from './cache.ts';
import { type CardData, cardAlternative } from './card-data.ts';
import { layoutFaults } from './faults.ts';
import { layOut } from './layout.ts';
import { rasterise } from './picture.ts';
import { cards } from './scenes/card.ts';
import { LINK } from './scenes/link.ts';
import { pictureSvg } from './svg.ts';
import { textsOf } from './texts.ts';

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
