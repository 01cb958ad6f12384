import { expect, test } from 'vitest';
import { fr } from '#src/checks/text.ts';
import { change, faults, VALID } from './publication.ts';

const PAGE = VALID['pages/a-propos.md'] ?? '';

test.each([
  ['pages/404.md', '/404/'],
  ['pages/polices/titre.md', '/polices/titre/'],
  ['pages/ressources/index.md', '/ressources/'],
  ['pages/recherche/aide.md', '/recherche/aide/'],
  ['pages/boite-a-outils/theme/prevention.md', '/boite-a-outils/theme/prevention/'],
  ['pages/boite-a-outils/type/modele.md', '/boite-a-outils/type/modele/'],
  ['pages/boite-a-outils/a-revoir.md', '/boite-a-outils/a-revoir/'],
  ['pages/histoires/levier/meme-lieu.md', '/histoires/levier/meme-lieu/'],
  ['pages/histoires/departement/29.md', '/histoires/departement/29/'],
  ['pages/histoires/page/2.md', '/histoires/page/2/'],
  ['pages/histoires/departement/44/page/3.md', '/histoires/departement/44/page/3/'],
  ['pages/analyse/leviers/meme-lieu.md', '/analyse/leviers/meme-lieu/'],
  ['pages/chiffres/2023.md', '/chiffres/2023/'],
  ['pages/plan-du-site.md', '/plan-du-site/'],
])('une page ne prend pas l’adresse d’une page du site : %s', async (path, address) => {
  expect(await faults({ [path]: PAGE })).toBe(
    fr`[address-reserved] ${path}:1:1 · l'adresse ${address} est déjà celle d'une page du site. Renommer ce fichier.`,
  );
});

test.each([
  ['pages/histoires/port.md', 'histoires/port.md', '/histoires/port/'],
  ['pages/boite-a-outils/livret.md', 'outils/livret.md', '/boite-a-outils/livret/'],
  ['pages/equipes/pole-du-port.md', 'equipes/pole-du-port.yaml', '/equipes/pole-du-port/'],
])('une page ne prend pas l’adresse d’un autre contenu : %s', async (path, owner, address) => {
  expect(await faults({ [path]: PAGE })).toBe(
    fr`[address-taken] ${path}:1:1 · ce fichier et ${owner} auraient la même adresse, ${address}. Renommer l'un des deux, ou le supprimer.`,
  );
});

test('une page ne prend pas l’adresse d’une région', async () => {
  expect(await faults({ 'pages/region/2023.md': PAGE })).toMatchInlineSnapshot(`"[address-taken] pages/region/2023.md:1:1 · ce fichier et regions/2023.yaml auraient la même adresse, /region/2023/. Renommer l’un des deux, ou le supprimer."`);
});

/** The region's figures of 2021 are computed from five teams; the valid publication has one of them. */
const FOUR_MORE = Object.fromEntries(
  ['anse', 'baie', 'cale', 'dune'].flatMap((id) => [
    [`equipes/${id}.yaml`, VALID['equipes/pole-du-port.yaml'] ?? ''],
    [
      `scans/2021/${id}.yaml`,
      (VALID['scans/2021/pole-du-port.yaml'] ?? '').replace('equipe: pole-du-port', `equipe: ${id}`),
    ],
  ]),
);

test('une page ne prend pas l’adresse d’une région aux chiffres calculés ; on peut y mener', async () => {
  const threeMore = { ...FOUR_MORE, 'scans/2021/dune.yaml': null };
  expect(await faults({ ...threeMore, 'pages/region/2021.md': PAGE })).toBe('');
  expect(await faults({ ...FOUR_MORE, 'pages/region/2021.md': PAGE })).toBe(
    fr`[address-reserved] pages/region/2021.md:1:1 · l'adresse /region/2021/ est déjà celle d'une page du site. Renommer ce fichier.`,
  );
  const link = change('Une page.', 'Voir [les chiffres de 2021](/region/2021/).');
  expect(await faults({ ...FOUR_MORE, 'pages/a-propos.md': link })).toBe('');
  expect(await faults({ ...threeMore, 'pages/a-propos.md': link })).toMatchInlineSnapshot(`
    "[link-address] pages/a-propos.md:7:6 · le site n’a pas de page à l’adresse « /region/2021/ ». Vouliez-vous dire « /region/2023/ » ?
      Écrire : Voir [les chiffres de 2021](/region/2023/)."
  `);
});

