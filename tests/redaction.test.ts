import type { Dialog } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { valueAt } from '#src/checks/fields.ts';
import { splitFrontmatter } from '#src/checks/frontmatter.ts';
import { FILE_FORMS } from '#src/redaction/file-forms.ts';
import {
  before,
  changes,
  complaints,
  create,
  edit,
  elsewhere,
  errorsIn,
  go,
  page,
  text,
} from './open-form.ts';
import { folderFiles } from './redaction-dossier.ts';
import { type FileToGive, fill, RECIT, writtenPaths } from './redaction-saisie.ts';
import { AUTRE, pagesOf, SITE } from './sites.ts';

const picture = async (name: string): Promise<FileToGive> => ({
  name,
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#125A6B' } })
    .png()
    .toBuffer(),
});
const grid: FileToGive = {
  name: 'grille.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Une grille.\n'),
};

const ADDED = {
  equipes: 'equipes/equipe-d-essai.yaml',
  scans: 'scans/2026/equipe-d-essai.yaml',
  regions: 'regions/2031.yaml',
  outils: 'outils/grille-a-l-oeuvre.md',
  histoires: 'histoires/l-equipe-d-essai/index.md',
  pages: 'pages/une-page-d-essai.md',
};

test('chaque collection : une fiche dont chaque champ est rempli passe la vérification', async () => {
  await create('equipes', {
    nom: 'Équipe d’essai',
    article: "l'",
    forme: 'msp',
    code_postal: '44000',
    departement: '44',
    'photo.fichier': await picture('cour.png'),
    anciennes_adresses: '/equipes/ancienne/',
    'anciennes_adresses.0': '/equipes/ancienne/',
  });
  await create('scans', {
    equipe: 'equipe-d-essai',
    annee: '2026',
    'composition.0.profession': 'infirmier',
    'composition.0.nombre': '3',
    'structures.0.type': 'sisa',
    'structures.0.professions': ['infirmier'],
    'stagiaires.professions': ['infirmier', 'pharmacien'],
    'coordination.heures_par_semaine.de': '10',
    'coordination.heures_par_semaine.a': '15',
  });
  await create('regions', {
    annee: '2031',
    date_des_donnees: '2031',
    'professions.0.profession': 'infirmier',
  });
  await create(
    'outils',
    {
      titre: 'Grille à l’œuvre',
      type: 'guide',
      themes: ['prevention', 'protocoles'],
      leviers: ['meme-lieu'],
      freins: ['temps-organisation'],
      fichiers: grid,
      reference: 'COORD/IC/913/1219',
      'anciennes_adresses.0': '/boite-a-outils/ancienne/',
    },
    '## À quoi il sert\n\nÀ essayer.',
  );
  await create(
    'histoires',
    {
      titre: 'l’Équipe d’essai',
      reference: 'COORD/IC/912/1121',
      equipe: 'equipe-d-essai',
      publication: '2021-11',
      scan: '2026',
      themes: ['prevention'],
      leviers: ['meme-lieu'],
      freins: ['temps-organisation'],
      benefices: ['orientation-articulee'],
      motivations: ['exercer-en-equipe'],
      actions: ['prevention-etp'],
      outils: ['grille-a-l-oeuvre'],
      'photo.fichier': await picture('salle.png'),
    },
    RECIT,
  );
  await create(
    'pages',
    { titre: 'Une page d’essai', ordre: '7', 'anciennes_adresses.0': '/ancienne/' },
    'Bonjour.',
  );
  const after = await folderFiles(page);
  const added = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(added.toSorted()).toMatchInlineSnapshot(`
    [
      "equipes/cour.png",
      "equipes/equipe-d-essai.yaml",
      "histoires/l-equipe-d-essai/index.md",
      "histoires/l-equipe-d-essai/salle.png",
      "outils/fichiers/grille.txt",
      "outils/grille-a-l-oeuvre.md",
      "pages/une-page-d-essai.md",
      "regions/2031.yaml",
      "scans/2026/equipe-d-essai.yaml",
    ]
  `);
  expect(await errorsIn(after)).toEqual([]);
  for (const [name, path] of Object.entries(ADDED)) {
    const source = text(after, path);
    const data: unknown = parse(path.endsWith('.md') ? splitFrontmatter(source).head : source);
    const empty = writtenPaths(FILE_FORMS.get(name)?.fields ?? []).filter(
      (way) => valueAt(data, way) === undefined,
    );
    // « public » is what a line left out says: a tool of the box has no line for it.
    expect(empty, path).toEqual(name === 'outils' ? [['acces']] : []);
  }
}, 120_000);

