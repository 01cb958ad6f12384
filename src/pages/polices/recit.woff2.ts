import type { APIRoute } from 'astro';
import { FRENCH_CHARACTERS, storyFont } from '#src/infographics/fonts.ts';

/** Story titles and drop capitals. */
export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await storyFont('normal', FRENCH_CHARACTERS)));
