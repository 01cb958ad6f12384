import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a reader, and a program, find on each page of a list of stories who go from the first to the last. */
export function listWalk(site: string, list: string) {
  const read = (path: string) => readFileSync(join(site, path), 'utf8');
  const [map, plan] = [read('sitemap.xml'), read('plan-du-site/index.html')];
  const seen: string[] = [];
  const pages = [];
  for (let path: string | undefined = list; path !== undefined;) {
    const html = read(join(path, 'index.html'));
    const one = (pattern: RegExp) => pattern.exec(html)?.[1]?.replaceAll(/<[^>]+>/g, '');
    const link = (rel: string) => new RegExp(`<a [^>]*href="([^"]+)" rel="${rel}"`).exec(html)?.[1];
    const stories = [...html.matchAll(/<article[^]*?<a href="([^"]+)"/g)].map(([, href = '']) => href);
    seen.push(...stories);
    const nav = /<nav [^>]*aria-label="Pages de la liste"[^>]*>([^]*?)<\/nav>/.exec(html)?.[1];
    pages.push({
      path,
      said: one(/<div class="pages-de-liste"[^>]*><p[^>]*>([^<]+)/),
      title: one(/<title>([^<]+)/),
      canonical: one(/rel="canonical" href="([^"]+)"/),
      counts: one(/<p class="compte"[^>]*>([^]*?)<\/p>/),
      filter: one(/<a href="[^"]+" aria-current="true"[^>]*><span[^>]*>([^<]+)/),
      stories: stories.length,
      nav: nav
        ?.replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
      current: /aria-label="([^"]+)" aria-current="page"/.exec(nav ?? '')?.[1],
      previous: link('prev'),
      searched: html.includes('data-pagefind-body'),
      mapped: map.includes(`${path}</loc>`),
      inPlan: plan.includes(`"${path}"`),
      feeds: [...html.matchAll(/<link rel="alternate"/g)].length,
      card: existsSync(join(site, one(/property="og:image" content="https:\/\/[^/]+([^"]+)"/) ?? '?')),
    });
    path = link('next');
  }
  return { pages, stories: seen.length, twice: seen.length - new Set(seen).size };
}
