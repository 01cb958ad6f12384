import { z } from 'zod';
import { VOCABULARIES, type Vocabulary } from '#src/domain/collections.ts';
import { TEAM_TYPES } from '#src/domain/team-types.ts';
import { colour, drawnText, prose, reference, text } from './fields.ts';

const nom = () => text(90).describe('Nom affiché, avec sa majuscule.');
const definition = () => prose(600).describe("Une ou deux phrases : ce que c'est, pour qui ne le sait pas.");
const synonymes = () =>
  z
    .array(text(60))
    .default([])
    .describe('Mots de tous les jours que les visiteurs tapent dans la recherche.');

const Term = z.strictObject({ nom: nom(), definition: definition().optional(), synonymes: synonymes() });

/** A subject by which tools and stories are classed. */
export const ThemeSchema = Term;
/** A lever that another team can pull, or any other row of the reading grid. */
export const LevierSchema = Term;
export const BeneficeSchema = Term.extend({
  pour: z.enum(['professionnels', 'patients']).describe('À qui le bénéfice profite.'),
});
export const MotivationSchema = Term.extend({
  nature: z
    .enum(['motivation', 'crainte'])
    .default('motivation')
    .describe('Ce qui attire, ou ce qui retient.'),
});

export const TypeOutilSchema = Term.extend({
  pluriel: text(90).describe('Le même nom au pluriel.'),
  pictogramme: z
    .enum(['modele', 'fiche', 'boussole', 'jeu', 'recit'])
    .describe('Dessin montré dans les listes.'),
});

/** A family of professions: one colour everywhere. */
export const FamilleSchema = z.strictObject({
  nom: drawnText(90).describe('Nom affiché, avec sa majuscule.'),
  court: drawnText(40).describe('Nom court, pour les légendes : « médical ».'),
  couleur: colour().describe('Couleur sur fond clair (contraste 4,5 au moins sur le papier).'),
  couleur_sombre: colour().describe('Couleur sur fond sombre et sur le bandeau.'),
});

export const ProfessionSchema = z.strictObject({
  nom: drawnText(60).describe('Nom du métier au singulier, sans majuscule ; la forme neutre si elle existe.'),
  feminin: text(60).describe('Le même nom au féminin.'),
  pluriel: drawnText(60).describe('Le même nom au pluriel.'),
  court: text(30).optional().describe('Nom court de tous les jours : « kiné ».'),
  famille: reference('familles').describe('Famille du métier, clé de vocabulaire/familles.yaml.'),
  pictogramme: text(60)
    .optional()
    .meta({ pictogramme: true })
    .describe('Dessin du jeu « healthicons », par son nom : « stethoscope ».'),
  synonymes: synonymes(),
});

/** What kind of team: named in sentences, so with gender and plural. */
export const FormeSchema = z.strictObject({
  nom: drawnText(90).describe('Nom complet au singulier, sans majuscule.'),
  court: text(60).describe('Nom court au singulier, pour les phrases.'),
  pluriel: text(60).describe('Nom court au pluriel.'),
  sigle: reference('sigles').optional().describe('Sigle, clé de vocabulaire/sigles.yaml.'),
  definition: definition().optional(),
  type_schema_org: z
    .enum(TEAM_TYPES)
    .optional()
    .describe(
      'Ce que sont ces équipes pour les moteurs de recherche, dans les mots de schema.org : « MedicalClinic » pour un lieu de soins, « Library » pour une bibliothèque. Sans ce champ : une organisation.',
    ),
});

/** A legal structure that a team may hold. */
export const StructureSchema = z.strictObject({
  nom: drawnText(60).describe('Nom ou sigle affiché.'),
  pluriel: drawnText(60).describe('Le même au pluriel.'),
  genre: z.enum(['f', 'm']).describe('« f » pour « une SISA », « m » pour « un GIE ».'),
  definition: definition().optional(),
});

export const SigleSchema = z.strictObject({
  sigle: text(20).describe("Le sigle tel qu'il s'écrit."),
  developpe: text(160).describe('Ce que veulent dire les lettres.'),
  definition: definition(),
  genre: z.enum(['f', 'm']).optional().describe('Genre du sigle dans une phrase.'),
  pluriel: z.boolean().default(false).describe('« true » si le sigle est au pluriel.'),
  synonymes: synonymes(),
});

/** One schema per file of `vocabulaire/`; the file is a map from key to entry. */
export const VOCABULARY_SCHEMAS = {
  themes: ThemeSchema,
  'types-outils': TypeOutilSchema,
  familles: FamilleSchema,
  professions: ProfessionSchema,
  formes: FormeSchema,
  structures: StructureSchema,
  leviers: LevierSchema,
  freins: LevierSchema,
  benefices: BeneficeSchema,
  motivations: MotivationSchema,
  actions: LevierSchema,
  sigles: SigleSchema,
} as const satisfies Record<Vocabulary, z.ZodType>;

/** An entry of a closed list with its key. */
export type Terme<Name extends Vocabulary> = z.infer<(typeof VOCABULARY_SCHEMAS)[Name]> & {
  readonly cle: string;
};
/** Every closed list, as a map from key to entry in the order of its file. */
export type Vocabulaire = { readonly [Name in Vocabulary]: ReadonlyMap<string, Terme<Name>> };

/** The closed lists of checked files; `fileOf` gives the plain data of a list's file, undefined for a missing one. */
export function vocabulaireOf(fileOf: (name: Vocabulary) => unknown): Vocabulaire {
  const lists = VOCABULARIES.map((name) => {
    const entries = Object.entries((fileOf(name) ?? {}) as Record<string, unknown>);
    return [
      name,
      new Map(entries.map(([cle, entry]) => [cle, { ...VOCABULARY_SCHEMAS[name].parse(entry), cle }])),
    ];
  });
  return Object.fromEntries(lists) as Vocabulaire;
}
