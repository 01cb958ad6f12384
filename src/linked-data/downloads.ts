import type { DataDownloadLeaf } from 'schema-dts';
import type { Telechargement } from '#src/queries/infographies.ts';
import { mediaType } from '#src/domain/media-types.ts';
import { absolute, type Site } from './site.ts';

export type Telecharge = Pick<Telechargement, 'href' | 'format' | 'usage'>;

/** The files that hold figures, among those of an infographic. */
export function downloads(site: Site, files: readonly Telecharge[]): DataDownloadLeaf[] {
  return files
    .filter(({ usage }) => usage === 'Données')
    .map(({ href, format }) => ({
      '@type': 'DataDownload',
      contentUrl: absolute(site, href),
      encodingFormat: mediaType(format) ?? format,
    }));
}
