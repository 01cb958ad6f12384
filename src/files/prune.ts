import { rm, stat } from 'node:fs/promises';

/** What nothing has needed for so long is not missed: it can be made again. */
const KEPT_DAYS = 60;

/** Removes those of these files and folders that have not changed for long. */
export async function prune(paths: Iterable<string>): Promise<void> {
  const oldest = Date.now() - KEPT_DAYS * 86_400_000;
  for (const path of paths) {
    // Another process may have put it in its place, or removed it, since.
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < oldest) await rm(path, { recursive: true, force: true });
  }
}
