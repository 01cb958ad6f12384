import { escapeMarkup } from '#src/domain/markup.ts';

/** A page as a sitemap lists it. */
export interface MappedPage {
  /** From the root: « /histoires/port/ ». */
  readonly address: string;
  /** When its text last changed, as well as it is known: a year, a month or a day (W3C date). */
  readonly changed?: string | undefined;
}

/**
 * The site's map (sitemaps.org 0.9).
 * @param site address of the site, without a last bar
 */
export function sitemap(pages: readonly MappedPage[], site: string): string {
  const lines = pages.map(
    ({ address, changed }) =>
      `  <url><loc>${escapeMarkup(encodeURI(site + address))}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</urlset>\n`;
}

/** Whether a page is for search engines, under its own address: what the sitemap lists. */
export function isMapped(html: string, address: string, site: string): boolean {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  return canonical === site + address && !/<meta name="robots" content="noindex/.test(html);
}
