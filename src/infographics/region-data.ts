import { linesOf, type RegionSheet } from '#src/domain/region-sheet.ts';
import type { RegionWords } from '#src/domain/region-words.ts';
import type { Publication } from '#src/schemas/publication.ts';
import type { Terme, Vocabulaire } from '#src/schemas/vocabulaire.ts';
import { type Edition, editionOf } from './scan-data.ts';

/** A profession that a sheet counts. */
export type MetierDeRegion = Pick<Terme<'professions'>, 'pluriel' | 'famille' | 'pictogramme'>;

/** Everything that the picture of a region for one year by one source shows, as plain data: its whole cache key. */
export interface RegionData {
  readonly genre: 'region';
  readonly edition: Edition;
  /** « Ponant ». */
  readonly region: string;
  /** What the publication calls its teams. */
  readonly equipes: RegionWords['equipes'];
  readonly sheet: RegionSheet;
  /** The professions of the sheet, by key. */
  readonly metiers: Readonly<Record<string, MetierDeRegion>>;
}

/** Joins a sheet with the publication and the closed lists, all checked; none for a sheet without any figure. */
export function regionData(
  sheet: RegionSheet,
  publication: Publication,
  { professions, familles }: Pick<Vocabulaire, 'professions' | 'familles'>,
): RegionData | undefined {
  if (linesOf(sheet).length === 0) return undefined;
  const { singulier, pluriel, genre } = publication.equipes;
  return {
    genre: 'region',
    edition: editionOf(publication, familles),
    region: publication.region,
    equipes: { singulier, pluriel, genre },
    sheet,
    metiers: Object.fromEntries(
      sheet.metiers.map(({ profession }) => {
        const metier = professions.get(profession);
        if (!metier)
          throw new Error(`Référence sans cible, que le contrôle aurait dû refuser : ${profession}`);
        const { pluriel: many, famille, pictogramme } = metier;
        return [profession, { pluriel: many, famille, ...(pictogramme && { pictogramme }) }];
      }),
    ),
  };
}

/** « 2023-publies », « 2025-calcules »: what tells a region's pictures apart. */
export const regionKey = ({ annee, source }: Pick<RegionSheet, 'annee' | 'source'>): string =>
  `${annee}-${source === 'publiee' ? 'publies' : 'calcules'}`;
