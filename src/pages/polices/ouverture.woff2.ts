import type { APIRoute } from 'astro';
import { storyFont } from '#src/styles/fonts.ts';
import { getPublication } from '#src/queries/publication.ts';

/** The opening phrases of the tales, and no other letter. */
export const GET: APIRoute = async () => {
  const { formats } = await getPublication();
  const phrases = Object.values(formats).map(({ ouverture }) => ouverture ?? '');
  return new Response(new Uint8Array(await storyFont('italic', `${phrases.join('')} .…`)));
};
