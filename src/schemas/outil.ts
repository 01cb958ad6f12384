import { z } from 'zod';
import {
  approxDate,
  count,
  demonstration,
  draft,
  keywords,
  prose,
  reference,
  referenceCode,
  text,
  webAddress,
  year,
  formerAddresses,
} from './fields.ts';

/** One tool of the box: a document, a sheet or a guide, with what it is for. */
export const OutilSchema = z
  .strictObject({
    titre: text(120).describe("Titre de l'outil, sans point final."),
    resume: prose(240).describe("Une phrase : à quoi sert l'outil, et à qui."),
    type: reference('types-outils').describe('Type, clé de vocabulaire/types-outils.yaml.'),
    themes: z
      .array(reference('themes'))
      .min(1)
      .describe('Au moins un thème, clés de vocabulaire/themes.yaml ; le premier classe la fiche.'),
    leviers: z
      .array(reference('leviers'))
      .default([])
      .describe("Leviers que l'outil aide à actionner, clés de vocabulaire/leviers.yaml."),
    freins: z
      .array(reference('freins'))
      .default([])
      .describe("Freins auxquels l'outil répond, clés de vocabulaire/freins.yaml."),
    mots_cles: keywords(),
    pour: z.array(text(60)).default([]).describe('À qui il sert : « coordinateurs », « toute l’équipe ».'),
    reference: referenceCode().optional().describe("Code de l'outil, s'il en a un."),
    annee: year().optional().describe("Année de la première parution de l'outil."),
    relecture: approxDate().describe('Date de la dernière relecture de cette fiche : AAAA-MM-JJ ou AAAA-MM.'),
    a_revoir: approxDate()
      .optional()
      .describe(
        "Date à partir de laquelle relire cette fiche, si elle n'attend pas la période de publication.yaml (« boite_a_outils », « relecture_mois »).",
      ),
    publication: approxDate()
      .optional()
      .describe(
        'Date de mise en ligne. Une date à venir retient la fiche ; récente, elle l’annonce comme nouvelle.',
      ),
    acces: z
      .enum(['public', 'adherents'])
      .default('public')
      .describe('« adherents » si le document est réservé aux membres.'),
    fichiers: z
      .array(z.string().meta({ file: 'document' }))
      .default([])
      .describe('Documents à télécharger, rangés à côté de la fiche : « ./grille.ods ».'),
    lien: webAddress().optional().describe("Adresse de l'outil, s'il est en ligne ailleurs."),
    obtention: prose(300)
      .optional()
      .describe("Comment obtenir l'outil, s'il n'a ni fichier ni lien ouvert à tous."),
    avec: z.array(text(120)).default([]).describe("Partenaires avec qui l'outil a été fait."),
    consultations: z
      .array(
        z.strictObject({
          annee: year().describe('Année du classement.'),
          rang: count().min(1).describe('Rang parmi les plus consultés : 1 est le premier.'),
        }),
      )
      .default([])
      .describe('Rang parmi les outils les plus consultés, année par année.'),
    anciennes_adresses: formerAddresses(),
    demonstration: demonstration(),
    brouillon: draft(),
  })
  .refine((outil) => Boolean(outil.fichiers?.length || outil.lien || outil.obtention), {
    path: ['fichiers'],
    params: { rule: 'tool-access' },
    // Said along with the other problems of the sheet, not after them.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  // Anyone may download what stands in the site.
  .refine((outil) => !(outil.acces === 'adherents' && outil.fichiers?.length), {
    path: ['fichiers'],
    params: { rule: 'members-file' },
    when: ({ value }) => typeof value === 'object' && value !== null,
  });
export type Outil = z.infer<typeof OutilSchema>;
