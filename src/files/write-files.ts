import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file to write, whole. */
export interface NewFile {
  /** Absolute, or from the current folder. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes all the files or none: each in a temporary one beside its place, then every one put in place. When one cannot be,
 * those already there come back as they were, new folders go, and the system's error is thrown.
 */
export async function writeAll(files: readonly NewFile[]): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  const waiting: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { path, content } of files) {
      const made = await mkdir(dirname(path), { recursive: true });
      if (made !== undefined) undo.push(() => removeEmpty(dirname(path), made));
      const from = draftOf(path);
      undo.push(() => rm(from, { force: true }));
      await writeFile(from, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        // A full disk is told without a path.
        throw Object.assign(error, { path: error.path ?? path });
      });
      waiting.push({ from, to: path });
    }
    for (const { from, to } of waiting) {
      const before = await readFile(to).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw Object.assign(error, { path: to });
      });
      await rename(from, to);
      undo.push(() => (before === undefined ? rm(to, { force: true }) : putBack(to, before)));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

/** A name that no run has used: a killed one may leave its own behind. */
const draftOf = (path: string): string => join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);

async function putBack(path: string, content: Uint8Array): Promise<void> {
  const from = draftOf(path);
  await writeFile(from, content);
  await rename(from, path);
}

/** Removes folders from the deepest to the first one made, as long as they are empty. */
async function removeEmpty(deepest: string, first: string): Promise<void> {
  for (let dir = deepest; dir.length >= first.length; dir = dirname(dir)) {
    const removed = await rmdir(dir).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
