import { addressOfTerm, VOCABULARIES } from '#src/domain/collections.ts';
import { isListPage } from '#src/domain/list-pages.ts';
import { isRemote } from '#src/markdown/addresses.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { ContentFile } from '#src/checks/contenu.ts';
import { type IndexedPage, resolveLink } from '#src/checks/content-index.ts';
import { question } from '#src/checks/explain.ts';
import type { Issue } from '#src/checks/issues.ts';
import { issueInText, lineWithWord, type MarkdownFacts } from '#src/checks/markdown.ts';
import { stemOf, unreadFile } from '#src/checks/better-path.ts';
import { computedRegionAddresses } from '#src/checks/region-pages.ts';
import { emptyListWord, listAddresses } from '#src/checks/lists.ts';
import { nearest } from '#src/checks/nearest.ts';
import { either, excerpt, fr } from '#src/checks/text.ts';
import { notYetOnline } from './online.ts';

type Link = MarkdownFacts['links'][number];

/** Every link of a text leads to a page that exists, is on line, and has the anchor asked for. */
export function checkLinks(context: CheckContext): Issue[] {
  const addresses = knownAddresses(context);
  return context.contenu.files
    .filter((file) => file.format !== 'yaml')
    .flatMap((file) =>
      context
        .facts(file)
        .links.flatMap((link) => [...linkIssues(context, addresses, file, link), ...vagueWords(file, link)]),
    );
}

const VAGUE =
  /^(cliquer|cliquez|voir|lire|suivre|suivez)?( sur)? ?(ici|là|ce lien|le lien|lien|la suite|plus|en savoir plus)$/;

/** A screen reader lists links by their words alone: « cliquez ici » leads nowhere. */
function vagueWords(file: ContentFile, link: Link): Issue[] {
  const words = link.text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  if (!VAGUE.test(words)) return [];
  const message = fr`« ${excerpt(link.text)} » ne dit pas où mène ce lien : écrire le nom de la page.`;
  return [
    issueInText(file, link, { rule: 'link-text', read: link.text, message, severity: 'avertissement' }),
  ];
}

/** Every address of the site, with the content file that makes it, when one does. */
function knownAddresses(context: CheckContext): Map<string, IndexedPage | undefined> {
  const { contenu, index } = context;
  const addresses = new Map<string, IndexedPage | undefined>(
    listAddresses(context).map((address) => [address, undefined]),
  );
  // A team and its scans share one address: the team, which comes first, makes the page.
  for (const page of index.pages) if (page.href && !addresses.get(page.href)) addresses.set(page.href, page);
  for (const address of computedRegionAddresses(contenu)) {
    if (!addresses.has(address)) addresses.set(address, undefined);
  }
  for (const name of VOCABULARIES) {
    for (const key of Object.keys(contenu.vocabulaires.get(name)?.data ?? {})) {
      const address = addressOfTerm(name, key);
      if (address) addresses.set(address, undefined);
    }
  }
  return addresses;
}

