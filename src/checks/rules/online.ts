import { formatDateInSentence } from '#src/domain/dates.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { IndexedPage } from '#src/checks/content-index.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { fr } from '#src/checks/text.ts';
import { eachReference, isCollection } from './references.ts';

/** What is on line does not lead to what is not: a draft, or a page that waits for its day. */
export function checkOnline({ contenu, index, today }: CheckContext): Issue[] {
  const issues: Issue[] = [];
  eachReference(contenu, (file, path, target, value) => {
    const source = index.byPath.get(file.path);
    const page = isCollection(target) ? index.byKey.get(`${target}/${value}`) : undefined;
    if (!source || !page) return;
    const reason = notYetOnline(source, page, today);
    if (reason === undefined) return;
    issues.push(issueOfField(file, path, { rule: 'not-online', read: value, message: reason }));
  });
  return issues;
}

/** Why a page would lead nowhere for a visitor, in a sentence; undefined when it is on line soon enough. */
export function notYetOnline(source: IndexedPage, page: IndexedPage, today: string): string | undefined {
  const reader = source.onlineFrom > today ? source.onlineFrom : today;
  if (source.draft || page.onlineFrom <= reader) return undefined;
  const here = source.onlineFrom <= today ? fr`cette page est en ligne` : fr`cette page paraîtra avant`;
  if (page.draft) {
    return fr`${page.path} est un brouillon, et ${here}. Écrire « brouillon: false » dans ${page.path}, ou retirer ce renvoi.`;
  }
  return fr`${page.path} ne paraîtra que ${formatDateInSentence(page.onlineFrom)}, et ${here}. Attendre ce jour, ou retirer ce renvoi.`;
}
