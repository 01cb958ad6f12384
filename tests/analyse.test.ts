import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch, serve } from './browser.ts';
import { AUTRE, type BuiltPage, type BuiltSite, pagesOf, SITE } from './sites.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launch();
  site = await serve(SITE.dir);
  page = await browser.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

const AXES = ['', 'par-theme/', 'par-forme/', 'par-departement/', 'par-taille/', 'par-age/'];

/** Addresses of the cases of a matrix, and what each says. */
const casesOf = ({ html }: BuiltPage) =>
  [...html.matchAll(/<a class="case" href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(
    ([, href = '', inside = '']) => ({
      href,
      said: inside
        .replace(/<[^>]+>/g, ' ')
        .replace(/[\s\u00A0]+/g, ' ')
        .trim(),
    }),
  );
/** The passages that a story's page marks, by their places: « /histoires/x/#levier-y ». */
const placesIn = (pages: readonly BuiltPage[]) =>
  new Set(
    pages
      .filter(({ path }) => /^\/histoires\/[^/]+\/$/.test(path))
      .flatMap(({ path, html }) =>
        [...html.matchAll(/<[a-z]+ [^>]*class="passage [^>]*>/g)].map(
          ([tag]) => `${path}#${/ id="([^"]+)"/.exec(tag)?.[1] ?? ''}`,
        ),
      ),
  );
/** What stands under an anchor of a page, up to the end of its section. */
const groupAt = (html: string, anchor: string) =>
  html.slice(html.indexOf(`aria-labelledby="${anchor}"`)).split('</section>')[0] ?? '';
const placesOf = (html: string) =>
  [...html.matchAll(/<a href="(\/histoires\/[^"]+#[^"]+)"[^>]*>lire dans le récit/g)].map(
    ([, href = '']) => href,
  );

test.for([SITE, AUTRE])(
  'chaque chiffre mène à ses passages, et chaque passage à sa place dans un récit (%o)',
  async (built: BuiltSite) => {
    const pages = await pagesOf(built);
    const places = placesIn(pages);
    const byPath = new Map(pages.map((each) => [each.path, each]));
    const read = new Set<string>();
    for (const axis of AXES) {
      const matrix = byPath.get(`/analyse/${axis}`);
      const cases = matrix ? casesOf(matrix) : [];
      expect(cases.length, axis).toBeGreaterThan(0);
      for (const { href, said } of cases) {
        const [path = '', anchor = ''] = href.split('#');
        const found = placesOf(groupAt(byPath.get(path)?.html ?? '', anchor));
        const stories = new Set(found.map((place) => place.split('#')[0]));
        const [number = '', , of = ''] = said.split(' ').filter((word) => /^\d+$|^sur$/.test(word));
        expect(Number(number), `${href} : ${said}`).toBe(axis === '' ? found.length : stories.size);
        if (axis !== '') expect(Number(number)).toBeLessThanOrEqual(Number(of));
        for (const place of found) {
          expect(places, place).toContain(place);
          read.add(place);
        }
      }
    }
    // And no passage is left out.
    expect(read).toEqual(places);
  },
);

test('chaque récit dit ce qu’il apporte, chaque page de levier ses outils et ses équipes', async () => {
  const pages = new Map((await pagesOf(SITE)).map(({ path, html }) => [path, html.replace(/\s+/g, ' ')]));
  const story = pages.get('/histoires/pole-sante-clisson/') ?? '';
  expect(story).toContain('Ce que ce récit apporte à l’analyse');
  const brought = groupAt(story, 'analyse');
  expect(brought).toContain('Ce récit est le seul à le montrer.');
  expect(brought).toContain('Un autre récit le montre aussi.');
  const lever = pages.get('/analyse/leviers/meme-lieu/') ?? '';
  expect(groupAt(lever, 'outils')).toContain('/boite-a-outils/check-list-projet-architectural/');
  expect(groupAt(lever, 'equipes')).toContain('/equipes/pole-sante-clisson/');
  const bare = pages.get('/analyse/freins/hierarchie/') ?? '';
  expect(bare).toContain('Aucun récit publié n’en parle encore.');
  expect(groupAt(bare, 'outils')).toContain('Des outils qui y répondent');
  const team = pages.get('/equipes/pole-sante-clisson/') ?? '';
  expect(groupAt(team, 'voisines')).toMatch(/Ce qui les rapproche : \d+ métiers en commun, plusieurs sites/);
});

test('sur place, les colonnes changent et une case s’ouvre sous sa ligne ; les retours de la page suivent', async () => {
  await page.goto(`${site.url}/analyse/`);
  const first = page.locator('.case').first();
  await first.click();
  const panel = page.locator('.ouverte');
  await panel.getByRole('link', { name: 'lire dans le récit' }).first().waitFor();
  expect(await first.getAttribute('aria-expanded')).toBe('true');
  await panel.getByRole('button', { name: 'Fermer' }).click();
  expect(await panel.count()).toBe(0);
  expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);

  // Pressed twice before its page has come, it opens nothing, and no row goes.
  await page.reload();
  const rows = await page.locator('tbody tr').count();
  await first.dblclick();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('tbody tr').count()).toBe(rows);
  expect(await first.getAttribute('aria-expanded')).not.toBe('true');

  await page.evaluate(() => {
    document.body.dataset['meme'] = 'page';
  });
  const choice = page.getByRole('navigation', { name: 'Colonnes du tableau' });
  await choice.getByRole('link', { name: 'département' }).click();
  await page.getByRole('columnheader', { name: 'Loire-Atlantique' }).first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/analyse/par-departement/');
  expect(await page.title()).toContain('par département');
  await page.locator('.case').first().click();
  await page.locator('.ouverte figure').nth(1).waitFor();
  await page.goBack();
  await page.getByRole('columnheader', { name: 'Pôle Santé Clisson' }).first().waitFor();
  expect(await page.evaluate(() => document.body.dataset['meme'])).toBe('page');
  expect(complaints).toEqual([]);
});
