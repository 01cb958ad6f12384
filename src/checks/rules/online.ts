import { formatDateInSentence } from '#src/domain/dates.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { IndexedPage } from '#src/checks/content-index.ts';
import { filesOf } from '#src/checks/contenu.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { fr } from '#src/checks/text.ts';
import { eachReference, isCollection } from './references.ts';
import { scanAsked } from './scans.ts';

/** What is on line does not lead to what is not: a draft, or a page that waits for its day. */
export function checkOnline(context: CheckContext): Issue[] {
  const { contenu, index, today } = context;
  const issues: Issue[] = scansOfStories(context);
  eachReference(contenu, (file, path, target, value) => {
    const source = index.byPath.get(file.path);
    const page = isCollection(target) ? index.byKey.get(`${target}/${value}`) : undefined;
    if (!source || !page) return;
    // A field that must be there cannot be taken away.
    const reason = notYetOnline(source, page, today, target === 'equipes' ? { otherwise: WAIT } : {});
    if (reason === undefined) return;
    issues.push(issueOfField(file, path, { rule: 'not-online', read: value, message: reason }));
  });
  return issues;
}

const WAIT = fr`« brouillon: true » ici en attendant`;

/** A story on line gives its team's answers as an identity sheet: they are on line too. */
function scansOfStories({ contenu, index, today }: CheckContext): Issue[] {
  return filesOf(contenu, 'histoires').flatMap((file) => {
    const asked = scanAsked(file);
    const source = index.byPath.get(file.path);
    const page = asked && index.byKey.get(`scans/${asked.annee}/${asked.equipe}`);
    if (!asked || !source || !page) return [];
    const name = fr`le Scan'équipe ${asked.annee} de « ${asked.equipe} »`;
    const reason = notYetOnline(source, page, today, { name, otherwise: WAIT });
    if (reason === undefined) return [];
    return [issueOfField(file, asked.path, { rule: 'scan-not-online', read: page.path, message: reason })];
  });
}

interface Words {
  /** The page, as the sentence calls it; its path when not given. */
  readonly name?: string;
  /** What else one may do. */
  readonly otherwise?: string;
}

/** Why a page would lead nowhere for a visitor, in a sentence; undefined when it is on line soon enough. */
export function notYetOnline(
  source: IndexedPage,
  page: IndexedPage,
  today: string,
  { name = page.path, otherwise = fr`retirer ce renvoi` }: Words = {},
): string | undefined {
  const reader = source.onlineFrom > today ? source.onlineFrom : today;
  if (source.draft || page.onlineFrom <= reader) return undefined;
  const here = source.onlineFrom <= today ? fr`cette page est en ligne` : fr`cette page paraîtra avant`;
  if (page.draft) {
    return fr`${name} est un brouillon, et ${here}. Écrire « brouillon: false » dans ${page.path}, ou ${otherwise}.`;
  }
  return fr`${name} ne paraîtra que ${formatDateInSentence(page.onlineFrom)}, et ${here}. Attendre ce jour, ou ${otherwise}.`;
}
