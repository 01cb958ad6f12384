import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { browser, site } from './open-site.ts';
import { AUTRE, KINDS, pagesOf, SITE } from './sites.ts';

type Visit = ReturnType<typeof open>;
const visits = new Map<string, Visit>();

/** What a page asked for when it was opened, once for all the tests that read it. */
function visit(path: string): Visit {
  const known = visits.get(path) ?? open(path);
  visits.set(path, known);
  return known;
}

/** Opens a page and gives what it asked for: addresses, errors, bytes as a host sends them (gzip for text). */
async function open(path: string, options: { javaScriptEnabled?: boolean } = {}) {
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
  const { text } = await open(path, { javaScriptEnabled: false });
  expect(text.length).toBeGreaterThan(120);
  expect(text).not.toContain('Recherche en cours');
});

/** A list of the toolbox, whole or narrowed: its facets are combined by one small module. */
const isToolList = (path: string) => /^\/boite-a-outils\/((theme|type)\/[^/]+\/)?$/.test(path);
/** The matrix of the analysis: its columns change and its cases open in place, when they are asked to. */
const isMatrix = (path: string) => /^\/analyse\/(par-[a-z]+\/)?$/.test(path);
/** The key that leads to the search box is on every page. */
const SHORTCUT = 1000;

test.concurrent.each(
  KINDS.filter((path) => !path.startsWith('/recherche/') && !isToolList(path) && !isMatrix(path)),
)(
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

test.concurrent.each(KINDS.filter(isMatrix))(
  '%s : moins de 3 ko de scripts, qui ne demandent rien avant qu’on le leur demande',
  async (path) => {
    const { scripts, requests } = await visit(path);
    expect(scripts.reduce((sum, script) => sum + script.bytes, 0)).toBeLessThan(3000);
    expect(requests.filter((url) => new URL(url).pathname.startsWith('/analyse/'))).toHaveLength(1);
  },
);

test('un récit ne demande rien de plus que ce que sa page annonce : 110 ko au plus, polices comprises', async () => {
  const { bytes } = await visit('/histoires/pole-sante-clisson/');
  expect(bytes).toBeLessThan(110_000);
});

test.each(['/', '/boite-a-outils/', '/histoires/pole-sante-clisson/', '/guide/'])(
  '%s : le texte a sa police, taillée pour le français ; les autres lettres ne viennent que si la page en a',
  async (path) => {
    const page = await browser.newPage();
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    /** The faces of the text that have come, by the first letter of each: a space, or « ¡ ». */
    const come = () =>
      page.evaluate(async () => {
        await document.fonts.ready;
        const faces = [...document.fonts].filter(
          ({ family, status }) => family === 'Figtree' && status === 'loaded',
        );
        return [...new Set(faces.map(({ unicodeRange }) => unicodeRange.split(/[-,]/)[0]))].toSorted();
      });
    expect(await come()).toEqual(['U+20']);
    await page.evaluate(() => document.querySelector('main')?.append('Peña'));
    await expect.poll(come, { timeout: 10_000 }).toEqual(['U+20', 'U+A1']);
    await page.close();
  },
);

test('un script glissé dans une page, un attribut « on… » ou une image d’ailleurs ne font rien', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.route('https://ailleurs.example/**', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await page.route(`${site.url}/histoires/`, async (route) => {
    const response = await route.fetch();
    const planted = `<script>window.planted = 1</script><img src="/icone.svg" alt="" onload="window.planted = 2"><img src="https://ailleurs.example/x.png" alt="">`;
    await route.fulfill({ response, body: (await response.text()).replace('</main>', `${planted}</main>`) });
  });
  await page.goto(`${site.url}/histoires/`, { waitUntil: 'networkidle' });
  expect(await page.locator('main img[src="/icone.svg"]').count()).toBe(1);
  expect(await page.evaluate(() => (window as { planted?: number }).planted)).toBeUndefined();
  expect(asked).toEqual([]);
  await page.close();
});

test('chaque page porte la règle de sécurité, et aucun style ni script écrit dans la page', async () => {
  for (const built of [SITE, AUTRE]) {
    for (const { path, html } of await pagesOf(built)) {
      if (path.startsWith('/redaction/')) continue;
      expect(html, path).toMatch(
        /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'/,
      );
      expect(
        /<style|\sstyle="|\son[a-z]+="|<script(?![^>]* src=| type="application\/ld\+json">)/.exec(html)?.[0],
        path,
      ).toBeUndefined();
    }
  }
});

test('le plan pour les moteurs donne chaque page qui s’indexe, une fois, et le fichier robots l’annonce', async () => {
  const read = (name: string) => readFile(join(SITE.dir, name), 'utf8');
  const map = [...(await read('sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = '']) => new URL(url).pathname,
  );
  const wanted = (await pagesOf(SITE)).filter(
    ({ html, path }) =>
      !html.includes('name="robots" content="noindex"') &&
      html.includes(`<link rel="canonical" href="https://inspir-cafe.example${path}"`),
  );
  expect(map.toSorted()).toEqual(wanted.map(({ path }) => path).toSorted());
  expect(map.length).toBeGreaterThan(100);
  expect(await read('robots.txt')).toContain('Sitemap: https://inspir-cafe.example/sitemap.xml');
});
