import type { APIRoute } from 'astro';
import { rosace } from '#src/infographics/rosace.ts';
import { getVocabulaire } from '#src/queries/vocabulaire.ts';

/** The site's icon: a small rosace in the colours of the families. */
export const GET: APIRoute = async () => {
  const { familles } = await getVocabulaire();
  const groups = [...familles.keys()].map((famille, index) => ({ famille, nombre: index % 2 === 0 ? 4 : 2 }));
  const { dots, radius, size } = rosace(groups);
  const circles = dots.map(
    ({ x, y, famille }) =>
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="${familles.get(famille)?.couleur}"/>`,
  );
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${circles.join('')}</svg>`,
    { headers: { 'content-type': 'image/svg+xml' } },
  );
};
