import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AUTRE, pagesOf, SITE } from './sites.ts';

const LINK = /\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;
const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&');

describe.each([
  ['la publication', SITE],
  ['une autre publication', AUTRE],
])('dans %s', (_, site) => {
  test('chaque lien interne mène à une page ou à un fichier, chaque ancre à un endroit de la page', async () => {
    const pages = await pagesOf(site);
    const ids = new Map(
      pages.map(({ path, html }) => [path, new Set([...html.matchAll(ID)].map(([, id]) => id))]),
    );
    const broken: string[] = [];
    for (const { path, html } of pages) {
      for (const [, raw = ''] of html.matchAll(LINK)) {
        const url = new URL(decode(raw), `http://site${path}`);
        if (url.host !== 'site') continue;
        const target = decodeURIComponent(url.pathname);
        const page = ids.get(target);
        const file = join(site.dir, target);
        if (!page && !(existsSync(file) && statSync(file).isFile())) broken.push(`${path} → ${raw}`);
        else if (page && url.hash && !page.has(decodeURIComponent(url.hash.slice(1))))
          broken.push(`${path} → ${raw}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('chaque page a un titre et une description qui lui sont propres', async () => {
    const pages = (await pagesOf(site)).filter(
      ({ html }) => !html.includes('name="robots" content="noindex"'),
    );
    const seen = new Map<string, string>();
    for (const { path, html } of pages) {
      const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
      expect(title, path).not.toBe('');
      expect(/<meta name="description" content="[^"]{10,}"/.test(html), `${path} : description`).toBe(true);
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
      if (!canonical.endsWith(path)) continue;
      expect(seen.get(title), `${path} porte le titre de`).toBeUndefined();
      seen.set(title, path);
    }
  });

  test('une seule h1, et des niveaux de titres qui se suivent', async () => {
    for (const { path, html } of await pagesOf(site)) {
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
      const levels = [...main.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toEqual([1]);
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0), `${path} : titre ${index + 1}`).toBeLessThanOrEqual(1);
      });
    }
  });

  test('deux mots ne se collent pas l’un à l’autre au bord d’un lien ou d’un mot fort', async () => {
    for (const { path, html } of await pagesOf(site)) {
      const glued =
        /[\p{L}\p{N}.,;]<\/(?:a|strong|b|em|abbr)>\p{L}{2,}[^<]{0,20}|\p{L}{2,}<(?:a|strong|b) [^>]*>\p{L}{2,}/u.exec(
          html,
        );
      expect(glued?.[0], path).toBeUndefined();
    }
  });

  test('aucun mot vide de valeur ne paraît sur une page', async () => {
    for (const { path, html } of await pagesOf(site)) {
      const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
      expect(text, path).not.toMatch(/\b(undefined|NaN|null)\b|\[object/);
    }
  });
});
