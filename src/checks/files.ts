import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Left by systems, version control and open word processors: of no one's writing. */
const SYSTEM =
  /^(\.DS_Store|\._.*|\.git.*|\.editorconfig|\.directory|\.~lock\..*|\..*\.sw[a-p]|~\$.*|Thumbs\.db|desktop\.ini)$/i;

export interface ListedFile {
  /** Relative to the folder listed, with « / ». */
  readonly path: string;
  /** `other`: neither a file nor a folder nor a link; or a folder that the system does not open. */
  readonly kind: 'file' | 'link' | 'folder' | 'other';
}

/** Every file under a folder, links included and not followed; folders only when they cannot be opened. */
export async function listFiles(dir: string, under = ''): Promise<ListedFile[]> {
  const entries = await readdir(join(dir, under), { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [{ path: under, kind: 'folder' }];
  const found: ListedFile[] = [];
  for (const entry of entries) {
    if (SYSTEM.test(entry.name)) continue;
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listFiles(dir, path)));
    else found.push({ path, kind: entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : 'other' });
  }
  return found;
}
