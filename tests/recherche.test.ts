import { gzipSync } from 'node:zlib';
import { readFile, stat } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCases, relevanceOf } from '../scripts/relevance.ts';
import { violations } from './axe.ts';
import { browser, sent, site } from './open-site.ts';

let context: BrowserContext;
let page: Page;
let errors: string[];
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  sent.length = 0;
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

const state = () => page.locator('#recherche-etat');
const field = () => page.locator('main search input');
const titles = () => page.locator('.resultat h3').allInnerTexts();
const urls = () =>
  page.locator('.resultat h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
/** Waits until the page speaks of this question. */
const told = (text: string) => state().filter({ hasText: text }).waitFor();
const open = async (path: string) => {
  await page.goto(site.url + path);
  const query = new URLSearchParams(path.split('?')[1]).get('q');
  if (query !== null) await told('pour');
};
const indexFiles = () => sent.filter((file) => file.includes('recherche/index/'));

/** Asks all these questions as a reader would, and says how good the answers are. */
async function relevance(path: string) {
  const cases = await readCases(path);
  await page.goto(`${site.url}/recherche/`);
  const answers: string[][] = [];
  for (const { query } of cases) {
    await field().fill(query);
    await page.keyboard.press('Enter');
    await told(query.trim());
    answers.push(await urls());
  }
  return { number: cases.length, ...relevanceOf(cases, answers) };
}

test('les questions de pertinence trouvent ce qu’elles attendent dans les cinq premiers résultats', async () => {
  const { number, missed, mrr } = await relevance('tests/pertinence.json');
  expect(number).toBeGreaterThanOrEqual(60);
  expect(missed).toEqual([]);
  expect(mrr).toBeGreaterThan(0.85);
});

test('des questions pour lesquelles rien n’a été réglé trouvent au moins 95 % de ce qu’elles attendent', async () => {
  const { recall, mrr } = await relevance('tests/pertinence-temoin.json');
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(mrr).toBeGreaterThan(0.85);
});

test('une première question pèse moins de 120 ko, scripts compris', async () => {
  await open('/recherche/?q=r%C3%A9union%20de%20concertation');
  await page.waitForLoadState('networkidle');
  const files = sent.filter((file) => !/\.(?:html|css|woff2|svg)$/.test(file));
  const sizes = await Promise.all(
    files.map(async (file) =>
      file.endsWith('.js') || file.endsWith('.json')
        ? gzipSync(await readFile(file)).length
        : (await stat(file)).size,
    ),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000);
  expect(indexFiles().length).toBeGreaterThan(3);
});

describe('rien de la recherche ne se charge avant qu’on la demande', () => {
  test.each(['/', '/histoires/pole-sante-clisson/', '/boite-a-outils/', '/recherche/'])(
    '%s',
    async (path) => {
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      expect(indexFiles()).toEqual([]);
    },
  );
});

describe('chercher', () => {
  test('en tapant, les résultats suivent ; l’adresse garde la question', async () => {
    await page.goto(`${site.url}/recherche/`);
    await field().pressSequentially('melanome', { delay: 20 });
    await told('« melanome »'.replace(/ /g, '\u00A0'));
    expect(await urls()).toContain('/histoires/pole-sante-clisson/');
    expect(new URL(page.url()).searchParams.get('q')).toBe('melanome');
  });

  test('les résultats sont groupés par sorte, les mots trouvés marqués, les passages mènent au bon endroit', async () => {
    await open('/recherche/?q=coordination');
    expect(await page.locator('.groupe h2').allInnerTexts()).toContain('Histoires');
    expect(
      (await page.locator('.resultat mark').allInnerTexts()).some((text) => /^coordination$/i.test(text)),
    ).toBe(true);
    const [place] = await page
      .locator('.lieux a[href^="/histoires/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(place).toMatch(/#/);
    await page.goto(site.url + place);
    expect(await page.locator(new URL(page.url()).hash).count()).toBe(1);
  });

  test('l’élargissement est dit, et s’annule', async () => {
    await open('/recherche/?q=kin%C3%A9');
    await page.getByText('Recherché aussi').waitFor();
    expect(await page.locator('#recherche-ajouts a').innerText()).toBe(
      'Chercher seulement «\u00A0kiné\u00A0»',
    );
    await page.getByRole('link', { name: /Chercher seulement/ }).click();
    await page.getByText('Seuls les mots écrits').waitFor();
    expect(new URL(page.url()).searchParams.get('exact')).toBe('1');
    await page.getByRole('link', { name: 'Élargir la recherche' }).click();
    await page.getByText('Recherché aussi').waitFor();
  });

  test('une faute de frappe est corrigée, et la correction se dit', async () => {
    await open('/recherche/?q=vacination');
    expect(await page.locator('#recherche-ajouts').innerText()).toContain(
      'Vouliez-vous dire «\u00A0vaccination\u00A0»',
    );
    expect(await urls()).toContain('/histoires/pole-sante-loire-et-sevre/');
  });

  test('sans résultat, la page dit ce qui a été compris et mène aux thèmes', async () => {
    await open('/recherche/?q=xylophone%20marimba');
    await told('Aucun résultat');
    const text = await page.locator('main').innerText();
    expect(text).toContain('Aucune page ne contient «\u00A0xylophone\u00A0» ni «\u00A0marimba\u00A0»');
    expect(await page.getByRole('link', { name: 'Implication des usagers' }).isVisible()).toBe(true);
  });
});

describe('filtrer', () => {
  const box = (facet: string, value: string) => page.locator(`input[name="${facet}"][value="${value}"]`);

  test('les nombres suivent, les filtres sont dans l’adresse, le retour en arrière les défait', async () => {
    await open('/recherche/?q=protocole');
    const before = await state().innerText();
    const count = Number(
      await page
        .locator('label', { has: box('nature', 'outil') })
        .locator('b')
        .innerText(),
    );
    await box('nature', 'outil').check();
    // Not « 18 résultats », which also holds « 8 résultats ».
    await state()
      .filter({ hasText: new RegExp(`^${count}\u00A0résultats`) })
      .waitFor();
    expect(new URL(page.url()).searchParams.getAll('nature')).toEqual(['outil']);
    expect((await urls()).every((url) => url.startsWith('/boite-a-outils/'))).toBe(true);
    await page.reload();
    await told(`${count}\u00A0résultats`);
    expect(await box('nature', 'outil').isChecked()).toBe(true);
    await page.goBack();
    await told(before.slice(0, 12));
    expect(await box('nature', 'outil').isChecked()).toBe(false);
  });

  test('deux facettes se combinent ; une valeur qui ne donnerait rien ne peut être choisie', async () => {
    await open('/recherche/?q=protocole&nature=outil');
    const disabled = page.locator('#recherche-filtres input:disabled');
    expect(await disabled.count()).toBeGreaterThan(0);
    for (const label of await page
      .locator('#recherche-filtres label', { has: disabled })
      .locator('b')
      .allInnerTexts())
      expect(label).toBe('0');
    const first = page.locator('input[name="theme"]:enabled').first();
    const value = await first.getAttribute('value');
    await first.check();
    await page.waitForURL((url) => url.searchParams.get('theme') === value);
    await page.getByRole('link', { name: 'Retirer les filtres' }).click();
    await page.waitForURL(
      (url) => !url.searchParams.has('theme') && url.searchParams.get('q') === 'protocole',
    );
  });

  test('au clavier, la case garde le curseur quand la liste est redessinée', async () => {
    await open('/recherche/?q=protocole');
    await box('nature', 'outil').focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/nature=outil/);
    await page.locator('.groupe').first().waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('outil');
  });
});

describe('au clavier', () => {
  test.each([
    ['/', '« / »'],
    ['Control+k', 'Ctrl-K'],
  ])('%s ouvre la boîte de n’importe quelle page', async (key) => {
    await page.goto(`${site.url}/glossaire/`);
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('recherche-entete');
    await page.keyboard.type('melanome');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/recherche\/\?q=melanome/);
    await told('melanome');
  });

  test('« / » s’écrit dans un champ comme ailleurs', async () => {
    await page.goto(`${site.url}/recherche/`);
    await field().fill('COORD');
    await field().press('/');
    expect(await field().inputValue()).toBe('COORD/');
  });

  test('de la question au premier résultat, puis à sa page, sans souris', async () => {
    await page.goto(`${site.url}/recherche/`);
    await page.keyboard.press('/');
    await page.keyboard.type('melanome');
    await page.keyboard.press('Enter');
    await told('melanome');
    let reached = false;
    for (let step = 0; step < 60 && !reached; step++) {
      await page.keyboard.press('Tab');
      reached = await page.evaluate(() => Boolean(document.activeElement?.closest('.resultat h3')));
    }
    expect(reached).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/recherche/'));
  });
});

