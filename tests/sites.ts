import { glob, readFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';

export interface BuiltSite {
  readonly content: string;
  readonly dir: string;
}

export const SITE: BuiltSite = { content: 'content', dir: '.cache/tests/site' };
export const AUTRE: BuiltSite = { content: 'tests/autre-publication', dir: '.cache/tests/autre' };

export interface BuiltPage {
  /** « /histoires/ ». */
  readonly path: string;
  readonly html: string;
}

/** Every page of a built site, in the order of its address. */
export async function pagesOf({ dir }: BuiltSite): Promise<BuiltPage[]> {
  const files = (await Array.fromAsync(glob('**/*.html', { cwd: dir }))).toSorted();
  return Promise.all(
    files.map(async (file) => ({
      path: posix.join('/', file.replaceAll(sep, '/').replace(/(^|\/)index\.html$/, '$1')),
      html: await readFile(join(dir, file), 'utf8'),
    })),
  );
}

/** One page of each kind, to look at closely. */
export const KINDS = [
  '/',
  '/histoires/',
  '/histoires/pole-sante-clisson/',
  '/boite-a-outils/',
  '/boite-a-outils/livret-rcp-cas-complexes/',
  '/boite-a-outils/theme/protocoles/',
  '/equipes/',
  '/equipes/pole-sante-loire-et-sevre/',
  '/region/',
  '/chiffres/',
  '/analyse/',
  '/analyse/par-theme/',
  '/analyse/leviers/meme-lieu/',
  '/glossaire/',
  '/donnees/',
  '/comprendre/',
  '/guide/',
  '/recherche/?q=vaccination',
  '/plan-du-site/',
  '/flux/',
  '/mentions-legales/',
  '/accessibilite/',
  '/404.html',
] as const;
