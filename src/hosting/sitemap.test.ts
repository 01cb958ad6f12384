import { expect, test } from 'vitest';
import { isMapped, sitemap } from './sitemap.ts';

test('le plan pour les moteurs donne chaque adresse entière, et sa date quand on la sait', () => {
  const pages = [{ address: '/a&b/' }, { address: '/histoires/port/', changed: '2021-11' }];
  expect(sitemap(pages, 'https://site.example')).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>https://site.example/a&amp;b/</loc></url>
      <url><loc>https://site.example/histoires/port/</loc><lastmod>2021-11</lastmod></url>
    </urlset>
    "
  `);
});

test('n’y est ni ce qui ne s’indexe pas, ni ce qui vit à une autre adresse', () => {
  const page = (head: string) => isMapped(`<head>${head}</head>`, '/port/', 'https://site.example');
  const canonical = '<link rel="canonical" href="https://site.example/port/">';
  expect(page(canonical)).toBe(true);
  expect(page(`${canonical}<meta name="robots" content="noindex">`)).toBe(false);
  expect(page('<link rel="canonical" href="https://site.example/quai/">')).toBe(false);
  expect(page('')).toBe(false);
});
