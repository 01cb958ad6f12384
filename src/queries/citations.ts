import type { Citation } from '#src/domain/citation.ts';
import { parution } from '#src/domain/outils.ts';
import { getHistoires, type Histoire } from './histoires.ts';
import { once } from './memo.ts';
import { getOutils, type Outil } from './outils.ts';
import { getPublication, type Publication } from './publication.ts';
import { getAnneesRegion } from './regions.ts';

type Page = Pick<Citation, 'cle' | 'titre' | 'date' | 'reference' | 'donnees'> & { readonly href: string };

const citation = ({ organisation, nom, adresse }: Publication, { href, ...page }: Page): Citation => ({
  ...page,
  editeur: organisation,
  publication: nom,
  adresse: new URL(href, adresse).href,
});

/** A story, as a bibliography names it. */
export const citationDuRecit = (publication: Publication, histoire: Histoire): Citation =>
  citation(publication, {
    cle: `${histoire.id}-${histoire.publication.slice(0, 4)}`,
    titre: [histoire.ouverture, histoire.titre].filter(Boolean).join(' '),
    date: histoire.publication,
    reference: histoire.reference,
    href: histoire.href,
  });

/** A tool's sheet: dated by the tool, else by the last time that somebody read it again. */
export function citationDeLOutil(publication: Publication, outil: Outil): Citation {
  const date = parution(outil) ?? outil.relecture;
  return citation(publication, {
    cle: `${outil.id}-${date.slice(0, 4)}`,
    titre: outil.titre,
    date,
    reference: outil.reference,
    href: outil.href,
  });
}

/** The region's figures of one year. */
export const citationDeLaRegion = (publication: Publication, annee: number): Citation =>
  citation(publication, {
    cle: `region-${annee}`,
    titre: `Chiffres ${publication.de_la_region}, ${annee}`,
    date: String(annee),
    href: `/region/${annee}/`,
    donnees: true,
  });

/** How to cite each page that has files for it, by the page's address. */
export const getCitations = once(async (): Promise<{ href: string; citation: Citation }[]> => {
  const [publication, histoires, outils, regions] = await Promise.all([
    getPublication(),
    getHistoires(),
    getOutils(),
    getAnneesRegion(),
  ]);
  return [
    ...histoires.map((one) => ({ href: one.href, citation: citationDuRecit(publication, one) })),
    ...outils.map((one) => ({ href: one.href, citation: citationDeLOutil(publication, one) })),
    ...regions.map(({ annee }) => ({
      href: `/region/${annee}/`,
      citation: citationDeLaRegion(publication, annee),
    })),
  ];
});
