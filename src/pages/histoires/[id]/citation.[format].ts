import type { APIRoute, GetStaticPaths } from 'astro';
import { CITATION_FORMATS, type Citation, type CitationFormat } from '#src/domain/citation.ts';
import { citationDuRecit } from '#src/queries/citations.ts';
import { withFileKeys } from '#src/queries/cle-de-page.ts';
import { getHistoires } from '#src/queries/histoires.ts';
import { getPublication } from '#src/queries/publication.ts';

/** How to cite each story, for those who keep a bibliography. */
export const getStaticPaths = (async () => {
  const [publication, entries] = await Promise.all([getPublication(), getHistoires()]);
  const paths = entries.flatMap((entry) =>
    CITATION_FORMATS.map((format) => ({
      params: { id: entry.id, format: format.format },
      props: { format, citation: citationDuRecit(publication, entry) },
    })),
  );
  return withFileKeys(paths, ({ props: { format, citation } }) => [format.format, citation]);
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ format: CitationFormat; citation: Citation }> = ({
  props: { format, citation },
}) => new Response(format.write(citation), { headers: { 'content-type': `${format.type}; charset=utf-8` } });
