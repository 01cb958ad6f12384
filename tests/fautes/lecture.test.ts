import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { checkContenu } from '#src/checks/index.ts';
import { readContenu } from '#src/checks/contenu.ts';
import { formatIssue } from '#src/checks/report.ts';
import { fr } from '#src/checks/text.ts';
import { change, DAY, faults, VALID } from './publication.ts';

const NOBODY = 65534;

/** What is said of the valid publication when the one who reads it is not allowed everything. */
async function asStranger(prepare: (dir: string) => Promise<void>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'droits-'));
  const root = process.geteuid?.() === 0;
  try {
    await chmod(dir, 0o755);
    for (const [path, text] of Object.entries(VALID)) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text);
    }
    await prepare(dir);
    // Rights do not stop the one who has them all.
    if (root) process.seteuid?.(NOBODY);
    return checkContenu(await readContenu(dir), DAY)
      .map((issue) => `[${issue.rule}] ${formatIssue(issue)}`)
      .join('\n');
  } finally {
    if (root) process.seteuid?.(0);
    await chmod(join(dir, 'regions'), 0o755);
    await rm(dir, { recursive: true });
  }
}

test('un fichier dont les droits interdisent la lecture', async () => {
  expect(
    await asStranger(async (dir) => {
      await chmod(join(dir, 'pages/a-propos.md'), 0);
      await chmod(join(dir, 'histoires/port.svg'), 0);
    }),
  ).toMatchInlineSnapshot(`
    "[file-unreadable] histoires/port.svg:1:1 · ce fichier ne peut pas être lu : l’ordinateur en refuse l’ouverture. Vérifier ses droits (« Propriétés », puis « Permissions »), ou le copier à nouveau.
    [file-unreadable] pages/a-propos.md:1:1 · ce fichier ne peut pas être lu : l’ordinateur en refuse l’ouverture. Vérifier ses droits (« Propriétés », puis « Permissions »), ou le copier à nouveau."
  `);
});

test('un dossier dont les droits interdisent la lecture', async () => {
  expect(await asStranger((dir) => chmod(join(dir, 'regions'), 0))).toMatchInlineSnapshot(`"[file-unreadable] regions:1:1 · ce dossier ne peut pas être lu : l’ordinateur en refuse l’ouverture. Vérifier ses droits (« Propriétés », puis « Permissions »), ou le copier à nouveau."`);
});

test('ce qui n’est ni un fichier ni un dossier', async () => {
  const server = createServer();
  expect(
    await asStranger(
      (dir) => new Promise((done) => void server.listen(join(dir, 'pages/porte.md'), () => done())),
    ),
  ).toMatchInlineSnapshot(`"[file-unreadable] pages/porte.md:1:1 · ce fichier ne peut pas être lu : l’ordinateur en refuse l’ouverture. Vérifier ses droits (« Propriétés », puis « Permissions »), ou le copier à nouveau."`);
  server.close();
});

test.each(['README.md', 'port.md~', 'port.md.bak', 'LICENSE'])(
  'un fichier mis de côté par son nom n’est pas passé sous silence : %s',
  async (name) => {
    expect(await faults({ [`histoires/${name}`]: 'x' })).toBe(
      fr`[file-aside] histoires/${name}:1:1 · ce fichier ne sera pas publié : « ${name} » est un nom de copie ou de note pour soi. Le renommer, ou le ranger hors de ce dossier.`,
    );
  },
);

test('à la racine du contenu, une note pour soi ne gêne personne', async () => {
  expect(await faults({ 'README.md': 'x', '.gitignore': 'x', '.obsidian/app.json': '{}' })).toBe('');
});

test('un nom qui commence par un point', async () => {
  expect(await faults({ 'pages/.brouillon.md': VALID['pages/a-propos.md'] ?? '' })).toMatchInlineSnapshot(`"[file-hidden] pages/.brouillon.md:1:1 · un nom qui commence par un point cache le fichier : il ne serait pas publié. Le renommer en « pages/brouillon.md », ou le supprimer."`);
});

test('un nom qui commence par un tiret bas', async () => {
  expect(await faults({ 'pages/_notes/idee.md': VALID['pages/a-propos.md'] ?? '' })).toMatchInlineSnapshot(`"[file-underscore] pages/_notes/idee.md:1:1 · un nom de fichier ou de dossier ne commence pas par un tiret bas. Le renommer en « pages/notes/idee.md » ; pour ne pas encore le publier, écrire « brouillon: true »."`);
});

test('un raccourci vers un autre fichier du contenu', async () => {
  expect(await faults({ 'pages/lien.md': { link: './a-propos.md' } })).toMatchInlineSnapshot(`"[file-link] pages/lien.md:1:1 · c’est un raccourci vers un fichier rangé ailleurs : le site ne le suit pas. Copier le fichier lui-même ici."`);
});

test('un document qui est un raccourci vers un autre fichier du contenu', async () => {
  expect(
    await faults({ 'outils/livret.csv': { link: './autre.csv' }, 'outils/autre.csv': 'a;b\n' }),
  ).toMatchInlineSnapshot(`
    "[file-unused] outils/autre.csv:1:1 · aucun texte ne nomme ce fichier : il ne sera pas publié. Le nommer dans une fiche, ou le supprimer.
    [file-link] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : « ./livret.csv » est un raccourci vers un fichier rangé ailleurs. Copier le fichier lui-même ici."
  `);
});

test('un raccourci vers un dossier', async () => {
  expect(await faults({ 'pages/dossier': { link: '../histoires' } })).toMatchInlineSnapshot(`"[file-link] pages/dossier:1:1 · c’est un raccourci vers un fichier rangé ailleurs : le site ne le suit pas. Copier le fichier lui-même ici."`);
});

test.each(['jpeg', 'png', 'webp'] as const)('une image coupée en route : %s', async (format) => {
  const noise = { create: { width: 400, height: 300, channels: 3, background: 'red', noise: { type: 'gaussian', mean: 128, sigma: 30 } } } as const;
  const whole = await sharp(noise).toFormat(format).toBuffer();
  const name = `port.${format === 'jpeg' ? 'jpg' : format}`;
  const withPicture = (bytes: Uint8Array) =>
    faults({
      'histoires/port.md': change('./port.svg', `./${name}`),
      [`histoires/${name}`]: bytes,
      'histoires/port.svg': null,
    });
  expect(await withPicture(whole)).toBe('');
  expect(await withPicture(whole.subarray(0, Math.floor(whole.length * 0.98)))).toBe(
    fr`[image-invalid] histoires/port.md:16:12 · photo, fichier : histoires/${name} n’est pas une image, ou elle est abîmée : la rouvrir dans un logiciel de dessin et l’enregistrer à nouveau.`,
  );
});
