import type { DataCatalogLeaf, DataDownloadLeaf, DatasetLeaf } from 'schema-dts';
import { mediaType } from '#src/domain/media-types.ts';
import type { JeuDeDonnees } from '#src/queries/donnees.ts';
import { given } from './given.ts';
import type { Named, PageData } from './page.ts';
import { absolute, publisherReference, type Site } from './site.ts';

/** What the catalogue in DCAT-AP calls the same things: who reads both knows that they are one. */
const idOf = (site: Site, part: string): string => absolute(site, `/donnees/#${part}`);

/** The page of open data: a catalogue, and each of its sets with its files of rows. */
export function catalogueData(
  site: Site & { readonly region: string },
  titre: string,
  jeux: readonly Pick<JeuDeDonnees, 'nom' | 'titre' | 'description' | 'jourIso' | 'periode' | 'fichiers'>[],
): PageData {
  const catalogue: DataCatalogLeaf & Named = {
    '@type': 'DataCatalog',
    '@id': idOf(site, 'catalogue'),
    name: `${titre}\u00A0: ${site.nom}`,
    publisher: publisherReference(site),
    license: site.licence_du_contenu.adresse,
    inLanguage: 'fr',
    dataset: jeux.map(({ nom }) => ({ '@id': idOf(site, nom) })),
  };
  const sets = jeux.map(
    ({ nom, titre: name, description, jourIso, periode, fichiers }): DatasetLeaf & Named => ({
      '@type': 'Dataset',
      '@id': idOf(site, nom),
      name,
      description,
      includedInDataCatalog: { '@id': idOf(site, 'catalogue') },
      spatialCoverage: { '@type': 'AdministrativeArea', name: site.region },
      license: site.licence_du_contenu.adresse,
      creator: publisherReference(site),
      isAccessibleForFree: true,
      inLanguage: 'fr',
      distribution: fichiers.flatMap(({ href, format }): DataDownloadLeaf[] => {
        const encodingFormat = mediaType(format);
        return encodingFormat === undefined
          ? []
          : [{ '@type': 'DataDownload', contentUrl: absolute(site, href), encodingFormat }];
      }),
      ...given({ dateModified: jourIso, temporalCoverage: periode?.join('/') }),
    }),
  );
  return { principal: catalogue, autres: sets };
}
