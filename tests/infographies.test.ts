import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { AUTRE, pagesOf, SITE } from './sites.ts';

const MAGIC: Readonly<Record<string, string>> = { png: '\u0089PNG', pdf: '%PDF-1.7', svg: '<svg ' };
const text = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/&#39;|&#x27;/g, "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** Pages that offer an infographic. */
async function pagesWithFiles(site: typeof SITE) {
  const pages = await pagesOf(site);
  return pages
    .map((page) => ({
      ...page,
      files: [...page.html.matchAll(/href="(\/(?:equipes|region)\/[^"]+\.(?:png|svg|pdf|csv|json))"/g)].map(
        ([, href = '']) => href,
      ),
    }))
    .filter(({ files }) => files.length > 0);
}

describe.each([
  ['la publication', SITE],
  ['une autre publication', AUTRE],
])('dans %s', (_, site) => {
  test('chaque infographie s’offre en sept fichiers, entiers et de leur nature', async () => {
    const pages = await pagesWithFiles(site);
    expect(pages.length).toBeGreaterThan(1);
    for (const { path, files } of pages) {
      expect(files.length % 7, path).toBe(0);
      for (const href of files) {
        const bytes = readFileSync(join(site.dir, href));
        const kind = href.split('.').at(-1) ?? '';
        expect(bytes.length, href).toBeGreaterThan(300);
        if (MAGIC[kind])
          expect(bytes.subarray(0, MAGIC[kind].length).toString('latin1'), href).toBe(MAGIC[kind]);
        if (kind === 'json') expect(JSON.parse(bytes.toString()), href).toHaveProperty('adresse');
        if (kind === 'csv') expect(bytes.toString().startsWith('\uFEFF'), href).toBe(true);
      }
    }
  });

  test('les images ont la taille de leur usage', async () => {
    const sizes: Record<string, [number, number]> = {
      a4: [2480, 3508],
      reseaux: [1080, 1350],
      lien: [1200, 630],
    };
    for (const { files } of await pagesWithFiles(site)) {
      for (const href of files.filter((name) => name.endsWith('.png'))) {
        const { width, height } = await sharp(join(site.dir, href)).metadata();
        expect([width, height], href).toEqual(sizes[/-(a4|reseaux|lien)\.png$/.exec(href)?.[1] ?? '']);
      }
    }
  });

  test('l’aperçu d’un lien existe, et son texte de remplacement dit ce qu’il montre', async () => {
    for (const { path, html } of await pagesWithFiles(site)) {
      const image = /<meta property="og:image" content="https?:\/\/[^/]+([^"]+)"/.exec(html)?.[1] ?? '';
      expect(existsSync(join(site.dir, image)) && image.endsWith('lien.png'), path).toBe(true);
      expect(/<meta property="og:image:alt" content="([^"]+)"/.exec(html)?.[1], path).toMatch(
        /^.{30,}\d.*\.$/,
      );
    }
  });

  test('tout ce que dit l’infographie d’une équipe se lit aussi sur sa page', async () => {
    for (const { path, html, files } of (await pagesWithFiles(site)).filter((page) =>
      page.path.startsWith('/equipes/'),
    )) {
      const page = text(html);
      for (const href of files.filter((name) => name.endsWith('.csv'))) {
        const rows = readFileSync(join(site.dir, href), 'utf8').slice(1).trim().split('\r\n').slice(1);
        for (const cell of rows.flatMap((row) => row.replaceAll('"', '').split(';'))) {
          const words = cell.trim().replace(/^'(?=[=+@-])/, '');
          expect(page, `${path} : ${words}`).toContain(words);
        }
      }
      expect(html, path).toMatch(/<th scope="col"/);
    }
  });
});
