import type { APIRoute, GetStaticPaths } from 'astro';
import { getFichiersDeDonnees } from '#src/queries/donnees.ts';

/** The open data: tables, the same for programs, what tells of them. */
export const getStaticPaths = (async () =>
  (await getFichiersDeDonnees()).map(({ fichier, texte }) => ({
    params: { fichier },
    props: { texte },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ texte: string }> = async ({ props: { texte } }) => new Response(texte);
