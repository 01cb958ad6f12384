import { addressOf } from '#src/domain/collections.ts';
import { countedScans } from '#src/domain/region-figures.ts';
import { type Contenu, filesOf } from './contenu.ts';

/** Addresses of the years whose regional figures the site computes from the scans. */
export function computedRegionAddresses(contenu: Contenu): string[] {
  const scans = filesOf(contenu, 'scans').flatMap(({ value }) => value ?? []);
  return [...Map.groupBy(scans, ({ annee }) => annee)].flatMap(([annee, all]) =>
    countedScans(all).length > 0 ? (addressOf('regions', String(annee)) ?? []) : [],
  );
}
