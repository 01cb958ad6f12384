import { z } from 'zod';
import { byMostRecent } from '#src/domain/dates.ts';
import { type Colonne, columnsOf } from './columns.ts';
import { address, type JsonNode, type Ligne, rowNode, type Shape } from './row-schema.ts';
import { publishable } from './words.ts';

/** One set of open data: its rows, what each field is, and how a table shows them. */
export interface Jeu {
  /** In its files' names: « equipes ». */
  readonly nom: string;
  readonly titre: string;
  readonly description: string;
  /** JSON Schema of one row. */
  readonly schema: JsonNode;
  readonly lignes: readonly Ligne[];
  readonly colonnes: readonly Colonne[];
  /** The most recent date that its files give; a year, a month or a day. */
  readonly jour: string | undefined;
  /** First and last date that its rows are about. */
  readonly periode: readonly [string, string] | undefined;
}

export interface JeuSource extends Pick<Jeu, 'nom' | 'titre' | 'description'> {
  /** What a row's identifier is. */
  readonly identifiant: string;
  /** What page of the site each row leads to. */
  readonly page: string;
  /** Fields of a row besides its identifier, its address and its licence. */
  readonly shape: Shape;
  readonly lignes: readonly Ligne[];
  readonly licence: string;
  /** Dates that the set's files give, in any order. */
  readonly jours: readonly (string | undefined)[];
  /** Dates that its rows are about. */
  readonly periode?: readonly string[];
  /** Columns of the table, when they are not those of the fields one by one. */
  readonly colonnes?: (node: JsonNode) => Colonne[];
}

/** What each row has besides its own fields. */
const OURS = ['identifiant', 'page', 'licence'];

/** A set of open data, ready to be written: rows checked for what may not be published, and in one order. */
export function jeu(source: JeuSource): Jeu {
  const { nom, titre, description, shape, licence, periode = [] } = source;
  const taken = OURS.find((name) => Object.hasOwn(shape, name));
  if (taken) throw new Error(`the field « ${taken} » has the name of what open data add to each row`);
  const row = z.strictObject({
    identifiant: z.string().describe(source.identifiant),
    page: address(source.page),
    ...shape,
    licence: address('Adresse de la licence de cette ligne.'),
  });
  const schema = rowNode(row);
  const lignes = source.lignes
    .map((ligne) => publishable({ ...ligne, licence }) as Ligne)
    .toSorted((a, b) => compare(String(a['identifiant']), String(b['identifiant'])));
  const dates = source.jours.filter((date) => date !== undefined).toSorted(byMostRecent);
  const span = periode.toSorted(byMostRecent);
  const [last, first] = [span[0], span.at(-1)];
  return {
    nom,
    titre,
    description,
    schema,
    lignes,
    colonnes: source.colonnes?.(schema) ?? columnsOf(schema),
    jour: dates[0],
    periode: first !== undefined && last !== undefined ? [first, last] : undefined,
  };
}

/** By the codes of their signs: the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
