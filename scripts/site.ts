import './no-telemetry.ts';
import { readFileSync, rmSync } from 'node:fs';
import { cp, glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type AstroIntegration, build, preview } from 'astro';
import { shareReading } from '#src/checks/one-reading.ts';
import { readByNode } from '#src/checks/read-by-node.ts';
import { contentDir, siteDir } from '#src/domain/content-dir.ts';
import { prune } from '#src/files/prune.ts';
import { siteFiles } from '#src/files/site-pages.ts';
import { freePort } from './free-port.ts';
import { writeJoinedFiles } from './joined-files.ts';
import { drawForSite } from './pictures.ts';
import { checkContent, isPublishable, printReport } from './report.ts';
import { NOT_BUILT, UserError } from './user-error.ts';

const LOCK = resolve('.cache/construction');

const holds = (outer: string, inner: string): boolean => inner === outer || inner.startsWith(outer + sep);

/** Refuses a place where a site would wipe out something else than a site. */
async function checkPlace(site: string): Promise<void> {
  const content = contentDir();
  if (holds(site, content) || holds(content, site) || holds(site, resolve('.'))) {
    throw new UserError(
      `Le site ne peut pas s’écrire dans « ${site} » : il effacerait le contenu ou le projet.`,
    );
  }
  const found = await stat(site).catch(() => undefined);
  if (!found) return;
  const entries = found.isDirectory() ? await readdir(site) : undefined;
  if (
    !entries ||
    (entries.length > 0 && !(entries.includes('index.html') && entries.includes('ressources')))
  ) {
    throw new UserError(
      `« ${site} » contient autre chose qu’un site : choisissez un dossier vide ou nouveau.`,
    );
  }
}

/**
 * Makes the next build write every page. Astro keeps a page before it notes what the page was made of: when a build stops
 * between the two, its notes are those of an older page.
 */
async function forgetPages(): Promise<void> {
  for await (const notes of glob('.cache/astro-*/incremental-build.json')) await rm(notes, { force: true });
}

/** One build at a time in this folder: two would share their working files. A dead build's lock is taken over. */
async function lock(): Promise<() => Promise<void>> {
  const owner = Number(await readFile(LOCK, 'utf8').catch(() => '0'));
  if (owner > 0 && owner !== process.pid) {
    try {
      process.kill(owner, 0);
    } catch {
      await forgetPages();
      await rm(LOCK, { force: true });
    }
  }
  await mkdir(dirname(LOCK), { recursive: true });
  await writeFile(LOCK, String(process.pid), { flag: 'wx' }).catch(() => {
    throw new UserError('Une autre construction est en cours dans ce dossier : attendez qu’elle finisse.');
  });
  return () => rm(LOCK, { force: true });
}

/** How pages and style sheets name a picture of the site's own. */
const SHOWN = /ressources\/([^/"'()\s,]+\.(?:png|jpe?g|webp|avif|gif|tiff?|svg))/gi;

const PICTURE = /^ressources\/[^/]+\.(?:png|jpe?g|webp|avif|gif|tiff?|svg)$/;

/** Pictures that no page shows: the originals, with all that cameras write in them, stay out of the site. */
async function removeUnshownPictures(site: string): Promise<void> {
  const files = siteFiles(site);
  const shown = new Set<string>();
  for (const path of files) {
    if (!/\.(?:html|css)$|^flux\/.*\.(?:xml|json)$/.test(path)) continue;
    for (const [, name = ''] of readFileSync(join(site, path), 'utf8').matchAll(SHOWN))
      shown.add(decodeURIComponent(name));
  }
  for (const path of files) if (PICTURE.test(path) && !shown.has(basename(path))) await rm(join(site, path));
}

/** Puts a finished site in the place of the last one, which stays whole until then. */
async function install(fresh: string, site: string): Promise<void> {
  const next = join(dirname(site), `.${basename(site)}-nouveau`);
  const old = join(dirname(site), `.${basename(site)}-ancien`);
  for (const path of [next, old]) rmSync(path, { recursive: true, force: true });
  await mkdir(dirname(site), { recursive: true });
  // Another disk cannot be given a folder: its files are copied to it.
  await rename(fresh, next).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    return cp(fresh, next, { recursive: true });
  });
  await rename(site, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(next, site);
  for (const path of [old, fresh]) rmSync(path, { recursive: true, force: true });
}

/** A build killed between two renames left no site in place: the last one comes back. */
async function restore(site: string): Promise<void> {
  if (await stat(site).catch(() => undefined)) return;
  await rename(join(dirname(site), `.${basename(site)}-ancien`), site).catch(() => undefined);
}

/** What a build does, one after the other: `contenu` and `pages` are Astro's, `fichiers` go with pages, `fin` puts the site in its place. */
export type Phase = 'controle' | 'infographies' | 'contenu' | 'pages' | 'index' | 'fichiers' | 'fin';

/** Tells when Astro has read the content, when the pages and their images are written, and when all else is. */
const phasesOfAstro = (ended: (phase: Phase) => void): AstroIntegration => ({
  name: 'phases',
  hooks: {
    'astro:build:start': () => ended('contenu'),
    'astro:build:generated': () => ended('pages'),
    'astro:build:done': () => ended('index'),
  },
});

/**
 * Checks the content, builds the site in a working folder, then installs it: a build that fails or is stopped
 * half-way leaves the last good site whole. False when the content has errors.
 * @param ended called at the end of each phase
 */
export async function buildSite(ended: (phase: Phase) => void = () => undefined): Promise<boolean> {
  const start = performance.now();
  const site = siteDir();
  await checkPlace(site);
  await restore(site);
  const checked = await checkContent();
  printReport(checked);
  ended('controle');
  if (!isPublishable(checked)) {
    console.error(`\n${NOT_BUILT}`);
    return false;
  }
  const unlock = await lock();
  const endReading = shareReading(checked.contenu);
  try {
    const fresh = resolve('.cache/site');
    rmSync(fresh, { recursive: true, force: true });
    console.log('\nConstruction du site…');
    await drawForSite(checked.contenu);
    ended('infographies');
    await build({
      outDir: fresh,
      logLevel: 'error',
      integrations: [phasesOfAstro(ended)],
      vite: { plugins: [readByNode] },
    }).catch(async (error: unknown) => {
      await forgetPages();
      throw error;
    });
    await writeJoinedFiles(fresh);
    ended('fichiers');
    await removeUnshownPictures(fresh);
    await install(fresh, site);
    // What earlier states of the generator have kept.
    await prune(await Array.fromAsync(glob('.cache/{astro,controle,redaction}-*')));
    ended('fin');
  } finally {
    endReading();
    await unlock();
  }
  const seconds = ((performance.now() - start) / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  console.log(`Site construit en ${seconds}\u00A0s dans «\u00A0${site}\u00A0».`);
  return true;
}

/** Serves the finished site on a free port of this machine, until it is stopped. */
export async function previewSite(): Promise<boolean> {
  const server = await preview({
    outDir: relative('.', siteDir()),
    logLevel: 'error',
    server: { port: await freePort() },
  });
  console.log(`\nLe site est à l’adresse http://localhost:${server.port}/ (Ctrl-C pour arrêter).`);
  return true;
}
