import { COLLECTIONS } from '#src/domain/collections.ts';
import type { ListedFile } from './files.ts';
import { type Issue, issueIn } from './issues.ts';
import { placeOf } from './places.ts';
import { fr } from './text.ts';

/** Addressed to whoever opens the folder; « licence.md » may be a page. */
const TO_READER = /^(README(\..*)?|LICENSE(\..*)?|LICENCE(\.txt)?)$/i;
/** Copies that editors leave behind. */
const BACKUP = /(~|\.bak|\.orig|\.old|\.tmp)$/i;
const HIDDEN = /(^|\/)\./;
/** Folders whose every file is read, or said not to be. */
const READ_FOLDERS: readonly string[] = [...COLLECTIONS, 'vocabulaire', 'formulaires'];

export interface Unread {
  /** What is to be said; nothing for a note left at the root of the folder. */
  readonly issue?: Issue;
}

/** Whether a file is left aside by its name alone, and what its author must be told. */
export function unread({ path, kind }: ListedFile): Unread | undefined {
  if (kind === 'link') return undefined;
  if (kind === 'folder') return { issue: unreadable(path, true) };
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const read = READ_FOLDERS.includes(folder);
  if (HIDDEN.test(path)) return read ? { issue: hidden(path) } : {};
  if (!TO_READER.test(name) && !BACKUP.test(name)) return undefined;
  if (!read) return {};
  const message = fr`ce fichier ne sera pas publié : « ${name} » est un nom de copie ou de note pour soi. Le renommer, ou le ranger hors de ce dossier.`;
  return { issue: issueIn(path, { rule: 'file-aside', read: name, message, severity: 'avertissement' }) };
}

function hidden(path: string): Issue {
  const shown = path.replace(/(^|\/)\.+/g, '$1');
  const message = fr`un nom qui commence par un point cache le fichier : il ne serait pas publié. Le renommer en « ${shown} », ou le supprimer.`;
  return issueIn(path, { rule: 'file-hidden', suggestion: shown, message });
}

/** A content file whose name, or whose folder's, begins with « _ »: a sign of « not to be published » elsewhere. */
export function underscore(path: string): Issue | undefined {
  if (placeOf(path).kind !== 'entry' || !/\/_/.test(path)) return undefined;
  const right = path.replace(/\/_+/g, '/');
  const message = fr`un nom de fichier ou de dossier ne commence pas par un tiret bas. Le renommer en « ${right} » ; pour ne pas encore le publier, écrire « brouillon: true ».`;
  return issueIn(path, { rule: 'file-underscore', suggestion: right, message });
}

/** Names that Windows keeps for its devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file whose name no one could read, or that another computer could not even receive. */
export function badName(path: string): Issue | undefined {
  if (/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/u.test(path)) {
    const shown = path.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, '-');
    const message = fr`le nom de ce fichier contient un caractère invisible (retour à la ligne, commande, ou signe qui retourne la lecture). Le renommer, par exemple en « ${shown} ».`;
    return issueIn(path, { rule: 'file-control', suggestion: shown, message });
  }
  const name = path.split('/').find((part) => DEVICE.test(part));
  if (name === undefined) return undefined;
  const message = fr`« ${name} » est un nom que Windows garde pour lui : personne ne pourrait ouvrir ce fichier sous Windows. Le renommer.`;
  return issueIn(path, { rule: 'file-device', read: name, message });
}

/** What the system does not let anyone read. */
export function unreadable(path: string, folder = false): Issue {
  const what = folder ? fr`ce dossier` : fr`ce fichier`;
  const message = fr`${what} ne peut pas être lu : l'ordinateur en refuse l'ouverture. Vérifier ses droits (« Propriétés », puis « Permissions »), ou le copier à nouveau.`;
  return issueIn(path || '.', { rule: 'file-unreadable', message });
}
