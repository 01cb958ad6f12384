import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { VOCABULARIES, type Vocabulary } from '#src/domain/collections.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { type Terme, type Vocabulaire, vocabulaireOf } from '#src/schemas/vocabulaire.ts';
import { found, once } from './memo.ts';

export type { Terme };

async function readList(name: Vocabulary): Promise<[Vocabulary, unknown]> {
  const path = join(contentDir(), 'vocabulaire', `${name}.yaml`);
  // The check says of a missing list that it counts as an empty one.
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return [name, parse(text)];
}

/** Every closed list, in the order of its file (Astro's collections would sort it). */
export const getVocabulaire = once(async (): Promise<Vocabulaire> => {
  const files = new Map(await Promise.all(VOCABULARIES.map(readList)));
  return vocabulaireOf((name) => files.get(name));
});

/** The entry of a closed list. */
export async function getTerme<Name extends Vocabulary>(name: Name, cle: string): Promise<Terme<Name>> {
  return found((await getVocabulaire())[name].get(cle), `vocabulaire/${name} : ${cle}`);
}

export const getTermes = <Name extends Vocabulary>(
  name: Name,
  cles: readonly string[],
): Promise<Terme<Name>[]> => Promise.all(cles.map((cle) => getTerme(name, cle)));
