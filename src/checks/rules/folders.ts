import { VOCABULARIES } from '#src/domain/collections.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { Contenu } from '#src/checks/contenu.ts';
import { type Issue, issueIn } from '#src/checks/issues.ts';
import { nearest } from '#src/checks/nearest.ts';
import { betterPath, KNOWN_FOLDERS, looksLikeContent } from '#src/checks/better-path.ts';
import { either, fr } from '#src/checks/text.ts';
import { unreadable } from '#src/checks/unread.ts';
import { mentionTest } from './attachments.ts';

/** Each file has its place: files that nothing names, and folders that the site does not know. */
export function checkFolders(context: CheckContext): Issue[] {
  const mentioned = mentionTest(context);
  const misplaced: Issue[] = [];
  const unused: Issue[] = [];
  const told = new Set<string>();
  for (const { path, problem } of context.contenu.assets.values()) {
    if (problem === 'unreadable') {
      misplaced.push(unreadable(path));
      continue;
    }
    if (mentioned(path)) continue;
    const folder = path.includes('/') ? (path.split('/')[0] ?? '') : '';
    const known = folder === '' || KNOWN_FOLDERS.includes(folder);
    const subject = known || problem ? path : folder;
    if (told.has(subject)) continue;
    told.add(subject);
    if (problem !== undefined) misplaced.push(link(path));
    else if (!known) misplaced.push(strayFolder(folder, path));
    else if (looksLikeContent(path)) misplaced.push(misplacedFile(path, context.contenu));
    else unused.push(unusedFile(path));
  }
  // A sheet that is not read may name them: it is told first.
  return misplaced.some(({ rule }) => rule === 'file-place') ? misplaced : [...misplaced, ...unused];
}

function link(path: string): Issue {
  const message = fr`c'est un raccourci vers un fichier rangé ailleurs : le site ne le suit pas. Copier le fichier lui-même ici.`;
  return issueIn(path, { rule: 'file-link', message });
}

function strayFolder(folder: string, path: string): Issue {
  const suggestion = nearest(folder, KNOWN_FOLDERS);
  const remedy = suggestion
    ? fr`Ranger ses fichiers dans le dossier « ${suggestion} ».`
    : fr`Dossiers du site : ${either(KNOWN_FOLDERS, 'et')}.`;
  return issueIn(path, {
    rule: 'folder-unknown',
    read: folder,
    suggestion,
    message: fr`le dossier « ${folder} » n'est pas un dossier du site : ce fichier ne sera pas lu. ${remedy}`,
    severity: looksLikeContent(path) ? 'erreur' : 'avertissement',
  });
}

function misplacedFile(path: string, contenu: Contenu): Issue {
  const suggestion = betterPath(path, (other) => contenu.files.some((file) => file.path === other));
  const remedy =
    suggestion === undefined
      ? path.startsWith('vocabulaire/')
        ? fr`Listes possibles : ${either(VOCABULARIES)}.`
        : fr`Le ranger dans un de ces dossiers : ${either(KNOWN_FOLDERS)}.`
      : fr`Le renommer en « ${suggestion} »${/\/AAAA\//.test(suggestion) ? fr`, AAAA étant l'année des réponses` : ''}.`;
  const message = fr`ce fichier ne sera pas lu : son nom ou sa place ne convient pas. ${remedy}`;
  return issueIn(path, { rule: 'file-place', suggestion, message });
}

function unusedFile(path: string): Issue {
  const message = fr`aucun texte ne nomme ce fichier : il ne sera pas publié. Le nommer dans une fiche, ou le supprimer.`;
  return issueIn(path, { rule: 'file-unused', message, severity: 'avertissement' });
}
