import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Contenu, readContenu, sourcesOf } from '#src/checks/contenu.ts';
import { checkContenu } from '#src/checks/index.ts';
import { type FileBytes, readBytes, writeBytes } from '#src/checks/mend/bytes.ts';
import { type Change, diffText } from '#src/checks/mend/diff.ts';
import { mend } from '#src/checks/mend/index.ts';
import { formatIssue, wrap } from '#src/checks/report.ts';
import { wholeLines } from '#src/checks/whole-lines.ts';
import { fr, plural } from '#src/checks/text.ts';
import { writeAll } from '#src/files/write-files.ts';
import type { Checked } from './report.ts';
import { UserError } from './user-error.ts';

interface Read extends FileBytes {
  readonly bytes: Buffer;
}

/** The bytes of each text that was read, when they are still what was read and how they were written is certain. */
async function readAgain(contenu: Contenu): Promise<Map<string, Read>> {
  const found = new Map<string, Read>();
  for (const { path, text } of sourcesOf(contenu)) {
    const bytes = await readFile(join(contenu.dir, path)).catch(() => undefined);
    const file = bytes && readBytes(bytes);
    if (bytes && file?.text === text) found.set(path, { ...file, bytes });
  }
  return found;
}

export interface MendOptions {
  /** Shows all and writes nothing. */
  readonly trial: boolean;
  readonly colour?: boolean;
  readonly width?: number;
  readonly day?: string;
}

export interface MendResult {
  /** What changed, what was left, in French. */
  readonly text: string;
  /** What remains to be done, once written; with `trial`, what would remain. */
  readonly after: Checked;
  /** Whether the publication as it stands on the disk has no error. */
  readonly publishable: boolean;
}

/** Mends what is sure in a publication's folder: every file or none. */
export async function mendFolder(dir: string, options: MendOptions): Promise<MendResult> {
  const { trial, width = 80, day } = options;
  const contenu = await readContenu(dir);
  const files = await readAgain(contenu);
  const spared = new Set(sourcesOf(contenu).flatMap(({ path }) => (files.has(path) ? [] : [path])));
  const resaved = new Set([...files].flatMap(([path, { saved }]) => (saved.length > 0 ? [path] : [])));
  const mending = mend(contenu, { spared, resaved, day });
  const texts = new Map(mending.files.map((file) => [file.path, file]));
  const changes: Change[] = [...files].flatMap(([path, { text, saved }]) => {
    const file = texts.get(path) ?? { path, before: text, after: text };
    return saved.length > 0 || file.before !== file.after ? [{ ...file, saved }] : [];
  });
  changes.sort((a, b) => (a.path < b.path ? -1 : 1));
  if (!trial) await writeChanges(dir, changes, files);
  const now = await readContenu(dir);
  const issues = wholeLines(now, checkContenu(now, day));
  const said = [
    diffText(changes, options),
    ...mending.abandoned.map(({ path, issue }) =>
      [
        ...wrap(
          fr`${path} n'est pas corrigé : la correction ferait paraître une autre faute, que voici.`,
          width,
        ),
        ...wrap(formatIssue(issue), width - 2).map((line) => `  ${line}`),
      ].join('\n'),
    ),
    wrap(summary(changes, trial), width).join('\n'),
  ];
  return {
    text: said.filter((part) => part !== '').join('\n\n'),
    after: trial
      ? { contenu: mending.contenu, issues: wholeLines(mending.contenu, mending.issues) }
      : { contenu: now, issues },
    publishable: issues.every(({ severity }) => severity !== 'erreur'),
  };
}

/** Writes the files that change, unless one of them is no longer what was read. */
export async function writeChanges(
  dir: string,
  changes: readonly Change[],
  files: ReadonlyMap<string, Read>,
): Promise<void> {
  const written = [];
  for (const { path, after } of changes) {
    const read = files.get(path);
    const place = join(dir, path);
    const now = await readFile(place).catch(() => undefined);
    if (!read || !now || !read.bytes.equals(now))
      throw new UserError(
        fr`${path} a changé pendant la correction : rien n'est écrit. Relancer la commande.`,
      );
    await access(place, constants.W_OK);
    written.push({ path: place, content: writeBytes(after, read) });
  }
  await writeAll(written);
}

function summary(changes: readonly Change[], trial: boolean): string {
  if (changes.length === 0) return fr`Rien ne se corrige sans vous.`;
  const lines = changes.reduce((sum, change) => sum + changedLines(change), 0);
  const what = lines === 0 ? '' : fr`${plural(lines, 'ligne')} dans `;
  const where = plural(changes.length, 'fichier');
  return trial
    ? fr`Essai : ${what}${where} à corriger. Rien n'est écrit ; ce qui resterait à faire suit.`
    : fr`Corrigé : ${what}${where}. Ce qui reste à faire suit.`;
}

function changedLines({ before, after }: Change): number {
  const old = before.split('\n');
  return after.split('\n').filter((line, index) => line !== old[index]).length;
}
