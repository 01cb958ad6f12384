import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaType } from '#src/domain/media-types.ts';
import type { JoinedFile } from '#src/infographics/joined-file.ts';
import { getFichiersJoints } from '#src/queries/fichiers.ts';

/** The files that go with pages, in the preview only: the build writes them all together. */
export const getStaticPaths = (async () =>
  import.meta.env.DEV
    ? (await getFichiersJoints()).map(({ href, contenu }) => ({
        params: { fichier: href.slice(1) },
        props: { contenu },
      }))
    : []) satisfies GetStaticPaths;

/** The bytes of a file; what draws is loaded when something is to be drawn. */
async function bytesOf(contenu: JoinedFile['contenu']): Promise<string | Buffer> {
  switch (contenu.nature) {
    case 'texte':
      return contenu.texte;
    case 'document':
      return readFile(contenu.depuis);
    case 'carte':
      return (await import('#src/infographics/card.ts')).cardFile(contenu.data);
    case 'infographie':
      return (await import('#src/infographics/cache.ts')).pictureFile(contenu.data, contenu.nom);
  }
}

export const GET: APIRoute<{ contenu: JoinedFile['contenu'] }> = async ({ props: { contenu }, url }) => {
  const bytes = await bytesOf(contenu);
  const type = mediaType(url.pathname.slice(url.pathname.lastIndexOf('.') + 1));
  return new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    headers: type === undefined ? {} : { 'content-type': type },
  });
};
