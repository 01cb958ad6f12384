import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { readContenu } from '#src/checks/contenu.ts';
import { checkContenu } from '#src/checks/index.ts';
import { formatIssue } from '#src/checks/report.ts';
import { writeForm } from '#src/redaction/integration.ts';
import { launch, serve } from './browser.ts';
import { type Files, filesOf, offerFolder, seeAll, writeFiles } from './redaction-dossier.ts';
import { everyField, fill, type Step, type Values } from './redaction-saisie.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
let dir: string;
/** The form, open on a copy of the publication. */
export let page: Page;
/** The publication's files, as they were at first. */
export let before: Files;
/** What the form has asked of other hosts. */
export const elsewhere: string[] = [];
/** What it has complained of. */
export const complaints: string[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'redaction-'));
  const [opened] = await Promise.all([
    launch(),
    writeForm(join(dir, 'site/redaction'), await readContenu('content')),
  ]);
  await writeFiles(join(dir, 'site'), {
    'icone.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64'),
  });
  browser = opened;
  site = await serve(join(dir, 'site'));
  page = await browser.newPage({ locale: 'fr-FR' });
  await page.addInitScript(seeAll);
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.url))
      elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  before = await filesOf('content');
  await page.goto(`${site.url}/redaction/`);
  await offerFolder(page, before);
  await page.click('#dossier');
  await page.getByText('Récits').first().waitFor();
});
afterAll(async () => {
  await browser.close();
  site.close();
  await rm(dir, { recursive: true });
});

/** One of these files, as text. */
export const text = (files: Files, path: string) => Buffer.from(files[path] ?? '', 'base64').toString('utf8');

export async function go(route: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/collections/${to}`;
  }, route);
}

/** What the form refuses, as its editor reads it. */
const refusals = () =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLElement>('[data-key-path]')].flatMap((section) => {
      const said = section.querySelector<HTMLElement>(':scope > .validation')?.innerText.trim();
      return said ? [`${section.dataset['keyPath']} : ${said}`] : [];
    });
    return [
      ...fields,
      ...[...document.querySelectorAll<HTMLElement>('dialog')].map(({ innerText }) => innerText),
    ].join('\n');
  });

/** Saves, and waits until the form goes back to the list. */
async function save(): Promise<void> {
  const button = page.getByRole('button', { name: 'Enregistrer' });
  await button.evaluate((element: HTMLElement) => element.click());
  await button.waitFor({ state: 'detached' }).catch(async (error: unknown) => {
    throw new Error(`not saved:\n${await refusals()}`, { cause: error });
  });
  await page.waitForFunction(() => !/\/(new|entries)/.test(location.hash));
}

export async function create(collection: string, values: Values, body?: string): Promise<void> {
  await go(`${collection}/new`);
  await page.locator('[data-key-path]').first().waitFor();
  const steps = everyField(collection, values);
  await fill(page, body === undefined ? steps : [...steps, { path: 'texte', how: 'type', value: body }]);
  await save();
}

export async function edit(entry: string, steps: readonly Step[]): Promise<void> {
  await go(entry);
  await page.locator('[data-key-path]').first().waitFor();
  await fill(page, steps);
  await save();
}

/** What a file says now and did not, and how many of its lines are gone. */
export function changes(path: string, files: Files, after: Files) {
  const [old, now] = [files, after].map((each) => text(each, path).split('\n')) as [string[], string[]];
  return {
    path,
    lignes: now.filter((line) => !old.includes(line)),
    perdues: old.filter((line) => !now.includes(line)).length,
  };
}

/** What the whole check says of the folder as the form left it. */
export async function errorsIn(files: Files): Promise<string[]> {
  const content = join(dir, 'contenu');
  await writeFiles(content, files);
  const issues = await checkContenu(await readContenu(content), '2026-11-26');
  return issues.filter(({ severity }) => severity === 'erreur').map((issue) => formatIssue(issue));
}
