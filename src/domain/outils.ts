import { addMonths, firstDay } from './dates.ts';

/** What the dates of a tool's sheet say of it: new, to be read again, before or after another one. */

interface Dated {
  readonly relecture: string;
  readonly publication?: string | undefined;
  readonly annee?: number | undefined;
  readonly a_revoir?: string | undefined;
}

/**
 * When a tool appeared: the day it was put online here, else the year it first came out. A review makes nothing new, so
 * its date does not count; undefined when the sheet gives neither.
 */
export function parution({ publication, annee }: Dated): string | undefined {
  return publication ?? (annee === undefined ? undefined : String(annee));
}

/** How long a tool put online stays new, in months. */
const NEW_FOR = 6;

/** The last day that the sheets name, reviews included; undefined without a sheet. */
export function dernierJour(outils: readonly Dated[]): string | undefined {
  return outils
    .flatMap(({ relecture, publication }) => [relecture, ...(publication ? [publication] : [])])
    .map(firstDay)
    .toSorted()
    .at(-1);
}

/**
 * Tells the new tools: put online less than six months before the last day that the sheets name. The content is the
 * clock, so that two builds of it give the same bytes; who keeps a toolbox alive moves it on by reviewing a sheet.
 */
export function nouveauteTest(outils: readonly Dated[]): (outil: Dated) => boolean {
  const last = dernierJour(outils);
  const since = last === undefined ? '' : addMonths(last, -NEW_FOR);
  return ({ publication }) => publication !== undefined && firstDay(publication) > since;
}

/** The day from which a sheet is to be read again: its own, else some months after its last review. */
export function aRevoirLe({ a_revoir, relecture }: Dated, months: number): string {
  return a_revoir === undefined ? addMonths(relecture, months) : firstDay(a_revoir);
}

/** What the orders of a list of tools look at, as its page tells it; days in full, empty when unknown. */
export interface Rangeable {
  readonly relecture: string;
  readonly parution: string;
  /** Rank among the most viewed of the last year that has a ranking; 0 without one. */
  readonly rang: number;
}

interface Ranked extends Dated {
  readonly consultations: readonly { readonly annee: number; readonly rang: number }[];
}

/** What the orders look at in a sheet; `annee` is the year of the ranking. */
export function rangement(outil: Ranked, annee?: number): Rangeable {
  return {
    relecture: firstDay(outil.relecture),
    parution: firstDay(parution(outil) ?? ''),
    rang: outil.consultations.find((ranking) => ranking.annee === annee)?.rang ?? 0,
  };
}

const latestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

const ORDERS = {
  relecture: (a, b) => latestFirst(a.relecture, b.relecture),
  nouveautes: (a, b) => latestFirst(a.parution, b.parution),
  consultations: (a, b) => (a.rang || Infinity) - (b.rang || Infinity) || 0,
} as const satisfies Record<string, (a: Rangeable, b: Rangeable) => number>;
export type Tri = keyof typeof ORDERS;

/** The order that an address names; undefined for the usual one, by title. */
export function triOf(name: string | null): Tri | undefined {
  return name !== null && Object.hasOwn(ORDERS, name) ? (name as Tri) : undefined;
}

/** Tools given by title, in another order; those that it does not tell apart stay by title, those it knows nothing of come last. */
export function inOrder<Item extends Rangeable>(byTitle: readonly Item[], tri: Tri | undefined): Item[] {
  return tri === undefined ? [...byTitle] : byTitle.toSorted(ORDERS[tri]);
}
