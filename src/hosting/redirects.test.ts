import { expect, test } from 'vitest';
import { htaccess, redirectFile, redirectPage, redirectsFile } from './redirects.ts';

const LIST = [
  { from: '/histoires/quai/', to: '/histoires/port/' },
  { from: '/recits/port.html', to: '/histoires/port/' },
];

test('les hébergeurs à fichier « _redirects » lisent l’adresse avec et sans barre finale', () => {
  expect(redirectsFile(LIST)).toMatchInlineSnapshot(`
    "/histoires/quai/ /histoires/port/ 301
    /histoires/quai /histoires/port/ 301
    /recits/port.html /histoires/port/ 301
    "
  `);
});

test('Apache compare l’adresse entière : ce qui commence pareil ne suit pas', () => {
  expect(htaccess(LIST)).toMatchInlineSnapshot(`
    "RedirectMatch 301 "^/histoires/quai/?$" "/histoires/port/"
    RedirectMatch 301 "^/recits/port\\.html$" "/histoires/port/"
    "
  `);
  const [, pattern = ''] = /"(.*?)"/.exec(htaccess(LIST)) ?? [];
  expect('/histoires/quai').toMatch(new RegExp(pattern));
  expect('/histoires/quai/').toMatch(new RegExp(pattern));
  expect('/histoires/quai-sud/').not.toMatch(new RegExp(pattern));
  expect('/en/histoires/quai/').not.toMatch(new RegExp(pattern));
});

test('ailleurs, une page de texte répond à l’ancienne adresse, à sa place exacte', () => {
  expect(LIST.map(redirectFile)).toEqual(['histoires/quai/index.html', 'recits/port.html']);
  const page = redirectPage({ from: '/histoires/quai/', to: '/histoires/port/' }, 'https://site.example');
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/histoires/port/">');
  expect(page).toContain('<link rel="canonical" href="https://site.example/histoires/port/">');
  expect(page).toContain('<a href="/histoires/port/">');
  expect(page).not.toContain('<script');
});
