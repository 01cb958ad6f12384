import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browser, site } from './open-site.ts';

const LIST = '/boite-a-outils/';

/** Opens an address of the site in a browser of its own, and closes it after. */
async function on(path: string, act: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    await page.goto(site.url + path);
    await act(page);
  } finally {
    await context.close();
  }
}

const box = (page: Page, name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const status = async (page: Page) => plain(await page.getByRole('status').innerText());
const titles = (page: Page) => page.locator('.outils > li:not([hidden]) h2 a').allTextContents();
/** The state of a list as its address holds it. */
const state = (page: Page) => page.url().slice(site.url.length);
/** The count written beside each value that is not ticked, and whether it is disabled. */
const counts = (page: Page) =>
  page
    .getByRole('checkbox', { checked: false })
    .evaluateAll((boxes) =>
      boxes.map((each) => [
        each.querySelector('span')?.textContent ?? '',
        Number(each.querySelector('b')?.textContent),
        each.getAttribute('aria-disabled') === 'true',
      ]),
    );

test('les facettes se combinent, et l’adresse garde le choix : partagée, rechargée, quittée par « précédent »', async () => {
  await on(LIST, async (page) => {
    expect(await status(page)).toBe('18 outils');
    await box(page, 'Guide d’accompagnement').click();
    expect(await status(page)).toBe('5 outils sur 18');
    await box(page, 'Fiche pratique').click();
    expect(await status(page)).toBe('9 outils sur 18');
    await box(page, 'Prévention').click();
    expect(await status(page)).toBe('3 outils sur 18');
    expect(state(page)).toBe(`${LIST}?type=fiche-pratique&type=guide&theme=prevention`);
    const three = await titles(page);
    await page.reload();
    expect([await status(page), await titles(page)]).toEqual(['3 outils sur 18', three]);
    await page.goBack();
    expect(await status(page)).toBe('9 outils sur 18');
    await page.goBack();
    expect(await box(page, 'Fiche pratique').getAttribute('aria-checked')).toBe('false');
    expect(await status(page)).toBe('5 outils sur 18');
    await page.goForward();
    expect(await status(page)).toBe('9 outils sur 18');
  });
});

test('chaque nombre dit ce que donne ce choix ; ce qui ne donnerait rien se lit et ne se choisit pas', async () => {
  await on(`${LIST}?type=guide`, async (page) => {
    const told = (await counts(page)).filter(([name]) => name !== 'Fiche pratique');
    expect(told.some(([, count]) => count === 0)).toBe(true);
    for (const [name, count, disabled] of told) {
      expect(disabled, String(name)).toBe(count === 0);
    }
    // Even clicked, it changes nothing.
    await box(page, 'Communication').click({ force: true });
    expect(await status(page)).toBe('5 outils sur 18');
    const [first] = told.filter(([name]) => name === 'Démarche qualité');
    await box(page, 'Démarche qualité').click();
    expect((await titles(page)).length).toBe(first?.[1]);
  });
});

test('un filtre se retire par sa puce, tous par « Tout effacer », et le point d’attention reste dans la page', async () => {
  await on(`${LIST}?type=guide&theme=prevention&tri=relecture`, async (page) => {
    await page.getByRole('link', { name: 'Guide d’accompagnement\u00A0: retirer ce filtre' }).click();
    expect(state(page)).toBe(`${LIST}?theme=prevention&tri=relecture`);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('puce');
    await page.getByRole('link', { name: 'Tout effacer' }).click();
    expect([state(page), await status(page)]).toEqual([`${LIST}?tri=relecture`, '18 outils']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
  });
});

test('une adresse qui ne dit rien de connu montre tout, et rien d’elle n’entre dans la page', async () => {
  await on(
    `${LIST}?theme=<img src=x onerror=alert(1)>&type=zzz&tri=prix&q=${'x'.repeat(5000)}`,
    async (page) => {
      expect(await status(page)).toBe('18 outils');
      expect(await page.locator('main img').count()).toBe(0);
      expect(await page.locator('.puce').count()).toBe(0);
    },
  );
});

test('des choix sans outil commun le disent', async () => {
  await on(`${LIST}?type=fiche-outil&theme=prevention`, async (page) => {
    expect(await status(page)).toBe('Aucun outil sur 18');
    await page.getByRole('link', { name: 'Tout effacer' }).click();
    expect(await status(page)).toBe('18 outils');
  });
});

test('la liste se range par titre, par nouveauté, par relecture, par consultations', async () => {
  await on(LIST, async (page) => {
    const byTitle = await titles(page);
    expect(byTitle).toEqual(byTitle.toSorted(new Intl.Collator('fr', { sensitivity: 'base' }).compare));
    const order = page.getByLabel('Trier');
    await order.selectOption({ label: 'Les plus consultés en 2023' });
    expect((await titles(page)).slice(0, 6)).toEqual([
      'Valorisation ACI – Plan de crise sanitaire pour une MSP',
      'Livret – Organiser une RCP «\u00A0cas complexes\u00A0»',
      'Protocoles, ne confondons pas tout',
      'Comprendre l’ACI pour les MSP',
      'Protocole organisationnel «\u00A0réponse aux crises sanitaires graves\u00A0»',
      'Check-list avant un projet architectural',
    ]);
    expect(state(page)).toBe(`${LIST}?tri=consultations`);
    await order.selectOption('nouveautes');
    expect((await titles(page))[0]).toBe('Check-list avant un projet architectural');
    expect((await titles(page)).indexOf('Guide ressources «\u00A0Santé des femmes\u00A0»')).toBe(9);
    await page.goBack();
    expect([state(page), await titles(page)]).toEqual([LIST, byTitle]);
  });
});

test('au clavier seul : cocher d’une espace ou d’Entrée, trier, sans perdre sa place', async () => {
  await on(LIST, async (page) => {
    await box(page, 'Fiche pratique').focus();
    await page.keyboard.press('Space');
    expect(await box(page, 'Fiche pratique').getAttribute('aria-checked')).toBe('true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(state(page)).toBe(`${LIST}?type=fiche-pratique&type=guide`);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cle'))).toBe('guide');
    await page.getByLabel('Trier').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => state(page)).toContain('tri=relecture');
    await page.goBack();
    expect(state(page)).toBe(`${LIST}?type=fiche-pratique&type=guide`);
  });
});

