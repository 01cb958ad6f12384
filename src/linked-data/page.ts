import type { BreadcrumbListLeaf, CollectionPageLeaf, Graph, Thing, WebPageLeaf } from 'schema-dts';
import { given } from './given.ts';
import { absolute, type Site, siteReference } from './site.ts';

/** Something that a page tells of, with the name under which other pages link to it. */
export type Named = Exclude<Thing, string> & { '@id': string };

/** What a page tells programs, besides its title and its place. */
export interface PageData {
  /** A list of other pages. */
  readonly recueil?: boolean;
  /** What the page is about. */
  readonly principal?: Named;
  /** What else it tells of. */
  readonly autres?: readonly Named[];
  readonly publiee?: string | undefined;
  readonly modifiee?: string | undefined;
  /** When somebody last read it again. */
  readonly relue?: string | undefined;
}

interface Page {
  /** Its address from the root. */
  readonly chemin: string;
  readonly titre: string;
  /** What its trail calls it. */
  readonly etape: string;
  readonly description: string;
  /** Its ancestors below the home page; none for the home page itself. */
  readonly fil: readonly { readonly titre: string; readonly href: string }[] | undefined;
  /** Address of the picture that a link to it shows. */
  readonly image?: string | undefined;
}

/** Everything that a page tells in schema.org's words: the page, its trail, and what it is about. */
export function pageGraph(site: Site, page: Page, data: PageData = {}): Graph {
  const url = absolute(site, page.chemin);
  const trail = page.fil && breadcrumb(site, page, page.fil);
  const fields: Omit<WebPageLeaf, '@type'> = {
    '@id': url,
    url,
    name: page.titre,
    description: page.description,
    inLanguage: 'fr',
    isPartOf: siteReference(site),
    ...given({
      datePublished: data.publiee,
      dateModified: data.modifiee,
      lastReviewed: data.relue,
      primaryImageOfPage:
        page.image === undefined
          ? undefined
          : ({ '@type': 'ImageObject', contentUrl: absolute(site, page.image) } as const),
      breadcrumb: trail && { '@id': `${url}#fil` },
      mainEntity: data.principal && { '@id': data.principal['@id'] },
    }),
  };
  const node: WebPageLeaf | CollectionPageLeaf = data.recueil
    ? { '@type': 'CollectionPage', ...fields }
    : { '@type': 'WebPage', ...fields };
  return {
    '@context': 'https://schema.org',
    '@graph': [node, ...[trail ?? [], data.principal ?? [], data.autres ?? []].flat()],
  };
}

/** The trail that the page shows, from the home page down to itself. */
function breadcrumb(site: Site, { chemin, etape }: Page, fil: NonNullable<Page['fil']>): BreadcrumbListLeaf {
  const steps = [{ titre: 'Accueil', href: '/' }, ...fil, { titre: etape, href: chemin }];
  return {
    '@type': 'BreadcrumbList',
    '@id': `${absolute(site, chemin)}#fil`,
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.titre,
      item: { '@id': absolute(site, step.href) },
    })),
  };
}

/** A graph as the content of a script element: no sign of a text can end that element. */
export const dataBlock = (graph: Graph): string => JSON.stringify(graph).replaceAll('<', '\\u003c');
