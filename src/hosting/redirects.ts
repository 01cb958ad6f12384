import { SECURITY_POLICY } from './security.ts';

/** An address that a page had, and the one where it stands; both from the root, in plain characters. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Both ways of writing an address: hosts add or drop the last bar before they look in their list. */
function spellings(address: string): string[] {
  if (/\.[a-z0-9]+$/i.test(address)) return [address];
  const bare = address.replace(/\/$/, '');
  return [`${bare}/`, bare];
}

/** Path of the file that answers for an old address on a host that knows nothing of redirects. */
export function redirectFile({ from }: Redirect): string {
  const path = from.replace(/^\//, '');
  return /\.html?$/i.test(path) ? path : `${path.replace(/\/$/, '')}/index.html`;
}

/**
 * The file `_redirects` (Netlify, Cloudflare Pages, GitLab Pages): source, target and code on one line. The hosts take
 * the first line that fits, and a plain page at the old address would win over it without the « ! » that only some know:
 * both lead to the same place.
 */
export function redirectsFile(list: readonly Redirect[]): string {
  return list.flatMap(({ from, to }) => spellings(from).map((one) => `${one} ${to} 301\n`)).join('');
}

/** The same for Apache, `.htaccess` (mod_alias): whole addresses only, not all that begins with them. */
export function htaccess(list: readonly Redirect[]): string {
  const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return list
    .map(({ from, to }) => {
      const [full = from] = spellings(from);
      const pattern = full.endsWith('/') ? `${escape(full.slice(0, -1))}/?` : escape(full);
      return `RedirectMatch 301 "^${pattern}$" "${to}"\n`;
    })
    .join('');
}

/**
 * A page that leads to another, without a script: at once for a browser, by a link for whoever blocks it, and by its
 * canonical address for search engines.
 * @param site address of the site, without a last bar
 */
export function redirectPage({ to }: Redirect, site: string): string {
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${SECURITY_POLICY}">
    <title>Cette page a changé d’adresse</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url=${to}">
    <link rel="canonical" href="${site}${to}">
  </head>
  <body>
    <main>
      <h1>Cette page a changé d’adresse</h1>
      <p><a href="${to}">Aller à sa nouvelle adresse</a></p>
    </main>
  </body>
</html>
`;
}
