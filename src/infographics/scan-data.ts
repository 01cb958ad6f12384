import { type CompositionLine, type FamilyGroup, groupByFamily, totalOf } from '#src/domain/composition.ts';
import { withDe } from '#src/domain/french.ts';
import { LIGHT, type Theme, themeOf } from '#src/domain/theme.ts';
import type { Equipe } from '#src/schemas/equipe.ts';
import type { Publication } from '#src/schemas/publication.ts';
import type { Scan as Answers } from '#src/schemas/scan.ts';
import type { Terme, Vocabulaire } from '#src/schemas/vocabulaire.ts';

/** A team's answers with the words of the closed lists in place of their keys. */
export interface Scan extends Omit<Answers, 'composition' | 'structures' | 'stagiaires'> {
  readonly composition: readonly CompositionRow[];
  readonly structures: readonly Structure[] | undefined;
  readonly stagiaires:
    { readonly accueil: boolean; readonly metiers: readonly Terme<'professions'>[] } | undefined;
  readonly personnes: number;
  readonly metiers: number;
  readonly groupes: readonly Groupe[];
}

export interface CompositionRow extends CompositionLine {
  readonly metier: Terme<'professions'>;
  /** Place of the line in the answers. */
  readonly rang: number;
}
export type Groupe = FamilyGroup<CompositionRow> & { readonly nom: string; readonly court: string };

type StructureAnswer = NonNullable<Answers['structures']>[number];
export interface Structure extends Omit<StructureAnswer, 'type' | 'professions'> {
  readonly type: Terme<'structures'>;
  readonly metiers: readonly Terme<'professions'>[];
}

type Lists = Pick<Vocabulaire, 'professions' | 'familles' | 'structures' | 'formes'>;

/** The entry of a checked reference; a miss means that the editor's check has a hole. */
function entry<Entry>(list: ReadonlyMap<string, Entry>, cle: string): Entry {
  const term = list.get(cle);
  if (!term) throw new Error(`Référence sans cible, que le contrôle aurait dû refuser : ${cle}`);
  return term;
}

/** Joins checked answers with the closed lists. */
export function resolveScan(answers: Answers, { professions, familles, structures }: Lists): Scan {
  const metierOf = (cle: string) => entry(professions, cle);
  const composition = answers.composition.map((line, rang) => ({
    ...line,
    rang,
    metier: metierOf(line.profession),
  }));
  const groupes = groupByFamily(composition, (cle) => metierOf(cle).famille, [...familles.keys()]);
  const { stagiaires } = answers;
  return {
    ...answers,
    composition,
    structures: answers.structures?.map(({ type, professions: cles, ...answer }) => ({
      ...answer,
      type: entry(structures, type),
      metiers: cles.map(metierOf),
    })),
    stagiaires: stagiaires && {
      accueil: stagiaires.accueil,
      metiers: stagiaires.professions.map(metierOf),
    },
    groupes: groupes.map((groupe) => {
      const { nom, court } = entry(familles, groupe.famille);
      return { ...groupe, nom, court };
    }),
    personnes: totalOf(composition),
    metiers: composition.length,
  };
}

/** What a picture needs of the publication. */
export interface Edition {
  readonly nom: string;
  readonly adresse: string;
  readonly organisation: string;
  readonly theme: Theme;
  /** Colours of each family, on light and on dark ground. */
  readonly familles: Readonly<Record<string, { readonly clair: string; readonly sombre: string }>>;
}

export function editionOf(publication: Publication, familles: Vocabulaire['familles']): Edition {
  return {
    nom: publication.nom,
    adresse: publication.adresse,
    organisation: publication.organisation.nom,
    theme: themeOf(LIGHT, publication.couleurs.clair),
    familles: Object.fromEntries(
      [...familles].map(([cle, { couleur, couleur_sombre }]) => [
        cle,
        { clair: couleur, sombre: couleur_sombre },
      ]),
    ),
  };
}

/** Everything that a team's picture of one year shows, as plain data: the whole of its cache key. */
export interface ScanData {
  readonly genre: 'equipe';
  readonly edition: Edition;
  readonly equipe: {
    readonly id: string;
    readonly nom: string;
    readonly article: Equipe['article'];
    readonly deNom: string;
    readonly forme: string;
    readonly implantation?: 'monosite' | 'multisite' | undefined;
    readonly commune: string;
    readonly departement: { readonly code: string; readonly nom: string };
    readonly creation?: string | undefined;
    readonly reconnaissance?: string | undefined;
    readonly reconnaissance_note?: string | undefined;
    readonly demonstration: boolean;
  };
  readonly scan: Scan;
}

/** Joins a team, its answers of one year and the publication, all checked. */
export function scanData(
  id: string,
  equipe: Omit<Equipe, 'photo'>,
  answers: Answers,
  { publication, vocabulaire }: { publication: Publication; vocabulaire: Lists },
): ScanData {
  const { nom, article, implantation, commune, creation, reconnaissance, reconnaissance_note } = equipe;
  const { departement: code, demonstration } = equipe;
  return {
    genre: 'equipe',
    edition: editionOf(publication, vocabulaire.familles),
    equipe: {
      id,
      nom,
      article,
      deNom: withDe(article, nom),
      forme: entry(vocabulaire.formes, equipe.forme).nom,
      implantation,
      commune,
      departement: { code, nom: entry(new Map(Object.entries(publication.departements)), code) },
      creation,
      reconnaissance,
      reconnaissance_note,
      demonstration,
    },
    scan: resolveScan(answers, vocabulaire),
  };
}
