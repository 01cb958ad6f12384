import { FEED_ADDRESS } from '#src/domain/collections.ts';
import { withDe } from '#src/domain/french.ts';
import { dernierJour } from '#src/domain/outils.ts';
import type { Outil } from '#src/queries/outils.ts';
import type { Publication } from '#src/queries/publication.ts';
import { atom } from './channel.ts';

const LIST = '/boite-a-outils/';

type Announced = Pick<Outil, 'href' | 'titre' | 'resume' | 'relecture' | 'publication' | 'type' | 'themes'>;
type Publisher = Pick<Publication, 'nom' | 'adresse' | 'licence_du_contenu' | 'organisation'>;

/** New tools as an Atom feed, dated by their sheets alone: the same content always gives the same bytes. */
export function atomFeed(publication: Publisher, nouveautes: readonly Announced[]): string {
  const absolute = (path: string) => new URL(path, publication.adresse).href;
  return atom({
    titre: `${publication.nom}\u00A0: nouveaux outils`,
    description: `Ce qui paraît dans la boîte à outils ${withDe('', publication.nom)}.`,
    page: absolute(LIST),
    soi: absolute(FEED_ADDRESS),
    auteur: publication.organisation.nom_complet,
    licence: publication.licence_du_contenu.nom,
    entries: nouveautes.map((outil) => ({
      address: absolute(outil.href),
      titre: outil.titre,
      resume: outil.resume,
      paru: outil.publication,
      modifie: dernierJour([outil]) ?? outil.relecture,
      cles: [outil.type, ...outil.themes].map(({ cle }) => cle),
    })),
  });
}
