import { capitalised, countOf, formatNumber, joinList } from './french.ts';
import { sinceDate, weeklyHours } from './phrases.ts';

/** One question of the form and what the team answered, in words. Unanswered questions are not here. */
export interface ScanFact {
  readonly question: string;
  readonly reponses: readonly string[];
}

interface Answers {
  readonly aci?: { readonly signe: boolean; readonly depuis?: string | undefined } | undefined;
  readonly protocoles?: readonly string[] | undefined;
  readonly prevention?: readonly string[] | undefined;
  readonly etp?: readonly string[] | undefined;
  readonly rcp?: { readonly tenues: boolean; readonly par_an?: number | undefined } | undefined;
  readonly stagiaires?:
    { readonly accueil: boolean; readonly metiers: readonly { readonly pluriel: string }[] } | undefined;
  readonly usagers?: { readonly associes: boolean; readonly comment?: string | undefined } | undefined;
  readonly cpts?: { readonly membre: boolean; readonly nom?: string | undefined } | undefined;
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

const yesNo = (answer: boolean, detail?: string) =>
  `${answer ? 'Oui' : 'Non'}${!detail ? '' : ` : ${detail}`}`;
const listed = (items: readonly string[]) => (items.length === 0 ? ['Aucun'] : items.map(capitalised));

function coordination(answer: NonNullable<Answers['coordination']>): string[] {
  return [
    answer.description,
    answer.personnes === undefined ? undefined : countOf(answer.personnes, 'personne'),
    answer.heures_par_semaine === undefined ? undefined : weeklyHours(answer.heures_par_semaine),
    answer.binome === undefined ? undefined : `À deux : ${answer.binome ? 'oui' : 'non'}`,
    answer.aussi_soignants === undefined
      ? undefined
      : `Soignent aussi : ${answer.aussi_soignants ? 'oui' : 'non'}`,
    answer.formation_pacte === undefined
      ? undefined
      : `Formation suivie : ${answer.formation_pacte ? 'oui' : 'non'}`,
  ].filter((line) => line !== undefined);
}

/** Every answer but composition, structures and sites, in the order of the form; « no » and zero are kept. */
export function scanFacts(scan: Answers): ScanFact[] {
  const facts: [string, readonly string[] | undefined][] = [
    ['Protocoles', scan.protocoles && listed(scan.protocoles)],
    ['Prévention', scan.prevention && listed(scan.prevention)],
    ['Éducation thérapeutique', scan.etp && listed(scan.etp)],
    [
      'Réunions de concertation',
      scan.rcp && [
        yesNo(
          scan.rcp.tenues,
          scan.rcp.par_an === undefined ? undefined : `${formatNumber(scan.rcp.par_an)} par an`,
        ),
      ],
    ],
    [
      'Accueil de stagiaires',
      scan.stagiaires && [
        yesNo(scan.stagiaires.accueil, joinList(scan.stagiaires.metiers.map(({ pluriel }) => pluriel))),
      ],
    ],
    ['Usagers associés', scan.usagers && [yesNo(scan.usagers.associes, scan.usagers.comment)]],
    ['Membre d’une CPTS', scan.cpts && [yesNo(scan.cpts.membre, scan.cpts.nom)]],
    [
      'Accord conventionnel signé',
      scan.aci && [
        yesNo(scan.aci.signe, scan.aci.depuis === undefined ? undefined : sinceDate(scan.aci.depuis)),
      ],
    ],
    ['Coordination', scan.coordination && coordination(scan.coordination)],
    ['Gouvernance', scan.gouvernance === undefined ? undefined : [scan.gouvernance]],
    ['Logiciel partagé', scan.logiciel && [yesNo(scan.logiciel.partage, scan.logiciel.nom)]],
    ['File active', scan.patients === undefined ? undefined : [countOf(scan.patients, 'patient')]],
    ['Perspectives', scan.perspectives && listed(scan.perspectives)],
  ];
  return facts.flatMap(([question, reponses]) => (reponses?.length ? [{ question, reponses }] : []));
}
