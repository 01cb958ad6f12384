import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { browser, site } from './open-site.ts';
import { KINDS } from './sites.ts';

describe.each([
  ['clair', 360],
  ['clair', 1280],
  ['sombre', 360],
  ['sombre', 1280],
] as const)('en thème %s, à %i px', (theme, width) => {
  test.each(KINDS)('%s : aucune violation (axe), rien ne dépasse de l’écran', async (path) => {
    const context = await browser.newContext({
      colorScheme: theme === 'sombre' ? 'dark' : 'light',
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    } finally {
      await context.close();
    }
  });
});
