import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { browser, site } from './open-site.ts';

let page: Page;
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.close());

const state = () => page.locator('#recherche-etat');
const field = () => page.locator('main search input');
/** Waits until the page says this. */
const told = (text: string) => state().filter({ hasText: text }).waitFor();
const open = async (path: string) => {
  await page.goto(site.url + path);
  await told('pour');
};

test('ce que l’adresse porte d’autre n’est ni une question ni un filtre', async () => {
  await page.goto(`${site.url}/recherche/?utm_source=lettre&constructor=1`, { waitUntil: 'networkidle' });
  expect([await state().innerText(), await page.locator('.resultat').count()]).toEqual(['', 0]);
  await open('/recherche/?q=protocole&utm_source=lettre');
  expect(await page.getByRole('link', { name: 'Retirer les filtres' }).count()).toBe(0);
  expect(await page.locator('#recherche-compte').innerText()).toBe('');
});

test('une case décochée que rien ne garde cède le curseur à une voisine, jamais à la page', async () => {
  for (const [path, value] of [
    ['/recherche/?q=protocole&nature=outil&nature=equipe&type=guide', 'equipe'],
    ['/recherche/?q=sante&profession=osteopathe&levier=meme-lieu', 'osteopathe'],
  ] as const) {
    await open(path);
    await page.locator(`input[value="${value}"]`).focus();
    await page.keyboard.press('Space');
    await page.waitForURL((url) => ![...url.searchParams.values()].includes(value));
    await expect
      .poll(() => page.evaluate(() => Boolean(document.activeElement?.closest('#recherche-filtres'))))
      .toBe(true);
    await expect.poll(() => page.locator(':focus').isVisible()).toBe(true);
  }
});

test('« / » mène à la recherche depuis une case à cocher, où rien ne s’écrit', async () => {
  await open('/recherche/?q=protocole');
  await page.locator('#recherche-filtres input').first().focus();
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('recherche-page');
});

test('Échap replie la boîte de l’en-tête et rend le curseur à son bouton', async () => {
  await page.goto(`${site.url}/glossaire/`);
  await page.keyboard.press('/');
  await page.keyboard.type('mela');
  await page.keyboard.press('Escape');
  expect(await page.locator('#recherche-entete').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
});

test('quand la recherche n’a pas pu se charger, rien ne reste de la question d’avant ; chercher de nouveau la trouve', async () => {
  await open('/recherche/?q=protocole');
  await page.route('**/recherche/index/**', (route) => route.abort());
  await field().fill('ostéopathe xylophone');
  await page.keyboard.press('Enter');
  await told('n’a pas pu se charger');
  expect(await page.locator('.resultat').count()).toBe(0);
  expect(await page.locator('#recherche-filtres input').count()).toBe(0);
  await page.unrouteAll();
  await page.keyboard.press('Enter');
  await told('résultats pour');
});

test.each([
  [360, 740],
  [1440, 900],
])(
  'sur un écran de %i × %i, rien ne bouge sous les yeux quand les résultats arrivent, même tard',
  async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      Object.assign(globalThis, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        })[])
          if (!entry.hadRecentInput)
            Object.assign(globalThis, { shift: Number(Reflect.get(globalThis, 'shift')) + entry.value });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const shift = async () => {
      // Told once the frame is painted.
      await page.waitForTimeout(250);
      return page.evaluate(() => Number(Reflect.get(globalThis, 'shift')));
    };
    // Before the script comes, the form and the foot of the page stand where they will.
    await page.route('**/ressources/*.js', async (route) => {
      await new Promise((later) => setTimeout(later, 300));
      await route.continue();
    });
    for (const [path, text] of [
      ['/recherche/?q=vaccination', 'résultats pour'],
      ['/recherche/?q=xylophone%20marimba', 'Aucun résultat'],
      ['/recherche/', ''],
    ] as const) {
      await page.goto(site.url + path);
      await (text === '' ? page.locator('#parcourir').waitFor() : told(text));
      expect(await shift(), path).toBeLessThan(0.02);
    }
    // Typed: a shift long after the last key counts as well.
    await page.route('**/recherche/index/index.json', async (route) => {
      await new Promise((later) => setTimeout(later, 900));
      await route.continue();
    });
    await field().fill('vaccination');
    await told('résultats pour');
    expect(await shift(), 'tapé').toBeLessThan(0.02);
    expect(await page.locator('#parcourir').isVisible()).toBe(true);
  },
);

