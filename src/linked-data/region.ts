import type { DatasetLeaf } from 'schema-dts';
import type { RegionSheet } from '#src/domain/region-sheet.ts';
import type { Infographie } from '#src/queries/infographies.ts';
import { downloads, type Telecharge } from './downloads.ts';
import { given } from './given.ts';
import type { Named, PageData } from './page.ts';
import { absolute, publisherReference, type Site } from './site.ts';

interface Year {
  readonly annee: number;
  readonly feuilles: readonly {
    readonly feuille: Pick<RegionSheet, 'source' | 'titre' | 'demonstration'>;
    /** None for a sheet without figures. */
    readonly infographie:
      (Pick<Infographie, 'alternative'> & { readonly telechargements: readonly Telecharge[] }) | undefined;
  }[];
}

/** A region's page of one year: the figures of each source are a dataset of their own. */
export function regionData(site: Site & { readonly region: string }, { annee, feuilles }: Year): PageData {
  const [first, ...others] = feuilles.flatMap(({ feuille, infographie }) => {
    if (!infographie) return [];
    const dataset: DatasetLeaf & Named = {
      '@type': 'Dataset',
      '@id': absolute(site, `/region/${annee}/#${feuille.source}`),
      name: `${feuille.titre.texte}, ${annee}`,
      description: infographie.alternative,
      temporalCoverage: String(annee),
      spatialCoverage: { '@type': 'AdministrativeArea', name: site.region },
      license: site.licence_du_contenu.adresse,
      creator: publisherReference(site),
      isAccessibleForFree: true,
      inLanguage: 'fr',
      distribution: downloads(site, infographie.telechargements),
      ...given({
        creativeWorkStatus: feuille.demonstration ? 'Démonstration\u00A0: données inventées' : undefined,
      }),
    };
    return [dataset];
  });
  return { ...(first && { principal: first }), autres: others };
}
