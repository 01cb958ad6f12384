import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { buildSearchIndex } from '#src/search/build-index.ts';
import { launch, serve } from '../tests/browser.ts';
import { readCases, relevanceOf } from './relevance.ts';
import { synthesise } from './synthetic-pages.ts';

/**
 * Measures the search in a real Chromium, beside plain Pagefind on the same pages: relevance on the publication, then
 * bytes of a first question and time of the next ones on it and on synthetic publications.
 */

const FOLDER = '.cache/bench/recherche';
/** Questions that the search was tuned with, and others that it never was. */
const CASES = 'tests/pertinence.json';
const CONTROL = 'tests/pertinence-temoin.json';
const french = (value: number, digits = 1) =>
  value.toLocaleString('fr-FR', { maximumFractionDigits: digits });
const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

/** Plain Pagefind on the same pages, as its documentation says, and the least page that asks it. */
async function addPlain(site: string): Promise<void> {
  const { index } = await createIndex({ forceLanguage: 'fr' });
  if (!index) throw new Error('Pagefind');
  await index.addDirectory({ path: site });
  await index.writeFiles({ outputPath: join(site, 'pagefind') });
  await index.deleteIndex();
  await mkdir(join(site, 'simple'), { recursive: true });
  await writeFile(
    join(site, 'simple/index.html'),
    '<!doctype html><html lang="fr"><title>Pagefind</title></html>',
  );
}

/** Bytes of a file as a host sends it: text in gzip, the rest as it is. */
async function sent(file: string): Promise<number> {
  const content = await readFile(file);
  return /\.(?:html|css|js|json|svg|txt)$/.test(extname(file)) ? gzipSync(content).length : content.length;
}

/** One of the two searches, as a reader uses it. */
interface Way {
  readonly nom: string;
  readonly path: string;
  /** Asks, waits for the first results, gives their addresses and the milliseconds that it took. */
  readonly ask: (page: Page, query: string) => Promise<{ urls: string[]; ms: number }>;
}

/** Results read by someone who sees ten of them. */
const SEEN = 10;

const WAYS: readonly Way[] = [
  {
    nom: 'la nôtre',
    path: '/recherche/',
    ask: (page, query) =>
      page.evaluate(async (text) => {
        const form = document.querySelector<HTMLFormElement>('main form');
        const input = form?.querySelector('input');
        const results = document.querySelector('#recherche-resultats');
        if (!form || !input || !results) throw new Error('page de recherche');
        const start = performance.now();
        await new Promise<void>((resolve) => {
          new MutationObserver((_, observer) => {
            observer.disconnect();
            resolve();
          }).observe(document.querySelector('#recherche-etat') as Node, { childList: true });
          input.value = text;
          form.requestSubmit();
        });
        const ms = performance.now() - start;
        const urls = [...results.querySelectorAll<HTMLAnchorElement>('h3 a')].map(
          (a) => a.getAttribute('href') ?? '',
        );
        return { urls, ms };
      }, query),
  },
  {
    nom: 'Pagefind seul',
    path: '/simple/',
    ask: (page, query) =>
      page.evaluate(
        async ([text, seen]) => {
          const start = performance.now();
          const address = '/pagefind/pagefind.js';
          const pagefind = await import(address);
          const { results } = await pagefind.search(text);
          const shown = await Promise.all(
            results.slice(0, seen).map((result: { data: () => unknown }) => result.data()),
          );
          return { urls: shown.map(({ url }) => url as string), ms: performance.now() - start };
        },
        [query, SEEN] as const,
      ),
  },
];

interface Speed {
  readonly first: readonly number[];
  readonly warm: readonly number[];
}

