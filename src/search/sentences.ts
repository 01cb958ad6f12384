import { countOf, joinList, plural, uncapitalised } from '#src/domain/french.ts';
import type { Demande } from './address.ts';
import type { Page } from './results.ts';
import type { Ajout } from './engine.ts';

/** What the search page says, as a person would. */

export const quoted = (text: string): string => `«\u00A0${text}\u00A0»`;

/** « 12 résultats pour « kiné » : 2 histoires, 10 outils. », also read aloud. */
export function stateOf({ nombre, sansFiltre, partielle, groupements, answer }: Page, typed: string): string {
  const question = typed.trim();
  const about = question === '' ? '' : ` pour ${quoted(question)}`;
  if (answer.trouves.length === 0 || sansFiltre === 0)
    return question === '' ? '' : `Aucun résultat${about}.`;
  if (nombre === 0)
    return `Aucun résultat${about} avec ces filtres\u00A0; ${countOf(sansFiltre, 'sans eux', 'sans eux')}.`;
  const kinds = groupements.filter(({ cle }) => cle !== 'partie');
  const detail =
    kinds.length > 1
      ? `\u00A0: ${joinList(kinds.map(({ nom, nombre: count }) => countOf(count, nom.toLocaleLowerCase('fr').replace(/s$/, ''), nom.toLocaleLowerCase('fr'))))}`
      : '';
  const partly = partielle
    ? ` Aucune page n’a tous ces mots\u00A0: ${plural(nombre, 'celle-ci en a', 'celles-ci en ont')} une partie.`
    : '';
  return `${countOf(nombre, 'résultat')}${about}${detail}.${partly}`;
}

/** « Maison de santé » in a sentence; an acronym keeps its capitals. */
const inSentence = (name: string): string => (/^\p{Lu}\p{Ll}/u.test(name) ? uncapitalised(name) : name);

/** « Afficher 8 résultats de plus ». */
export const moreOf = (left: number): string => `Afficher ${countOf(left, 'résultat')} de plus`;

/** What else was looked for, and why. */
export function wideningOf(ajouts: readonly Ajout[]): string[] {
  const faults = ajouts.filter(({ faute }) => faute);
  const names = ajouts.filter(({ faute }) => !faute);
  return [
    ...faults.map(
      ({ de, vers }) =>
        `${quoted(de)} n’est dans aucune page. Vouliez-vous dire ${quoted(vers)}\u202F? C’est ce qui a été cherché.`,
    ),
    ...(names.length > 0
      ? [`Recherché aussi\u00A0: ${joinList([...new Set(names.map(({ vers }) => inSentence(vers)))])}.`]
      : []),
  ];
}

/** What was understood of a question without an answer, and what to try. */
export function adviceOf({ answer: { inconnus, courants } }: Page, { texte, exact }: Demande): string[] {
  const uniques = [...new Set(courants)];
  const agreement = (word: string) => plural(uniques.length, word);
  const whole = inconnus.length === 1 && inconnus[0] === texte.trim();
  return [
    ...(inconnus.length > 0 && !whole
      ? [`Aucune page ne contient ${joinList(inconnus.map(quoted), 'ni')}.`]
      : []),
    ...(inconnus.length === 0 && courants.length > 0
      ? [
          `${joinList(uniques.map(quoted))}\u00A0: trop ${agreement('courant')} pour être ${agreement('cherché')}.`,
        ]
      : []),
    exact
      ? 'La recherche s’en est tenue aux mots écrits\u00A0: élargissez-la ci-dessus.'
      : 'Essayez un mot de moins, un mot plus simple, un sigle ou ce qu’il veut dire. Les thèmes sont ci-dessous.',
  ];
}
