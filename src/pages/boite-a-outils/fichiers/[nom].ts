import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { contentDir } from '#src/domain/content-dir.ts';
import { getOutils } from '#src/queries/outils.ts';

/** The tools' own documents, as they stand beside their sheets; one that two sheets offer is one document. */
export const getStaticPaths = (async () => {
  const fichiers = (await getOutils()).flatMap((outil) => outil.fichiers);
  const byName = new Map(fichiers.map((fichier) => [fichier.nom, fichier]));
  return [...byName.values()].map(({ nom, chemin }) => ({ params: { nom }, props: { chemin } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ chemin: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(join(contentDir(), props.chemin))));
