import type { APIRoute } from 'astro';
import { getRecherche } from '#src/queries/recherche.ts';

/** Read by the search index when the pages are written, then taken out of the site. */
export const GET: APIRoute = async () => new Response(JSON.stringify(await getRecherche()));
