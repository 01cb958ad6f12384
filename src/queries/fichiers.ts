import { join } from 'node:path';
import { CITATION_FORMATS } from '#src/domain/citation.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import type { JoinedFile } from '#src/infographics/joined-file.ts';
import { getCartes } from './cartes.ts';
import { getCitations } from './citations.ts';
import { getFichiersEquipes } from './infographies.ts';
import { getFichiersRegion } from './infographies-region.ts';
import { once } from './memo.ts';
import { getOutils } from './outils.ts';

/** The tools' own documents, as they stand beside their sheets; one that two sheets offer is one document. */
async function documents(): Promise<JoinedFile[]> {
  const fichiers = (await getOutils()).flatMap((outil) => outil.fichiers);
  return [...new Map(fichiers.map((fichier) => [fichier.href, fichier.chemin]))].map(([href, chemin]) => ({
    href,
    contenu: { nature: 'document', depuis: join(contentDir(), chemin) },
  }));
}

const citations = async (): Promise<JoinedFile[]> =>
  (await getCitations()).flatMap(({ href, citation }) =>
    CITATION_FORMATS.map(({ format, write }) => ({
      href: `${href}citation.${format}`,
      contenu: { nature: 'texte', texte: write(citation) } as const,
    })),
  );

const cartes = async (): Promise<JoinedFile[]> =>
  [...(await getCartes())].map(([href, data]) => ({
    href: `${href}apercu.png`,
    contenu: { nature: 'carte', data },
  }));

/**
 * Every file that goes with pages: the card of each, how to cite it, the infographics of teams and of the region, the tools'
 * documents. There are several for each page: the build writes them together, outside Astro, whose cost for one file is that of a page.
 */
export const getFichiersJoints = once(async (): Promise<JoinedFile[]> =>
  (await Promise.all([documents(), citations(), cartes(), getFichiersEquipes(), getFichiersRegion()])).flat(),
);