test('sans le script, qui n’est pas venu, les listes paraissent', async () => {
  await page.route('**/ressources/index*.js', (route) => route.abort());
  await page.goto(`${site.url}/recherche/?q=protocole`);
  expect(await page.locator('#parcourir').isVisible()).toBe(false);
  await page.locator('#parcourir').waitFor();
});

test('ce qui est tapé avant que le script vienne est cherché', async () => {
  let come: () => void = () => undefined;
  const gate = new Promise<void>((open) => (come = open));
  await page.route('**/ressources/index*.js', async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(`${site.url}/recherche/`, { waitUntil: 'commit' });
  await field().fill('protocole');
  come();
  await told('résultats pour');
  expect(new URL(page.url()).searchParams.get('q')).toBe('protocole');
});

test('ce que seul le papier montre d’une fiche n’est pas cherché', async () => {
  await open('/recherche/?q=%22cette%20fiche%20est%20%C3%A0%20l%E2%80%99adresse%22');
  expect(await page.locator('.resultat').count()).toBe(0);
});

test('en tapant lentement, le nombre de résultats est lu une fois, à la fin', async () => {
  await page.goto(`${site.url}/recherche/`);
  await state().evaluate((node) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver(() => {
      if (node.getAttribute('aria-live') !== 'off') heard.push(node.textContent);
    }).observe(node, { childList: true, attributes: true });
  });
  await field().pressSequentially('protocole', { delay: 260 });
  await told('protocole');
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'heard') as string[])).toHaveLength(1);
  expect(await page.evaluate(() => (Reflect.get(globalThis, 'heard') as string[])[0])).toContain('protocole');
});

test('imprimée, une page de résultats n’a pas de liens pour filtrer ni pour en voir plus', async () => {
  await open('/recherche/?q=equipe&nature=page');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Retirer les filtres').isVisible()).toBe(false);
  expect(await page.locator('.suite').isVisible()).toBe(false);
  expect(await page.locator('.resultat').first().isVisible()).toBe(true);
});

test('sur un téléphone, le bouton collé en bas ne cache jamais ce qui a le curseur', async () => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${site.url}/boite-a-outils/`);
  await page.locator('.filtres > details > summary').focus();
  await page.keyboard.press('Enter');
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement?.closest('[role=checkbox]')?.getBoundingClientRect();
      const bar = document.querySelector('.voir')?.getBoundingClientRect();
      return focused && bar ? focused.bottom > bar.top && focused.top < bar.bottom : false;
    });
    expect(hidden, `${step}`).toBe(false);
  }
});

test.each([
  ['du code', '<img src=x onerror="document.title=1"><script>document.title=2</script>'],
  ['dix mille lettres', 'a'.repeat(10_000)],
  ['des emoji', '🏥👩‍⚕️ équipe'],
  ['de droite à gauche', 'فريق صحي \u202Eéquipe'],
  ['des guillemets ouverts', '"plan de « crise'],
  ['des signes', '%00 \\ ../../ {{7*7}} ${1} [object Object]'],
])('une question hostile (%s) s’affiche comme du texte et ne casse rien', async (_, question) => {
  await open(`/recherche/?q=${encodeURIComponent(question)}`);
  await state().filter({ hasText: 'résultat' }).waitFor();
  expect(await state().innerText()).toContain(question.trim().slice(0, 20).trim());
  expect(await page.title()).toContain('Recherche');
  expect(await page.locator('#recherche :is(img, script)').count()).toBe(0);
});
