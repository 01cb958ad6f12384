import {
  addressOfTerm,
  FACET_FOLDERS,
  MENU_PAGE,
  RESERVED_FOLDERS,
  REVIEW_ADDRESS,
  STATIC_ADDRESSES,
  VOCABULARIES,
  type Vocabulary,
} from '#src/domain/collections.ts';
import { isListPage } from '#src/domain/list-pages.ts';
import { isSitePath } from '#src/schemas/fields.ts';
import type { CheckContext } from '#src/checks/context.ts';
import { type ContentFile, type Contenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { writtenFormerAddresses } from '#src/checks/former-addresses.ts';
import { computedRegionAddresses } from '#src/checks/region-pages.ts';
import { type Issue, issueIn, issueOfField } from '#src/checks/issues.ts';
import { fr } from '#src/checks/text.ts';

/** Each page has an address of its own, and the page that every menu leads to is there. */
export function checkAddresses({ contenu, index, today }: CheckContext): Issue[] {
  const owners = siteAddresses(contenu);
  const issues: Issue[] = [];
  // A page may stand anywhere: where it takes another file's address, it is the one to move.
  for (const file of contenu.files.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)))) {
    const issue = addressIssue(file, owners);
    if (issue) issues.push(issue);
  }
  issues.push(...formerAddressIssues(contenu, owners));
  const menu = index.byKey.get(`pages/${MENU_PAGE}`);
  const path = menu?.path ?? `pages/${MENU_PAGE}.md`;
  if (!menu) {
    const message = fr`cette page manque, et le menu de chaque page y mène. Créer le fichier ${path} : un titre, un résumé et un texte qui explique de quoi parle la publication.`;
    issues.push(issueIn(path, { rule: 'page-missing', message }));
  } else if (menu.onlineFrom > today) {
    const message = fr`le menu de chaque page mène à cette page, et elle n'est pas en ligne. Y écrire « brouillon: false »${menu.draft ? '' : fr` et une date de publication déjà passée`}.`;
    issues.push(issueIn(path, { rule: 'page-offline', message }));
  }
  return issues;
}

/** Each address of the site that no content file makes by itself, with what does. */
function siteAddresses(contenu: Contenu): Map<string, string> {
  const owners = new Map<string, string>();
  const keysOf = (name: Vocabulary) => Object.keys(contenu.vocabulaires.get(name)?.data ?? {});
  for (const address of [...STATIC_ADDRESSES, REVIEW_ADDRESS])
    if (address !== `/${MENU_PAGE}/`) owners.set(address, THE_SITE);
  for (const [folder, name] of Object.entries(FACET_FOLDERS))
    for (const key of keysOf(name)) owners.set(`${folder}${key}/`, THE_SITE);
  for (const name of VOCABULARIES) {
    for (const key of keysOf(name)) {
      const address = addressOfTerm(name, key);
      if (address) owners.set(address, THE_SITE);
    }
  }
  for (const code of Object.keys(publicationOf(contenu)?.departements ?? {}))
    owners.set(`/histoires/departement/${code.toLowerCase()}/`, THE_SITE);
  for (const address of computedRegionAddresses(contenu)) owners.set(address, THE_SITE);
  for (const { id, address } of filesOf(contenu, 'regions')) {
    owners.set(`/chiffres/${id}/`, THE_SITE);
    // Published figures stand on the page of the computed ones: the file makes it.
    if (address) owners.delete(address);
  }
  return owners;
}
const THE_SITE = '';

/** Whether an address is kept for the site, whatever the publication holds today. */
const isReserved = (address: string): boolean =>
  RESERVED_FOLDERS.some((folder) => address.startsWith(`/${folder}/`)) || isListPage(address);

const isPage = ({ collection }: ContentFile) => collection === 'pages';

function addressIssue(file: ContentFile, owners: Map<string, string>): Issue | undefined {
  if (file.id.split('/').includes('')) {
    const message = fr`ce nom de fichier ne donne aucune adresse : il y faut au moins une lettre sans accent ou un chiffre.`;
    return issueIn(file.path, { rule: 'address-empty', message });
  }
  // A scan is shown on its team's page; its own name is what must be its alone.
  const address = file.collection === 'scans' ? `scans/${file.id}` : (file.address ?? file.id);
  const owner = owners.get(address);
  if (owner === THE_SITE || isReserved(address)) {
    const message = fr`l'adresse ${address} est déjà celle d'une page du site. Renommer ce fichier.`;
    return issueIn(file.path, { rule: 'address-reserved', message });
  }
  if (owner === undefined) {
    owners.set(address, file.path);
    return undefined;
  }
  const shown = file.address ?? address;
  const message = fr`ce fichier et ${owner} auraient la même adresse, ${shown}. Renommer l'un des deux, ou le supprimer.`;
  return issueIn(file.path, { rule: 'address-taken', read: shown, message });
}

/** Whether the build writes a file of its own there: a plain page would stand in its way, or it in the page's. */
const isSiteFile = (address: string): boolean =>
  /^\/(_redirects|\.htaccess|404\.html|index\.html|robots\.txt|icone\.svg)(\/|$)/i.test(address);

/** An old address leads to one page, and is no page's own address. */
function formerAddressIssues(contenu: Contenu, owners: ReadonlyMap<string, string>): Issue[] {
  const claimed = new Map<string, string>();
  return contenu.files.flatMap((file) =>
    writtenFormerAddresses(file).flatMap((address, index): Issue[] => {
      // One that is no address at all says so itself.
      if (!isSitePath(address)) return [];
      const at = ['anciennes_adresses', index];
      const full = /\.[a-z0-9]+$/i.test(address) ? address : `${address.replace(/\/$/, '')}/`;
      // A page's address may be written with the name of its file.
      const owner = owners.get(full) ?? owners.get(full.replace(/\/index\.html$/i, '/'));
      if (owner !== undefined || isSiteFile(full) || isReserved(full)) {
        const whose =
          owner === file.path
            ? fr`de ce fichier lui-même`
            : owner
              ? fr`du fichier ${owner}`
              : fr`d'une page du site`;
        const message = fr`l'adresse ${address} est celle ${whose} : ce n'est plus une ancienne adresse. Retirer cette ligne.`;
        return [issueOfField(file, at, { rule: 'former-used', read: address, message })];
      }
      const other = claimed.get(full);
      claimed.set(full, file.path);
      if (other === undefined) return [];
      const message = fr`${other} a déjà ${address} pour ancienne adresse : elle ne peut mener qu'à une page. Retirer l'une des deux lignes.`;
      return [issueOfField(file, at, { rule: 'former-twice', read: address, message })];
    }),
  );
}
