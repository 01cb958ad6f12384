import { type Chiffre, linesOf, type RegionSheet } from './region-sheet.ts';
import { withUnit } from './region-words.ts';
import { weeklyHours } from './phrases.ts';
import { type ScanAnswers, type ScanValues, valuesOf } from './scan-values.ts';

/** One team beside its region, in words. */
export interface Comparison {
  readonly annee: number;
  /** The sheet that all its rows come from: one year, one source. */
  readonly feuille: RegionSheet;
  readonly lignes: readonly ComparisonRow[];
  /** Whether the team is one of those that the region's figures are computed from. */
  readonly comptee: boolean;
}

export interface ComparisonRow {
  readonly libelle: string;
  /** What the team answered. */
  readonly equipe: string;
  readonly region: Chiffre;
}

type Read = (values: ScanValues, answers: ScanAnswers) => string | undefined;

const number =
  (key: keyof ScanValues['nombres'], unit?: 'an'): Read =>
  ({ nombres: { [key]: value } }) =>
    value === undefined ? undefined : withUnit(value, unit);
const yesNo =
  (key: keyof ScanValues['pratiques']): Read =>
  ({ pratiques: { [key]: answer } }) =>
    answer === undefined ? undefined : answer ? 'Oui' : 'Non';
const hours: Read = (_, { coordination }) =>
  coordination?.heures_par_semaine === undefined ? undefined : weeklyHours(coordination.heures_par_semaine);

/** What is said of one team and of its region, by the key of the region's line. */
const ROWS: readonly (readonly [cle: string, libelle: string, read: Read])[] = [
  ['professionnels_par_equipe', 'Personnes', number('professionnels')],
  ['metiers_par_equipe', 'Métiers', number('metiers')],
  ['signataires_par_equipe', 'Signataires du projet', number('signataires')],
  ['sites_par_equipe', 'Sites', number('sites')],
  ['multisites', 'Plusieurs sites', yesNo('multisites')],
  ['age', 'Âge', number('age', 'an')],
  ['patients_par_equipe', 'Patients', number('patients')],
  ['coordinateurs_par_equipe', 'Personnes qui coordonnent', number('coordinateurs')],
  ['heures_par_equipe', 'Coordination', hours],
  ['binome', 'Coordination à deux', yesNo('binome')],
  ['formation_pacte', 'Formation PACTE', yesNo('formation_pacte')],
  ['aussi_soignants', 'Coordination par qui soigne aussi', yesNo('aussi_soignants')],
  ['protocoles', 'Protocoles', yesNo('protocoles')],
  ['prevention', 'Prévention', yesNo('prevention')],
  ['etp', 'Éducation thérapeutique', yesNo('etp')],
  ['rcp', 'Réunions de concertation', yesNo('rcp')],
  ['stagiaires', 'Accueil de stagiaires', yesNo('stagiaires')],
  ['usagers', 'Usagers associés', yesNo('usagers')],
  ['cpts', 'Membre d’une CPTS', yesNo('cpts')],
  ['aci', 'Accord conventionnel signé', yesNo('aci')],
  ['logiciel', 'Logiciel partagé', yesNo('logiciel')],
];

/** Rows for what the team answered and the sheet knows too; what one of them lacks is left out. */
function rows(answers: ScanAnswers, sheet: RegionSheet): ComparisonRow[] {
  const values = valuesOf(answers);
  const lines = new Map(linesOf(sheet).map((line) => [line.cle, line]));
  return ROWS.flatMap(([cle, libelle, read]) => {
    const [equipe, region] = [read(values, answers), lines.get(cle)];
    return equipe === undefined || !region ? [] : [{ libelle, equipe, region }];
  });
}

/**
 * A team's answers of a year beside the region's sheet of the same year, else of the nearest one (of two as near,
 * the later). Where a year has two sources, the computed one first: it asked the same questions. `undefined` when
 * no sheet has a figure that the team has.
 */
export function comparisonOf(answers: ScanAnswers, sheets: readonly RegionSheet[]): Comparison | undefined {
  const { annee } = answers;
  const distance = (sheet: RegionSheet) => Math.abs(sheet.annee - annee);
  return sheets
    .toSorted(
      (a, b) =>
        distance(a) - distance(b) ||
        b.annee - a.annee ||
        Number(b.source === 'calculee') - Number(a.source === 'calculee'),
    )
    .map((feuille) => ({
      annee,
      feuille,
      lignes: rows(answers, feuille),
      comptee: isCounted(answers, feuille),
    }))
    .find(({ lignes }) => lignes.length > 0);
}

/** Invented answers and real ones never add up: an invented team is not among those of a real sheet. */
function isCounted({ annee, demonstration = false }: ScanAnswers, sheet: RegionSheet): boolean {
  return sheet.source === 'calculee' && sheet.annee === annee && sheet.demonstration === demonstration;
}

/** Said when the region's figures are not of the team's year. */
export function otherYearNote({ annee, feuille }: Comparison): string | undefined {
  if (feuille.annee === annee) return undefined;
  return `La région n’a pas de chiffres comparables pour ${annee}\u00A0: voici ceux de ${feuille.annee}, l’année la plus proche.`;
}