function linkIssues(
  context: CheckContext,
  addresses: Map<string, IndexedPage | undefined>,
  file: ContentFile,
  link: Link,
): Issue[] {
  const { url } = link;
  if (url.startsWith('#'))
    return anchorIssues(context, file, link, context.index.byPath.get(file.path), url.slice(1));
  if (isRemote(url)) return [];
  const found = resolveLink(context.index, url, file.path);
  if (!('problem' in found)) {
    return [
      ...onlineIssues(context, file, link, found.page),
      ...anchorIssues(context, file, link, found.page, found.anchor),
    ];
  }
  if (found.problem === 'unknown') {
    // A file of that name that is not read has its own message.
    const unread = unreadFile(context.contenu.assets.keys(), stemOf(url.replace(/[?#].*$/, '')));
    return unread === undefined ? [unknownFile(file, link, found.nearest)] : [];
  }
  if (found.problem === 'ambiguous') {
    const message = fr`« ${excerpt(url)} » peut désigner plusieurs fichiers : ${either(found.paths)}. Écrire aussi le dossier.`;
    return [
      issueInText(file, link, { rule: 'link-ambiguous', read: url, expected: either(found.paths), message }),
    ];
  }
  return url.startsWith('/') ? addressIssues(context, addresses, file, link) : [otherLink(file, link)];
}

function unknownFile(file: ContentFile, link: Link, path: string | undefined): Issue {
  const [name = '', anchor] = link.url.split('#');
  const suggestion = path && path.split('/').at(-1);
  // « port/index.md » is found by the name of its folder.
  const written = path && suggestion && /^index\./.test(suggestion) ? path : suggestion;
  const corrected =
    written && lineWithWord(file, link.line, link.url, anchor ? `${written}#${anchor}` : written);
  return issueInText(file, link, {
    rule: 'link-unknown',
    read: link.url,
    suggestion: written,
    message: fr`le lien mène à « ${excerpt(name)} », et il n'y a pas de fichier de ce nom.${question(written)}`,
    correctedLine: corrected,
  });
}

/** Neither a content file's name nor an address of the site: a document, or a name without its extension. */
function otherLink(file: ContentFile, link: Link): Issue {
  const meant = /^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i.test(link.url)
    ? `mailto:${link.url}`
    : /^www\.\S+$/i.test(link.url)
      ? `https://${link.url}`
      : undefined;
  if (meant !== undefined) {
    const message = fr`ce lien doit commencer par « ${meant.slice(0, meant.length - link.url.length)} ».`;
    const correctedLine = lineWithWord(file, link.line, `(${link.url})`, `(${meant})`);
    const details = { rule: 'link-form', read: link.url, suggestion: meant, message, correctedLine };
    return issueInText(file, link, details);
  }
  const message = fr`« ${excerpt(link.url)} » n'est ni une adresse complète (https://…), ni le nom d'un fichier du contenu avec sa fin (« livret.md »). Un document se donne dans le champ « fichiers » d'une fiche d'outil, et le lien mène à la fiche.`;
  return issueInText(file, link, { rule: 'link-form', read: link.url, message });
}

function addressIssues(
  context: CheckContext,
  addresses: Map<string, IndexedPage | undefined>,
  file: ContentFile,
  link: Link,
): Issue[] {
  const [path = '', anchor = ''] = link.url.replace(/\?[^#]*/, '').split('#');
  const page = addresses.get(path);
  if (page)
    return [...onlineIssues(context, file, link, page), ...anchorIssues(context, file, link, page, anchor)];
  if (path === '/glossaire/' && anchor !== '') return glossaryIssues(context, file, link, anchor);
  if (addresses.has(path)) return [];
  const word = emptyListWord(context, path);
  if (word !== undefined) {
    const message = fr`aucune page en ligne ne porte « ${excerpt(word)} » : le site n'a pas de liste à l'adresse « ${excerpt(path)} ». Retirer ce lien, ou mettre d'abord une de ces pages en ligne.`;
    return [issueInText(file, link, { rule: 'link-list', read: link.url, message })];
  }
  if (isListPage(path)) return [listPageLink(file, link, path)];
  const suggestion = addresses.has(`${path}/`) ? `${path}/` : nearest(path, addresses.keys());
  return [
    issueInText(file, link, {
      rule: 'link-address',
      read: link.url,
      suggestion,
      message: fr`le site n'a pas de page à l'adresse « ${excerpt(path)} ».${question(suggestion)}`,
      correctedLine: suggestion && lineWithWord(file, link.line, path, suggestion),
    }),
  ];
}

/** What a page of a list shows changes with each new story. */
function listPageLink(file: ContentFile, link: Link, path: string): Issue {
  const list = path.replace(/page\/\d+\/$/, '');
  return issueInText(file, link, {
    rule: 'link-list',
    read: link.url,
    suggestion: list,
    message: fr`« ${excerpt(path)} » est une page d'une liste : ce qu'elle montre change à chaque nouvelle histoire. Mener au récit lui-même, ou à la liste, « ${excerpt(list)} ».`,
    correctedLine: lineWithWord(file, link.line, path, list),
  });
}

function glossaryIssues({ contenu }: CheckContext, file: ContentFile, link: Link, anchor: string): Issue[] {
  const list = contenu.vocabulaires.get('sigles');
  const keys = Object.keys(list?.data ?? {});
  if (list?.guessed || keys.includes(anchor)) return [];
  const suggestion = nearest(anchor, keys);
  return [
    issueInText(file, link, {
      rule: 'link-sigle',
      read: anchor,
      suggestion,
      message: fr`le sigle « ${excerpt(anchor)} » n'est pas dans vocabulaire/sigles.yaml, donc pas dans le glossaire.${question(suggestion)}`,
      correctedLine: suggestion && lineWithWord(file, link.line, `#${anchor}`, `#${suggestion}`),
    }),
  ];
}

function onlineIssues(
  { index, today }: CheckContext,
  file: ContentFile,
  link: Link,
  page: IndexedPage,
): Issue[] {
  const source = index.byPath.get(file.path);
  const reason = source && notYetOnline(source, page, today);
  return reason === undefined
    ? []
    : [issueInText(file, link, { rule: 'not-online', read: link.url, message: reason })];
}

function anchorIssues(
  { fileAt, facts }: CheckContext,
  file: ContentFile,
  link: Link,
  page: IndexedPage | undefined,
  anchor: string,
): Issue[] {
  const target = page && fileAt(page.path);
  // A page made from fields alone has the anchors that the site gives it.
  if (anchor === '' || !target || target.format === 'yaml') return [];
  const { headings, passages } = facts(target);
  const ids = [...headings, ...passages].map(({ id }) => id);
  const decoded = anchor.includes('%')
    ? decodeURIComponent(anchor.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    : anchor;
  if (ids.includes(decoded)) return [];
  const candidates = [
    ...headings.map(({ id, text }) => ({ word: id, names: [text] })),
    ...passages.map(({ id }) => ({ word: id })),
  ];
  return [
    missingAnchor(file, link, anchor, candidates, target.path === file.path ? 'cette page' : target.path),
  ];
}

function missingAnchor(
  file: ContentFile,
  link: Link,
  anchor: string,
  candidates: Parameters<typeof nearest>[1],
  where: string,
): Issue {
  const suggestion = nearest(anchor, candidates);
  return issueInText(file, link, {
    rule: 'link-anchor',
    read: anchor,
    suggestion,
    message: fr`l'ancre « #${excerpt(anchor)} » n'existe pas dans ${where} : ni titre, ni passage de ce nom.${question(suggestion && `#${suggestion}`)}`,
    correctedLine: suggestion && lineWithWord(file, link.line, `#${anchor}`, `#${suggestion}`),
  });
}
