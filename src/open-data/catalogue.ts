import { DATA_THEMES } from '#src/domain/data-themes.ts';
import { parseDate } from '#src/domain/dates.ts';
import { attribution, type Editeur, fileAddress, FOLDER, asJson, namesOf } from './files.ts';
import type { Jeu } from './jeu.ts';

/** A resource of the catalogue, in JSON-LD. */
type Node = Readonly<Record<string, unknown>>;

const EU = 'http://publications.europa.eu/resource/authority/';
const IANA = 'https://www.iana.org/assignments/media-types/';

/** Prefixes and the kinds of values, written in the file itself: whoever reads it fetches nothing. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const french = (value: string): Node => ({ '@language': 'fr', '@value': value });
const typed = (type: string, id: string, more: Node = {}): Node => ({ '@id': id, '@type': type, ...more });

/** A date with its own precision, as DCAT-AP allows. */
function date(iso: string): Node {
  const type = { day: 'xsd:date', month: 'xsd:gYearMonth', year: 'xsd:gYear' } as const;
  return { '@type': type[parseDate(iso)?.precision ?? 'year'], '@value': iso };
}

/** What is said of the publisher, the region, the licence, the same for every set. */
function common(editeur: Editeur): Node {
  const { organisation, site, region, licence } = editeur;
  const publisher = typed('foaf:Agent', organisation.site ?? `${site}/#editeur`, {
    'foaf:name': french(organisation.nomComplet),
    ...(organisation.site ? { 'foaf:homepage': typed('foaf:Document', organisation.site) } : {}),
  });
  return {
    'dct:publisher': publisher,
    'dct:language': typed('dct:LinguisticSystem', `${EU}language/FRA`),
    'dct:spatial': { '@type': 'dct:Location', 'skos:prefLabel': french(region) },
    'dct:license': typed('dct:LicenseDocument', licence.adresse, { 'dct:title': french(licence.nom) }),
  };
}

interface Format {
  readonly name: string;
  readonly fileType: string;
  readonly mediaType: string;
  /** What the file follows, and the title of that. */
  readonly schema: readonly [string, string];
}

const formatsOf = (jeu: Jeu): readonly Format[] => {
  const { csv, json, tableSchema, jsonSchema } = namesOf(jeu);
  return [
    {
      name: csv,
      fileType: 'CSV',
      mediaType: 'text/csv',
      schema: [tableSchema, 'Schéma du tableau (Table Schema)'],
    },
    {
      name: json,
      fileType: 'JSON',
      mediaType: 'application/json',
      schema: [jsonSchema, 'Schéma du JSON (JSON Schema)'],
    },
  ];
};

function distribution(
  { name, fileType, mediaType, schema: [schema, title] }: Format,
  { titre }: Jeu,
  { site, licence }: Editeur,
  size: number,
): Node {
  return typed('dcat:Distribution', `${site}${FOLDER}#${name}`, {
    'dct:title': french(`${titre}, en ${fileType}`),
    'dcat:accessURL': { '@id': site + FOLDER },
    'dcat:downloadURL': { '@id': site + fileAddress(name) },
    'dct:format': typed('dct:MediaTypeOrExtent', `${EU}file-type/${fileType}`),
    'dcat:mediaType': typed('dct:MediaType', IANA + mediaType),
    'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(size) },
    'dct:license': typed('dct:LicenseDocument', licence.adresse, { 'dct:title': french(licence.nom) }),
    'dct:conformsTo': typed('dct:Standard', site + fileAddress(schema), { 'dct:title': french(title) }),
  });
}

function dataset(jeu: Jeu, editeur: Editeur, sizeOf: (name: string) => number): Node {
  const { site, themes, courriel, organisation } = editeur;
  const { periode, jour } = jeu;
  return typed('dcat:Dataset', `${site}${FOLDER}#${jeu.nom}`, {
    'dct:title': french(jeu.titre),
    'dct:description': french(jeu.description),
    'dct:identifier': `${site}${FOLDER}#${jeu.nom}`,
    'dcat:landingPage': typed('foaf:Document', site + FOLDER),
    'dcat:keyword': [jeu.titre, editeur.region].map(french),
    ...common(editeur),
    'dct:accessRights': typed('dct:RightsStatement', `${EU}access-right/PUBLIC`),
    ...(themes.length > 0
      ? {
          'dcat:theme': themes.map((code) =>
            typed('skos:Concept', `${EU}data-theme/${code}`, { 'skos:prefLabel': french(DATA_THEMES[code]) }),
          ),
        }
      : {}),
    ...(courriel === undefined
      ? {}
      : {
          'dcat:contactPoint': {
            '@type': ['vcard:Organization', 'vcard:Kind'],
            'vcard:fn': french(organisation.nomComplet),
            'vcard:hasEmail': { '@id': `mailto:${courriel}` },
          },
        }),
    ...(jour === undefined ? {} : { 'dct:modified': date(jour) }),
    ...(periode === undefined
      ? {}
      : {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': date(periode[0]),
            'dcat:endDate': date(periode[1]),
          },
        }),
    'dcat:distribution': formatsOf(jeu).map((format) =>
      distribution(format, jeu, editeur, sizeOf(format.name)),
    ),
  });
}

/**
 * The catalogue of the sets in JSON-LD, after DCAT-AP 3.
 * @param sizeOf size in bytes of a file of the open data
 */
export function catalogueOf(
  jeux: readonly Jeu[],
  editeur: Editeur,
  sizeOf: (name: string) => number,
): string {
  const { publication, site } = editeur;
  return asJson({
    '@context': CONTEXT,
    ...typed('dcat:Catalog', `${site}${FOLDER}#catalogue`),
    'dct:title': french(`${publication}\u00A0: données ouvertes`),
    'dct:description': french(
      `Les données de la publication, réutilisables. À citer ainsi\u00A0: ${attribution(editeur)}.`,
    ),
    'foaf:homepage': typed('foaf:Document', site + FOLDER),
    'dct:conformsTo': typed('dct:Standard', 'http://data.europa.eu/r5r/'),
    ...common(editeur),
    'dcat:dataset': jeux.map((jeu) => dataset(jeu, editeur, sizeOf)),
  });
}
