import type { Contenu } from '#src/checks/contenu.ts';
import { excerpt, fr, plural } from '#src/checks/text.ts';
import type { FieldColumn, SheetCollection } from '#src/import/fiche/columns.ts';
import { fitsField, readField } from '#src/import/fiche/read.ts';
import type { Account } from './account.ts';
import type { Sheet } from './sheet.ts';

export type Values = Record<string, unknown>;

/**
 * The fields that a document's identity sheet fills; what is guessed or not understood is told.
 * @param refused fields whose answer the check has refused, and why: they are told and left
 */
export function valuesOf(
  sheet: Sheet,
  collection: SheetCollection,
  contenu: Contenu,
  refused: ReadonlyMap<string, string>,
  account: Account,
): Values {
  const values: Values = {};
  for (const { column, label, text } of sheet.answers) {
    const { champ } = column;
    const place = fr`« ${excerpt(label, 40)} : ${excerpt(text)} »`;
    const why = refused.get(champ);
    if (why !== undefined) {
      account.lost.push(fr`${place} : ` + why);
      continue;
    }
    const { value, guesses, problems } = readField(contenu, collection, column, text, true);
    account.guessed.push(...guesses.map((guess) => fr`${label} : ` + guess));
    account.lost.push(...problems.map((problem) => fr`${label} : ` + problem));
    if (value !== undefined && problems.length === 0) put(values, column, value, place, collection, account);
    else if (Array.isArray(value)) put(values, column, value, place, collection, account);
  }
  return values;
}

function put(
  values: Values,
  { champ }: FieldColumn,
  value: unknown,
  place: string,
  collection: SheetCollection,
  account: Account,
): void {
  const before = values[champ];
  if (Array.isArray(value)) {
    const items = [
      ...new Set([...(Array.isArray(before) ? (before as unknown[]) : []), ...(value as unknown[])]),
    ];
    if (items.length > 0) values[champ] = items;
    return;
  }
  if (before !== undefined) account.lost.push(fr`${place} : ce champ est déjà rempli plus haut.`);
  else if (champ === 'auteur' && isName(String(value))) {
    account.names.push(String(value));
    account.lost.push(
      fr`${place} : cela ressemble au nom d'une personne. Le site dit un rôle (« une infirmière de l'équipe ») : l'écrire dans « auteur ».`,
    );
  } else if (fitsField(collection, champ, value)) values[champ] = value;
  else
    account.lost.push(
      fr`${place} : ce texte ne tient pas dans le champ « ${champ} » (${plural([...String(value)].length, 'signe')} ; voir le guide). Le raccourcir : ` +
        String(value),
    );
}

/** « Marie Dupont », « Dr Dupont »: words that all begin with a capital. */
const isName = (text: string): boolean =>
  /^((Dr|Pr|Mme|M\.|Mlle)\s+)?(\p{Lu}[\p{L}’'-]+)(\s+\p{Lu}[\p{L}’'-]+){0,3}$/u.test(text) &&
  (/\s/.test(text) || /^\p{Lu}{2}/u.test(text));
