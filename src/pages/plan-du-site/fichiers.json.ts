import type { APIRoute } from 'astro';
import { getFichiersJoints } from '#src/queries/fichiers.ts';

/** Read by the build when the pages are written, then taken out of the site. */
export const GET: APIRoute = async () => new Response(JSON.stringify(await getFichiersJoints()));
