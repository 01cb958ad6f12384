import { stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { completePdf, type PdfFacts } from './pdf.ts';
import type { Sheet } from './sheets.ts';

/**
 * Gives a browser the files of a finished site at the site's own address, without any server: links in the PDF lead
 * to permanent addresses. Nothing is asked of any other host.
 */
export async function serveAtAddress(context: BrowserContext, site: string): Promise<void> {
  await context.route('**/*', async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const file = join(site, normalize(path), path.endsWith('/') ? 'index.html' : '');
    const entry = await stat(file).catch(() => undefined);
    await (entry?.isFile() ? route.fulfill({ path: file }) : route.fulfill({ status: 404 }));
  });
}

/** What a page says of itself to programs. */
const factsOf = (page: Page): Promise<PdfFacts> =>
  page.evaluate(() => {
    const meta = (name: string) =>
      document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? '';
    const data = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    const date = /"(?:dateModified|datePublished|lastReviewed)":"([\d-]+)/.exec(data)?.[1];
    return {
      title: meta('og:title'),
      subject: meta('description'),
      publication: meta('og:site_name'),
      author: meta('author'),
      licence: document.querySelector('.pied a[rel~="license"]')?.getAttribute('href') ?? '',
      ...(date !== undefined && { date }),
    };
  });

/** A page's pictures wait for its reader to come near, and its letters for their font: a printer sees all at once. */
const ready = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode()));
    await document.fonts.ready;
  });

/** A sheet as a tagged PDF, with its bookmarks: the same bytes for the same page and the same Chromium. */
export async function printSheet(context: BrowserContext, { address }: Sheet): Promise<Uint8Array> {
  const page = await context.newPage();
  try {
    await page.goto(address);
    await page.emulateMedia({ media: 'print' });
    await ready(page);
    const facts = await factsOf(page);
    const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    return await completePdf(bytes, { ...facts, address });
  } finally {
    await page.close();
  }
}
