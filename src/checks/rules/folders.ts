import { COLLECTIONS, VOCABULARIES } from '#src/domain/collections.ts';
import type { CheckContext } from '#src/checks/context.ts';
import { question } from '#src/checks/explain.ts';
import { type Issue, issueIn } from '#src/checks/issues.ts';
import { nearest } from '#src/checks/nearest.ts';
import { fr } from '#src/checks/text.ts';
import { placeOf } from '#src/checks/places.ts';
import { unreadable } from '#src/checks/unread.ts';
import { mentionTest } from './attachments.ts';

const KNOWN_FOLDERS = [...COLLECTIONS, 'vocabulaire'];

/** Each file has its place: files that nothing names, and folders that the site does not know. */
export function checkFolders(context: CheckContext): Issue[] {
  const mentioned = mentionTest(context);
  const issues: Issue[] = [];
  const told = new Set<string>();
  for (const { path, problem } of context.contenu.assets.values()) {
    if (problem === 'unreadable') {
      issues.push(unreadable(path));
      continue;
    }
    if (mentioned(path)) continue;
    const folder = path.includes('/') ? (path.split('/')[0] ?? '') : '';
    const known = folder === '' || KNOWN_FOLDERS.includes(folder);
    const subject = known || problem ? path : folder;
    if (told.has(subject)) continue;
    told.add(subject);
    issues.push(subject === path ? strayFile(path, problem !== undefined) : strayFolder(subject, path));
  }
  return issues;
}

function strayFolder(folder: string, path: string): Issue {
  const suggestion = nearest(folder, KNOWN_FOLDERS);
  const message = fr`le dossier « ${folder} » n'est pas un dossier du site, et rien ne nomme ce fichier : il ne sera pas publié.${question(suggestion)}`;
  return issueIn(path, {
    rule: 'folder-unknown',
    read: folder,
    suggestion,
    message,
    severity: 'avertissement',
  });
}

function strayFile(path: string, isLink: boolean): Issue {
  const suggestion = betterPath(path);
  if (isLink) {
    const message = fr`c'est un raccourci vers un fichier rangé ailleurs : le site ne le suit pas. Copier le fichier lui-même ici.`;
    return issueIn(path, { rule: 'file-link', message });
  }
  if (suggestion !== undefined) {
    const message = fr`ce fichier ne sera pas publié : son nom ou sa place ne convient pas. Le renommer en « ${suggestion} ».`;
    return issueIn(path, { rule: 'file-place', suggestion, message });
  }
  const message = fr`aucun texte ne nomme ce fichier : il ne sera pas publié. Le nommer dans une fiche, ou le supprimer.`;
  return issueIn(path, { rule: 'file-unused', message, severity: 'avertissement' });
}

/** The name under which a misnamed content file would be read: « x.yml », « X.MD », « thèmes.yaml ». */
function betterPath(path: string): string | undefined {
  const ending = path.replace(/\.(mdx?|ya?ml|markdown|mdown|txt)$/i, (found) =>
    /^\.ya?ml$/i.test(found)
      ? '.yaml'
      : /^\.mdx$/i.test(found)
        ? '.mdx'
        : /^\.txt$/i.test(found)
          ? found
          : '.md',
  );
  if (ending !== path && placeOf(ending).kind !== 'asset') return ending;
  const [folder, ...rest] = ending.split('/');
  const name = rest.join('/');
  if (folder === 'vocabulaire' && name.endsWith('.yaml')) {
    const list = nearest(name.replace(/\.yaml$/, ''), VOCABULARIES);
    return list && `vocabulaire/${list}.yaml`;
  }
  return undefined;
}
