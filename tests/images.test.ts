import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, serve } from './browser.ts';
import { AUTRE } from './sites.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve(AUTRE.dir)]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Two phones, a tablet, a computer. */
const SCREENS = [
  { width: 360, density: 2 },
  { width: 390, density: 3 },
  { width: 768, density: 2 },
  { width: 1440, density: 1 },
];
/** A photo beside a story and one in its text (MDX), a photo in a page of Markdown: all wider than any screen shows. */
const PAGES = ['/histoires/le-phare/', '/comprendre/'];

test.concurrent.each(SCREENS)(
  'une photo n’est ni floue, ni plus de deux fois trop large pour son écran : $width px, densité $density',
  async ({ width, density }) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      deviceScaleFactor: density,
    });
    const page = await context.newPage();
    const wrong: string[] = [];
    let seen = 0;
    for (const path of PAGES) {
      await page.goto(site.url + path);
      for (const image of await page.locator('main figure img').all()) {
        await image.scrollIntoViewIfNeeded();
        const { shown, sent, type } = await image.evaluate(async (element: HTMLImageElement) => {
          await element.decode();
          const file = new Image();
          file.src = element.currentSrc;
          await file.decode();
          const type = (await fetch(element.currentSrc)).headers.get('content-type');
          return { shown: element.getBoundingClientRect().width, sent: file.naturalWidth, type };
        });
        seen += 1;
        const needed = shown * density;
        const told = `${path} : ${sent} pixels pour ${Math.round(needed)}`;
        // At a density of 2 the eye no longer tells: a phone of 3 may be given a third less.
        if (sent < Math.min(needed, shown * 2) - 1 || sent > needed * 2) wrong.push(told);
        if (type !== 'image/webp') wrong.push(`${path} : ${type ?? ''}`);
      }
    }
    expect(seen).toBe(3);
    expect(wrong).toEqual([]);
    await context.close();
  },
);
