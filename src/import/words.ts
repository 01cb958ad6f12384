import { question } from '#src/checks/explain.ts';
import { nearest } from '#src/checks/nearest.ts';
import type { Profession } from '#src/checks/professions.ts';
import { either, excerpt, fr } from '#src/checks/text.ts';
import { slugify } from '#src/domain/slugs.ts';

/** A word of a closed list (a profession, a structure), with the names by which people call it. */
export interface Term {
  readonly cle: string;
  readonly nom: string;
  /** Names that mean this term and no other. */
  readonly noms: readonly string[];
  /** Words of every day, which may mean several terms. */
  readonly synonymes: readonly string[];
}

/** A professions as a term: its forms are sure names, its short name and synonyms are not. */
export function professionTerm(profession: Profession): Term {
  const { cle, nom, feminin, pluriel, court, synonymes } = profession;
  return {
    cle,
    nom,
    noms: [cle, nom, feminin, pluriel],
    synonymes: [...(court === undefined ? [] : [court]), ...synonymes],
  };
}

export type Found = { readonly cle: string; readonly guess?: string } | { readonly problem: string };

/**
 * The term that a person means: by one of its names, by a synonym that no other term has (told as a guess), or
 * nothing: the nearest is proposed, never taken.
 * @param read what is written
 * @param what the list in a French sentence, after « n'est pas »: « un métier de vocabulaire/professions.yaml »
 */
export function findTerm(read: string, terms: readonly Term[], what: string): Found {
  const wanted = singular(read);
  const same = (names: readonly string[]) => wanted !== '' && names.some((name) => singular(name) === wanted);
  const named = terms.filter(({ noms }) => same(noms));
  const meant = named.length > 0 ? named : terms.filter(({ synonymes }) => same(synonymes));
  const [only] = meant;
  if (only && meant.length === 1) {
    if (named.length > 0) return { cle: only.cle };
    return { cle: only.cle, guess: fr`« ${excerpt(read)} » est lu comme « ${only.nom} ».` };
  }
  if (meant.length > 1) {
    const choice = either(meant.map(({ nom }) => fr`« ${nom} »`));
    return {
      problem: fr`« ${excerpt(read)} » peut vouloir dire ` + choice + fr` : écrire l'un des deux en entier.`,
    };
  }
  const candidates = terms.map(({ nom, noms, synonymes }) => ({ word: nom, names: [...noms, ...synonymes] }));
  const suggestion = nearest(read, candidates);
  const list =
    suggestion === undefined && terms.length <= 12
      ? fr` Possibles : ` + either(terms.map(({ nom }) => nom)) + '.'
      : suggestion === undefined
        ? fr` S'il manque à cette liste, l'y ajouter (guide, « Ajouter un mot aux listes »).`
        : '';
  return { problem: fr`« ${excerpt(read)} » n'est pas ` + what + '.' + question(suggestion) + list };
}

/** A name without accents, capitals nor the marks of the plural: « Sages-femmes » and « sage-femme » are one. */
export function singular(text: string): string {
  return slugify(text).replace(/(?<=[a-z]{3})[sx](?=-|$)/g, '');
}
