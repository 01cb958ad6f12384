import { z } from 'zod';

const words = (meaning: string, example: string) =>
  z
    .array(z.string())
    .default([])
    .describe(
      `Mots de ce formulaire qui veulent dire « ${meaning} », en plus des mots courants : « ${example} ».`,
    );

/** How the columns of a form's export are named, when they are not those of our own template. */
export const FormulaireSchema = z.strictObject({
  colonnes: z
    .record(z.string(), z.string())
    .default({})
    .describe('Titre de la colonne, entre guillemets, puis champ qui reçoit la réponse : « aci.signe ».'),
  ignorer: z.array(z.string()).default([]).describe('Titres des colonnes à ne pas lire : « Horodateur ».'),
  oui: words('oui', 'Tout à fait'),
  non: words('non', 'Pas encore'),
  sans_reponse: words('pas de réponse', 'NC'),
});
export type Formulaire = z.output<typeof FormulaireSchema>;
