import type { PageSource, Sources } from '#src/domain/search-sources.ts';
import { cp, glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Entree, Fiche } from '#src/search/format.ts';
import { INDEX, SOURCES } from '#src/search/places.ts';
import { writer } from './draws.ts';

/** Words of a page, as the model texts of the field have. */
const LENGTH = 900;
const SECTIONS = 5;
/** The words of a built publication, as often as it writes them. */
async function wordsOf(built: string): Promise<string[]> {
  const { version } = JSON.parse(await readFile(join(built, INDEX, 'index.json'), 'utf8')) as Entree;
  const words: string[] = [];
  for await (const file of glob('fiche-*', { cwd: join(built, INDEX, version) })) {
    const { texte } = JSON.parse(
      gunzipSync(await readFile(join(built, INDEX, version, file))).toString(),
    ) as Fiche;
    words.push(...(texte.match(/[\p{L}’-]{2,}/gu) ?? []));
  }
  return words;
}

const NATURES = ['histoire', 'outil', 'outil', 'equipe', 'page'] as const;
const THEMES = 16;

/**
 * Writes a site of `size` pages of 900 words in `site`, made of the words of a built publication and of rare ones, with
 * the search page and the styles of that publication.
 * @returns questions of one to three words that a reader could ask, some of them common, some rare
 */
export async function synthesise(site: string, built: string, size: number): Promise<string[]> {
  const words = await wordsOf(built);
  const { draw, pick, rare, sentence } = writer(words, size);
  const pages: Record<string, PageSource> = {};
  for (let page = 0; page < size; page++) {
    const titre = sentence(5);
    const sections = Array.from({ length: SECTIONS }, (_, index) => {
      const text = Array.from({ length: 9 }, () => `${sentence(LENGTH / SECTIONS / 9)}.`).join(' ');
      return `<h2 id="partie-${index}">${sentence(4)}</h2><p>${text}</p>`;
    });
    const folder = join(site, 'pages', String(page));
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, 'index.html'),
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${titre}</title></head><body><main data-pagefind-body><h1>${titre}</h1>${sections.join('')}</main></body></html>`,
    );
    const theme = Math.floor(draw() * THEMES);
    pages[`/pages/${page}/`] = {
      nature: NATURES[page % NATURES.length] ?? 'page',
      repere: `Thème ${theme}`,
      role: 'texte',
      resume: sentence(20),
      mots: [rare(), pick(words)],
      alentours: [],
      filtres: {
        theme: [{ cle: `t${theme}`, nom: `Thème ${theme}` }],
        annee: [{ cle: String(2015 + (page % 12)), nom: String(2015 + (page % 12)) }],
      },
      lieux: {},
    };
  }
  const { groupes } = JSON.parse(await readFile(join(built, INDEX, 'index.json'), 'utf8')) as Entree;
  const sources: Sources = { facettes: { theme: 'Thème', annee: 'Année' }, pages, sigles: [], groupes };
  for (const folder of ['ressources', 'polices', 'recherche'])
    await cp(join(built, folder), join(site, folder), {
      recursive: true,
      filter: (path) => path !== join(built, INDEX),
    });
  await writeFile(join(site, SOURCES), JSON.stringify(sources));
  return Array.from({ length: 60 }, (_, index) =>
    Array.from({ length: 1 + (index % 3) }, () => (draw() < 0.2 ? rare() : pick(words))).join(' '),
  );
}
