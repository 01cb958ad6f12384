import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { VOCABULARIES, type Vocabulary } from '#src/domain/collections.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { VOCABULARY_SCHEMAS } from '#src/schemas/vocabulaire.ts';
import { found, once } from './memo.ts';

export type Terme<Name extends Vocabulary> = z.infer<(typeof VOCABULARY_SCHEMAS)[Name]> & {
  readonly cle: string;
};
type Lists = { readonly [Name in Vocabulary]: ReadonlyMap<string, Terme<Name>> };

async function readList(name: Vocabulary): Promise<[string, ReadonlyMap<string, unknown>]> {
  const path = join(contentDir(), 'vocabulaire', `${name}.yaml`);
  // The check says of a missing list that it counts as an empty one.
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const entries = Object.entries((parse(text) ?? {}) as Record<string, unknown>);
  return [
    name,
    new Map(entries.map(([cle, entry]) => [cle, { ...VOCABULARY_SCHEMAS[name].parse(entry), cle }])),
  ];
}

/** Every closed list, as a map from key to entry in the order of its file (Astro's collections would sort it). */
export const getVocabulaire = once(
  async () => Object.fromEntries(await Promise.all(VOCABULARIES.map(readList))) as unknown as Lists,
);

/** The entry of a closed list. */
export async function getTerme<Name extends Vocabulary>(name: Name, cle: string): Promise<Terme<Name>> {
  return found((await getVocabulaire())[name].get(cle), `vocabulaire/${name} : ${cle}`);
}

export const getTermes = <Name extends Vocabulary>(
  name: Name,
  cles: readonly string[],
): Promise<Terme<Name>[]> => Promise.all(cles.map((cle) => getTerme(name, cle)));
