import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, serve } from './browser.ts';
import { KINDS, SITE } from './sites.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve(SITE.dir)]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Opens a page and gives what it asked for: addresses, errors, bytes as a host sends them (gzip for text). */
async function visit(path: string, options: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  let bytes = 0;
  const sizes: Promise<void>[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('response', (response) => {
    sizes.push(
      response.body().then((body) => {
        bytes += /woff2/.test(response.url()) ? body.length : gzipSync(body).length;
      }),
    );
  });
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  await Promise.all(sizes);
  const text = await page.locator('main').innerText();
  await context.close();
  return { requests, errors, bytes, text };
}

test.each(KINDS)('%s : aucune requête vers un autre hôte, aucune erreur', async (path) => {
  const { requests, errors } = await visit(path);
  expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([]);
  expect(errors.filter((error) => !(path === '/404.html' && error.includes('404')))).toEqual([]);
});

test.each(KINDS)('%s : se lit sans JavaScript', async (path) => {
  const { text } = await visit(path, { javaScriptEnabled: false });
  expect(text.length).toBeGreaterThan(120);
  expect(text).not.toContain('Recherche en cours');
});

/** A list of the toolbox, whole or narrowed: its facets are combined by one small module. */
const isToolList = (path: string) => /^\/boite-a-outils\/((theme|type)\/[^/]+\/)?$/.test(path);
const scriptsOf = (requests: readonly string[]) => requests.filter((url) => /\.m?js(\?|$)|\.wasm/.test(url));

test.each(KINDS.filter((path) => !path.startsWith('/recherche/') && !isToolList(path)))(
  '%s : n’envoie aucun script',
  async (path) => {
    const { requests } = await visit(path);
    expect(scriptsOf(requests)).toEqual([]);
  },
);

test.each(KINDS.filter(isToolList))(
  '%s : un seul script, de moins de 3 ko ; la page entière pèse moins de 60 ko',
  async (path) => {
    const { requests, bytes } = await visit(path);
    const scripts = scriptsOf(requests);
    expect(scripts).toHaveLength(1);
    const source = await (await fetch(scripts[0] ?? '')).text();
    expect(gzipSync(source).length).toBeLessThan(3000);
    expect(source).not.toMatch(/\bfetch\(|XMLHttpRequest|import\(/);
    expect(bytes).toBeLessThan(60_000);
  },
);

test('un récit sans ses photos pèse moins de 150 ko, polices comprises', async () => {
  const { bytes } = await visit('/histoires/pole-sante-clisson/');
  expect(bytes).toBeLessThan(150_000);
});

test('la recherche trouve malgré l’élision et les accents oubliés, et garde la question dans l’adresse', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/recherche/`);
  await page.getByLabel('Que cherchez-vous ?').last().fill("l'equipe de clisson");
  await page.keyboard.press('Enter');
  await page.locator('.resultat').first().waitFor();
  expect(
    await page.locator('.resultat a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toContain('/histoires/pole-sante-clisson/');
  expect(page.url()).toContain('?q=');
  await page.close();
});

test('une question hostile s’affiche comme du texte', async () => {
  const page = await browser.newPage();
  const hostile = '<img src=x onerror="document.title=1">';
  await page.goto(`${site.url}/recherche/?q=${encodeURIComponent(hostile)}`);
  await page.getByRole('status').filter({ hasText: 'résultat' }).waitFor();
  expect(await page.getByRole('status').innerText()).toContain('<img src=x');
  expect(await page.title()).toContain('Recherche');
  expect(await page.locator('main img').count()).toBe(0);
  await page.close();
});
