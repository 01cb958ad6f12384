import type { OrganizationLeaf, SearchActionLeaf, WebSiteLeaf, WithActionConstraints } from 'schema-dts';
import type { Publication } from '#src/queries/publication.ts';
import { given } from './given.ts';
import type { Named, PageData } from './page.ts';

/** What is said of the publication wherever one of its things is. */
export type Site = Pick<Publication, 'nom' | 'adresse' | 'organisation' | 'licence_du_contenu'>;

/** An address of the site in full. */
export const absolute = ({ adresse }: Pick<Site, 'adresse'>, path: string): string =>
  new URL(path, adresse).href;

/** The site, named where something is a part of it. */
export function siteReference(site: Site): WebSiteLeaf & Named {
  return { '@type': 'WebSite', '@id': absolute(site, '/#site'), name: site.nom };
}

/** Who publishes, named where something is theirs. */
export function publisherReference(site: Site): OrganizationLeaf & Named {
  return {
    '@type': 'Organization',
    '@id': absolute(site, '/#organisation'),
    name: site.organisation.nom,
  };
}

/** The site and who publishes it, in full: once, on the home page. */
export function siteData(publication: Publication): PageData {
  const { sous_titre, description, organisation, licence_du_contenu } = publication;
  const search: WithActionConstraints<SearchActionLeaf> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absolute(publication, '/recherche/')}?q={mots}` },
    'query-input': 'required name=mots',
  };
  const site: WebSiteLeaf & Named = {
    ...siteReference(publication),
    url: absolute(publication, '/'),
    alternateName: sous_titre,
    description,
    inLanguage: 'fr',
    license: licence_du_contenu.adresse,
    publisher: { '@id': absolute(publication, '/#organisation') },
    potentialAction: search,
  };
  const publisher: OrganizationLeaf & Named = {
    ...publisherReference(publication),
    legalName: organisation.nom_complet,
    ...given({
      url: organisation.site,
      email: organisation.courriel,
      address: organisation.adresse_postale,
    }),
  };
  return { principal: site, autres: [publisher] };
}
