import type { DefinedTermLeaf, DefinedTermSetLeaf } from 'schema-dts';
import { PASSAGE_HEADINGS, type PassageKind } from '#src/domain/collections.ts';
import type { Ligne } from '#src/queries/analyse.ts';
import { given } from './given.ts';
import type { Named, PageData } from './page.ts';
import { absolute, publisherReference, type Site } from './site.ts';

type Row = Pick<Ligne, 'href'> & { readonly terme: Pick<Ligne['terme'], 'nom' | 'definition'> };

const termOf = (site: Site, { href, terme }: Row): DefinedTermLeaf & Named => ({
  '@type': 'DefinedTerm',
  '@id': absolute(site, `${href}#terme`),
  name: terme.nom,
  url: absolute(site, href),
  ...given({ description: terme.definition }),
});

/** A list of the reading grid, named where one of its rows is. */
const setReference = (site: Site, nature: PassageKind): DefinedTermSetLeaf & Named => ({
  '@type': 'DefinedTermSet',
  '@id': absolute(site, `/analyse/#grille-${nature}`),
  name: PASSAGE_HEADINGS[nature],
});

/** The page of one row of the reading grid: a term, in the list that it comes from. */
export const rowData = (site: Site, nature: PassageKind, ligne: Row): PageData => ({
  principal: { ...termOf(site, ligne), inDefinedTermSet: setReference(site, nature) },
});

/** The reading grid: each of its lists is a set of terms. */
export const gridData = (
  site: Site,
  parts: readonly { readonly nature: PassageKind; readonly rangees: readonly { readonly ligne: Row }[] }[],
): PageData => ({
  autres: parts
    .filter(({ rangees }) => rangees.length > 0)
    .map(({ nature, rangees }) => ({
      ...setReference(site, nature),
      inLanguage: 'fr',
      publisher: publisherReference(site),
      license: site.licence_du_contenu.adresse,
      hasDefinedTerm: rangees.map(({ ligne: { href, terme } }) =>
        termOf(site, { href, terme: { ...terme, definition: undefined } }),
      ),
    })),
});
