import { z } from 'zod';
import { approxDate, draft, formerAddresses, keywords, prose, text } from './fields.ts';

/** A page of text: « comprendre », legal notice, accessibility, guide. */
export const PageSchema = z.strictObject({
  titre: text(90).describe('Titre de la page, sans point final.'),
  resume: prose(240).describe(
    'Une phrase : ce que le lecteur y trouve. Elle ouvre la page et paraît dans les recherches.',
  ),
  mots_cles: keywords(),
  ordre: z.int().optional().describe('Rang dans les listes : 1 vient en premier.'),
  emplacement: z
    .enum(['comprendre', 'pied', 'redaction', 'aucun'])
    .default('aucun')
    .describe(
      'Où la page est annoncée : rubrique « Comprendre », pied de page, pages des rédacteurs, ou nulle part.',
    ),
  mise_a_jour: approxDate().optional().describe('Date de la dernière mise à jour : AAAA-MM-JJ ou AAAA-MM.'),
  anciennes_adresses: formerAddresses(),
  brouillon: draft(),
});
export type Page = z.infer<typeof PageSchema>;
