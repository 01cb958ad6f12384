import { countOf } from './french.ts';
import { type Unit, withUnit } from './region-words.ts';
import { type Said, said } from './said.ts';

/**
 * What is said of a region for one year by one source: the page and the picture read the same sheet, in plain JSON.
 * Sources of `Said` are paths into the region's file (« equipes.constituees ») or into `publication.yaml`
 * (« publication:region ») when published; named rules (« regle:mediane:age ») when computed.
 */
export interface RegionSheet {
  readonly annee: number;
  readonly source: 'publiee' | 'calculee';
  readonly demonstration: boolean;
  readonly titre: Said;
  /** The sheet in one sentence, piece by piece; empty when it lacks its main figure. */
  readonly phrase: readonly Piece[];
  /** Six at most, the most important first; the same lines as in `blocs`. */
  readonly chiffres: readonly Chiffre[];
  readonly metiers: readonly (Chiffre & { readonly profession: string })[];
  /** Shares of the teams, the largest first. */
  readonly parts: readonly Chiffre[];
  readonly blocs: readonly Bloc[];
  /** Where the figures come from, and how they were made. */
  readonly pied: readonly Said[];
}

export interface Piece extends Said {
  /** A main figure of the sentence. */
  readonly fort?: true;
}

/** The subjects of a sheet, in its order. */
export type BlocTitle =
  | 'Les équipes'
  | 'Les sites'
  | 'Les professionnels'
  | 'Les patients'
  | 'La coordination'
  | 'Les départements';

export interface Bloc {
  readonly titre: BlocTitle;
  readonly lignes: readonly Chiffre[];
}

/** A figure and the words that make a sentence of it: « 9 » « métiers par équipe, en moyenne ». */
export interface Chiffre {
  /** What it counts, the same from one year and one source to the other. */
  readonly cle: string;
  readonly nombre: number;
  readonly unite?: Unit;
  readonly valeur: Said;
  readonly libelle: string;
  readonly detail?: Said;
  /** On how many teams a computed figure stands, in words. */
  readonly base?: Said;
  /** The same, as a number. */
  readonly sur?: number;
  /** What changed since the last year of the same source. */
  readonly evolution?: Evolution;
}

/** « 2 de plus qu’en 2024 ». */
export interface Evolution extends Said {
  /** On how many answers the earlier figure stands: « sur 5 réponses ». */
  readonly base?: Said;
}

/** « 2 de plus qu’en 2024 (sur 5 réponses) ». */
export const evolutionInFull = ({ texte, base }: Evolution): string =>
  base ? `${texte} (${base.texte})` : texte;

/** A line of a sheet, or none when its figure is not known. */
export function chiffre(
  cle: string,
  nombre: number | undefined,
  source: string,
  libelle: (nombre: number) => string,
  more: Pick<Chiffre, 'unite' | 'detail' | 'base' | 'sur'> = {},
): Chiffre[] {
  if (nombre === undefined) return [];
  return [
    { cle, nombre, valeur: said(withUnit(nombre, more.unite), source), libelle: libelle(nombre), ...more },
  ];
}

const MAIN = [
  'constituees',
  'repondants',
  'professionnels',
  'patients',
  'population',
  'metiers_par_equipe',
  'coordinateurs',
  'signataires_par_equipe',
  'sites',
];

/** The main figures among all lines, six at most. */
export function mainFigures(blocs: readonly Bloc[]): Chiffre[] {
  const lines = blocs.flatMap(({ lignes }) => lignes);
  return MAIN.flatMap((cle) => lines.find((line) => line.cle === cle) ?? []).slice(0, 6);
}

/** Blocks that hold at least one line. */
export const filled = (blocs: readonly Bloc[]) => blocs.filter(({ lignes }) => lignes.length > 0);

/** The largest first; equal ones stay in their order. */
export const largestFirst = (parts: readonly Chiffre[]) => parts.toSorted((a, b) => b.nombre - a.nombre);

/**
 * The sheet with, for each figure that an earlier sheet has too, what changed since. Differences are between the
 * figures as they are shown. Sheets of two sources are never compared: that is a fault of ours.
 */
export function withEvolution(sheet: RegionSheet, earlier: RegionSheet | undefined): RegionSheet {
  if (!earlier) return sheet;
  if (earlier.source !== sheet.source || earlier.annee >= sheet.annee) {
    throw new RangeError('an evolution is between two years of one source');
  }
  const past = new Map(linesOf(earlier).map((line) => [line.cle, line]));
  const since = <Line extends Chiffre>(line: Line): Line => {
    const before = past.get(line.cle);
    return before && before.unite === line.unite
      ? { ...line, evolution: evolution(line, before, earlier.annee) }
      : line;
  };
  return {
    ...sheet,
    chiffres: sheet.chiffres.map(since),
    metiers: sheet.metiers.map(since),
    parts: sheet.parts.map(since),
    blocs: sheet.blocs.map((bloc) => ({ ...bloc, lignes: bloc.lignes.map(since) })),
  };
}

/** Every line of a sheet, once. */
export function linesOf(sheet: RegionSheet): Chiffre[] {
  return [...sheet.blocs.flatMap(({ lignes }) => lignes), ...sheet.parts, ...sheet.metiers];
}

/** « 2 de plus qu’en 2024 », « 7 points de moins qu’en 2024 », « comme en 2024 ». */
function evolution(now: Chiffre, before: Chiffre, year: number): Evolution {
  const gap = Math.round((now.nombre - before.nombre) * 100) / 100;
  const size = now.unite === '%' ? countOf(Math.abs(gap), 'point') : withUnit(Math.abs(gap), now.unite);
  const change = gap === 0 ? 'comme en' : `${size} de ${gap > 0 ? 'plus' : 'moins'} qu’en`;
  const told = said(`${change} ${year}`, `regle:ecart:${now.cle}`);
  if (before.sur === undefined) return told;
  return { ...told, base: said(`sur ${countOf(before.sur, 'réponse')}`, `regle:ecart:${now.cle}`) };
}
