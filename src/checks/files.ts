import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Left by systems and word processors, or addressed to whoever opens the folder: never content. */
const IGNORED = /^(\..*|~\$.*|.*~|Thumbs\.db|desktop\.ini|README(\..*)?|LICEN[CS]E(\..*)?)$/i;

export interface ListedFile {
  /** Relative to the folder listed, with « / ». */
  readonly path: string;
  readonly isLink: boolean;
}

/** Every file under a folder, links included and not followed, hidden files left out. */
export async function listFiles(dir: string, under = ''): Promise<ListedFile[]> {
  const found: ListedFile[] = [];
  for (const entry of await readdir(join(dir, under), { withFileTypes: true })) {
    if (IGNORED.test(entry.name)) continue;
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listFiles(dir, path)));
    else found.push({ path, isLink: entry.isSymbolicLink() });
  }
  return found;
}
