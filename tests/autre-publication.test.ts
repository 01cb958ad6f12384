import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AUTRE, type BuiltPage, pagesOf, SITE } from './sites.ts';

/** Names, places and acronyms of the first publication. */
const OF_THE_FIRST =
  /APMSL|Inspir|Clisson|Rez[ée]|Loire|Vendée|Sarthe|Mayenne|\bMSP\b|SISA|maisons? de santé|soignant/i;

test('une autre publication ne porte aucun mot de la première', async () => {
  for (const { path, html } of await pagesOf(AUTRE)) {
    // A field's name is the generator's, as the page of open data shows it.
    const words = html.replaceAll(/<code[^>]*>[a-z_.]+<\/code>/g, '');
    expect(OF_THE_FIRST.exec(words)?.[0], path).toBeUndefined();
  }
});

test('une autre publication porte son nom, ses couleurs, ses départements', async () => {
  const pages = await pagesOf(AUTRE);
  const home = pages.find(({ path }) => path === '/')?.html ?? '';
  expect(home).toContain('Les Carnets du large');
  const [css = ''] = await Array.fromAsync(glob('ressources/*.css', { cwd: AUTRE.dir }));
  const sheet = await readFile(join(AUTRE.dir, css), 'utf8');
  expect(sheet.toLowerCase()).toContain('#8a1c5b');
  expect(pages.find(({ path }) => path === '/equipes/')?.html).toMatch(/Finistère[\s\S]*Corse-du-Sud/);
});

test('les données inventées sont annoncées comme telles', async () => {
  const pages = await pagesOf(AUTRE);
  for (const path of ['/equipes/le-phare/', '/histoires/le-phare/', '/boite-a-outils/affiche-horaires/']) {
    expect(pages.find((page) => page.path === path)?.html, path).toContain('Démonstration');
  }
});

/** Words without markup; every run of spaces is one plain space. */
const plain = (html: string) => html.replace(/<[^>]+>|\s+/g, ' ').replace(/ +/g, ' ');
const htmlOf = (pages: readonly BuiltPage[], path: string) =>
  pages.find((page) => page.path === path)?.html ?? '';
const wordsOf = (pages: readonly BuiltPage[], path: string) => plain(htmlOf(pages, path));

test('publiés et calculés, les chiffres d’une région se suivent sans se mêler', async () => {
  const pages = await pagesOf(AUTRE);
  const page = (path: string) => wordsOf(pages, path);
  const [published = '', computed = ''] = htmlOf(pages, '/region/2025/')
    .split(/<section aria-labelledby="calculee"/)
    .map(plain);
  expect(published).toContain(
    '23 bibliothèques constituées dont 2 bibliothèques sans accord conventionnel 2 de plus qu’en 2023',
  );
  expect(published).not.toContain('ayant répondu');
  expect(computed).toContain(
    'accueillent des stagiaires. 4 bibliothèques sur 6 ayant répondu 7 points de plus qu’en 2024 (sur 5 réponses)',
  );
  expect(computed).not.toContain('constituée');
  expect(computed).not.toContain('CPTS');
  expect(page('/region/2024/')).toContain('Chiffres calculés à partir de 5 Scan’équipe');
  expect(page('/region/2024/')).not.toContain('Chiffres publiés');
  expect(page('/region/2023/')).not.toContain('Chiffres calculés');
  expect(
    pages
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/chiffres/'))
      .toSorted(),
  ).toEqual(['/chiffres/', '/chiffres/2023/', '/chiffres/2025/']);
});

