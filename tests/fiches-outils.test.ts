import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { atomFeed } from '#src/feeds/nouveautes.ts';
import { browser, site } from './open-site.ts';
import { commandLine } from './run-command.ts';
import { AUTRE, SITE } from './sites.ts';

const LIST = '/boite-a-outils/';

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

test('la fiche s’imprime : comment l’obtenir, adresses en toutes lettres, date de relecture, rien pour l’écran', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}${LIST}livret-rcp-cas-complexes/`);
  await page.emulateMedia({ media: 'print' });
  const spelled = await page
    .locator('[data-adresse]')
    .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node, '::after').content));
  const file = 'https://inspir-cafe.example/boite-a-outils/fichiers/trame-rcp-cas-complexes.odt';
  expect(spelled).toEqual([`"${file}"`]);
  const paper = plain(await page.locator('main').innerText());
  expect(paper).toContain('Cette page, à jour : https://inspir-cafe.example/boite-a-outils/livret-rcp');
  expect(paper).toContain('Fiche relue le 22 novembre 2026');
  expect(paper).not.toMatch(/Sur le même thème|Précédent|Suivant/);
  await page.close();
});

test('« Signaler une erreur » écrit à l’adresse de contact, et manque quand il n’y en a pas', () => {
  const [first, other] = [
    readFileSync(join(SITE.dir, 'boite-a-outils/diagnostic-flash/index.html'), 'utf8'),
    readFileSync(join(AUTRE.dir, 'boite-a-outils/affiche-horaires/index.html'), 'utf8'),
  ];
  expect(first).not.toContain('Signaler une erreur');
  expect(other).toMatch(
    /href="mailto:bonjour@carnets\.example\?subject=Une%20erreur[^"]*Affiche%20des%20horaires[^>]*>Signaler une erreur/,
  );
});

interface Feed {
  readonly fault: string | undefined;
  readonly root: string | undefined;
  readonly head: Readonly<Record<string, string>>;
  readonly self: string | undefined;
  readonly entries: readonly Readonly<Record<string, string>>[];
}

/** A feed as Chromium's XML parser reads it. */
async function parsed(xml: string): Promise<Feed> {
  const page = await browser.newPage();
  const feed = await page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'application/xml');
    const root = document.documentElement;
    const fields = (node: Element) =>
      Object.fromEntries([...node.children].map((child) => [child.localName, child.textContent]));
    return {
      fault: document.querySelector('parsererror')?.textContent,
      root: `${root.namespaceURI} ${root.localName}`,
      head: fields(root),
      self: root.querySelector(':scope > link[rel=self]')?.getAttribute('href') ?? undefined,
      entries: [...root.querySelectorAll('entry')].map((entry) => ({
        ...fields(entry),
        link: entry.querySelector('link')?.getAttribute('href') ?? '',
      })),
    };
  }, xml);
  await page.close();
  return feed;
}
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

test('le flux des nouveautés est un Atom juste : adresses entières qui mènent à des pages, dates des fiches', async () => {
  const feed = await parsed(readFileSync(join(SITE.dir, 'boite-a-outils/nouveautes.xml'), 'utf8'));
  expect(feed.fault).toBeUndefined();
  expect(feed.root).toBe('http://www.w3.org/2005/Atom feed');
  expect(feed.self).toBe('https://inspir-cafe.example/boite-a-outils/nouveautes.xml');
  expect(feed.head).toMatchObject({ id: 'https://inspir-cafe.example/boite-a-outils/' });
  expect(feed.head['updated']).toMatch(INSTANT);
  expect(feed.head['author']).not.toBe('');
  expect(feed.entries.length).toBe(10);
  expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(10);
  for (const { id = '', link, title, updated } of feed.entries) {
    expect(link).toBe(id);
    expect(title).not.toBe('');
    expect(updated).toMatch(INSTANT);
    expect(existsSync(join(SITE.dir, new URL(id).pathname, 'index.html')), id).toBe(true);
  }
  expect(feed.entries[0]).toMatchObject({ published: '2026-11-22T00:00:00.000Z' });
});

test('dans le flux, ce qui ressemble à des balises est du texte', async () => {
  const hostile = '<b>R&D</b> ]]> <!-- "fin" -->';
  const xml = atomFeed(
    {
      nom: hostile,
      adresse: 'https://carnet.example',
      licence_du_contenu: { nom: hostile, adresse: 'https://carnet.example' },
      organisation: { nom: 'Union', nom_complet: hostile, article: "l'" },
    },
    [
      {
        href: '/boite-a-outils/x/',
        titre: hostile,
        resume: hostile,
        relecture: '2026-03',
        publication: undefined,
        type: { cle: 'guide', nom: hostile, pluriel: hostile, synonymes: [], pictogramme: 'fiche' },
        themes: [],
      },
    ],
  );
  const feed = await parsed(xml);
  expect(feed.fault).toBeUndefined();
  expect(feed.head['title']).toContain(hostile);
  // Titles are given as HTML: this is how a reader shows the text.
  expect(feed.entries[0]?.['title']).toBe('&lt;b&gt;R&amp;D&lt;/b&gt; ]]&gt; &lt;!-- &quot;fin&quot; --&gt;');
  expect(feed.entries[0]).toMatchObject({ updated: '2026-03-01T00:00:00.000Z' });
});

test('la liste annonce le flux ; sans outil daté, il n’y a ni flux ni annonce', async () => {
  const list = readFileSync(join(SITE.dir, 'boite-a-outils/index.html'), 'utf8');
  expect(list).toMatch(
    /<head>.*<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="\/boite-a-outils\/nouveautes\.xml">.*<\/head>/,
  );
  expect(list).toMatch(/<a href="\/boite-a-outils\/nouveautes\.xml">Suivre les nouveautés<\/a>/);
  expect(readFileSync(join(AUTRE.dir, 'boite-a-outils/index.html'), 'utf8')).not.toContain('nouveautes.xml');
  expect(existsSync(join(AUTRE.dir, 'boite-a-outils/nouveautes.xml'))).toBe(false);
});

test('les fiches à revoir se voient dans l’aperçu du rédacteur, jamais en ligne', async () => {
  const content = '.cache/tests/a-revoir';
  rmSync(content, { recursive: true, force: true });
  cpSync(AUTRE.content, content, { recursive: true });
  const sheet = join(content, 'outils/affiche-horaires.md');
  writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('relecture: 2025-11', 'relecture: 2020-11'));
  const preview = spawn(process.execPath, commandLine('dev'), {
    env: { ...process.env, NODE_ENV: 'development', VITEST: undefined, CONTENT_DIR: content },
  });
  try {
    const url = await new Promise<string>((ready, failed) => {
      let said = '';
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
        if (address) ready(address);
      };
      preview.stdout.on('data', hear);
      preview.stderr.on('data', hear);
      preview.on('exit', () => failed(new Error(said)));
    });
    const read = async (path: string) =>
      plain((await (await fetch(url + path)).text()).replace(/<[^>]+>/g, ' '));
    expect(await read(`${LIST}a-revoir/`)).toMatch(
      /1 fiche à revoir Affiche des horaires À revoir depuis le 1ᵉʳ novembre 2022 ; relue en novembre 2020\./,
    );
    expect(await read(LIST)).toContain('Fiches à revoir : 1');
  } finally {
    preview.kill();
  }
  for (const { dir } of [SITE, AUTRE]) {
    expect(existsSync(join(dir, 'boite-a-outils/a-revoir'))).toBe(false);
    expect(readFileSync(join(dir, 'boite-a-outils/index.html'), 'utf8')).not.toContain('a-revoir');
  }
});
