import type { APIRoute, GetStaticPaths } from 'astro';
import { pictureFile } from '#src/infographics/cache.ts';
import type { Fichier } from '#src/queries/infographies.ts';
import { getFichiersRegion } from '#src/queries/infographies-region.ts';

/** The files of the region's infographics: pictures, and the figures as open data. */
export const getStaticPaths = (async () =>
  (await getFichiersRegion()).map(({ annee, fichier, contenu }) => ({
    params: { annee, fichier },
    props: { contenu },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ contenu: Fichier }> = async ({ props: { contenu } }) =>
  new Response(
    contenu.kind === 'texte' ? contenu.texte : new Uint8Array(await pictureFile(contenu.data, contenu.name)),
  );
