import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browser, site } from './open-site.ts';
import { KINDS } from './sites.ts';

/** Rules that colours decide: a theme changes nothing else of a page. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

async function violations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Without a list of what passes, and in the page itself, since it holds no frame: the same violations, three times as fast.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const found = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
  return found.violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ html }) => html).join(' | ')}`);
}

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

describe.each([
  [360, ', puis à 320 px, le texte espacé'],
  [1280, ''],
])('à %i px%s', (width) => {
  test.concurrent.each(KINDS)(
    '%s : aucune violation (axe), en thème clair et sombre ; rien ne dépasse de l’écran',
    async (path) => {
      const context = await browser.newContext({
        colorScheme: 'light',
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
      });
      try {
        const page = await context.newPage();
        await page.goto(site.url + path, {
          waitUntil: path.startsWith('/recherche/') ? 'networkidle' : 'load',
        });
        // What is folded is read as well.
        await page.evaluate(() =>
          document.querySelectorAll('main details').forEach((details) => details.setAttribute('open', '')),
        );
        expect(await violations(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page, COLOURS)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        if (width === 360) expect(await spacedWidth(page)).toBe(320);
      } finally {
        await context.close();
      }
    },
  );
});
