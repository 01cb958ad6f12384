import type { APIRoute } from 'astro';
import { getRecherche } from '#src/queries/recherche.ts';
import type { Sources } from '#src/search/sources.ts';

/** Read by the search index when the pages are written, then taken out of the site. */
export const GET: APIRoute = async () => {
  const sources: Sources = await getRecherche();
  return new Response(JSON.stringify(sources));
};
