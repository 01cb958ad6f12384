import { type CompositionLine, totalOf } from './composition.ts';
import { parseDate } from './dates.ts';

/** What the regional figures read of one team's answers of a year. Absent: not answered. */
export interface ScanAnswers {
  readonly annee: number;
  readonly demonstration?: boolean;
  readonly composition: readonly CompositionLine[];
  readonly sites?: readonly unknown[] | undefined;
  readonly protocoles?: readonly unknown[] | undefined;
  readonly prevention?: readonly unknown[] | undefined;
  readonly etp?: readonly unknown[] | undefined;
  readonly aci?: { readonly signe: boolean } | undefined;
  readonly rcp?: { readonly tenues: boolean } | undefined;
  readonly stagiaires?: { readonly accueil: boolean } | undefined;
  readonly usagers?: { readonly associes: boolean } | undefined;
  readonly cpts?: { readonly membre: boolean } | undefined;
  readonly logiciel?: { readonly partage: boolean } | undefined;
  readonly coordination?:
    | {
        readonly personnes?: number | undefined;
        readonly binome?: boolean | undefined;
        readonly heures_par_semaine?: number | { readonly de: number; readonly a: number } | undefined;
        readonly formation_pacte?: boolean | undefined;
        readonly aussi_soignants?: boolean | undefined;
      }
    | undefined;
  readonly patients?: number | undefined;
  readonly equipe: { readonly creation?: string | undefined; readonly departement: string };
}

/** Numbers of one team; `heures` per week (the middle of two bounds), `age` in years. */
export type NumberKey =
  'professionnels' | 'metiers' | 'signataires' | 'sites' | 'age' | 'patients' | 'coordinateurs' | 'heures';

/** What a team does or not. */
export type PracticeKey =
  | 'protocoles'
  | 'prevention'
  | 'etp'
  | 'aci'
  | 'rcp'
  | 'stagiaires'
  | 'usagers'
  | 'cpts'
  | 'logiciel'
  | 'multisites'
  | 'binome'
  | 'formation_pacte'
  | 'aussi_soignants';

export interface ScanValues {
  readonly nombres: Readonly<Record<NumberKey, number | undefined>>;
  readonly pratiques: Readonly<Record<PracticeKey, boolean | undefined>>;
}

/** One team's answers as numbers and as yes or no; `undefined` is « not answered », an empty list is « none ». */
export function valuesOf(answers: ScanAnswers): ScanValues {
  const { composition, sites, coordination } = answers;
  return {
    nombres: {
      professionnels: totalOf(composition),
      metiers: new Set(composition.map(({ profession }) => profession)).size,
      signataires: signatories(composition),
      sites: sites?.length,
      age: age(answers),
      patients: answers.patients,
      coordinateurs: coordination?.personnes,
      heures: hours(coordination?.heures_par_semaine),
    },
    pratiques: {
      protocoles: some(answers.protocoles),
      prevention: some(answers.prevention),
      etp: some(answers.etp),
      aci: answers.aci?.signe,
      rcp: answers.rcp?.tenues,
      stagiaires: answers.stagiaires?.accueil,
      usagers: answers.usagers?.associes,
      cpts: answers.cpts?.membre,
      logiciel: answers.logiciel?.partage,
      multisites: sites && sites.length > 1,
      binome: coordination?.binome,
      formation_pacte: coordination?.formation_pacte,
      aussi_soignants: coordination?.aussi_soignants,
    },
  };
}

const some = (items: readonly unknown[] | undefined) => items && items.length > 0;

/** People who signed the team's project; known only when every line of the composition says it. */
function signatories(lines: readonly CompositionLine[]): number | undefined {
  return lines.reduce<number | undefined>(
    (sum, { signataires }) =>
      sum === undefined || signataires === undefined ? undefined : sum + signataires,
    0,
  );
}

function hours(answer: number | { readonly de: number; readonly a: number } | undefined): number | undefined {
  return typeof answer === 'object' ? (answer.de + answer.a) / 2 : answer;
}

/** Year of the scan less year of creation; unknown for a team that says it was created later. */
function age({ annee, equipe: { creation } }: ScanAnswers): number | undefined {
  const year = creation === undefined ? undefined : parseDate(creation)?.year;
  return year === undefined || year > annee ? undefined : annee - year;
}
