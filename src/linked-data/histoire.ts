import type { ArticleLeaf, PersonLeaf } from 'schema-dts';
import type { Histoire } from '#src/queries/histoires.ts';
import { teamReference } from './equipe.ts';
import { given } from './given.ts';
import { toolReference } from './outil.ts';
import type { Named, PageData } from './page.ts';
import { absolute, publisherReference, type Site, siteReference } from './site.ts';

type Story = Pick<
  Histoire,
  | 'href'
  | 'titre'
  | 'ouverture'
  | 'resume'
  | 'reference'
  | 'publication'
  | 'auteur'
  | 'format'
  | 'demonstration'
> & {
  readonly equipe: Parameters<typeof teamReference>[1];
  readonly themes: readonly { readonly nom: string }[];
  readonly outils: readonly Parameters<typeof toolReference>[1][];
};

/** Whoever wrote is told by a role, never by a name. */
const author = (role: string): PersonLeaf => ({ '@type': 'Person', description: role });

/** A story's page. `image` is the address of the picture that a link to it shows. */
export function storyData(site: Site, histoire: Story, image?: string): PageData {
  const article: ArticleLeaf & Named = {
    '@type': 'Article',
    '@id': absolute(site, `${histoire.href}#recit`),
    url: absolute(site, histoire.href),
    headline: [histoire.ouverture, histoire.titre].filter(Boolean).join(' '),
    description: histoire.resume,
    articleSection: histoire.format,
    identifier: histoire.reference,
    inLanguage: 'fr',
    datePublished: histoire.publication,
    author: histoire.auteur === undefined ? publisherReference(site) : author(histoire.auteur),
    publisher: publisherReference(site),
    about: teamReference(site, histoire.equipe),
    isPartOf: siteReference(site),
    license: site.licence_du_contenu.adresse,
    isAccessibleForFree: true,
    ...given({
      image: image === undefined ? undefined : absolute(site, image),
      keywords: histoire.themes.map(({ nom }) => nom),
      mentions: histoire.outils.map((outil) => toolReference(site, outil)),
      creativeWorkStatus: histoire.demonstration ? 'Démonstration\u00A0: données inventées' : undefined,
    }),
  };
  return { principal: article, publiee: histoire.publication };
}
