import { z } from 'zod';
import {
  approxDate,
  count,
  demonstration,
  draft,
  drawnText,
  percent,
  prose,
  reference,
  text,
  year,
} from './fields.ts';

const figure = (description: string) => count().optional().describe(description);
const share = (description: string) => percent().optional().describe(description);

/** A year's regional figures, as the federation published them. Computed figures never stand here. */
export const RegionSchema = z.strictObject({
  annee: year().describe('Année ; la même que le nom du fichier.'),
  date_des_donnees: approxDate().describe('Date à laquelle les données ont été relevées.'),
  source: drawnText(200).describe('Document où ces chiffres ont paru.'),
  equipes: z
    .strictObject({
      constituees: figure('Équipes constituées.'),
      sans_accord: figure('Dont équipes sans accord conventionnel.'),
      en_projet: figure('Équipes en projet.'),
      monosites: figure("Équipes d'un seul site."),
      multisites: figure('Équipes de plusieurs sites.'),
      part_monosites: share("Part des équipes d'un seul site, telle que publiée."),
      part_multisites: share('Part des équipes de plusieurs sites, telle que publiée.'),
      age_median: figure('Âge médian des équipes, en années.'),
      metiers_par_equipe: figure('Métiers par équipe, en moyenne.'),
      signataires_par_equipe: figure('Signataires du projet par équipe constituée, en moyenne.'),
    })
    .describe('Les équipes de la région.'),
  professionnels: figure('Professionnels des équipes.'),
  patients: figure('File active : patients suivis.'),
  part_de_la_population: share('Part de la population de la région, en pourcentage.'),
  professions: z
    .array(
      z.strictObject({
        profession: reference('professions').describe('Métier, clé de vocabulaire/professions.yaml.'),
        pourcent: percent().describe('Part des professionnels, en pourcentage.'),
      }),
    )
    .default([])
    .describe('Métiers les plus représentés.'),
  coordination: z
    .strictObject({
      personnes: figure('Nombre de coordinateurs.'),
      membres_du_reseau: share('Part de ceux qui sont membres du réseau.'),
      formation_pacte: share('Part de ceux qui ont suivi la formation PACTE.'),
      aussi_soignants: share('Part de ceux qui exercent aussi en libéral.'),
      equipes_avec_binome: share('Part des équipes coordonnées à deux.'),
    })
    .optional()
    .describe('La coordination.'),
  parts: z
    .strictObject({
      stagiaires: share('Équipes qui accueillent des stagiaires.'),
      prevention: share('Équipes qui mènent des programmes de prévention.'),
      etp: share("Équipes qui mènent des programmes d'éducation thérapeutique."),
      protocoles: share('Équipes qui ont des protocoles pluriprofessionnels.'),
      usagers: share('Équipes qui impliquent les usagers.'),
      cpts: share("Équipes membres d'une CPTS."),
    })
    .optional()
    .describe('Parts des équipes, en pourcentage.'),
  bilan: z
    .array(
      z.strictObject({
        titre: text(90).describe('Titre de la rubrique.'),
        chiffres: z
          .array(
            z.strictObject({
              valeur: z.number().nonnegative().describe('Le chiffre, sans espace ni unité.'),
              unite: z.enum(['%']).optional().describe('« % » si le chiffre est un pourcentage.'),
              precision: text(30).optional().describe('Mots qui précèdent le chiffre : « plus de ».'),
              libelle: text(160).describe('Ce que le chiffre compte, accordé avec lui.'),
              note: text(240).optional().describe('Réserve ou précision.'),
            }),
          )
          .min(1)
          .describe('Les chiffres, du plus important au moins important.'),
      }),
    )
    .default([])
    .describe("Chiffres de l'année de la fédération, par rubrique."),
  a_la_une: prose(300).optional().describe("Une phrase qui introduit les chiffres de l'année."),
  demonstration: demonstration(),
  brouillon: draft(),
});
export type Region = z.infer<typeof RegionSchema>;
