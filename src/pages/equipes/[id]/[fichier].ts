import type { APIRoute, GetStaticPaths } from 'astro';
import { pictureFile } from '#src/infographics/cache.ts';
import { type Fichier, getFichiers } from '#src/queries/infographies.ts';

/** The files of each team's infographics: pictures, and the answers as open data. */
export const getStaticPaths = (async () =>
  (await getFichiers()).map(({ equipe, fichier, contenu }) => ({
    params: { id: equipe, fichier },
    props: { contenu },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ contenu: Fichier }> = async ({ props: { contenu } }) =>
  new Response(
    contenu.kind === 'texte' ? contenu.texte : new Uint8Array(await pictureFile(contenu.data, contenu.name)),
  );
