import { formatDate } from './dates.ts';
import { countOf, formatNumber, joinList, plural } from './french.ts';

/** Sentences that a person would write from a team's answers. */

export interface NamedCount {
  readonly nombre: number;
  readonly metier: { readonly nom: string; readonly pluriel: string };
}

/** « masseurs-kinésithérapeutes » or « biologiste »: the form gives no gender, so the neutral name. */
export function metierLabel({ nombre, metier }: NamedCount): string {
  return plural(nombre, metier.nom, metier.pluriel);
}

export interface StructureAnswer {
  readonly nombre?: number | undefined;
  readonly membres?: number | undefined;
  readonly depuis?: string | undefined;
}

/** « depuis 2012 », « depuis le 3 février 2020 ». */
export function sinceDate(iso: string): string {
  return `depuis ${iso.length === 10 ? 'le\u00A0' : ''}${formatDate(iso)}`;
}

/** « 1 SISA de 31 membres, depuis 2012 », « 3 SCM », « des SCM » when the number was not answered. */
export function structureLabel(
  answer: StructureAnswer,
  { nom, pluriel }: { nom: string; pluriel: string },
): string {
  const { nombre, membres, depuis } = answer;
  const head = nombre === undefined ? nom : countOf(nombre, nom, pluriel);
  const members = membres === undefined ? '' : ` de ${countOf(membres, 'membre')}`;
  return `${head}${members}${depuis === undefined ? '' : `, ${sinceDate(depuis)}`}`;
}

/** « 2 à Brest, 1 à Morlaix »: sites by town, in the order of the answers. */
export function sitesLabel(sites: readonly { readonly commune?: string | undefined }[]): string {
  const towns = new Map<string, number>();
  for (const { commune = '' } of sites) towns.set(commune, (towns.get(commune) ?? 0) + 1);
  if (towns.has('')) return countOf(sites.length, 'site');
  return joinList([...towns].map(([town, many]) => `${many} à ${town}`));
}

/** « 14 h par semaine », « 10 à 15 h par semaine ». */
export function weeklyHours(hours: number | { readonly de: number; readonly a: number }): string {
  const said =
    typeof hours === 'number' ? formatNumber(hours) : `${formatNumber(hours.de)} à ${formatNumber(hours.a)}`;
  return `${said}\u00A0h par semaine`;
}
