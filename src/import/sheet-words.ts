import type { Issue } from '#src/checks/issues.ts';
import { excerpt, fr } from '#src/checks/text.ts';
import type { KnownColumn } from './columns.ts';
import { scanColumns } from '#src/schemas/scan-columns.ts';

/** What the schemas say to who writes YAML, and that no one filling a form needs. */
const FOR_YAML =
  / ?(Sans réponse\u00A0: ne pas écrire la ligne\.|Liste vide «\u00A0\[\]\u00A0»\u00A0: aucun\.)|\u00A0: (AAAA|un nombre, ou)[^.]*(?=\.)/g;

/** A sentence of the schemas or of the check, without what only who writes YAML needs. */
export function forForm(sentence: string): string {
  return sentence.replace(FOR_YAML, '');
}

/**
 * What the check says of a file, said to who looks at a spreadsheet: there, « this line » is a whole team.
 * @param columns the columns of the table, by which its questions are named
 */
export function sheetMessage(
  { rule, field = '', read = '', message }: Issue,
  columns: readonly KnownColumn[],
): string {
  switch (rule) {
    case 'repeated':
      return fr`« ${excerpt(read)} » est écrit deux fois dans cette case. N'en garder qu'un.`;
    case 'profession-twice':
      return fr`« ${excerpt(read)} » est compté deux fois sur cette ligne. Garder une seule des deux réponses, avec le total.`;
    case 'missing': {
      if (field === 'composition') {
        return fr`aucun métier n'a de nombre de personnes. Remplir au moins une colonne de métier.`;
      }
      const champ = field.split(', ').join('.');
      const known = columns.find((column) => column.champ === champ)?.header;
      const title = known ?? scanColumns([]).find((column) => column.champ === champ)?.entete ?? field;
      if (known === undefined) {
        return fr`une précision est donnée, mais le tableau n'a pas de colonne « ${title} ». L'ajouter avec sa réponse, ou vider cette case.`;
      }
      return fr`une précision est donnée, mais pas la réponse à « ${title} ». Remplir cette réponse, ou vider la précision.`;
    }
    default:
      return forForm(message);
  }
}
