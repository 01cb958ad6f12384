import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cardPlace, CACHE, keyOf } from '#src/infographics/cache.ts';
import { JOINED_FILES, type JoinedFile } from '#src/infographics/joined-file.ts';
import { drawCards } from './pictures.ts';

/**
 * Writes the files that go with the pages of a built site. One after the other, without a promise for each: they are thousands, and
 * waiting for a thread costs more than the work.
 */
export async function writeJoinedFiles(site: string): Promise<void> {
  const list = join(site, JOINED_FILES);
  const files = JSON.parse(readFileSync(list, 'utf8')) as JoinedFile[];
  rmSync(list);
  await drawCards(files.flatMap(({ contenu }) => (contenu.nature === 'carte' ? [contenu.data] : [])));
  const folders = new Set<string>();
  for (const { href, contenu } of files) {
    const place = join(site, href);
    const folder = dirname(place);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    if (contenu.nature === 'texte') writeFileSync(place, contenu.texte);
    else copyFileSync(sourceOf(contenu), place);
  }
}

function sourceOf(contenu: Exclude<JoinedFile['contenu'], { nature: 'texte' }>): string {
  if (contenu.nature === 'document') return contenu.depuis;
  const key = keyOf(contenu.data);
  return contenu.nature === 'carte' ? cardPlace(key) : join(CACHE, key, contenu.nom);
}
