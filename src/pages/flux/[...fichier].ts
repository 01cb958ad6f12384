import type { APIRoute, GetStaticPaths } from 'astro';
import { FORMATS, type Format } from '#src/feeds/formats.ts';
import { type Flux, getCanal, getFlux } from '#src/queries/flux.ts';

/** The feeds, of the whole publication and of each theme, in each format. */
export const getStaticPaths = (async () =>
  (await getFlux()).flatMap((flux) =>
    FORMATS.map((format) => ({
      params: { fichier: `${flux.dossier}${format.fichier}`.replace('/flux/', '') },
      props: { flux, format },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ flux: Flux; format: Format }> = async ({ props: { flux, format } }) =>
  new Response(format.write(await getCanal(flux, format)), {
    headers: { 'content-type': `${format.type}; charset=utf-8` },
  });