test('des chiffres publiés s’ajoutent aux chiffres calculés de la même année', async () => {
  const published = (VALID['regions/2023.yaml'] ?? '').replace('annee: 2023', 'annee: 2021');
  expect(await faults({ ...FOUR_MORE, 'regions/2021.yaml': published })).toBe('');
});

test('une page sous une adresse du site que rien d’autre ne prend', async () => {
  expect(await faults({ 'pages/equipes/les-rejoindre.md': PAGE, 'pages/comprendre/aci.md': PAGE })).toBe('');
});

test('la page « comprendre » manque', async () => {
  expect(await faults({ 'pages/comprendre.md': null })).toMatchInlineSnapshot(`"[page-missing] pages/comprendre.md:1:1 · cette page manque, et le menu de chaque page y mène. Créer le fichier pages/comprendre.md : un titre, un résumé et un texte qui explique de quoi parle la publication."`);
});

test('la page « comprendre » n’est pas en ligne', async () => {
  expect(
    await faults({ 'pages/comprendre.md': change('brouillon: false', 'brouillon: true') }),
  ).toMatchInlineSnapshot(`"[page-offline] pages/comprendre.md:1:1 · le menu de chaque page mène à cette page, et elle n’est pas en ligne. Y écrire « brouillon: false »."`);
});

test('la page « comprendre » dans son dossier', async () => {
  expect(
    await faults({
      'pages/comprendre.md': null,
      'pages/comprendre/index.mdx': VALID['pages/comprendre.md'] ?? '',
    }),
  ).toBe('');
});

test('adresse du site : une adresse électronique', async () => {
  expect(
    await faults({ 'publication.yaml': change('https://carnet.example', 'mailto:contact@carnet.example') }),
  ).toMatchInlineSnapshot(`"[site] publication.yaml:4:10 · adresse : « mailto:contact@carnet.example » n’est pas l’adresse d’un site : https://, puis son nom, et rien d’autre (ni barre finale, ni page, ni espace). Adresse du site en ligne, sans barre finale."`);
});

test.each(['https://carnet.example/', 'https://carnet.example/blog', 'https://carnet.example?a=1', 'carnet.example'])(
  'adresse du site : rien avant ni après son nom (%s)',
  async (written) => {
    expect(await faults({ 'publication.yaml': change('https://carnet.example', written) })).toBe(
      fr`[site] publication.yaml:4:10 · adresse : « ${written} » n'est pas l'adresse d'un site : https://, puis son nom, et rien d'autre (ni barre finale, ni page, ni espace). Adresse du site en ligne, sans barre finale.
  Écrire : adresse: "https://carnet.example"`,
    );
  },
);

test('lien d’un outil : une adresse électronique', async () => {
  expect(
    await faults({
      'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\nlien: mailto:contact@carnet.example'),
    }),
  ).toMatchInlineSnapshot(`"[url] outils/livret.md:7:7 · lien : « mailto:contact@carnet.example » n’est pas une adresse que l’on peut ouvrir : une adresse commence par https:// et ne contient pas d’espace. C’est une adresse électronique : elle n’a pas sa place ici. Adresse de l’outil, s’il est en ligne ailleurs."`);
});

test('site d’une équipe : une adresse électronique', async () => {
  expect(
    await faults({
      'equipes/pole-du-port.yaml': change('creation: 2007', 'creation: 2007\nsite_internet: contact@carnet.example'),
    }),
  ).toMatchInlineSnapshot(`"[url] equipes/pole-du-port.yaml:8:16 · site_internet : « contact@carnet.example » n’est pas une adresse que l’on peut ouvrir : une adresse commence par https:// et ne contient pas d’espace. C’est une adresse électronique : elle n’a pas sa place ici. Adresse du site de l’équipe."`);
});
