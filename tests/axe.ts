import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong in a page as it now is; the page holds no frame.
 * @param rules those to follow; all when there is none
 */
export async function violations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Once for each page: reading half a megabyte of script takes as long as following every rule.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (values) =>
      // The script above puts axe there. What passes is not listed.
      (Reflect.get(globalThis, 'axe') as typeof axe).run({
        resultTypes: ['violations'],
        ...(values.length > 0 ? { runOnly: { type: 'rule', values } } : {}),
      }),
    [...rules],
  );
  return found.violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ html }) => html).join(' | ')}`);
}