test('à chaque source son infographie : ses fichiers, son texte, ses données ; la page en donne un aperçu', async () => {
  const files = await Array.fromAsync(glob('region/*/scan-region-*', { cwd: AUTRE.dir }));
  const stems = ['2023/scan-region-2023-publies', '2024/scan-region-2024-calcules'];
  stems.push('2025/scan-region-2025-publies', '2025/scan-region-2025-calcules');
  const ends = ['-a4.pdf', '-a4.png', '-a4.svg', '-lien.png', '-reseaux.png', '.csv', '.json'];
  expect(files.map((file) => file.replaceAll('\\', '/')).toSorted()).toEqual(
    stems.flatMap((stem) => ends.map((end) => `region/${stem}${end}`)).toSorted(),
  );
  const html = (await pagesOf(AUTRE)).find(({ path }) => path === '/region/2025/')?.html ?? '';
  for (const stem of stems.slice(2)) for (const end of ends.slice(0, 3)) expect(html).toContain(stem + end);
  expect(html).toContain(
    'property="og:image" content="https://carnets.example/region/2025/scan-region-2025-publies-lien.png"',
  );
  const read = (stem: string) => readFile(join(AUTRE.dir, 'region', `${stem}.csv`), 'utf8');
  const [published, computed] = await Promise.all(stems.slice(2).map(read));
  expect(published).toContain('professionnels;Les professionnels;professionnels;118;');
  expect(computed).toContain('professionnels;Les professionnels;professionnels;37;');
  expect(computed).not.toContain(';118;');
});

test('une équipe se compare avec sa région, et chaque ligne dit sur combien d’équipes', async () => {
  const text = wordsOf(await pagesOf(AUTRE), '/equipes/le-phare/');
  expect(text).toContain(
    'Personnes 6 5,3 professionnels par bibliothèque, en moyenne réponses des 7 bibliothèques',
  );
  expect(text).toContain(
    'Prévention Non 60 % des bibliothèques mènent des programmes de prévention 3 bibliothèques sur 5 ayant répondu',
  );
  expect(text).not.toContain('Protocoles');
});

test('deux équipes ne font pas une région : la première publication n’a que ses chiffres publiés', async () => {
  const pages = await pagesOf(SITE);
  expect(
    pages
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/region/'))
      .toSorted(),
  ).toEqual(['/region/', '/region/2023/']);
  for (const { path, html } of pages) expect(html, path).not.toContain('Chiffres calculés');
  for (const [path, year] of [
    ['/equipes/pole-sante-clisson/', 2019],
    ['/equipes/pole-sante-loire-et-sevre/', 2021],
  ] as const) {
    expect(wordsOf(pages, path), path).toContain(
      `pas de chiffres comparables pour ${year} : voici ceux de 2023`,
    );
  }
});

test('un texte en MDX donne les mêmes blocs qu’en Markdown', async () => {
  const story = (await pagesOf(AUTRE)).find(({ path }) => path === '/histoires/le-phare/')?.html ?? '';
  expect(story).toContain('class="passage passage-levier" id="levier-horaires-larges"');
  expect(story).toContain('class="conseil-titre">Commencer petit<');
});

test('le générateur ne nomme pas la première publication', async () => {
  for await (const file of glob('src/**/*.{ts,astro,css}')) {
    if (file.endsWith('.test.ts')) continue;
    expect(
      /APMSL|Inspir|Clisson|Rez[ée]\b|Loire/.exec(await readFile(file, 'utf8'))?.[0],
      file,
    ).toBeUndefined();
  }
});

test('le générateur ne nomme aucun dossier de la machine', async () => {
  for await (const file of glob('{src,scripts}/**/*.{ts,astro}')) {
    if (file.endsWith('.test.ts')) continue;
    expect(
      /['"`]\/(?:tmp|home|root|Users|work)\//.exec(await readFile(file, 'utf8'))?.[0],
      file,
    ).toBeUndefined();
  }
});

test('les deux sites ont bien deux contenus', async () => {
  const [first, second] = await Promise.all([pagesOf(SITE), pagesOf(AUTRE)]);
  expect(first.length).toBeGreaterThan(second.length);
});

test('une ancienne adresse mène à la page, chez tout hébergeur, et ne se cherche pas', async () => {
  const page = htmlOf(await pagesOf(AUTRE), '/histoires/la-lanterne/');
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/histoires/le-phare/">');
  const file = (name: string) => readFile(join(AUTRE.dir, name), 'utf8');
  expect(await file('_redirects')).toContain('/histoires/la-lanterne/ /histoires/le-phare/ 301\n');
  expect(await file('.htaccess')).toContain('"^/histoires/la-lanterne/?$" "/histoires/le-phare/"');
  const others = (await pagesOf(AUTRE)).filter(({ html }) => html.includes('/histoires/la-lanterne/'));
  expect(others.map(({ path }) => path)).toEqual([]);
});
