import type { DigitalDocumentLeaf, LearningResourceLeaf } from 'schema-dts';
import { mediaType } from '#src/domain/media-types.ts';
import { parution } from '#src/domain/outils.ts';
import { joinList } from '#src/domain/french.ts';
import type { Outil } from '#src/queries/outils.ts';
import { given } from './given.ts';
import type { Named, PageData } from './page.ts';
import { absolute, publisherReference, type Site } from './site.ts';

type Reference = Pick<Outil, 'href' | 'titre'>;
type Tool = Reference &
  Pick<
    Outil,
    | 'resume'
    | 'reference'
    | 'annee'
    | 'publication'
    | 'relecture'
    | 'acces'
    | 'lien'
    | 'obtention'
    | 'pour'
    | 'avec'
    | 'demonstration'
  > & {
    readonly type: { readonly nom: string };
    readonly themes: readonly { readonly nom: string }[];
    readonly fichiers: readonly Pick<Outil['fichiers'][number], 'href' | 'nom' | 'format' | 'octets'>[];
  };

/** A tool, named where something speaks of it. */
export function toolReference(site: Site, { href, titre }: Reference): LearningResourceLeaf & Named {
  return {
    '@type': 'LearningResource',
    '@id': absolute(site, `${href}#outil`),
    name: titre,
    url: absolute(site, href),
  };
}

/** A document to download. */
function document(site: Site, fichier: Tool['fichiers'][number]): DigitalDocumentLeaf {
  const url = absolute(site, fichier.href);
  return {
    '@type': 'DigitalDocument',
    '@id': url,
    url,
    name: fichier.nom,
    size: `${Math.max(1, Math.round(fichier.octets / 1000))} kB`,
    encodingFormat: mediaType(fichier.format) ?? fichier.format,
    license: site.licence_du_contenu.adresse,
  };
}

/** A tool's page. */
export function toolData(site: Site, outil: Tool): PageData {
  const tool: LearningResourceLeaf & Named = {
    ...toolReference(site, outil),
    description: outil.resume,
    learningResourceType: outil.type.nom,
    inLanguage: 'fr',
    publisher: publisherReference(site),
    isAccessibleForFree: outil.acces === 'public',
    ...given({
      identifier: outil.reference,
      datePublished: parution(outil),
      keywords: outil.themes.map(({ nom }) => nom),
      audience: outil.pour.map((nom) => ({ '@type': 'Audience' as const, audienceType: nom })),
      hasPart: outil.fichiers.map((fichier) => document(site, fichier)),
      sameAs: outil.lien,
      conditionsOfAccess:
        outil.obtention ?? (outil.acces === 'adherents' ? 'Document réservé aux adhérents' : undefined),
      creditText: outil.avec.length > 0 ? `Avec ${joinList(outil.avec)}` : undefined,
      creativeWorkStatus: outil.demonstration ? 'Démonstration\u00A0: données inventées' : undefined,
    }),
  };
  return { principal: tool, publiee: outil.publication, relue: outil.relecture };
}
