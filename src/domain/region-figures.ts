import { percentOf } from './shares.ts';
import type { CompositionLine } from './composition.ts';
import { isOnline } from './publishing.ts';
import { type NumberKey, type PracticeKey, type ScanAnswers, valuesOf } from './scan-values.ts';

/** A figure that stands on fewer teams is not given: it would say too much of each, and too little of the region. */
export const MIN_TEAMS = 5;

/** One number over the teams that answered it; each figure bears the name of its rule. */
export interface NumberFigures {
  /** How many teams answered. */
  readonly sur: number;
  readonly somme: number;
  readonly moyenne: number;
  readonly mediane: number;
}

/** What part of the teams that answered say yes. */
export interface ShareFigure {
  readonly sur: number;
  readonly oui: number;
  /** Whole per cent. */
  readonly part: number;
}

/** The figures of a region, computed from the scans of one year. */
export interface RegionFigures {
  readonly annee: number;
  /** Teams that answered a scan that year: every other figure stands on these or on some of them. */
  readonly equipes: number;
  readonly nombres: Readonly<Partial<Record<NumberKey, NumberFigures>>>;
  readonly pratiques: Readonly<Partial<Record<PracticeKey, ShareFigure>>>;
  /** All trades, the most numerous first; shares of all the people counted. */
  readonly metiers: readonly {
    readonly profession: string;
    readonly nombre: number;
    readonly part: number;
  }[];
  /** Teams by département, in the order of their numbers. */
  readonly departements: readonly { readonly code: string; readonly nombre: number }[];
}

/**
 * Those of a year's scans that count for its region: the online ones, none under five. Invented answers and real
 * ones never add up: the real ones alone count as soon as there is one.
 */
export function countedScans<Scan extends { readonly brouillon: boolean; readonly demonstration: boolean }>(
  scans: readonly Scan[],
): readonly Scan[] {
  const online = scans.filter((scan) => isOnline(scan));
  const real = online.filter(({ demonstration }) => !demonstration);
  const counted = real.length > 0 ? real : online;
  return counted.length < MIN_TEAMS ? [] : counted;
}

/**
 * Figures of one year's scans, one scan for each team; `undefined` under five teams. A team that left a question
 * out is nowhere in its figures, and a figure that fewer than five answered is absent.
 */
export function regionFigures(annee: number, scans: readonly ScanAnswers[]): RegionFigures | undefined {
  if (scans.length < MIN_TEAMS) return undefined;
  const values = scans.map(valuesOf);
  return {
    annee,
    equipes: scans.length,
    nombres: answered(
      values.map(({ nombres }) => nombres),
      numberFigures,
    ),
    pratiques: answered(
      values.map(({ pratiques }) => pratiques),
      shareFigure,
    ),
    metiers: tradesOf(scans.flatMap(({ composition }) => composition)),
    departements: [...Map.groupBy(scans, ({ equipe }) => equipe.departement)]
      .map(([code, { length }]) => ({ code, nombre: length }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

/** One figure for each question that enough teams answered. */
function answered<Key extends string, Value, Figure>(
  teams: readonly Readonly<Record<Key, Value | undefined>>[],
  figureOf: (values: readonly Value[]) => Figure,
): Partial<Record<Key, Figure>> {
  const keys = Object.keys(teams[0] ?? {}) as Key[];
  const figures: Partial<Record<Key, Figure>> = {};
  for (const key of keys) {
    const values = teams.map((team) => team[key]).filter((value) => value !== undefined);
    if (values.length >= MIN_TEAMS) figures[key] = figureOf(values);
  }
  return figures;
}

/**
 * Sum, mean (sum over number of answers) and median of one or more numbers. The median is the middle value once
 * they are sorted, or the mean of the two middle ones when they are even in number.
 */
export function numberFigures(values: readonly number[]): NumberFigures {
  // Sorted first, so that a sum of halves of hours is the same whatever the order of the teams.
  const sorted = values.toSorted((a, b) => a - b);
  const somme = sorted.reduce((sum, value) => sum + value, 0);
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  const mediane = middle.reduce((sum, value) => sum + value, 0) / middle.length;
  return {
    sur: values.length,
    somme: toTenth(somme),
    moyenne: toTenth(somme / values.length),
    mediane: toTenth(mediane),
  };
}

function shareFigure(answers: readonly boolean[]): ShareFigure {
  const oui = answers.filter(Boolean).length;
  return { sur: answers.length, oui, part: percentOf(oui, answers.length) };
}

function tradesOf(lines: readonly CompositionLine[]): RegionFigures['metiers'] {
  const people = lines.reduce((sum, { nombre }) => sum + nombre, 0);
  return [...Map.groupBy(lines, ({ profession }) => profession)]
    .map(([profession, rows]) => {
      const nombre = rows.reduce((sum, row) => sum + row.nombre, 0);
      return { profession, nombre, part: percentOf(nombre, people) };
    })
    .toSorted((a, b) => b.nombre - a.nombre || (a.profession < b.profession ? -1 : 1));
}

/** Rounding of sums, means and medians: to the nearest tenth. */
const toTenth = (value: number) => Math.round(value * 10) / 10;
