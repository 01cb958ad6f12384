import { z } from 'zod';
import {
  approxDate,
  dayDate,
  demonstration,
  draft,
  keywords,
  photo,
  prose,
  reference,
  referenceCode,
  type SchemaTools,
  text,
  year,
  consent,
  formerAddresses,
} from './fields.ts';

const list = (target: Parameters<typeof reference>[0], min: number, description: string) => {
  const references = z.array(reference(target)).min(min).describe(description);
  return min > 0 ? references : references.default([]);
};

/** One team's experience: what it tried, what changed, what others can reuse. */
export function histoireSchema<Image extends z.ZodType>(tools: SchemaTools<Image>) {
  return z.strictObject({
    titre: text(90).describe(
      "Titre du récit, sans point final. Après « Il était une fois… », le nom de l'équipe : « le Pôle du Port ».",
    ),
    resume: prose(320).describe(
      'Deux ou trois phrases qui donnent envie de lire ; elles ouvrent la page et les listes.',
    ),
    reference: referenceCode().describe(
      'Code du récit : famille/format/numéro/mois-année, comme « COORD/IC/012/1121 ».',
    ),
    equipe: reference('equipes').describe("Nom du fichier de l'équipe dans content/equipes, sans « .yaml »."),
    rencontre: dayDate().describe('Jour de la visite qui a donné lieu au récit : AAAA-MM-JJ.'),
    publication: approxDate().describe(
      'Date de publication : AAAA-MM-JJ ou AAAA-MM. Une date à venir retient la page.',
    ),
    participants: text(200)
      .optional()
      .describe("Qui l'équipe a réuni ce jour-là : « une trentaine de professionnels »."),
    auteur: text(160)
      .optional()
      .describe('Rôle de la personne qui a écrit, sans son nom : « un médecin retraité, bénévole ».'),
    scan: year()
      .optional()
      .describe("Année du Scan'équipe qui donne la fiche d'identité. Sans elle : l'année de la visite."),
    mots_cles: keywords(),
    themes: list('themes', 1, 'Au moins un thème, clés de vocabulaire/themes.yaml.'),
    leviers: list(
      'leviers',
      1,
      "Au moins un levier qu'une autre équipe peut actionner ; chacun a son passage dans le texte.",
    ),
    freins: list('freins', 0, 'Ce qui a gêné ; chacun a son passage dans le texte.'),
    benefices: list(
      'benefices',
      0,
      'Ce que le travail en équipe apporte ; clés de vocabulaire/benefices.yaml.',
    ),
    motivations: list(
      'motivations',
      0,
      'Ce qui a donné envie ou retenu ; clés de vocabulaire/motivations.yaml.',
    ),
    actions: list('actions', 0, "Ce que l'équipe fait ensemble ; clés de vocabulaire/actions.yaml."),
    outils: list(
      'outils',
      0,
      'Outils de la boîte qui servent à qui veut faire pareil : noms de fichiers de content/outils, sans « .md ».',
    ),
    photo: photo(tools).optional().describe("Image d'ouverture."),
    accord: consent(
      "Jour où l'équipe a relu ce récit et accepté qu'il paraisse : AAAA-MM-JJ. La page le dit.",
    ),
    anciennes_adresses: formerAddresses(),
    demonstration: demonstration(),
    brouillon: draft(),
  });
}
export type Histoire = z.infer<ReturnType<typeof histoireSchema>>;
