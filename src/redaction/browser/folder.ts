import { fr } from '#src/checks/text.ts';

/** What TypeScript's own library does not know yet of opening folders. */
declare global {
  interface Window {
    showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
  }
  interface FileSystemDirectoryHandle {
    requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
  }
}

const MARK = 'publication.yaml';

async function contains(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return folder.getFileHandle(name).then(
    () => true,
    () => false,
  );
}

/** The content's folder, whether it is the one that was chosen or stands in it. */
async function contentOf(folder: FileSystemDirectoryHandle): Promise<FileSystemDirectoryHandle | undefined> {
  if (await contains(folder, MARK)) return folder;
  const inner = await folder.getDirectoryHandle('content').catch(() => undefined);
  return inner && (await contains(inner, MARK)) ? inner : undefined;
}

/** Asks for a folder. Gives it, or what to tell the editor: nothing when they changed their mind. */
export async function openedFolder(): Promise<FileSystemDirectoryHandle | string> {
  const chosen = await window
    .showDirectoryPicker?.({ id: 'contenu', mode: 'readwrite' })
    .catch(() => undefined);
  if (!chosen) return '';
  const content = await contentOf(chosen);
  if (!content)
    return fr`« ${chosen.name} » n'est pas le dossier des contenus : choisissez celui du projet, ou son dossier « content », où se trouve le fichier « ${MARK} ».`;
  await remember(content);
  return content;
}

/** A way to open again the folder of the last visit, if the browser still knows it. */
export async function reopenedFolder(): Promise<
  (() => Promise<FileSystemDirectoryHandle | string>) | undefined
> {
  const folder = await remembered();
  if (!folder) return undefined;
  return async () => {
    const allowed = (await folder.requestPermission?.({ mode: 'readwrite' })) ?? 'granted';
    if (allowed !== 'granted')
      return fr`Le navigateur n'a pas reçu votre accord pour écrire dans « ${folder.name} ».`;
    return (await contains(folder, MARK))
      ? folder
      : fr`Le dossier « ${folder.name} » a été déplacé : choisissez-le de nouveau.`;
  };
}

const STORE = 'dossier';

function database(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('redaction', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error('indexedDB'));
  });
}

/** A browser that keeps nothing (private window) only loses the shortcut of the next visit. */
async function remember(folder: FileSystemDirectoryHandle): Promise<void> {
  const store = await database().catch(() => undefined);
  store?.transaction(STORE, 'readwrite').objectStore(STORE).put(folder, STORE);
}

async function remembered(): Promise<FileSystemDirectoryHandle | undefined> {
  const store = await database().catch(() => undefined);
  if (!store) return undefined;
  return new Promise((done) => {
    const request = store.transaction(STORE).objectStore(STORE).get(STORE);
    request.onsuccess = () => done(request.result as FileSystemDirectoryHandle | undefined);
    request.onerror = () => done(undefined);
  });
}
