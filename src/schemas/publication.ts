import { z } from 'zod';
import { DATA_THEME_CODES } from '#src/domain/data-themes.ts';
import { article, colour, count, drawnText, prose, siteAddress, text, webAddress } from './fields.ts';

const theme = (which: string) =>
  z
    .strictObject({
      papier: colour().describe('Fond des pages.'),
      carte: colour().describe('Fond des cartes.'),
      creux: colour().describe('Fond des encadrés.'),
      texte: colour().describe('Texte courant.'),
      encre: colour().describe('Titres et filets.'),
      lien: colour().describe('Liens.'),
      discret: colour().describe('Textes secondaires.'),
      accent: colour().describe('Actions et leviers.'),
      bandeau: colour().describe('Grands bandeaux.'),
      bordure: colour().describe('Bord des champs.'),
      miel: colour().describe('Étincelle : ce qui est ouvert ou nouveau.'),
      surligne: colour().describe('Surlignage des mots trouvés.'),
    })
    .partial()
    .default({})
    .describe(`Couleurs du thème ${which} ; celles qui manquent gardent leur valeur d'origine.`);

/** Where the form of those who write saves their texts, over the network. */
const repository = () =>
  z.strictObject({
    service: z.enum(['github', 'gitlab']).describe('Qui héberge le dépôt.'),
    nom: z
      .string()
      .regex(/^[\w.-]+(\/[\w.-]+)+$/)
      .meta({ exemple: 'organisation/depot' })
      .describe('Organisation et nom du dépôt, séparés par une barre.'),
    branche: z
      .string()
      .regex(/^[\w./-]+$/)
      .default('main')
      .describe('Branche que le site publie ; « main » si rien n’est écrit.'),
    dossier: z
      .string()
      .regex(/^[\w.-]+(\/[\w.-]+)*$/)
      .default('content')
      .describe('Dossier des contenus dans le dépôt ; « content » si rien n’est écrit.'),
    connexion: webAddress()
      .optional()
      .describe(
        "GitHub : adresse du service qui ouvre la session. Sans elle, on se connecte avec un jeton d'accès.",
      ),
    application: text(200)
      .optional()
      .describe("GitLab : identifiant de l'application. Sans lui, on se connecte avec un jeton d'accès."),
  });

/** One publication: who publishes, where, for which region, in which words and colours. */
export const PublicationSchema = z.strictObject({
  nom: text(60).describe('Nom de la publication.'),
  sous_titre: text(120).describe('Ce que le lecteur y trouve, en une ligne.'),
  description: prose(240).describe('Une phrase pour les moteurs de recherche et le pied de page.'),
  adresse: siteAddress().describe('Adresse du site en ligne, sans barre finale.'),
  organisation: z
    .strictObject({
      nom: drawnText(60).describe('Nom court ou sigle de qui publie.'),
      nom_complet: text(200).describe('Nom complet.'),
      article: article().describe("Article devant le nom court dans une phrase : « l' » pour « l’Union »."),
      courriel: z.email().optional().describe('Adresse électronique de contact.'),
      site: webAddress().optional().describe("Site de l'organisation."),
      adresse_postale: text(200).optional().describe('Adresse postale.'),
    })
    .describe('Qui publie.'),
  region: drawnText(60).describe('Nom de la région.'),
  dans_la_region: text(80).describe('Complément de lieu : « dans le Ponant ».'),
  de_la_region: drawnText(80).describe('Complément de nom : « du Ponant ».'),
  departements: z
    .record(z.string().regex(/^(\d{2,3}|2[AB])$/), drawnText(60))
    .describe('Départements couverts : numéro entre guillemets, puis nom.'),
  accueil: z
    .strictObject({
      titre: text(120).describe("Grand titre de l'accueil."),
      chapeau: prose(300).describe('Deux phrases sous le titre.'),
      exemples_de_recherche: z.array(text(40)).default([]).describe('Mots proposés sous la recherche.'),
    })
    .describe("Page d'accueil."),
  equipes: z
    .strictObject({
      singulier: drawnText(60).describe("Nom courant d'une équipe : « maison de santé »."),
      pluriel: drawnText(60).describe('Le même au pluriel.'),
      genre: z.enum(['f', 'm']).describe('Genre de ce nom.'),
    })
    .describe('Comment la publication nomme ses équipes.'),
  formats: z
    .record(
      z.string().regex(/^[A-Z]{2,8}$/),
      z.strictObject({
        nom: text(60).describe('Nom du format.'),
        ouverture: text(60)
          .optional()
          .describe("Phrase d'ouverture, avant le titre : « Il était une fois… »."),
      }),
    )
    .describe('Formats des codes de référence : « IC » pour un récit.'),
  familles_de_codes: z
    .record(z.string().regex(/^[A-Z]{2,12}$/), text(90))
    .describe('Familles des codes de référence : « COORD ».'),
  boite_a_outils: z
    .strictObject({
      relecture_mois: count()
        .min(1)
        .default(24)
        .meta({ exemple: '24' })
        .describe("Nombre de mois après lequel la fiche d'un outil est à relire ; 24 si rien n'est écrit."),
    })
    .prefault({})
    .describe('La boîte à outils.'),
  grille: z
    .strictObject({
      source: prose(300).describe("D'où vient la grille de lecture des récits."),
    })
    .optional()
    .describe('Analyse transversale.'),
  entretien: z
    .array(
      z.strictObject({
        partie: text(90).describe('Titre de la partie du récit.'),
        question: prose(300).describe("Question à poser à l'équipe, sans majuscule."),
      }),
    )
    .default([])
    .describe("Guide d'entretien : les parties et les questions d'un nouveau récit (commande « nouveau »)."),
  couleurs: z
    .strictObject({ clair: theme('clair'), sombre: theme('sombre') })
    .prefault({})
    .describe('Couleurs de la publication.'),
  licence_du_contenu: z
    .strictObject({
      nom: text(60).describe('Nom de la licence.'),
      adresse: webAddress().describe('Adresse du texte de la licence.'),
    })
    .describe('Licence des textes et des documents.'),
  donnees: z
    .strictObject({
      themes: z
        .array(z.enum(DATA_THEME_CODES))
        .default([])
        .describe(
          'Thèmes européens des données ouvertes : « HEAL » pour la santé, « EDUC » pour la culture.',
        ),
    })
    .prefault({})
    .describe('Les données ouvertes, à l’adresse /donnees/.'),
  contribuer: prose(300)
    .optional()
    .describe('Comment proposer un récit ou un outil : la phrase du pied de page.'),
  redaction: z
    .strictObject({
      formulaire: z
        .boolean()
        .default(false)
        .describe("« true » : le formulaire des rédacteurs est en ligne, à l'adresse /redaction/."),
      depot: repository()
        .optional()
        .describe('Dépôt où le formulaire enregistre ; sans lui, il ouvre un dossier de votre ordinateur.'),
    })
    .optional()
    .describe('Le formulaire des rédacteurs.'),
});
export type Publication = z.infer<typeof PublicationSchema>;