/** Bytes of the first question of a visit, for each of these, and milliseconds of all of them asked again. */
async function speedOf(browser: Browser, site: string, way: Way, queries: readonly string[]): Promise<Speed> {
  let files: string[] = [];
  const server = await serve(site, (file) => files.push(file));
  const first: number[] = [];
  const warm: number[] = [];
  for (const query of queries.slice(0, FIRST_ASKED)) {
    files = [];
    const page = await browser.newPage();
    await page.goto(server.url + way.path, { waitUntil: 'networkidle' });
    await way.ask(page, query);
    // What dresses the page is sent whatever is asked.
    const own = files.filter((file) => !/\.(?:html|css|woff2|svg)$/.test(file));
    first.push((await Promise.all(own.map(sent))).reduce((sum, bytes) => sum + bytes, 0));
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto(server.url + way.path, { waitUntil: 'networkidle' });
  for (const query of queries) await way.ask(page, query);
  for (const query of queries) warm.push((await way.ask(page, query)).ms);
  await page.close();
  server.close();
  return { first, warm };
}
/** Visits that ask one question. */
const FIRST_ASKED = 12;

async function weight(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

async function timed<Result>(work: () => Promise<Result>): Promise<[number, Result]> {
  const start = performance.now();
  const result = await work();
  return [(performance.now() - start) / 1000, result];
}

/** One row of the table; the publication's own index was made with its site, and is not timed here. */
function line(
  nom: string,
  way: Way,
  seconds: number | undefined,
  bytes: number,
  { first, warm }: Speed,
): string {
  return [
    nom,
    way.nom,
    seconds === undefined ? '' : french(seconds),
    french(bytes / 1e6, 2),
    french(percentile(first, 0.5) / 1000),
    french(Math.max(...first) / 1000),
    french(percentile(warm, 0.5)),
    french(percentile(warm, 0.95)),
  ].join(' | ');
}

async function relevance(browser: Browser, site: string, path: string): Promise<void> {
  const cases = await readCases(path);
  const server = await serve(site);
  console.log(`${path}, ${cases.length} questions | rappel à 5 | rang réciproque moyen`);
  for (const way of WAYS) {
    const page = await browser.newPage();
    await page.goto(server.url + way.path, { waitUntil: 'networkidle' });
    const answers: string[][] = [];
    for (const { query } of cases) answers.push((await way.ask(page, query)).urls);
    const { recall, mrr, missed } = relevanceOf(cases, answers);
    console.log(`${way.nom} | ${french(100 * recall)} % | ${french(mrr, 3)}`);
    for (const { query, parts } of missed) console.log(`    ${query} : ${parts.join(', ')}`);
    await page.close();
  }
  server.close();
}

/** @param sizes of the synthetic publications, in pages */
export async function benchSearch(sizes: readonly number[]): Promise<void> {
  const built = 'dist';
  if (!existsSync(join(built, 'recherche/index')))
    throw new Error('Construire d’abord le site : npm run build.');
  const own = join(FOLDER, 'publication');
  await rm(FOLDER, { recursive: true, force: true });
  await cp(built, own, { recursive: true });
  const [plainSeconds] = await timed(() => addPlain(own));
  const browser = await launch();
  await relevance(browser, own, CASES);
  await relevance(browser, own, CONTROL);
  console.log(
    '\npages | recherche | index (s) | index (Mo) | première question : médiane (ko) | la plus lourde (ko) | suivantes : médiane (ms) | 95ᵉ centile (ms)',
  );
  const queries = (await readCases(CASES)).map(({ query }) => query);
  const report = async (
    nom: string,
    site: string,
    asked: readonly string[],
    seconds: readonly (number | undefined)[],
  ) => {
    for (const [index, way] of WAYS.entries()) {
      const folder = join(site, ['recherche/index', 'pagefind'][index] ?? '');
      console.log(
        line(nom, way, seconds[index], await weight(folder), await speedOf(browser, site, way, asked)),
      );
    }
  };
  await report('la publication', own, queries, [undefined, plainSeconds]);
  for (const size of sizes) {
    const site = join(FOLDER, `pages-${size}`);
    const asked = await synthesise(site, built, size);
    const [ours] = await timed(() => buildSearchIndex(site));
    const [plain] = await timed(() => addPlain(site));
    await report(french(size), site, asked, [ours, plain]);
    await rm(site, { recursive: true, force: true });
  }
  await browser.close();
  console.log(`${cpus().length}\u00A0cœurs, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`);
}
