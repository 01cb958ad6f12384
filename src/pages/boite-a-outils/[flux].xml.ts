import type { APIRoute, GetStaticPaths } from 'astro';
import { atomFeed } from '#src/feeds/nouveautes.ts';
import { getNouveautes } from '#src/queries/outils.ts';
import { getPublication } from '#src/queries/publication.ts';

/** The feed of new tools, when there are any. */
export const getStaticPaths = (async () =>
  (await getNouveautes()).length > 0 ? [{ params: { flux: 'nouveautes' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(atomFeed(await getPublication(), await getNouveautes()), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
