import type { Contenu } from '#src/checks/contenu.ts';
import { filesOf } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { fieldAt, valueAt } from '#src/checks/fields.ts';
import { nearest } from '#src/checks/nearest.ts';
import { either, excerpt, fr } from '#src/checks/text.ts';
import { type Vocabulary, VOCABULARIES } from '#src/domain/collections.ts';
import { parseReferenceCode } from '#src/domain/reference-code.ts';
import { slugify } from '#src/domain/slugs.ts';
import { type Reading, readDate, readItems, readYear } from '#src/import/cells.ts';
import { findTeam } from '#src/import/teams.ts';
import { type Cell, cellText } from '#src/import/table.ts';
import { findTerm, type Term } from '#src/import/words.ts';
import { COLLECTION_SCHEMAS, VOCABULARY_SCHEMAS } from '#src/schemas/index.ts';
import { FIELD_COLUMNS, type FieldColumn, type SheetCollection } from './columns.ts';

/** What a text gives to a field: right values, what had to be understood, what is not understood. */
export interface FieldReading {
  readonly value?: unknown;
  readonly guesses: readonly string[];
  readonly problems: readonly string[];
}

/** The field that a title or a label means, by its own name or one that people give it. */
export function columnNamed(collection: SheetCollection, label: string): FieldColumn | undefined {
  const wanted = slugify(label);
  const columns: readonly FieldColumn[] = FIELD_COLUMNS[collection];
  const same = (name: string) => slugify(name) === wanted;
  return wanted === ''
    ? undefined
    : (columns.find(({ champ, entete }) => same(entete) || same(champ)) ??
        columns.find(({ autres }) => autres.some(same)));
}

/** The words of a closed list, or the files of a collection, with the names by which people call them. */
export function termsOf(contenu: Contenu, target: string): Term[] {
  const vocabulary = VOCABULARIES.find((name) => name === target);
  if (vocabulary) return vocabularyTerms(contenu, vocabulary);
  return contenu.files
    .filter(({ collection }) => collection === target)
    .map(({ id, data }) => {
      const nom = valueAt(data, ['titre']) ?? valueAt(data, ['nom']);
      return {
        cle: id,
        nom: typeof nom === 'string' ? nom : id,
        noms: typeof nom === 'string' ? [id, nom] : [id],
        synonymes: [],
      };
    });
}

function vocabularyTerms(contenu: Contenu, name: Vocabulary): Term[] {
  const data = contenu.vocabulaires.get(name)?.data;
  return Object.entries((data ?? {}) as Record<string, unknown>).flatMap(([cle, entry]): Term[] => {
    const read = VOCABULARY_SCHEMAS[name].safeParse(entry).data;
    if (!read) return [];
    const nom = 'nom' in read ? read.nom : cle;
    const more = 'pluriel' in read && typeof read.pluriel === 'string' ? [read.pluriel] : [];
    return [{ cle, nom, noms: [cle, nom, ...more], synonymes: 'synonymes' in read ? read.synonymes : [] }];
  });
}

const LIST_NAMES: Readonly<Record<string, string>> = {
  themes: fr`un thème de vocabulaire/themes.yaml`,
  'types-outils': fr`un type de vocabulaire/types-outils.yaml`,
  leviers: fr`un levier de vocabulaire/leviers.yaml`,
  freins: fr`un frein de vocabulaire/freins.yaml`,
  benefices: fr`un bénéfice de vocabulaire/benefices.yaml`,
  motivations: fr`une motivation de vocabulaire/motivations.yaml`,
  actions: fr`une action de vocabulaire/actions.yaml`,
  outils: fr`un outil de content/outils`,
};

/**
 * A word of a closed list: by a name or a synonym; with `near`, by the nearest name too, and the guess is told.
 * @param near whether a document is read, where a person will look at all that was guessed
 */
export function readTerm(contenu: Contenu, target: string, read: string, near: boolean): Reading {
  const terms = termsOf(contenu, target);
  const found = findTerm(read, terms, LIST_NAMES[target] ?? target);
  if ('cle' in found)
    return { value: found.cle, ...(found.guess === undefined ? {} : { guess: found.guess }) };
  const cle = near
    ? nearest(
        read,
        terms.map((term) => ({ word: term.cle, names: [...term.noms, ...term.synonymes] })),
      )
    : undefined;
  const nom = terms.find((term) => term.cle === cle)?.nom;
  if (cle === undefined || nom === undefined) return { problem: found.problem };
  return { value: cle, guess: fr`« ${excerpt(read)} » est lu comme « ${nom} ».` };
}

