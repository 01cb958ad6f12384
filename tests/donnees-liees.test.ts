import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { unknownWords } from './schema-org.ts';
import { AUTRE, type BuiltPage, type BuiltSite, pagesOf, SITE } from './sites.ts';

type Node = Record<string, unknown>;
interface Told extends BuiltPage {
  readonly blocks: readonly string[];
  readonly nodes: readonly Node[];
}

const BLOCK = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g;
const addressOf = { [SITE.dir]: 'https://inspir-cafe.example', [AUTRE.dir]: 'https://carnets.example' };
const siteOf = ({ dir }: BuiltSite): string => addressOf[dir] ?? '';

async function told(site: BuiltSite): Promise<Told[]> {
  return (await pagesOf(site)).map((page) => {
    const blocks = [...page.html.matchAll(BLOCK)].map(([, json = '']) => json);
    const nodes = blocks.flatMap((json) => (JSON.parse(json) as { '@graph': Node[] })['@graph']);
    return { ...page, blocks, nodes };
  });
}

/** Every object within a value, itself included. */
function within(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(within);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(within)];
}

const decode = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&')
    .trim();

describe.each([
  ['la publication', SITE],
  ['une autre publication', AUTRE],
])('dans %s', (_, site) => {
  test('chaque page qui s’indexe à son adresse porte un bloc de données, et aucune autre', async () => {
    for (const { path, html, blocks } of await told(site)) {
      const own = html.includes(`<link rel="canonical" href="${siteOf(site)}${path}"`);
      expect(blocks, path).toHaveLength(own && html.includes('<main') ? 1 : 0);
      expect(blocks.join(), path).not.toContain('<');
    }
  });

  test('chaque bloc se lit comme du JSON-LD, sans rien perdre en route', async () => {
    // schema.org's context is not fetched: what it says of the words that we use is only where they are.
    const documentLoader = (url: string) => {
      if (url !== 'https://schema.org') throw new Error(`contexte inconnu : ${url}`);
      const document = { '@context': { '@vocab': 'https://schema.org/' } };
      return Promise.resolve({ document, documentUrl: url, contextUrl: undefined });
    };
    for (const { path, blocks } of await told(site)) {
      for (const block of blocks) {
        const document = JSON.parse(block) as jsonld.JsonLdDocument;
        const options = { documentLoader, safe: true } as jsonld.Options.Expand;
        const expanded = await jsonld.expand(document, options);
        expect(expanded.length, path).toBeGreaterThan(0);
      }
    }
  });

  test('chaque type, chaque propriété et chaque sorte de valeur existe dans le vocabulaire de schema.org', async () => {
    for (const { path, nodes } of await told(site)) expect(unknownWords(nodes, path)).toEqual([]);
  });

  test('aucune valeur n’est vide, et chaque adresse du site y mène à une page ou à un fichier', async () => {
    const pages = await told(site);
    const paths = new Set(pages.map(({ path }) => path));
    for (const { path, nodes } of pages) {
      for (const [name, value] of within(nodes).flatMap((node) => Object.entries(node))) {
        expect([undefined, null, ''], `${path} ${name}`).not.toContain(value);
        if (['@id', 'url', 'image', 'contentUrl'].includes(name))
          expect(typeof value === 'string' && /^https:\/\//.test(value), `${path} ${name}`).toBe(true);
        if (typeof value !== 'string' || !value.startsWith(siteOf(site))) continue;
        const target = decodeURIComponent(new URL(value.replace('{mots}', '')).pathname);
        expect(paths.has(target) || existsSync(join(site.dir, target)), `${path} ${name} : ${value}`).toBe(
          true,
        );
      }
    }
  });

  test('ce qui est nommé est décrit : sur la même page, ou sur la sienne, sous le même nom et la même sorte', async () => {
    const pages = await told(site);
    const full = new Map<string, Node>();
    const addresses = new Set(pages.map(({ path }) => siteOf(site) + path));
    for (const { nodes } of pages) for (const node of nodes) full.set(String(node['@id']), node);
    for (const { path, nodes } of pages) {
      const own = new Set(nodes.flatMap(within).flatMap((node) => ('@type' in node ? [node['@id']] : [])));
      for (const node of within(nodes).filter((each) => '@id' in each)) {
        const id = String(node['@id']);
        if (!('@type' in node)) expect(own.has(id) || addresses.has(id), `${path} : ${id}`).toBe(true);
        const described = full.get(id);
        if (!described || !('@type' in node)) continue;
        expect(node['@type'], `${path} : ${id}`).toBe(described['@type']);
        expect(node['name'], `${path} : ${id}`).toBe(described['name']);
      }
    }
  });

  test('le fil d’Ariane des données est celui que la page montre', async () => {
    let trails = 0;
    for (const { path, html, nodes } of await told(site)) {
      const shown = /<nav class="fil"[^>]*>([\s\S]*?)<\/nav>/.exec(html)?.[1];
      const trail = nodes.find((node) => node['@type'] === 'BreadcrumbList');
      if (nodes.length === 0) continue;
      expect(trail === undefined, path).toBe(shown === undefined);
      if (!trail) continue;
      trails += 1;
      const steps = [...(shown ?? '').matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].map(([, step = '']) =>
        decode(step),
      );
      expect(
        (trail['itemListElement'] as Node[]).map(({ name }) => name),
        path,
      ).toEqual(steps);
    }
    expect(trails).toBeGreaterThan(10);
  });
});

test('chaque sorte de page dit ce qu’elle est, et une équipe est ce que sa publication en dit', async () => {
  const kinds = async (site: BuiltSite, path: string) =>
    (await told(site)).find((page) => page.path === path)?.nodes.map((node) => node['@type']);
  expect(await kinds(SITE, '/')).toEqual(['WebPage', 'WebSite', 'Organization']);
  expect(await kinds(SITE, '/histoires/')).toEqual(['CollectionPage', 'BreadcrumbList', 'ItemList']);
  expect(await kinds(SITE, '/histoires/pole-sante-clisson/')).toEqual([
    'WebPage',
    'BreadcrumbList',
    'Article',
  ]);
  expect(await kinds(SITE, '/boite-a-outils/livret-rcp-cas-complexes/')).toEqual([
    'WebPage',
    'BreadcrumbList',
    'LearningResource',
  ]);
  expect(await kinds(SITE, '/equipes/pole-sante-clisson/')).toEqual([
    'WebPage',
    'BreadcrumbList',
    'MedicalClinic',
    'Dataset',
  ]);
  expect(await kinds(SITE, '/region/2023/')).toEqual(['WebPage', 'BreadcrumbList', 'Dataset']);
  expect(await kinds(SITE, '/donnees/')).toEqual([
    'WebPage',
    'BreadcrumbList',
    'DataCatalog',
    ...Array<string>(6).fill('Dataset'),
  ]);
  expect(await kinds(SITE, '/analyse/')).toEqual([
    'WebPage',
    'BreadcrumbList',
    ...Array<string>(5).fill('DefinedTermSet'),
  ]);
  expect(await kinds(SITE, '/analyse/leviers/se-connaitre/')).toEqual([
    'WebPage',
    'BreadcrumbList',
    'DefinedTerm',
  ]);
  expect(await kinds(SITE, '/glossaire/')).toEqual(['WebPage', 'BreadcrumbList', 'DefinedTermSet']);
  expect(await kinds(AUTRE, '/equipes/le-phare/')).toEqual([
    'WebPage',
    'BreadcrumbList',
    'Library',
    'Dataset',
    'Dataset',
  ]);
  expect(await kinds(AUTRE, '/region/2025/')).toEqual(['WebPage', 'BreadcrumbList', 'Dataset', 'Dataset']);
});

test('la page des données et son catalogue DCAT-AP nomment les mêmes jeux, du même nom', async () => {
  const catalogue = JSON.parse(readFileSync(join(SITE.dir, 'donnees/catalogue.jsonld'), 'utf8')) as Node;
  const sets = within(catalogue).filter((node) => node['@type'] === 'dcat:Dataset');
  const page = (await told(SITE)).find(({ path }) => path === '/donnees/');
  const shown = page?.nodes.filter((node) => node['@type'] === 'Dataset') ?? [];
  expect(shown.map((node) => [node['@id'], node['name']])).toEqual(
    sets.map((node) => [node['@id'], (node['dct:title'] as Node)['@value']]),
  );
  expect(page?.nodes.find((node) => node['@type'] === 'DataCatalog')?.['@id']).toBe(catalogue['@id']);
});
