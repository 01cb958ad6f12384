import { VOCABULARY_SCHEMAS } from '#src/schemas/index.ts';
import type { Contenu } from './contenu.ts';

/** A profession of the publication that can be read, with its key. */
export interface Profession {
  readonly cle: string;
  readonly nom: string;
  readonly feminin: string;
  readonly pluriel: string;
  readonly court?: string | undefined;
  readonly synonymes: readonly string[];
}

/** The publication's professions, in the order of their list. */
export function professionsOf(contenu: Pick<Contenu, 'vocabulaires'>): Profession[] {
  const data = contenu.vocabulaires.get('professions')?.data;
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([cle, entry]) => {
    const read = VOCABULARY_SCHEMAS.professions.safeParse(entry).data;
    return read ? [{ ...read, cle }] : [];
  });
}
