import { question } from '#src/checks/explain.ts';
import { nearest } from '#src/checks/nearest.ts';
import { FORM_PATH } from '#src/checks/places.ts';
import { either, fr } from '#src/checks/text.ts';
import { quoted } from '#src/checks/yaml-source.ts';
import { slugify } from '#src/domain/slugs.ts';
import type { ScanColumn } from '#src/schemas/scan-columns.ts';
import type { Remark } from './problems.ts';
import { columnLetter } from './table.ts';
import { singular, type Term } from './words.ts';

/** A column of the table that nobody knows. */
export interface UnknownColumn {
  readonly row: number;
  readonly column: number;
  readonly header: string;
}

interface Vocabulary {
  readonly columns: readonly ScanColumn[];
  readonly professions: readonly Term[];
}

const CHAMP = '…';

/** What is said of the unknown columns: one by its place, several at once with one block to copy. */
export function unknownRemarks(unknown: readonly UnknownColumn[], vocabulary: Vocabulary): Remark[] {
  const [first] = unknown;
  if (!first) return [];
  if (unknown.length === 1) return [{ ...first, ...oneUnknown(first.header, vocabulary) }];
  const letters = either(
    unknown.map(({ column }) => columnLetter(column)),
    'et',
  );
  // A title that stands twice is said apart, once it has a field.
  const titles = new Set(unknown.map(({ header }) => header));
  const lines = [...titles].map((title) => `  ${quoted(title)}: ${likelyField(title, vocabulary) ?? CHAMP}`);
  return [
    {
      row: first.row,
      message: fr`${unknown.length} colonnes ne sont pas connues (${letters}). Corriger leur titre dans le tableau, ou copier ces lignes dans ${FORM_PATH}, sous le mot « colonnes » qui s'y trouve, vérifier les champs proposés et remplacer « ${CHAMP} » par le champ où vont les réponses. Une colonne à ne pas lire se met plutôt sous « ignorer », son titre entre guillemets après un tiret.`,
      lines: ['colonnes:', ...lines],
    },
  ];
}

function oneUnknown(title: string, vocabulary: Vocabulary): Pick<Remark, 'message' | 'lines'> {
  const suggestion = nearestTitle(title, vocabulary);
  return {
    message: fr`cette colonne n'est pas connue.${question(suggestion)} Corriger son titre dans le tableau, ou écrire dans ${FORM_PATH} le champ où vont ses réponses, ou qu'elle n'est pas à lire :`,
    lines: [
      'colonnes:',
      `  ${quoted(title)}: ${likelyField(title, vocabulary) ?? CHAMP}`,
      'ignorer:',
      `  - ${quoted(title)}`,
    ],
  };
}

const nearestTitle = (title: string, { columns }: Vocabulary): string | undefined =>
  nearest(
    title,
    columns.map(({ entete }) => entete),
  );

/** The field that a title may mean, to be proposed, never taken: by the nearest title, a profession's name, or its words. */
function likelyField(title: string, vocabulary: Vocabulary): string | undefined {
  const { columns, professions } = vocabulary;
  const near = nearestTitle(title, vocabulary);
  if (near !== undefined) return columns.find(({ entete }) => entete === near)?.champ;
  const profession = professionIn(title, professions);
  if (profession !== undefined)
    return `composition.${profession}${/signat/i.test(title) ? '.signataires' : ''}`;
  const asked = stems(title);
  const meant = columns.filter(({ champ, entete }) => {
    const wanted = stems(entete);
    return (
      !champ.startsWith('composition') && wanted.length > 1 && wanted.every((stem) => asked.includes(stem))
    );
  });
  return meant.length === 1 ? meant[0]?.champ : undefined;
}

/** The only profession whose name stands in a title, the longest name first: « Combien de médecins généralistes ? ». */
function professionIn(title: string, professions: readonly Term[]): string | undefined {
  const whole = `-${singular(title)}-`;
  const found = professions.flatMap(({ cle, noms, synonymes }) =>
    [...noms, ...synonymes]
      .map(singular)
      .filter((name) => name.length > 2 && whole.includes(`-${name}-`))
      .map((name) => ({ cle, length: name.length })),
  );
  const longest = Math.max(...found.map(({ length }) => length));
  const keys = new Set(found.filter(({ length }) => length === longest).map(({ cle }) => cle));
  return keys.size === 1 ? [...keys][0] : undefined;
}

/** Beginnings of the words that say something: « Avez-vous signé un ACI ? » gives avez, vous, sign, aci. */
const stems = (text: string): string[] =>
  slugify(text)
    .split('-')
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, 4));
