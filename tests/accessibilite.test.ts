import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { browser, site } from './open-site.ts';
import { KINDS } from './sites.ts';

/** Rules that colours decide: a theme changes nothing else of a page. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Reads the page on a screen of 320 pixels with its text spaced as WCAG 1.4.12 has it; gives the width that it then takes. */
async function spacedWidth(page: Page): Promise<number> {
  await page.setViewportSize({ width: 320, height: 800 });
  return page.evaluate(() => {
    // A style sheet of the reader's: the site's security policy refuses an element.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
    return document.documentElement.scrollWidth;
  });
}

test.concurrent.each(KINDS)(
  '%s : aucune violation (axe), à 1280 et à 360 px, en thème clair et sombre ; rien ne dépasse, même à 320 px, le texte espacé',
  async (path) => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    try {
      const page = await context.newPage();
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(site.url + path, {
        waitUntil: path.startsWith('/recherche/') ? 'networkidle' : 'load',
      });
      // What is folded is read as well.
      await page.evaluate(() =>
        document.querySelectorAll('main details').forEach((details) => details.setAttribute('open', '')),
      );
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme: 'light' });
        expect(await violations(page), `${width} px`).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page, COLOURS), `${width} px, sombre`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      expect(await spacedWidth(page)).toBe(320);
    } finally {
      await context.close();
    }
  },
);
