import type { DatasetLeaf, OrganizationLeaf } from 'schema-dts';
import type { Equipe } from '#src/queries/equipes.ts';
import type { Infographie } from '#src/queries/infographies.ts';
import { downloads, type Telecharge } from './downloads.ts';
import { given } from './given.ts';
import type { Named, PageData } from './page.ts';
import { absolute, publisherReference, type Site } from './site.ts';

type Team = Pick<Equipe, 'href' | 'nom'> & { readonly forme: Pick<Equipe['forme'], 'type_schema_org'> };
type FullTeam = Team &
  Pick<
    Equipe,
    | 'deNom'
    | 'adresse'
    | 'code_postal'
    | 'commune'
    | 'departement'
    | 'creation'
    | 'presentation'
    | 'site_internet'
    | 'demonstration'
  >;
type Sheet = Pick<Infographie, 'annee' | 'alternative'> & { readonly telechargements: readonly Telecharge[] };

export const teamId = (site: Site, href: string): string => absolute(site, `${href}#equipe`);

// The type that a publication gives is one of an organisation's; what is said below is said of any organisation.
const typeOf = ({ forme }: Team) => (forme.type_schema_org ?? 'Organization') as 'Organization';

/** A team, named where something is about it. */
export function teamReference(site: Site, equipe: Team): OrganizationLeaf & Named {
  return {
    '@type': typeOf(equipe),
    '@id': teamId(site, equipe.href),
    name: equipe.nom,
    url: absolute(site, equipe.href),
  };
}

/** A team's page: the team, and its answers of each year as open data. */
export function teamData(site: Site, equipe: FullTeam, sheets: readonly Sheet[]): PageData {
  const team: OrganizationLeaf & Named = {
    ...teamReference(site, equipe),
    address: {
      '@type': 'PostalAddress',
      ...given({ streetAddress: equipe.adresse }),
      postalCode: equipe.code_postal,
      addressLocality: equipe.commune,
      addressRegion: equipe.departement.nom,
      addressCountry: 'FR',
    },
    ...given({
      description: equipe.presentation,
      foundingDate: equipe.creation,
      sameAs: equipe.site_internet,
      disambiguatingDescription: equipe.demonstration ? 'Démonstration\u00A0: équipe inventée' : undefined,
    }),
  };
  return { principal: team, autres: sheets.map((sheet) => scanDataset(site, equipe, sheet)) };
}

function scanDataset(site: Site, equipe: FullTeam, sheet: Sheet): DatasetLeaf & Named {
  return {
    '@type': 'Dataset',
    '@id': absolute(site, `${equipe.href}#scan-${sheet.annee}`),
    name: `Scan’équipe ${sheet.annee} ${equipe.deNom}`,
    description: sheet.alternative,
    temporalCoverage: String(sheet.annee),
    about: { '@id': teamId(site, equipe.href) },
    license: site.licence_du_contenu.adresse,
    creator: publisherReference(site),
    isAccessibleForFree: true,
    inLanguage: 'fr',
    distribution: downloads(site, sheet.telechargements),
    ...given({
      creativeWorkStatus: equipe.demonstration ? 'Démonstration\u00A0: données inventées' : undefined,
    }),
  };
}