test('d’une page de thème, ajouter un type mène à la liste entière avec les deux', async () => {
  await on(`${LIST}theme/protocoles/`, async (page) => {
    expect(await status(page)).toBe('3 outils sur 18');
    expect(await box(page, 'Protocoles').getAttribute('aria-checked')).toBe('true');
    expect(await box(page, 'Guide').getAttribute('aria-disabled')).toBe('true');
    await box(page, 'Modèle de document').click();
    await page.waitForURL(`**${LIST}?type=modele-de-document&theme=protocoles`);
    expect(await status(page)).toBe('2 outils sur 18');
  });
});

test('sur un téléphone, le panneau se replie, dit combien de filtres sont mis, et mène aux résultats', async () => {
  await on(
    LIST,
    async (page) => {
      const panel = page.locator('.filtres > details');
      await panel.locator('> summary').click();
      await box(page, 'Guide d’accompagnement').click();
      await box(page, 'Prévention').click();
      await page.getByRole('link', { name: 'Voir 2 outils' }).click();
      expect(await panel.getAttribute('open')).toBeNull();
      expect(plain(await panel.locator('> summary').innerText())).toContain('2 filtres');
      expect(
        await page.getByRole('status').evaluate((node) => node.getBoundingClientRect().top),
      ).toBeLessThan(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    },
    { viewport: { width: 360, height: 740 } },
  );
});

test('sans JavaScript, un thème ou un type est une page ; ce qui ne servirait à rien ne se voit pas', async () => {
  await on(
    LIST,
    async (page) => {
      expect(await page.getByLabel('Trier').isVisible()).toBe(false);
      expect(await page.getByRole('heading', { name: 'Pour', exact: true }).isVisible()).toBe(false);
      expect(await page.getByRole('checkbox').count()).toBe(0);
      await page
        .locator('.filtres')
        .getByRole('link', { name: /^Protocoles/ })
        .click();
      expect(state(page)).toBe(`${LIST}theme/protocoles/`);
      expect((await titles(page)).length).toBe(3);
      await page.getByRole('link', { name: /^Tous les outils/ }).click();
      expect((await titles(page)).length).toBe(18);
    },
    { javaScriptEnabled: false },
  );
});
