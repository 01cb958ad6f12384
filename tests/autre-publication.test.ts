import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AUTRE, pagesOf, SITE } from './sites.ts';

/** Names, places and acronyms of the first publication. */
const OF_THE_FIRST =
  /APMSL|Inspir|Clisson|Rez[ée]|Loire|Vendée|Sarthe|Mayenne|\bMSP\b|SISA|maisons? de santé|soignant/i;

test('une autre publication ne porte aucun mot de la première', async () => {
  for (const { path, html } of await pagesOf(AUTRE)) {
    expect(OF_THE_FIRST.exec(html)?.[0], path).toBeUndefined();
  }
});

test('une autre publication porte son nom, ses couleurs, ses départements', async () => {
  const pages = await pagesOf(AUTRE);
  const home = pages.find(({ path }) => path === '/')?.html ?? '';
  expect(home).toContain('Les Carnets du large');
  const [css = ''] = await Array.fromAsync(glob('ressources/*.css', { cwd: AUTRE.dir }));
  const sheet = await readFile(join(AUTRE.dir, css), 'utf8');
  expect(sheet.toLowerCase()).toContain('#8a1c5b');
  expect(pages.find(({ path }) => path === '/equipes/')?.html).toMatch(/Finistère[\s\S]*Corse-du-Sud/);
});

test('les données inventées sont annoncées comme telles', async () => {
  const pages = await pagesOf(AUTRE);
  for (const path of ['/equipes/le-phare/', '/histoires/le-phare/', '/boite-a-outils/affiche-horaires/']) {
    expect(pages.find((page) => page.path === path)?.html, path).toContain('Démonstration');
  }
});

test('un texte en MDX donne les mêmes blocs qu’en Markdown', async () => {
  const story = (await pagesOf(AUTRE)).find(({ path }) => path === '/histoires/le-phare/')?.html ?? '';
  expect(story).toContain('class="passage passage-levier" id="levier-horaires-larges"');
  expect(story).toContain('class="conseil-titre">Commencer petit<');
});

test('le générateur ne nomme pas la première publication', async () => {
  for await (const file of glob('src/**/*.{ts,astro,css}')) {
    if (file.endsWith('.test.ts')) continue;
    expect(
      /APMSL|Inspir|Clisson|Rez[ée]\b|Loire/.exec(await readFile(file, 'utf8'))?.[0],
      file,
    ).toBeUndefined();
  }
});

test('les deux sites ont bien deux contenus', async () => {
  const [first, second] = await Promise.all([pagesOf(SITE), pagesOf(AUTRE)]);
  expect(first.length).toBeGreaterThan(second.length);
});
