import { existsSync, readFileSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { AUTRE, pagesOf, SITE } from './sites.ts';

describe.each([
  ['la publication', SITE, 'https://inspir-cafe.example'],
  ['une autre publication', AUTRE, 'https://carnets.example'],
])('dans %s', (_, site, address) => {
  test('chaque flux se lit, et chacune de ses adresses mène à une page ou à un fichier du site', async () => {
    const files = await Array.fromAsync(glob('flux/**/*.{xml,json}', { cwd: site.dir }));
    expect(files.length).toBeGreaterThan(5);
    expect(files.length % 3).toBe(0);
    for (const file of files) {
      const text = await readFile(join(site.dir, file), 'utf8');
      expect(['rss', 'atom', 'json'], file).toContain(parseFeed(text).format);
      for (const [url] of text.matchAll(new RegExp(`${address}[^"<\\s\\]]*`, 'g'))) {
        const target = join(site.dir, decodeURIComponent(new URL(url.replace(/\\$/, '')).pathname));
        expect(existsSync(target), `${file} : ${url}`).toBe(true);
      }
      expect(text, file).not.toMatch(/<script|passage-signe|(?:src|href)=\\?"\/|undefined|\bNaN\b/);
    }
  });

  test('chaque flux qu’une page annonce existe, et la page des flux mène à tous', async () => {
    const pages = await pagesOf(site);
    const announced = pages.flatMap(({ html }) =>
      [...html.matchAll(/<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)"/g)].map(
        ([, href = '']) => href,
      ),
    );
    expect(announced.length).toBeGreaterThan(6);
    for (const href of announced) expect(existsSync(join(site.dir, href)), href).toBe(true);
    const list = pages.find(({ path }) => path === '/flux/')?.html ?? '';
    for await (const file of glob('flux/**/*.{xml,json}', { cwd: site.dir }))
      expect(list, file).toContain(`href="/${file.replaceAll('\\', '/')}"`);
  });
});

test('un récit y est entier, avec son image d’ouverture', () => {
  const { format, feed } = parseFeed(readFileSync(join(AUTRE.dir, 'flux/feed.json'), 'utf8'));
  expect(format).toBe('json');
  const html = (feed as { items: { content_html: string }[] }).items[0]?.content_html ?? '';
  expect(html).toContain('Ouvrir le dimanche a fait venir des familles entières.');
  expect(html).toMatch(
    /<img src="https:\/\/carnets\.example\/ressources\/comptoir\.[^"]+\.jpg" alt="Un comptoir/,
  );
  expect(html).toContain('Démonstration\u00A0: données inventées.');
});
