import type { APIRoute, GetStaticPaths } from 'astro';
import { type CardData, cardFile } from '#src/infographics/card.ts';
import { getCartes } from '#src/queries/cartes.ts';
import { withFileKeys } from '#src/queries/cle-de-page.ts';

/** What a link to each page shows, beside the page. */
export const getStaticPaths = (async () => {
  const paths = [...(await getCartes())].map(([href, data]) => ({
    params: { chemin: href.slice(1, -1) || undefined },
    props: { data },
  }));
  return withFileKeys(paths, ({ props }) => props.data);
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: CardData }> = async ({ props: { data } }) =>
  new Response(new Uint8Array(await cardFile(data)));
