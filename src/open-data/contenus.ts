import { type PassageKind, VOCABULARIES } from '#src/domain/collections.ts';
import type { Equipe } from '#src/schemas/equipe.ts';
import type { Outil } from '#src/schemas/outil.ts';
import type { Scan } from '#src/schemas/scan.ts';
import type { Vocabulaire } from '#src/schemas/vocabulaire.ts';
import type { NameOf } from './row-schema.ts';

interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
}

/** A passage of a story, as the analysis counts it. */
export interface PassageMarque {
  readonly nature: PassageKind;
  readonly cle: string;
  readonly html: string;
  /** Title of the part of the story. */
  readonly section: string;
  /** From the root of the site, with the anchor of the very place. */
  readonly href: string;
  readonly recit: {
    readonly id: string;
    readonly titre: string;
    readonly reference: string;
    readonly rencontre: string;
    readonly publication: string;
    readonly demonstration: boolean;
    readonly equipe: string;
  };
}

/** What the sets are made of: entries that are online, and no other. */
export interface Contenus {
  /** Address of the site, without a last bar. */
  readonly site: string;
  readonly licence: string;
  /** « maisons de santé ». */
  readonly equipesEnMots: string;
  readonly equipes: readonly Entry<Omit<Equipe, 'photo'>>[];
  readonly scans: readonly Entry<Scan>[];
  /** Each tool with the addresses of its documents, from the root of the site. */
  readonly outils: readonly (Entry<Outil> & { readonly documents: readonly string[] })[];
  readonly passages: readonly PassageMarque[];
  readonly vocabulaire: Vocabulaire;
}

/** A key that leads nowhere means that the editor’s check has a hole. */
export const absent = (key: string): never => {
  throw new Error(`Clé sans nom, que le contrôle aurait dû refuser : ${key}`);
};

/** Names of everything that a field may point to. */
export function nameIn({ equipes, vocabulaire }: Contenus): NameOf {
  const teams = new Map(equipes.map(({ id, data }) => [id, data.nom]));
  return (target, key) => {
    if (target === 'equipes') return teams.get(key) ?? absent(key);
    const list = VOCABULARIES.find((name) => name === target);
    const term = list && vocabulaire[list].get(key);
    if (!term) return absent(`${target}/${key}`);
    return 'nom' in term ? term.nom : term.sigle;
  };
}
