import type { APIRoute, GetStaticPaths } from 'astro';
import { CITATION_FORMATS, type Citation, type CitationFormat } from '#src/domain/citation.ts';
import { citationDeLaRegion } from '#src/queries/citations.ts';
import { getAnneesRegion } from '#src/queries/regions.ts';
import { getPublication } from '#src/queries/publication.ts';

/** How to cite the figures of each year, for those who keep a bibliography. */
export const getStaticPaths = (async () => {
  const [publication, entries] = await Promise.all([getPublication(), getAnneesRegion()]);
  return entries.flatMap((entry) =>
    CITATION_FORMATS.map((format) => ({
      params: { annee: String(entry.annee), format: format.format },
      props: { format, citation: citationDeLaRegion(publication, entry.annee) },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ format: CitationFormat; citation: Citation }> = ({
  props: { format, citation },
}) => new Response(format.write(citation), { headers: { 'content-type': `${format.type}; charset=utf-8` } });
