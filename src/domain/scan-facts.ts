import { capitalised, countOf, formatNumber, joinList } from './french.ts';
import { sinceDate, weeklyHours } from './phrases.ts';
import { said, type Said } from './said.ts';

export type FactKey = keyof Answers;

/** One question of the form and what the team answered, in words. */
export interface ScanFact {
  readonly cle: FactKey;
  readonly question: string;
  readonly reponses: readonly Said[];
}

interface Answers {
  readonly protocoles?: readonly string[] | undefined;
  readonly prevention?: readonly string[] | undefined;
  readonly etp?: readonly string[] | undefined;
  readonly rcp?: { readonly tenues: boolean; readonly par_an?: number | undefined } | undefined;
  readonly stagiaires?:
    { readonly accueil: boolean; readonly metiers: readonly { readonly pluriel: string }[] } | undefined;
  readonly usagers?: { readonly associes: boolean; readonly comment?: string | undefined } | undefined;
  readonly cpts?: { readonly membre: boolean; readonly nom?: string | undefined } | undefined;
  readonly aci?: { readonly signe: boolean; readonly depuis?: string | undefined } | undefined;
  readonly coordination?:
    | {
        readonly personnes?: number | undefined;
        readonly binome?: boolean | undefined;
        readonly heures_par_semaine?: number | { readonly de: number; readonly a: number } | undefined;
        readonly formation_pacte?: boolean | undefined;
        readonly aussi_soignants?: boolean | undefined;
        readonly description?: string | undefined;
      }
    | undefined;
  readonly gouvernance?: string | undefined;
  readonly logiciel?: { readonly partage: boolean; readonly nom?: string | undefined } | undefined;
  readonly patients?: number | undefined;
  readonly perspectives?: readonly string[] | undefined;
}

/** The questions in the order of the form. */
export const QUESTIONS: Readonly<Record<FactKey, string>> = {
  protocoles: 'Protocoles',
  prevention: 'Prévention',
  etp: 'Éducation thérapeutique',
  rcp: 'Réunions de concertation',
  stagiaires: 'Accueil de stagiaires',
  usagers: 'Usagers associés',
  cpts: 'Membre d’une CPTS',
  aci: 'Accord conventionnel signé',
  coordination: 'Coordination',
  gouvernance: 'Gouvernance',
  logiciel: 'Logiciel partagé',
  patients: 'File active',
  perspectives: 'Perspectives',
};

const yesNo = (answer: boolean) => (answer ? 'Oui' : 'Non');

function listed(key: FactKey, items: readonly string[]): Said[] {
  if (items.length === 0) return [said('Aucun', key)];
  return items.map((item, index) => said(capitalised(item), `${key}.${index}`));
}

/** « Oui : 12 par an », or « Oui » alone; a detail says where it comes from. */
function answered(answer: boolean, from: string, detail?: { texte: string; from: readonly string[] }): Said {
  return detail?.texte
    ? said(`${yesNo(answer)}\u00A0: ${detail.texte}`, from, ...detail.from)
    : said(yesNo(answer), from);
}

const detail = (value: string | undefined, ...from: string[]) =>
  value === undefined ? undefined : { texte: value, from };

function coordination(answer: NonNullable<Answers['coordination']>): Said[] {
  const {
    description,
    personnes,
    heures_par_semaine: hours,
    binome,
    aussi_soignants,
    formation_pacte,
  } = answer;
  const yes = (label: string, value: boolean | undefined, field: string) =>
    value === undefined
      ? undefined
      : said(`${label}\u00A0: ${yesNo(value).toLowerCase()}`, `coordination.${field}`);
  return [
    description === undefined ? undefined : said(description, 'coordination.description'),
    personnes === undefined ? undefined : said(countOf(personnes, 'personne'), 'coordination.personnes'),
    hours === undefined ? undefined : said(weeklyHours(hours), 'coordination.heures_par_semaine'),
    yes('À deux', binome, 'binome'),
    yes('Soignent aussi', aussi_soignants, 'aussi_soignants'),
    yes('Formation PACTE suivie', formation_pacte, 'formation_pacte'),
  ].filter((line) => line !== undefined);
}

const ANSWERS: { readonly [Key in FactKey]: (answer: NonNullable<Answers[Key]>) => Said[] } = {
  protocoles: (items) => listed('protocoles', items),
  prevention: (items) => listed('prevention', items),
  etp: (items) => listed('etp', items),
  rcp: ({ tenues, par_an }) => [
    answered(
      tenues,
      'rcp.tenues',
      detail(par_an === undefined ? undefined : `${formatNumber(par_an)} par an`, 'rcp.par_an'),
    ),
  ],
  stagiaires: ({ accueil, metiers }) => [
    answered(accueil, 'stagiaires.accueil', {
      texte: joinList(metiers.map(({ pluriel }) => pluriel)),
      from: metiers.map((_, index) => `stagiaires.professions.${index}`),
    }),
  ],
  usagers: ({ associes, comment }) => [
    answered(associes, 'usagers.associes', detail(comment, 'usagers.comment')),
  ],
  cpts: ({ membre, nom }) => [answered(membre, 'cpts.membre', detail(nom, 'cpts.nom'))],
  aci: ({ signe, depuis }) => [
    answered(signe, 'aci.signe', detail(depuis === undefined ? undefined : sinceDate(depuis), 'aci.depuis')),
  ],
  coordination,
  gouvernance: (text) => [said(text, 'gouvernance')],
  logiciel: ({ partage, nom }) => [answered(partage, 'logiciel.partage', detail(nom, 'logiciel.nom'))],
  patients: (count) => [said(countOf(count, 'patient'), 'patients')],
  perspectives: (items) => listed('perspectives', items),
};

/** Every answer but composition, structures and sites, in the order of the form; « no » and zero are kept. */
export function scanFacts(scan: Answers): ScanFact[] {
  return (Object.keys(QUESTIONS) as FactKey[]).flatMap((cle) => {
    const answer = scan[cle];
    if (answer === undefined) return [];
    const reponses = (ANSWERS[cle] as (answer: unknown) => Said[])(answer);
    return reponses.length > 0 ? [{ cle, question: QUESTIONS[cle], reponses }] : [];
  });
}

/** The questions that the team left without an answer, in words. */
export function unanswered(scan: Answers): string[] {
  const given = new Set(scanFacts(scan).map(({ cle }) => cle));
  return (Object.keys(QUESTIONS) as FactKey[]).filter((cle) => !given.has(cle)).map((cle) => QUESTIONS[cle]);
}
