import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { browser, site } from './open-site.ts';
import { KINDS } from './sites.ts';

/** Opens a page and gives what it asked for: addresses, errors, bytes as a host sends them (gzip for text). */
async function visit(path: string, options: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  let bytes = 0;
  const scripts: { bytes: number; source: string }[] = [];
  const sizes: Promise<void>[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('response', (response) => {
    sizes.push(
      response.body().then((body) => {
        const size = /woff2/.test(response.url()) ? body.length : gzipSync(body).length;
        bytes += size;
        if (/\.m?js(\?|$)/.test(response.url())) scripts.push({ bytes: size, source: body.toString('utf8') });
      }),
    );
  });
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  await Promise.all(sizes);
  const text = await page.locator('main').innerText();
  await context.close();
  return { requests, errors, bytes, scripts, text };
}

test.concurrent.each(KINDS)('%s : aucune requête vers un autre hôte, aucune erreur', async (path) => {
  const { requests, errors } = await visit(path);
  expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([]);
  expect(errors.filter((error) => !(path === '/404.html' && error.includes('404')))).toEqual([]);
});

test.concurrent.each(KINDS)('%s : se lit sans JavaScript', async (path) => {
  const { text } = await visit(path, { javaScriptEnabled: false });
  expect(text.length).toBeGreaterThan(120);
  expect(text).not.toContain('Recherche en cours');
});

/** A list of the toolbox, whole or narrowed: its facets are combined by one small module. */
const isToolList = (path: string) => /^\/boite-a-outils\/((theme|type)\/[^/]+\/)?$/.test(path);
/** The key that leads to the search box is on every page. */
const SHORTCUT = 1000;

test.concurrent.each(KINDS.filter((path) => !path.startsWith('/recherche/') && !isToolList(path)))(
  '%s : n’envoie pas d’autre script que le raccourci vers la recherche, de moins d’un kilo-octet',
  async (path) => {
    const { requests, scripts } = await visit(path);
    expect(requests.filter((url) => /\.wasm|recherche\/index/.test(url))).toEqual([]);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.bytes).toBeLessThan(SHORTCUT);
  },
);

test.concurrent.each(KINDS.filter(isToolList))(
  '%s : moins de 4 ko de scripts, qui ne demandent rien de plus ; la page entière pèse moins de 60 ko',
  async (path) => {
    const { scripts, bytes } = await visit(path);
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.reduce((sum, script) => sum + script.bytes, 0)).toBeLessThan(4000);
    for (const { source } of scripts) expect(source).not.toMatch(/\bfetch\(|XMLHttpRequest|import\(/);
    expect(bytes).toBeLessThan(60_000);
  },
);

test('un récit sans ses photos pèse moins de 150 ko, polices comprises', async () => {
  const { bytes } = await visit('/histoires/pole-sante-clisson/');
  expect(bytes).toBeLessThan(150_000);
});
