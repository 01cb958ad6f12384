import type { Collection } from '#src/domain/collections.ts';
import { fr } from '#src/checks/text.ts';
import type { TextQuestion } from './ask.ts';
import { slugify } from '#src/domain/slugs.ts';

/** A file to write in the content folder. */
export interface NewEntry {
  /** Relative to the content folder. */
  readonly path: string;
  readonly text: string;
}

/** How a new entry's file is called: asked for, proposed from its title. */
export function nameQuestion(propose: string): TextQuestion {
  return {
    option: 'fichier',
    titre: fr`Nom du fichier, qui sera l'adresse de la page`,
    aide: fr`Court, en minuscules, avec des traits d'union, sans accent.`,
    obligatoire: false,
    propose,
    fault: (answer) => {
      const right = answer.split('/').map(slugify).filter(Boolean).join('/');
      if (right === answer && answer.includes('/') === propose.includes('/')) return undefined;
      const example = propose.includes('/') ? right : right.replaceAll('/', '-');
      return fr`« ${answer} » : des minuscules sans accent, des chiffres et des traits d'union seulement.${example ? fr` Par exemple : « ${example} ».` : ''}`;
    },
  };
}

/** The first identifier that no file of the collection has: « port », « port-2 »… */
export function freeId(taken: Iterable<{ readonly id: string }>, wanted: string): string {
  const ids = new Set([...taken].map(({ id }) => id));
  let id = wanted;
  for (let rank = 2; ids.has(id); rank += 1) id = `${wanted}-${rank}`;
  return id;
}

/** The kinds of files that can be begun, by the word that a person types. */
export const NEW_KINDS = {
  histoire: 'histoires',
  outil: 'outils',
  equipe: 'equipes',
  scan: 'scans',
  page: 'pages',
} as const satisfies Record<string, Collection>;
export type NewKind = keyof typeof NEW_KINDS;
