import type { DefinedTermSetLeaf, ItemListLeaf } from 'schema-dts';
import type { Terme } from '#src/queries/vocabulaire.ts';
import type { Named, PageData } from './page.ts';
import { absolute, publisherReference, type Site } from './site.ts';

/** How many entries of a list programs are told: enough to find the others, and no weight for readers. */
const TOLD = 50;

/**
 * A list of pages, at its own address.
 * @param entries those that the page shows
 * @param place how many come before them, on other pages of the list, and how many there are in all
 */
export function listData(
  site: Site,
  chemin: string,
  entries: readonly { readonly href: string }[],
  { avant, total }: { readonly avant: number; readonly total: number } = { avant: 0, total: entries.length },
): PageData {
  const list: ItemListLeaf & Named = {
    '@type': 'ItemList',
    '@id': absolute(site, `${chemin}#liste`),
    numberOfItems: total,
    itemListElement: entries.slice(0, TOLD).map(({ href }, index) => ({
      '@type': 'ListItem',
      position: avant + index + 1,
      url: absolute(site, href),
    })),
  };
  return { recueil: true, principal: list };
}

/** The glossary: each acronym is a term with the address of its place in the page. */
export function glossaryData(
  site: Site,
  titre: string,
  sigles: readonly Pick<Terme<'sigles'>, 'cle' | 'sigle' | 'developpe' | 'definition'>[],
): PageData {
  const set: DefinedTermSetLeaf & Named = {
    '@type': 'DefinedTermSet',
    '@id': absolute(site, '/glossaire/#glossaire'),
    name: `${titre}\u00A0: ${site.nom}`,
    inLanguage: 'fr',
    publisher: publisherReference(site),
    license: site.licence_du_contenu.adresse,
    hasDefinedTerm: sigles.map(({ cle, sigle, developpe, definition }) => ({
      '@type': 'DefinedTerm',
      '@id': absolute(site, `/glossaire/#${cle}`),
      name: sigle,
      alternateName: developpe,
      description: definition,
    })),
  };
  return { principal: set };
}
