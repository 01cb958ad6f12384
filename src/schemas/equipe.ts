import { z } from 'zod';
import {
  approxDate,
  article,
  demonstration,
  draft,
  drawnText,
  photo,
  prose,
  reference,
  type SchemaTools,
  text,
  webAddress,
  consent,
  formerAddresses,
} from './fields.ts';

/** A team: what does not change from year to year. What changes is in its scans. */
export function equipeSchema<Image extends z.ZodType>(tools: SchemaTools<Image>) {
  return z.strictObject({
    nom: drawnText(90).describe("Nom de l'équipe, avec ses majuscules."),
    article: article()
      .default('')
      .describe('Article devant le nom dans une phrase : « le » pour « le Pôle du Port ».'),
    forme: reference('formes').describe("Sorte d'équipe, clé de vocabulaire/formes.yaml."),
    implantation: z.enum(['monosite', 'multisite']).optional().describe('Un seul lieu ou plusieurs.'),
    commune: drawnText(90).describe('Commune du lieu principal.'),
    code_postal: z
      .string()
      .regex(/^\d{5}$/)
      .meta({ exemple: '44190' })
      .describe('Code postal à cinq chiffres, entre guillemets.'),
    departement: z
      .string()
      .regex(/^(\d{2,3}|2[AB])$/)
      .meta({ exemple: '44' })
      .describe('Numéro du département, entre guillemets.'),
    adresse: text(160).optional().describe('Numéro et rue.'),
    quartier: text(90).optional().describe('Quartier, si on le nomme.'),
    territoire: prose(300)
      .optional()
      .describe("Où l'on se trouve : taille de la ville, distance d'une autre."),
    creation: approxDate().optional().describe("Création de l'équipe : AAAA, AAAA-MM ou AAAA-MM-JJ."),
    reconnaissance: approxDate()
      .optional()
      .describe('Reconnaissance ou validation du projet : AAAA, AAAA-MM ou AAAA-MM-JJ.'),
    reconnaissance_note: drawnText(160)
      .optional()
      .describe('Par qui ou comment : « projet de santé validé en CATS ».'),
    presentation: prose(600).optional().describe("Deux ou trois phrases qui présentent l'équipe."),
    site_internet: webAddress().optional().describe("Adresse du site de l'équipe."),
    photo: photo(tools).optional().describe("Photo de l'équipe ou du lieu."),
    accord: consent("Jour où l'équipe a accepté que sa page et ses réponses paraissent : AAAA-MM-JJ."),
    anciennes_adresses: formerAddresses(),
    demonstration: demonstration(),
    brouillon: draft(),
  });
}
export type Equipe = z.infer<ReturnType<typeof equipeSchema>>;
