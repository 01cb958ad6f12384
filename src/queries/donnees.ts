import { getCollection } from 'astro:content';
import { formatDate } from '#src/domain/dates.ts';
import { countOf, formatBytes } from '#src/domain/french.ts';
import { isOnline } from '#src/domain/publishing.ts';
import { catalogueOf } from '#src/open-data/catalogue.ts';
import type { Colonne } from '#src/open-data/columns.ts';
import {
  asJson,
  attribution,
  csvOf,
  dataPackage,
  type Editeur,
  fileAddress,
  jsonOf,
  jsonSchemaOf,
  namesOf,
  tableSchemaOf,
} from '#src/open-data/files.ts';
import type { Jeu } from '#src/open-data/jeu.ts';
import { jeuxOf } from '#src/open-data/sets.ts';
import { getPassages } from './analyse.ts';
import type { Telechargement } from './infographies.ts';
import { once } from './memo.ts';
import { getOutils } from './outils.ts';
import { getPublication } from './publication.ts';
import { getVocabulaire } from './vocabulaire.ts';

const getEditeur = once(async (): Promise<Editeur> => {
  const { nom, adresse, organisation, region, licence_du_contenu, donnees } = await getPublication();
  return {
    publication: nom,
    site: adresse,
    organisation: { nom: organisation.nom, nomComplet: organisation.nom_complet, site: organisation.site },
    courriel: organisation.courriel,
    region,
    licence: licence_du_contenu,
    themes: donnees.themes,
  };
});

/** Every set, of what is online alone: a preview shows drafts, its open data do not hold them. */
const getJeux = once(async (): Promise<Jeu[]> => {
  const [publication, vocabulaire, equipes, scans, sheets, outils, passages] = await Promise.all([
    getPublication(),
    getVocabulaire(),
    getCollection('equipes'),
    getCollection('scans'),
    getCollection('outils'),
    getOutils(),
    getPassages(),
  ]);
  const documents = new Map(outils.map(({ id, fichiers }) => [id, fichiers.map(({ href }) => href)]));
  const online = ({ data }: { data: Parameters<typeof isOnline>[0] }) => isOnline(data);
  return jeuxOf({
    site: publication.adresse,
    licence: publication.licence_du_contenu.adresse,
    equipesEnMots: publication.equipes.pluriel,
    equipes: equipes.filter(online),
    scans: scans.filter(online),
    outils: sheets.filter(online).map(({ id, data }) => ({ id, data, documents: documents.get(id) ?? [] })),
    passages: passages
      .filter(({ histoire }) => isOnline(histoire))
      .map(({ histoire, ...passage }) => ({
        ...passage,
        recit: { ...histoire, titre: histoire.titre, equipe: histoire.equipe.id },
      })),
    vocabulaire,
  });
});

interface FichierDeDonnees {
  readonly fichier: string;
  readonly texte: string;
}

/** Every file of the open data, by its name. */
export const getFichiersDeDonnees = once(async (): Promise<FichierDeDonnees[]> => {
  const [jeux, editeur] = await Promise.all([getJeux(), getEditeur()]);
  const files = jeux.flatMap((jeu): FichierDeDonnees[] => {
    const names = namesOf(jeu);
    return [
      { fichier: names.csv, texte: csvOf(jeu) },
      { fichier: names.json, texte: jsonOf(jeu, editeur) },
      { fichier: names.tableSchema, texte: asJson(tableSchemaOf(jeu)) },
      { fichier: names.jsonSchema, texte: jsonSchemaOf(jeu, editeur) },
    ];
  });
  const sizes = new Map(files.map(({ fichier, texte }) => [fichier, Buffer.byteLength(texte)]));
  return [
    ...files,
    { fichier: 'datapackage.json', texte: dataPackage(jeux, editeur) },
    { fichier: 'catalogue.jsonld', texte: catalogueOf(jeux, editeur, (name) => sizes.get(name) ?? 0) },
  ];
});

/** A field as the page tells it. */
export interface ChampDeDonnees {
  readonly nom: string;
  readonly description: string;
  readonly type: string;
}

/** A set as the page tells it. */
export interface JeuDeDonnees extends Pick<Jeu, 'nom' | 'titre' | 'description' | 'periode'> {
  /** « 14 lignes ». */
  readonly compte: string;
  /** « novembre 2021 »; undefined when its files give no date. */
  readonly jour: string | undefined;
  /** The same, for programs. */
  readonly jourIso: string | undefined;
  readonly champs: readonly ChampDeDonnees[];
  readonly fichiers: readonly Telechargement[];
}

const TYPES: Readonly<Record<Colonne['type'], string>> = {
  string: 'texte',
  integer: 'nombre entier',
  number: 'nombre',
  boolean: 'oui ou non',
  date: 'jour',
};

function typeOf({ type, liste, format, enum: words }: Colonne): string {
  const one = format === 'uri' ? 'adresse' : words ? words.join(', ') : TYPES[type];
  return liste ? `liste\u00A0: ${one}` : one;
}

/** One row for each column; those of the professions are alike, and told once. */
function champsOf({ colonnes }: Jeu): ChampDeDonnees[] {
  const profession = ({ nom }: Colonne) => nom.startsWith('composition.');
  const first = colonnes.find(profession);
  return colonnes
    .filter((colonne) => colonne === first || !profession(colonne))
    .map((colonne) =>
      colonne === first
        ? {
            nom: 'composition.(métier)',
            description:
              'Nombre de personnes de ce métier, une colonne par métier\u202F; la colonne suivante, «\u00A0.signataires\u00A0», dit combien ont signé le projet de santé. Vide\u00A0: aucune, ou pas de réponse.',
            type: TYPES.integer,
          }
        : { nom: colonne.nom, description: colonne.description, type: typeOf(colonne) },
    );
}

/** What the page of open data shows. */
export const getDonnees = once(async () => {
  const [jeux, editeur, files] = await Promise.all([getJeux(), getEditeur(), getFichiersDeDonnees()]);
  const sizes = new Map(files.map(({ fichier, texte }) => [fichier, Buffer.byteLength(texte)]));
  const link = (usage: string, format: string, name: string): Telechargement => ({
    href: fileAddress(name),
    usage,
    format,
    poids: formatBytes(sizes.get(name) ?? 0),
  });
  return {
    licence: editeur.licence,
    mention: attribution(editeur),
    jeux: jeux.map((jeu): JeuDeDonnees => {
      const names = namesOf(jeu);
      return {
        nom: jeu.nom,
        titre: jeu.titre,
        description: jeu.description,
        compte: countOf(jeu.lignes.length, 'ligne', 'lignes', 'aucune ligne'),
        periode: jeu.periode,
        jourIso: jeu.jour,
        jour: jeu.jour === undefined ? undefined : formatDate(jeu.jour),
        champs: champsOf(jeu),
        fichiers: [
          link('Pour un tableur', 'CSV', names.csv),
          link('Pour un programme', 'JSON', names.json),
          link('Schémas', 'Table Schema', names.tableSchema),
          link('Schémas', 'JSON Schema', names.jsonSchema),
        ],
      };
    }),
    ensemble: [
      link('Catalogue', 'DCAT-AP', 'catalogue.jsonld'),
      link('Paquet de tableaux', 'Data Package', 'datapackage.json'),
    ],
  };
});
