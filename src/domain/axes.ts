import { firstDay } from './dates.ts';
import { countOf, formatNumber } from './french.ts';
import { percentOf } from './shares.ts';

/** What stories may be set side by side by: the columns of the matrix, and how they are called. */
export const AXES = {
  histoire: 'Récit',
  theme: 'Thème',
  forme: 'Sorte d’équipe',
  departement: 'Département',
  taille: 'Taille',
  age: 'Âge',
} as const;
export type Axe = keyof typeof AXES;
export const AXE_KEYS = Object.keys(AXES) as Axe[];

/** How an axis and its measures are to be read, where it needs a word. */
export const AXE_NOTES: Partial<Record<Axe, string>> = {
  theme: 'Un récit compte dans chacun de ses thèmes.',
  taille: 'Le nombre de personnes que compte l’équipe dans le Scan’équipe du récit.',
  age: 'Les années écoulées à la rencontre depuis la création de l’équipe, ou depuis sa reconnaissance si sa création n’est pas datée.',
};

/** The last part of an axis's address: « par-theme »; none for stories, which come first. */
export const axisPath = (axe: Axe): string => (axe === 'histoire' ? '' : `par-${axe}/`);

/** What the page of an axis is called; that of stories is the analysis itself. */
export const matrixTitle = (axe: Axe): string =>
  `Ce qui aide, ce qui freine${axe === 'histoire' ? '' : `, par ${AXES[axe].toLocaleLowerCase('fr')}`}`;

/** One column: its key, which is also an anchor, and its title. */
export interface Colonne {
  readonly cle: string;
  readonly nom: string;
}

interface Step extends Colonne {
  /** The first value that is past it. */
  readonly below: number;
}

const SIZES: readonly Step[] = [
  { cle: 'moins-de-10', nom: 'Moins de 10 personnes', below: 10 },
  { cle: '10-a-19', nom: '10 à 19 personnes', below: 20 },
  { cle: '20-a-39', nom: '20 à 39 personnes', below: 40 },
  { cle: '40-et-plus', nom: '40 personnes et plus', below: Infinity },
];
const AGES: readonly Step[] = [
  { cle: 'moins-de-3', nom: 'Moins de 3 ans', below: 3 },
  { cle: '3-a-5', nom: '3 à 5 ans', below: 6 },
  { cle: '6-a-10', nom: '6 à 10 ans', below: 11 },
  { cle: 'plus-de-10', nom: 'Plus de 10 ans', below: Infinity },
];
const UNKNOWN_AGE: Colonne = { cle: 'non-date', nom: 'Âge inconnu' };

const stepOf = (steps: readonly Step[], value: number): Colonne =>
  steps.find(({ below }) => value < below) ?? (steps[0] as Step);

/** The size of a team of so many people. */
export const sizeColumn = (people: number): Colonne => stepOf(SIZES, people);

/**
 * The age of a team on a day, in whole years.
 * @param since ISO date of its creation or recognition, to the day, the month or the year
 * @param day ISO date
 */
export function ageColumn(since: string | undefined, day: string): Colonne {
  if (since === undefined) return UNKNOWN_AGE;
  const [from, to] = [firstDay(since), firstDay(day)];
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
  return years < 0 ? UNKNOWN_AGE : stepOf(AGES, years);
}

/** Columns of an axis that has an order of its own. */
const ORDERED: Partial<Record<Axe, readonly Colonne[]>> = { taille: SIZES, age: [...AGES, UNKNOWN_AGE] };

/** Columns in their order: of the scale, of the code, or as they are given. */
export function inAxisOrder<Column extends Colonne>(axe: Axe, columns: readonly Column[]): Column[] {
  const scale = ORDERED[axe];
  if (scale) return scale.flatMap(({ cle }) => columns.find((column) => column.cle === cle) ?? []);
  return axe === 'departement' ? columns.toSorted((a, b) => a.cle.localeCompare(b.cle)) : [...columns];
}

/** Fewer stories than this have no share: « 2 sur 3 » is two experiences, « 67 % » would be a claim. */
const ENOUGH = 5;

/** « 2 récits sur 2 », « 12 récits sur 25, soit 48 % », « aucun récit »: never a share under five stories. */
export function presence(some: number, all: number): string {
  if (some === 0) return 'aucun récit';
  const said = `${countOf(some, 'récit')} sur ${formatNumber(all)}`;
  return all < ENOUGH ? said : `${said}, soit ${percentOf(some, all)}\u00A0%`;
}
