import { Feed } from 'feed';
import { FEED_ADDRESS } from '#src/domain/collections.ts';
import { firstDay } from '#src/domain/dates.ts';
import { withDe } from '#src/domain/french.ts';
import { dernierJour } from '#src/domain/outils.ts';
import type { Outil } from './outils.ts';
import type { Publication } from './publication.ts';

const LIST = '/boite-a-outils/';

type Announced = Pick<Outil, 'href' | 'titre' | 'resume' | 'relecture' | 'publication' | 'type' | 'themes'>;
type Publisher = Pick<Publication, 'nom' | 'adresse' | 'licence_du_contenu' | 'organisation'>;

const dateOf = (iso: string): Date => new Date(`${firstDay(iso)}T00:00:00Z`);

/** The package gives titles and summaries as HTML: what looks like markup in ours is text. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** New tools as an Atom feed, dated by their sheets alone: the same content always gives the same bytes. */
export function atomFeed(publication: Publisher, nouveautes: readonly Announced[]): string {
  const absolute = (path: string) => new URL(path, publication.adresse).href;
  const feed = new Feed({
    id: absolute(LIST),
    title: `${publication.nom}\u00A0: nouveaux outils`,
    description: `Ce qui paraît dans la boîte à outils ${withDe('', publication.nom)}.`,
    updated: dateOf(dernierJour(nouveautes) ?? ''),
    link: absolute(LIST),
    feedLinks: { atom: absolute(FEED_ADDRESS) },
    author: { name: publication.organisation.nom_complet },
    copyright: publication.licence_du_contenu.nom,
    generator: false,
  });
  for (const outil of nouveautes) feed.addItem(item(outil, absolute(outil.href)));
  return `${feed.atom1()}\n`;
}

function item(outil: Announced, address: string) {
  return {
    id: address,
    link: address,
    title: asHtml(outil.titre),
    description: asHtml(outil.resume),
    date: dateOf(dernierJour([outil]) ?? ''),
    ...(outil.publication ? { published: dateOf(outil.publication) } : {}),
    // Keys alone: the package does not escape « < » in a name.
    category: [outil.type, ...outil.themes].map(({ cle }) => ({ term: cle })),
  };
}
