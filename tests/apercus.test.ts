import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { AUTRE, pagesOf, SITE } from './sites.ts';

test.each([
  ['la publication', SITE],
  ['une autre publication', AUTRE],
])(
  'dans %s, un lien vers une page montre une image qui existe, à sa taille, avec ses mots',
  async (_, site) => {
    let seen = 0;
    for (const { path, html } of await pagesOf(site)) {
      if (!html.includes('<link rel="canonical"') || !html.includes('property="og:title"')) continue;
      const tag = (name: string) =>
        new RegExp(`<meta (?:property|name)="${name}" content="([^"]+)"`).exec(html)?.[1];
      const image = /^https:\/\/[^/]+(\/.+\.png)$/.exec(tag('og:image') ?? '')?.[1] ?? '';
      expect(existsSync(join(site.dir, image)), `${path} : ${image}`).toBe(true);
      const { width, height } = await sharp(join(site.dir, image)).metadata();
      expect([width, height], path).toEqual([Number(tag('og:image:width')), Number(tag('og:image:height'))]);
      expect(tag('og:image:alt'), path).toMatch(/^.{10,}\.$/);
      expect(tag('twitter:card'), path).toBe('summary_large_image');
      seen += 1;
    }
    expect(seen).toBeGreaterThan(20);
  },
);

test('une page sans carte à elle montre celle de la page au-dessus', async () => {
  const pages = new Map((await pagesOf(SITE)).map(({ path, html }) => [path, html]));
  const image = (path: string) =>
    /property="og:image" content="https:\/\/[^/]+([^"]+)"/.exec(pages.get(path) ?? '')?.[1];
  expect(image('/analyse/leviers/meme-lieu/par-theme/')).toBe('/analyse/leviers/meme-lieu/apercu.png');
  expect(image('/analyse/par-theme/')).toBe('/analyse/par-theme/apercu.png');
  expect([...pages.keys()].filter((path) => image(path) === '/apercu.png')).toEqual(['/404.html', '/']);
});
