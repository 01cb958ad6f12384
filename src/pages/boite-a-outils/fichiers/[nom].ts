import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { contentDir } from '#src/domain/content-dir.ts';
import { getOutils } from '#src/queries/outils.ts';

/** The tools' own documents, as they stand beside their sheets. */
export const getStaticPaths = (async () =>
  (await getOutils()).flatMap(({ fichiers }) =>
    fichiers.map(({ nom, chemin }) => ({ params: { nom }, props: { chemin } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ chemin: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(join(contentDir(), props.chemin))));
