import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, serve } from './browser.ts';
import { SITE } from './sites.ts';

/** A browser and the publication's site, opened for the tests of the file that imports them. */
export let browser: Browser;
export let site: Awaited<ReturnType<typeof serve>>;
/** Files that the site has sent, by their path on disk; a test empties it. */
export const sent: string[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve(SITE.dir, (file) => sent.push(file))]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});
