import './no-telemetry.ts';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import { verifier } from '#src/checks/index.ts';
import { reportText, wantsColour } from '#src/checks/report.ts';
import { contentDir } from '#src/domain/content-dir.ts';

/** Where the finished site stands. */
export const siteDir = (): string => resolve(process.env['OUT_DIR'] ?? 'dist');

/** Prints the editor's report; true when nothing stands in the way of publishing. */
export async function reportContent(): Promise<boolean> {
  const { contenu, issues } = await verifier(contentDir());
  const width = Math.min(process.stdout.columns || 80, 100);
  console.log(reportText(contenu, issues, { colour: wantsColour(process.stdout, process.env), width }));
  return issues.every(({ severity }) => severity !== 'erreur');
}

/**
 * Checks the content, builds the site in a fresh folder, then puts it in the place of the last one: a build
 * that fails or is stopped half-way leaves the last good site whole. False when the content has errors.
 */
export async function buildSite(): Promise<boolean> {
  const start = performance.now();
  if (!(await reportContent())) {
    console.error(
      '\nLe site n’a pas été refait : corrigez d’abord ces erreurs. Le dernier site n’a pas bougé.',
    );
    return false;
  }
  const site = siteDir();
  const fresh = join(dirname(site), `.${basename(site)}-en-cours`);
  const old = join(dirname(site), `.${basename(site)}-ancien`);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  console.log('\nConstruction du site…');
  await build({ outDir: fresh, logLevel: 'error' });
  await rm(old, { recursive: true, force: true });
  await rename(site, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(fresh, site);
  await rm(old, { recursive: true, force: true });
  const seconds = ((performance.now() - start) / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  console.log(`Site construit en ${seconds}\u00A0s dans «\u00A0${site}\u00A0».`);
  return true;
}
