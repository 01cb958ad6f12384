import { z } from 'zod';
import {
  addressOfTerm,
  PASSAGE_KINDS,
  type PassageKind,
  VOCABULARIES,
  type Vocabulary,
} from '#src/domain/collections.ts';
import { textOfMarkup } from '#src/domain/markup.ts';
import { dayDate, demonstration, reference } from '#src/schemas/fields.ts';
import { OutilSchema } from '#src/schemas/outil.ts';
import { absent, type Contenus } from './contenus.ts';
import { FOLDER } from './files.ts';
import { type Jeu, jeu } from './jeu.ts';
import { address, type Ligne, type NameOf, publishedShape, rowMaker } from './row-schema.ts';

/** The toolbox: each sheet, and the documents that anyone may take. */
export function outilsOf({ outils, site, licence }: Contenus, nameOf: NameOf): Jeu {
  const shape = {
    ...OutilSchema.shape,
    fichiers: z
      .array(address(''))
      .describe(
        'Adresses des documents à télécharger ; aucune pour un document réservé aux adhérents ou diffusé ailleurs.',
      ),
    licence_des_fichiers: address(
      'Licence de ces documents ; sans eux, les conditions sont celles de qui les diffuse.',
    ).optional(),
  };
  const row = rowMaker(shape, nameOf);
  return jeu({
    nom: 'outils',
    titre: 'Boîte à outils',
    description:
      'Les fiches de la boîte à outils. Une ligne par outil. Un outil réservé aux adhérents est décrit\u202F; son document n’est pas donné.',
    identifiant: 'Identifiant de l’outil.',
    page: 'Fiche de l’outil.',
    shape: publishedShape(shape),
    lignes: outils.map(({ id, data, documents }) => ({
      identifiant: id,
      page: `${site}/boite-a-outils/${id}/`,
      ...row({
        ...data,
        fichiers: documents.map((href) => site + href),
        licence_des_fichiers: documents.length > 0 ? licence : undefined,
      }),
    })),
    licence,
    jours: outils.flatMap(({ data }) => [data.relecture, data.publication]),
  });
}

/** The marked passages, each with the way to its place: what the analysis counts. */
export function analyseOf({ passages, site, licence, vocabulaire }: Contenus, nameOf: NameOf): Jeu {
  const shape = {
    nature: z.enum(Object.keys(PASSAGE_KINDS) as PassageKind[]).describe('Ce que le passage montre.'),
    cle: z.string().describe('Clé, dans la liste de cette nature.'),
    nom: z.string().describe('La clé en toutes lettres.'),
    texte: z.string().optional().describe('Texte du passage, sans mise en forme ni images.'),
    section: z.string().optional().describe('Titre de la partie du récit, s’il en a un.'),
    recit: z.string().describe('Identifiant du récit.'),
    recit_titre: z.string().describe('Titre du récit.'),
    reference: z.string().describe('Code du récit.'),
    equipe: reference('equipes').describe('Identifiant de l’équipe.'),
    rencontre: dayDate().describe('Jour de la visite qui a donné lieu au récit : AAAA-MM-JJ.'),
    demonstration: demonstration(),
  };
  const row = rowMaker(shape, nameOf);
  const termOf = (nature: PassageKind, cle: string) => vocabulaire[PASSAGE_KINDS[nature]].get(cle)?.nom;
  return jeu({
    nom: 'analyse',
    titre: 'Analyse des récits',
    description:
      'Les passages des récits marqués comme levier, frein, bénéfice, motivation ou action. Une ligne par passage, avec l’adresse de l’endroit exact\u00A0: tout chiffre de l’analyse se refait en comptant ces lignes.',
    identifiant: 'Récit et ancre du passage.',
    page: 'L’endroit exact du passage dans le récit.',
    shape: publishedShape(shape),
    lignes: passages.map(({ nature, cle, html, section, href, recit }) => ({
      identifiant: `${recit.id}${href.slice(href.indexOf('#'))}`,
      page: site + href,
      ...row({
        nature,
        cle,
        nom: termOf(nature, cle) ?? absent(`${nature}/${cle}`),
        texte: textOfMarkup(html) || undefined,
        section: section || undefined,
        recit: recit.id,
        recit_titre: recit.titre,
        reference: recit.reference,
        equipe: recit.equipe,
        rencontre: recit.rencontre,
        demonstration: recit.demonstration,
      }),
    })),
    licence,
    jours: passages.map(({ recit }) => recit.publication),
    periode: passages.map(({ recit }) => recit.rencontre),
  });
}

/** Fields of the closed lists that are no data, with the reason. */
export const WORDS_WITHHELD = {
  sigle: 'C’est le nom, dans les sigles.',
  court: 'Comment le mot se dit dans une phrase.',
  pluriel: 'Comment le mot se dit dans une phrase.',
  feminin: 'Comment le mot se dit dans une phrase.',
  genre: 'Comment le mot se dit dans une phrase.',
  couleur: 'Comment le mot se montre.',
  couleur_sombre: 'Comment le mot se montre.',
  pictogramme: 'Comment le mot se montre.',
  type_schema_org: 'Ce que les pages disent aux moteurs, et elles le disent.',
} as const;

/** Every word of the closed lists. */
export function vocabulairesOf({ vocabulaire, site, licence }: Contenus, nameOf: NameOf): Jeu {
  const shape = {
    liste: z.enum(VOCABULARIES).describe('La liste où se trouve le mot.'),
    cle: z.string().describe('Clé du mot, unique dans sa liste.'),
    nom: z.string().describe('Le mot ou le sigle.'),
    developpe: z.string().optional().describe('Ce que veulent dire les lettres d’un sigle.'),
    definition: z.string().optional().describe('Ce que c’est, en une ou deux phrases.'),
    synonymes: z
      .array(z.string())
      .optional()
      .describe('Mots de tous les jours qui veulent dire la même chose.'),
    famille: reference('familles')
      .optional()
      .describe('Famille d’un métier, clé de vocabulaire/familles.yaml.'),
    pour: z.string().optional().describe('À qui un bénéfice profite.'),
    nature: z.string().optional().describe('Ce qui attire, ou ce qui retient.'),
  };
  const row = rowMaker(shape, nameOf);
  const addressOf = (list: Vocabulary, cle: string): string =>
    list === 'sigles' ? `/glossaire/#${cle}` : (addressOfTerm(list, cle) ?? `${FOLDER}#vocabulaires`);
  const termRow = (list: Vocabulary, term: Ligne & { readonly cle: string }): Ligne => ({
    identifiant: `${list}/${term.cle}`,
    page: site + addressOf(list, term.cle),
    ...row({ ...term, liste: list, nom: term['nom'] ?? term['sigle'] }),
  });
  return jeu({
    nom: 'vocabulaires',
    titre: 'Listes de mots',
    description:
      'Les mots qui classent le reste\u00A0: thèmes, métiers, leviers, freins, sigles… Une ligne par mot, avec sa clé, son nom et sa définition.',
    identifiant: 'Liste et clé.',
    page: 'Page du mot, ou celle des données ouvertes quand il n’en a pas.',
    shape: publishedShape(shape),
    lignes: VOCABULARIES.flatMap((list) =>
      [...vocabulaire[list].values()].map((term) => termRow(list, term)),
    ),
    licence,
    jours: [],
  });
}
