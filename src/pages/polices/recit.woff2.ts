import type { APIRoute } from 'astro';
import { INITIALS, storyFont } from '#src/styles/fonts.ts';
import { getHistoires } from '#src/queries/histoires.ts';

/** Story titles and drop capitals, and no other letter: half the weight of the whole alphabet. */
export const GET: APIRoute = async () => {
  const titles = (await getHistoires()).map(({ titre }) => titre);
  return new Response(new Uint8Array(await storyFont('normal', `${INITIALS}${titles.join('')} `)));
};
