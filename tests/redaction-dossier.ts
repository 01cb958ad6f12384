import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Page } from 'playwright-core';

/** Files of a folder by their path, as the browser takes them. */
export type Files = Readonly<Record<string, string>>;

/** Every file of a content folder, in base 64. */
export async function filesOf(dir: string): Promise<Files> {
  const paths = await Array.fromAsync(glob('**/*.*', { cwd: dir }));
  const read = paths.map(async (path) => {
    return [path.replaceAll(sep, '/'), (await readFile(join(dir, path))).toString('base64')] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** Writes them in a folder of this machine. */
export async function writeFiles(dir: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), Buffer.from(content, 'base64'));
  }
}

/**
 * Gives the page a real folder of the browser's own file system, which opens in the place of the system's window: the form
 * reads and writes there with the very same handles.
 */
export async function offerFolder(page: Page, files: Files): Promise<void> {
  await page.evaluate(async (content) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('projet', { create: true });
    for (const [path, base64] of Object.entries(content)) {
      const names = `content/${path}`.split('/');
      const file = names.pop() ?? '';
      let parent = folder;
      for (const name of names) parent = await parent.getDirectoryHandle(name, { create: true });
      const handle = await parent.getFileHandle(file, { create: true });
      const writable = await handle.createWritable();
      await writable.write(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
      await writable.close();
    }
    window.showDirectoryPicker = () => Promise.resolve(folder);
  }, files);
}

/** Every file of the folder, as the form left it. */
export async function folderFiles(page: Page): Promise<Files> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const visit = async (folder: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory')
          await visit(handle as FileSystemDirectoryHandle, `${prefix}${name}/`);
        else {
          const bytes = new Uint8Array(
            await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer(),
          );
          let text = '';
          for (const byte of bytes) text += String.fromCharCode(byte);
          found[`${prefix}${name}`] = btoa(text);
        }
      }
    };
    // The form has put its own answer in the place of the browser's.
    const folder = await window.showDirectoryPicker?.({ id: 'contenu', mode: 'readwrite' });
    const content = await folder?.getDirectoryHandle('content');
    if (content) await visit(content, '');
    return found;
  });
}

/** Fields are only drawn when they come on the screen: here, they are all there at once. Runs in the browser. */
export function seeAll(): void {
  window.IntersectionObserver = class {
    readonly #tell: IntersectionObserverCallback;
    constructor(tell: IntersectionObserverCallback) {
      this.#tell = tell;
    }
    observe(target: Element): void {
      const seen = {
        isIntersecting: true,
        intersectionRatio: 1,
        target,
      } as unknown as IntersectionObserverEntry;
      setTimeout(() => this.#tell([seen], this as unknown as IntersectionObserver));
    }
    unobserve(): void {}
    disconnect(): void {}
  } as unknown as typeof IntersectionObserver;
}
