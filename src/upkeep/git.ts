import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { addressOf, type Collection } from '#src/domain/collections.ts';
import { idFromPath } from '#src/domain/slugs.ts';
import { placeOf } from '#src/checks/places.ts';

const run = promisify(execFile);

/** What git says of a folder; undefined without git, or where no version was ever kept. */
async function git(dir: string, ...args: string[]): Promise<string | undefined> {
  const options = { cwd: dir, maxBuffer: 200_000_000 };
  return run('git', ['-c', 'core.quotepath=off', ...args], options).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

/** Day of the last kept version of each file under a folder, YYYY-MM-DD; undefined without git. */
export async function lastChanges(dir: string): Promise<ReadonlyMap<string, string> | undefined> {
  const log = await git(dir, 'log', '--format=%x00%cs', '--name-only', '--relative', '--', '.');
  if (log === undefined) return undefined;
  const days = new Map<string, string>();
  for (const version of log.split('\0').slice(1)) {
    const [day = '', ...paths] = version.split('\n').filter((line) => line !== '');
    for (const path of paths) if (!days.has(path)) days.set(path, day);
  }
  return days;
}

/** A file of the past whose page readers knew, and that is no more. */
export interface LostPage {
  readonly path: string;
  readonly address: string;
  /** Its next name, when it was renamed. */
  readonly renamed?: string | undefined;
  /** Day of the version that took it away. */
  readonly day: string;
}

/** Pages that were on line in a kept version and whose file went, or took another name; undefined without git. */
export async function lostPages(
  dir: string,
  isKnown: (address: string) => boolean,
): Promise<LostPage[] | undefined> {
  const format = ['log', '--format=%x00%H %cs', '--diff-filter=DR', '-M', '--name-status', '--relative'];
  const log = await git(dir, ...format, '--', '.');
  if (log === undefined) return undefined;
  const lost = new Map<string, LostPage>();
  for (const version of log.split('\0').slice(1)) {
    const [head = '', ...lines] = version.split('\n').filter((line) => line !== '');
    const [commit = '', day = ''] = head.split(' ');
    for (const [, path = '', renamed] of lines.map((line) => line.split('\t'))) {
      const address = addressOfPath(path);
      if (address === undefined || isKnown(address) || lost.has(address)) continue;
      const text = (await git(dir, 'show', `${commit}^:./${path}`)) ?? '';
      if (/^brouillon\s*:\s*false\b/m.test(text)) lost.set(address, { path, address, renamed, day });
    }
  }
  return [...lost.values()];
}

/** Collections whose files make pages of their own. */
const WITH_PAGES: readonly Collection[] = ['histoires', 'outils', 'equipes', 'pages'];

function addressOfPath(path: string): string | undefined {
  const place = placeOf(path);
  if (place.kind !== 'entry' || !WITH_PAGES.includes(place.collection)) return undefined;
  return addressOf(place.collection, idFromPath(place.inside));
}

/** How many kept versions hold a text somewhere; undefined without git. */
export async function versionsWith(dir: string, text: string): Promise<number | undefined> {
  const log = await git(dir, 'log', '--all', '--format=%h', '-i', `-G${escape(text)}`, '--', '.');
  return log === undefined ? undefined : log.split('\n').filter((line) => line !== '').length;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