test('un fichier ouvert et changé : ses autres lignes, ses commentaires et son texte restent, octet pour octet', async () => {
  const start = await folderFiles(page);
  const recit = 'histoires/pole-sante-clisson/index';
  const body = splitFrontmatter(text(start, `${recit}.md`)).body.trim();
  await edit(`histoires/entries/pole-sante-clisson/index`, [
    { path: 'auteur', how: 'type', value: 'un médecin' },
    { path: 'texte', how: 'type', value: `${body}\n\nUne phrase de plus.` },
  ]);
  await edit('scans/entries/2019/pole-sante-clisson', [{ path: 'patients', how: 'type', value: '12 345' }]);
  await edit('vocabulaire/entries/liste-leviers', [
    { path: 'entrees', how: 'add', value: '8' },
    { path: 'entrees.8.cle', how: 'type', value: 'essai' },
    { path: 'entrees.8.nom', how: 'type', value: 'Un essai' },
  ]);
  await edit('reglages/entries/publication', [
    { path: 'contribuer', how: 'type', value: 'Écrivez-nous.' },
    { path: 'departements', how: 'add', value: '5' },
    { path: 'departements.5.cle', how: 'type', value: '99' },
    { path: 'departements.5.valeur', how: 'type', value: 'Ailleurs' },
  ]);
  await edit('reglages/entries/formulaires', [
    { path: 'ignorer', how: 'add', value: '2' },
    { path: 'ignorer.2', how: 'type', value: 'Adresse IP' },
  ]);
  const after = await folderFiles(page);
  const touched = Object.keys(after).filter((path) => after[path] !== start[path]);
  expect(touched.toSorted().map((path) => changes(path, start, after))).toMatchInlineSnapshot(`
    [
      {
        "lignes": [
          "  - "Adresse IP"",
        ],
        "path": "formulaires/scans.yaml",
        "perdues": 0,
      },
      {
        "lignes": [
          "auteur: "un médecin"",
          "Une phrase de plus.",
        ],
        "path": "histoires/pole-sante-clisson/index.md",
        "perdues": 1,
      },
      {
        "lignes": [
          "  "99": "Ailleurs"",
          "contribuer: "Écrivez-nous."",
        ],
        "path": "publication.yaml",
        "perdues": 1,
      },
      {
        "lignes": [
          "patients: 12345",
        ],
        "path": "scans/2019/pole-sante-clisson.yaml",
        "perdues": 0,
      },
      {
        "lignes": [
          "essai:",
          "  nom: "Un essai"",
        ],
        "path": "vocabulaire/leviers.yaml",
        "perdues": 0,
      },
    ]
  `);
  expect(await errorsIn(after)).toEqual([]);
}, 120_000);

test('un champ mal rempli n’est pas écrit, et l’on sait lequel', async () => {
  const start = await folderFiles(page);
  await go('outils/entries/grille-choix-logiciel-commun');
  await page.locator('[data-key-path]').first().waitFor();
  await fill(page, [{ path: 'relecture', how: 'type', value: '2026-13' }]);
  await page.getByRole('button', { name: 'Enregistrer' }).evaluate((element: HTMLElement) => element.click());
  await page.getByText('2026-13').first().waitFor();
  const refused = page.locator('dialog', { hasText: '2026-13' });
  const said = (await refused.innerText()).split('\n').slice(0, 3);
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "Erreur
    Rien n’est enregistré.
    Relecture : « 2026-13 » n’existe pas : il n’y a pas de mois n° 13. Date de la dernière relecture de cette fiche : AAAA-MM-JJ ou AAAA-MM."
  `);
  expect(await folderFiles(page)).toEqual(start);
});

test('une fiche changée ne se quitte qu’après l’avoir demandé ; une fiche seulement lue se quitte sans question', async () => {
  const asked: string[] = [];
  let answer = true;
  const reply = (dialog: Dialog) => {
    asked.push(dialog.message());
    void (answer ? dialog.accept() : dialog.dismiss());
  };
  page.on('dialog', reply);
  const back = () => page.getByRole('button', { name: 'Annuler la modification' }).click();
  const field = page.locator('[data-key-path="titre"] input');
  // The last test left a field half-written, and a message about it.
  const closed = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await closed()).toBe(true);
  await page
    .locator('dialog', { hasText: '2026-13' })
    .locator('button')
    .first()
    .evaluate((element: HTMLElement) => element.click());
  await go('outils');
  await field.waitFor({ state: 'detached' });
  answer = false;
  await go('outils/entries/grille-choix-logiciel-commun');
  await field.fill('Un autre titre');
  await back();
  await page.goBack();
  expect(await field.inputValue()).toBe('Un autre titre');
  answer = true;
  await back();
  await field.waitFor({ state: 'detached' });
  await go('outils/entries/grille-choix-logiciel-commun');
  await field.click();
  await back();
  await field.waitFor({ state: 'detached' });
  expect(await closed()).toBe(false);
  page.off('dialog', reply);
  const question = 'Quitter sans enregistrer ? Ce que vous avez changé sera perdu.';
  expect(asked).toEqual([question, question, question, question]);
});

test('rien n’est demandé à un autre hôte, et rien ne se plaint', () => {
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('sans « redaction », le site n’a pas le formulaire ; avec, rien d’autre que sa page ne le nomme', async () => {
  const [without, own] = await Promise.all([pagesOf(SITE), pagesOf(AUTRE)]);
  expect(without.filter(({ path }) => path.startsWith('/redaction/'))).toEqual([]);
  const form = own.find(({ path }) => path === '/redaction/')?.html ?? '';
  expect(form).toContain('<meta name="robots" content="noindex, nofollow" />');
  expect(/Content-Security-Policy" content="([^"]+)"/.exec(form)?.[1]).toMatchInlineSnapshot(
    `"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline' blob:; img-src 'self' blob: data: https://avatars.githubusercontent.com; media-src 'self' blob:; font-src 'self'; connect-src 'self' blob: data: https://api.github.com; worker-src 'self' blob:; frame-src blob:; object-src 'none'; base-uri 'none'; form-action 'none'"`,
  );
  const public_ = own.filter(({ path, html }) => path !== '/redaction/' && html.includes('/redaction/'));
  expect(public_.map(({ path }) => path)).toEqual([]);
});