test('un lecteur d’écran entend le nombre de résultats ; les noms et les rôles sont là', async () => {
  await open('/recherche/?q=protocole');
  expect(await state().getAttribute('role')).toBe('status');
  expect(await state().innerText()).toMatch(/^\d+\u00A0résultats pour «\u00A0protocole\u00A0»/);
  const tree = await page.locator('main').ariaSnapshot();
  for (const part of [
    '- search',
    'searchbox "Que cherchez-vous',
    'group "Filtrer les résultats"',
    'group "Thème"',
    'checkbox "Outils',
    'heading "Outils" [level=2]',
    'region "Outils"',
  ])
    expect(tree).toContain(part);
  for (const colorScheme of ['light', 'dark'] as const) {
    // A colour on its way to another is none of the page's.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page)).toEqual([]);
  }
});

test('sur un téléphone, le premier résultat se voit sans défiler et rien ne déborde', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open('/recherche/?q=logiciel%20partag%C3%A9');
  const top = await page
    .locator('.resultat h3')
    .first()
    .evaluate((node) => node.getBoundingClientRect().bottom);
  expect(top).toBeLessThan(740);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByText('Filtrer', { exact: true }).click();
  expect(await page.locator('#recherche-filtres label').first().isVisible()).toBe(true);
});

test('sans JavaScript, la page le dit et donne les listes', async () => {
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const still = await bare.newPage();
  await still.goto(`${site.url}/recherche/?q=soin`);
  const text = await still.locator('main').innerText();
  expect(text).toContain('La recherche a besoin de JavaScript');
  expect(await still.getByRole('link', { name: 'Le plan du site' }).isVisible()).toBe(true);
  expect(await still.locator('main input').first().isVisible()).toBe(false);
  await bare.close();
});

test('hors connexion après une première question, on cherche encore dans ce qui a été lu ; sinon la page le dit', async () => {
  await open('/recherche/?q=protocole');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await field().fill('protocoles');
  await page.keyboard.press('Enter');
  await told('protocoles');
  expect((await titles()).length).toBeGreaterThan(0);
  await field().fill('ostéopathe');
  await page.keyboard.press('Enter');
  await state()
    .filter({ hasText: /connexion|ostéopathe/ })
    .waitFor();
  await context.setOffline(false);
  await field().fill('ostéopathes');
  await page.keyboard.press('Enter');
  await told('ostéopathes');
});
