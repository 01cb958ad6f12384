import { type ListPage, listPages, pageAddress } from '#src/domain/list-pages.ts';
import { type Choix, getFacettesHistoires } from './facettes.ts';
import { getAnnoncesDeFlux } from './flux.ts';
import { getHistoires, type Histoire } from './histoires.ts';
import { getPublication } from './publication.ts';

/** A list of stories, whole or narrowed to one value of a facet. */
export interface Liste {
  readonly href: string;
  readonly titre: string;
  readonly chapeau: string;
  readonly fil: readonly { readonly titre: string; readonly href: string }[];
  /** The links that narrow it, or lead to another. */
  readonly facettes: readonly Choix[];
  /** How many stories there are, whatever the facet. */
  readonly total: number;
}

const CHAPEAU =
  'Après une rencontre, le récit d’une équipe : comment elle travaille, ce qu’elle fait, ce qu’elle conseille aux autres.';

/** Every list, with what it keeps and its feeds. */
async function getListes() {
  const [facettes, histoires] = await Promise.all([getFacettesHistoires(), getHistoires()]);
  const shared = {
    facettes: facettes.map(({ titre, nom, liens }) => ({ titre, nom, liens })),
    total: histoires.length,
  };
  const whole = { href: '/histoires/', titre: 'Histoires d’équipes', chapeau: CHAPEAU, fil: [], ...shared };
  const narrowed = facettes.flatMap(({ titre, nom: facet, liens, cles }) =>
    liens.map(({ href, nom, cle }) => ({
      liste: {
        href,
        titre: `Histoires : ${nom}`,
        chapeau: `Les récits pour le ${titre.toLocaleLowerCase('fr')} « ${nom} ».`,
        fil: [{ titre: 'Histoires', href: whole.href }],
        ...shared,
      },
      flux: facet === 'theme' ? getAnnoncesDeFlux(cle) : [],
      histoires: histoires.filter((histoire) => cles(histoire).includes(cle)),
    })),
  );
  return [{ liste: whole, flux: getAnnoncesDeFlux(), histoires }, ...narrowed];
}

/** Every page of every list of stories, with all that it shows. */
export async function getPagesDHistoires() {
  const [listes, publication] = await Promise.all([getListes(), getPublication()]);
  const pages = listes.map(async ({ liste, flux, histoires }) => {
    const feeds = await flux;
    return listPages(histoires).map((page: ListPage<Histoire>) => ({
      liste,
      page,
      publication,
      href: pageAddress(liste.href, page.numero),
      titre: page.numero === 1 ? liste.titre : `${liste.titre}, page ${page.numero}`,
      // The pages that follow leave its feeds to the list.
      flux: page.numero === 1 ? feeds : [],
    }));
  });
  return (await Promise.all(pages)).flat();
}