/** Reads what a person wrote for a field. */
export function readField(
  contenu: Contenu,
  collection: SheetCollection,
  { champ, kind }: FieldColumn,
  cell: Cell,
  near: boolean,
): FieldReading {
  const text = cellText(cell)
    .replace(/[ \t\u00A0\u202F]+/g, ' ')
    .trim();
  switch (kind) {
    case 'texte':
      return {
        value: text.replace(/\s+/g, ' ').replace(/\.$/, champ === 'titre' ? '' : '.'),
        guesses: [],
        problems: [],
      };
    case 'phrase':
      return { value: text, guesses: [], problems: [] };
    case 'textes': {
      const { value = [], guess } = readItems(cellText(cell));
      // Short words: a comma separates them as well as a semicolon.
      const items = value.length === 1 ? (value[0] ?? '').split(/\s*,\s*/) : value;
      return {
        value: items.map((item) => item.trim()).filter((item) => item !== ''),
        guesses: guess === undefined ? [] : [guess],
        problems: [],
      };
    }
    case 'jour':
    case 'date':
      return reading(readDate(cell instanceof Date ? cell : text.replace(/\.$/, ''), kind));
    case 'annee':
      return reading(readYear(cell));
    case 'code':
      return parseReferenceCode(text)
        ? good(text)
        : bad(
            fr`« ${excerpt(text)} » n'est pas un code de référence. Attendu : famille, format, numéro, mois et année, comme COORD/IC/012/1121.`,
          );
    case 'adresse': {
      const url = URL.parse(text);
      return url && /^https?:$/.test(url.protocol) && !/\s/.test(text)
        ? good(text)
        : bad(
            fr`« ${excerpt(text)} » n'est pas une adresse. Attendu : une adresse entière, qui commence par https://.`,
          );
    }
    case 'acces':
      return readAccess(text);
    case 'documents': {
      const { value = [] } = readItems(cellText(cell));
      return good(value.map((name) => (/[/\\]/.test(name) ? name : `./fichiers/${name}`)));
    }
    case 'equipe': {
      const found = findTeam(contenu, text);
      return 'team' in found ? good(found.team.id) : nearTeam(contenu, text, found.problem, near);
    }
    case 'mot':
      return reading(readTerm(contenu, targetOf(collection, champ), text, near));
    case 'mots':
      return readTerms(contenu, targetOf(collection, champ), text, near);
  }
}

const good = (value: unknown): FieldReading => ({ value, guesses: [], problems: [] });
const bad = (problem: string): FieldReading => ({ guesses: [], problems: [problem] });
const reading = ({ value, guess, problem }: Reading): FieldReading => ({
  ...(problem === undefined ? { value } : {}),
  guesses: guess === undefined ? [] : [guess],
  problems: problem === undefined ? [] : [problem],
});

function targetOf(collection: SheetCollection, champ: string): string {
  const schema = COLLECTION_SCHEMAS[collection];
  return (fieldAt(schema, [champ, 0]) ?? fieldAt(schema, [champ]))?.meta.reference ?? '';
}

function readAccess(text: string): FieldReading {
  const read = slugify(text);
  if (/^(public|ouvert|libre|tous|tout-public|tout-le-monde)$/.test(read)) return good('public');
  if (/^(adherents?|membres?|reserve(-aux?-(adherents|membres))?|adherentes?)$/.test(read))
    return good('adherents');
  return bad(
    fr`« ${excerpt(text)} » ne dit pas qui y a accès.${question(nearest(text, ['public', 'adhérents']))} Attendu : public ou adhérents.`,
  );
}

/** « le Pôle du Port, Ville-Exemple »: a team's name with more around it, told as a guess. */
function nearTeam(contenu: Contenu, text: string, problem: string, near: boolean): FieldReading {
  if (!near) return bad(problem);
  const whole = `-${slugify(text)}-`;
  const inside = filesOf(contenu, 'equipes').filter(({ id, data }) => {
    const nom = valueAt(data, ['nom']);
    return [id, ...(typeof nom === 'string' ? [slugify(nom)] : [])].some(
      (name) => name !== '' && whole.includes(`-${name}-`),
    );
  });
  const [only] = inside;
  if (!only || inside.length > 1) return bad(problem);
  return {
    value: only.id,
    guesses: [fr`« ${excerpt(text)} » est lu comme l'équipe « ${only.id} ».`],
    problems: [],
  };
}

/** Several words of a list: one per line, or separated by « ; », « , » or « / »; a name may hold a comma. */
function readTerms(contenu: Contenu, target: string, text: string, near: boolean): FieldReading {
  const keys: string[] = [];
  const guesses: string[] = [];
  const problems: string[] = [];
  const separators = [/\s*[\n;|•]\s*/, /\s*,\s*/, /\s+(?:\/|–|-|et)\s+/];
  const read = (word: string, [separator, ...rest]: readonly RegExp[]): void => {
    const exact = readTerm(contenu, target, word, false);
    const pieces = separator ? word.split(separator).filter((piece) => piece.trim() !== '') : [];
    if (exact.problem !== undefined && separator) {
      for (const piece of pieces) read(piece.trim(), rest);
      return;
    }
    const found =
      exact.problem === undefined ? exact : readTerm(contenu, target, word.replace(/[.\s]+$/, ''), near);
    if (found.problem !== undefined) problems.push(found.problem);
    else if (!keys.includes(String(found.value))) keys.push(String(found.value));
    if (found.guess !== undefined) guesses.push(found.guess);
  };
  if (text.trim() !== '') read(text.trim(), separators);
  return { value: keys, guesses, problems };
}

/** Whether a value fits its field, and what is said when it does not: a text too long, mostly. */
export function fitsField(collection: SheetCollection, champ: string, value: unknown): boolean {
  const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> =
    COLLECTION_SCHEMAS[collection].shape;
  return shape[champ]?.safeParse(value).success ?? false;
}

/** The names of a list, for a sentence: « Création et structuration, ACI et financements ou … ». */
export const namesOf = (contenu: Contenu, target: string): string =>
  either(termsOf(contenu, target).map(({ nom }) => nom));
