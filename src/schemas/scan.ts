import { z } from 'zod';
import {
  approxDate,
  count,
  dayDate,
  demonstration,
  draft,
  drawnProse,
  drawnText,
  MAX_PEOPLE,
  MAX_TEAM,
  reference,
  year,
} from './fields.ts';

const yesNo = (description: string) =>
  z.boolean().optional().describe(`${description} Sans réponse : ne pas écrire la ligne.`);
const names = (description: string) =>
  z
    .array(drawnText(90))
    .optional()
    .describe(`${description} Liste vide « [] » : aucun. Sans réponse : ne pas écrire la ligne.`);

/** Whether these numbers may be those of one team; one that is too large by itself is told by itself. */
const isLikely = (counts: readonly number[]) =>
  Math.max(...counts) > MAX_PEOPLE || counts.reduce((sum, count) => sum + count, 0) <= MAX_TEAM;

/** A team's answers to the yearly form. « Not answered » (absent), « no » and zero stay three different things. */
export const ScanSchema = z.strictObject({
  equipe: reference('equipes').describe("Nom du fichier de l'équipe dans content/equipes, sans « .yaml »."),
  annee: year().describe('Année des réponses ; la même que celle du dossier.'),
  date: dayDate().optional().describe('Jour où le formulaire a été rempli : AAAA-MM-JJ.'),
  source: drawnText(160).optional().describe("D'où viennent les réponses, si ce n'est pas du formulaire."),
  composition: z
    .array(
      z.strictObject({
        profession: reference('professions').describe('Métier, clé de vocabulaire/professions.yaml.'),
        nombre: count()
          .min(1)
          .refine((nombre) => nombre <= MAX_PEOPLE, { params: { rule: 'unlikely' } })
          .describe('Nombre de personnes.'),
        signataires: count().optional().describe('Combien ont signé le projet de santé.'),
        note: drawnText(160).optional().describe('Précision utile au lecteur.'),
      }),
    )
    .min(1)
    .refine((rows) => isLikely(rows.map(({ nombre }) => nombre)), { params: { rule: 'unlikely-team' } })
    .describe("Les métiers de l'équipe, chacun une fois, avec le nombre de personnes."),
  sites: z
    .array(
      z.strictObject({
        nom: drawnText(90).describe('Nom du lieu.'),
        commune: drawnText(90).optional().describe('Commune du lieu.'),
        note: drawnText(240).optional().describe("Qui s'y trouve."),
      }),
    )
    .optional()
    .describe("Lieux de l'équipe, le principal en premier."),
  structures: z
    .array(
      z.strictObject({
        type: reference('structures').describe('Structure, clé de vocabulaire/structures.yaml.'),
        nombre: count().min(1).optional().describe('Combien, si on le sait.'),
        membres: count().optional().describe('Nombre de membres.'),
        depuis: approxDate().optional().describe('Année de création.'),
        professions: z
          .array(reference('professions'))
          .default([])
          .describe('Métiers réunis dans cette structure.'),
        objet: drawnText(200).optional().describe('À quoi elle sert, ou une précision.'),
      }),
    )
    .optional()
    .describe("Structures juridiques de l'équipe."),
  aci: z
    .strictObject({
      signe: z.boolean().describe("L'accord est-il signé ?"),
      depuis: approxDate().optional().describe('Date de signature.'),
    })
    .optional()
    .describe('Accord conventionnel. Sans réponse : ne pas écrire la ligne.'),
  protocoles: names('Protocoles écrits en équipe.'),
  prevention: names('Programmes et actions de prévention.'),
  etp: names("Groupes d'éducation thérapeutique."),
  rcp: z
    .strictObject({
      tenues: z.boolean().describe("L'équipe tient-elle ces réunions ?"),
      par_an: count().optional().describe('Combien par an.'),
    })
    .optional()
    .describe('Réunions de concertation.'),
  stagiaires: z
    .strictObject({
      accueil: z.boolean().describe("L'équipe accueille-t-elle des stagiaires ?"),
      professions: z.array(reference('professions')).default([]).describe('De quels métiers.'),
    })
    .optional()
    .describe('Stagiaires accueillis.'),
  usagers: z
    .strictObject({
      associes: z.boolean().describe('Les usagers prennent-ils part aux décisions ou aux actions ?'),
      comment: drawnText(240).optional().describe('De quelle façon.'),
    })
    .optional()
    .describe('Implication des usagers.'),
  cpts: z
    .strictObject({
      membre: z.boolean().describe("L'équipe est-elle membre d'une CPTS ?"),
      nom: drawnText(90).optional().describe('Laquelle.'),
    })
    .optional()
    .describe('Communauté professionnelle du territoire.'),
  coordination: z
    .strictObject({
      personnes: count().optional().describe('Nombre de personnes qui coordonnent.'),
      binome: yesNo('La coordination est-elle tenue à deux ?'),
      heures_par_semaine: z
        .union([
          z.number().positive(),
          z
            .strictObject({
              de: z.number().positive().describe('Au moins.'),
              a: z.number().positive().describe('Au plus.'),
            })
            .refine(({ de, a }) => de <= a, { params: { rule: 'bounds' } }),
        ])
        .optional()
        .meta({ exemple: '{ de: 10, a: 15 }' })
        .describe('Heures par semaine, pour toutes les personnes : un nombre, ou deux bornes.'),
      formation_pacte: yesNo('Une personne a-t-elle suivi la formation PACTE ?'),
      aussi_soignants: yesNo('Les personnes qui coordonnent soignent-elles aussi ?'),
      description: drawnProse(300).optional().describe('Qui coordonne et comment, en une phrase.'),
    })
    .optional()
    .describe("Coordination de l'équipe."),
  gouvernance: drawnProse(300).optional().describe("Comment l'équipe décide."),
  logiciel: z
    .strictObject({
      partage: z.boolean().describe("L'équipe partage-t-elle un logiciel ?"),
      nom: drawnText(90).optional().describe('Lequel.'),
    })
    .optional()
    .describe("Système d'information partagé."),
  patients: count().optional().describe("File active : nombre de patients suivis par l'équipe dans l'année."),
  perspectives: names("Ce que l'équipe veut faire ensuite."),
  demonstration: demonstration(),
  brouillon: draft(),
});
export type Scan = z.infer<typeof ScanSchema>;
