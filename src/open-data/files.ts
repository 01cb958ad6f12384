import type { DataTheme } from '#src/domain/data-themes.ts';
import { toCsv } from '#src/domain/csv.ts';
import { BETWEEN, type Colonne } from './columns.ts';
import type { Jeu } from './jeu.ts';

/** Who publishes the data, and what all sets share. */
export interface Editeur {
  readonly publication: string;
  /** Address of the site, without a last bar. */
  readonly site: string;
  readonly organisation: {
    readonly nom: string;
    readonly nomComplet: string;
    readonly site?: string | undefined;
  };
  readonly courriel?: string | undefined;
  readonly region: string;
  readonly licence: { readonly nom: string; readonly adresse: string };
  readonly themes: readonly DataTheme[];
}

/** Folder of the open data in the site. */
export const FOLDER = '/donnees/';

/** Address of a file of the open data, from the root of the site. */
export const fileAddress = (name: string): string => `${FOLDER}${name}`;

/** The files that hold one set, and what tells of them. */
export const namesOf = ({ nom }: Pick<Jeu, 'nom'>) => ({
  csv: `${nom}.csv`,
  json: `${nom}.json`,
  jsonSchema: `${nom}.schema.json`,
  tableSchema: `${nom}.tableschema.json`,
});

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What to write under a table or a figure made with the data. */
export function attribution({ publication, organisation, licence, site }: Editeur): string {
  const who = organisation.nom === publication ? publication : `${publication}, ${organisation.nom}`;
  return `${who}, ${site}${FOLDER}, licence ${licence.nom}`;
}

/** A set as CSV: the columns' names, then one line for each row. */
export function csvOf({ colonnes, lignes }: Jeu): string {
  return toCsv([
    colonnes.map(({ nom }) => nom),
    ...lignes.map((ligne) => colonnes.map(({ cell }) => cell(ligne))),
  ]);
}

/** A set as JSON: what it is, then its rows. */
export function jsonOf(jeu: Jeu, editeur: Editeur): string {
  const { titre, description, jour, lignes } = jeu;
  return asJson({
    $schema: editeur.site + fileAddress(namesOf(jeu).jsonSchema),
    titre,
    description,
    publication: editeur.publication,
    editeur: editeur.organisation.nomComplet,
    adresse: editeur.site + FOLDER,
    licence: editeur.licence,
    mention: attribution(editeur),
    ...(jour === undefined ? {} : { mise_a_jour: jour }),
    lignes,
  });
}

const text = (description: string) => ({ type: 'string', description });

/** The JSON Schema of a set's JSON file (draft 2020-12). */
export function jsonSchemaOf(jeu: Jeu, editeur: Editeur): string {
  const properties = {
    $schema: text('Adresse de ce schéma.'),
    titre: text('Nom du jeu de données.'),
    description: text('Ce qu’il contient.'),
    publication: text('Nom de la publication.'),
    editeur: text('Qui publie.'),
    adresse: { ...text('Page des données ouvertes.'), format: 'uri' },
    licence: {
      type: 'object',
      description: 'Licence du jeu de données.',
      properties: { nom: text('Son nom.'), adresse: { ...text('Son texte.'), format: 'uri' } },
      required: ['nom', 'adresse'],
      additionalProperties: false,
    },
    mention: text('La source à citer.'),
    mise_a_jour: text('La date la plus récente que donnent les fiches\u00A0: AAAA, AAAA-MM ou AAAA-MM-JJ.'),
    lignes: { type: 'array', description: 'Les données.', items: withoutOurs(jeu.schema) },
  };
  return asJson({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: editeur.site + fileAddress(namesOf(jeu).jsonSchema),
    title: jeu.titre,
    description: jeu.description,
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => name !== 'mise_a_jour'),
    additionalProperties: false,
  });
}

/** A schema without the words that only our own code reads. */
function withoutOurs(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutOurs);
  if (typeof node !== 'object' || node === null) return node;
  const { properties, ...rest } = node as Readonly<Record<string, unknown>>;
  const kept = Object.entries(rest).filter(
    ([key]) => !['$schema', 'exemple', 'reference', 'file', 'pictogramme'].includes(key),
  );
  const own = Object.fromEntries(kept.map(([key, inner]) => [key, withoutOurs(inner)]));
  if (typeof properties !== 'object' || properties === null) return own;
  const fields = Object.entries(properties).map(([key, inner]) => [key, withoutOurs(inner)]);
  return { ...own, properties: Object.fromEntries(fields) as unknown };
}

function fieldOf({ nom, description, type, format, pattern, enum: words, obligatoire, liste }: Colonne) {
  const constraints = {
    ...(obligatoire ? { required: true } : {}),
    // Of several values in one cell, these would be said of the whole.
    ...(words && !liste ? { enum: words } : {}),
    ...(pattern !== undefined && !liste ? { pattern } : {}),
  };
  return {
    name: nom,
    type,
    ...(format === undefined ? {} : { format }),
    description: liste
      ? `${description} Plusieurs valeurs sont séparées par «\u00A0${BETWEEN.trim()}\u00A0».`
      : description,
    ...(type === 'boolean' ? { trueValues: ['oui'], falseValues: ['non'] } : {}),
    ...(type === 'number' ? { decimalChar: ',' } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** A set's table in the words of Table Schema (Frictionless Data, version 1): what validators of CSV read. */
export function tableSchemaOf({ colonnes }: Pick<Jeu, 'colonnes'>): object {
  const keys = colonnes.filter(({ reference, liste }) => reference === 'equipes' && !liste);
  return {
    fields: colonnes.map(fieldOf),
    missingValues: [''],
    primaryKey: 'identifiant',
    ...(keys.length === 0
      ? {}
      : {
          foreignKeys: keys.map(({ nom }) => ({
            fields: nom,
            reference: { resource: 'equipes', fields: 'identifiant' },
          })),
        }),
  };
}

/** All the tables with what tells of them (Frictionless Data Package). */
export function dataPackage(jeux: readonly Jeu[], editeur: Editeur): string {
  const { publication, organisation, licence, site, region } = editeur;
  return asJson({
    profile: 'tabular-data-package',
    name: 'donnees-ouvertes',
    title: `${publication}\u00A0: données ouvertes`,
    description: `Les données publiées par ${organisation.nomComplet} (${region}).`,
    homepage: site + FOLDER,
    licenses: [{ title: licence.nom, path: licence.adresse }],
    contributors: [
      {
        title: organisation.nomComplet,
        role: 'publisher',
        ...(organisation.site ? { path: organisation.site } : {}),
      },
    ],
    resources: jeux.map((jeu) => ({
      profile: 'tabular-data-resource',
      name: jeu.nom,
      title: jeu.titre,
      description: jeu.description,
      path: namesOf(jeu).csv,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ';', lineTerminator: '\r\n', doubleQuote: true, header: true },
      schema: tableSchemaOf(jeu),
    })),
  });
}
