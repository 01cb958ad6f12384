import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkContenu } from '#src/checks/index.ts';
import { withFiles } from '#src/checks/contenu.ts';
import { planRename } from '#src/upkeep/rename.ts';
import { commandLine } from '../run-command.ts';
import { change, DAY, type Overlay, read } from './publication.ts';

async function rename(path: string, id: string, overlay: Overlay = {}) {
  const contenu = await read(overlay);
  const file = contenu.files.find((one) => one.path === path);
  if (!file) throw new Error(path);
  return { contenu, plan: planRename(contenu, file, id) };
}

const LINKED: Overlay = {
  'pages/a-propos.md': change(
    'Une page.',
    'Voir [le livret](livret.md), [encore](../outils/livret.md#mode-d-emploi), [lui](/boite-a-outils/livret/) et [« livret.md »](<livret.md>).',
  ),
};

test('un outil renommé : les champs, les liens et l’ancienne adresse suivent', async () => {
  const { plan } = await rename('outils/livret.md', 'livret-d-accueil', LINKED);
  expect(plan.issues).toEqual([]);
  expect(plan.moves).toEqual([{ from: 'outils/livret.md', to: 'outils/livret-d-accueil.md' }]);
  expect([...plan.texts.keys()].toSorted()).toEqual([
    'histoires/port.md',
    'outils/livret-d-accueil.md',
    'pages/a-propos.md',
  ]);
  expect(plan.texts.get('histoires/port.md')).toMatch(/outils:\n {2}- livret-d-accueil\n/);
  expect(plan.texts.get('histoires/port.md')).toContain('[le livret](livret-d-accueil.md#mode-d-emploi)');
  expect(plan.texts.get('pages/a-propos.md')).toContain(
    'Voir [le livret](livret-d-accueil.md), [encore](../outils/livret-d-accueil.md#mode-d-emploi), [lui](/boite-a-outils/livret-d-accueil/) et [« livret.md »](<livret-d-accueil.md>).',
  );
  expect(plan.texts.get('outils/livret-d-accueil.md')).toContain(
    'anciennes_adresses:\n  - /boite-a-outils/livret/\nbrouillon: false',
  );
});

test('une équipe renommée emporte ses Scan’équipe', async () => {
  const { plan } = await rename('equipes/pole-du-port.yaml', 'pole-du-quai');
  expect(plan.issues).toEqual([]);
  expect(plan.moves.map(({ to }) => to)).toEqual(['equipes/pole-du-quai.yaml', 'scans/2021/pole-du-quai.yaml']);
  expect(plan.texts.get('scans/2021/pole-du-quai.yaml')).toContain('equipe: pole-du-quai\n');
  expect(plan.texts.get('histoires/port.md')).toContain('equipe: pole-du-quai\n');
});

test('un récit rangé dans un dossier emporte ses images', async () => {
  const overlay: Overlay = {
    'histoires/port.md': null,
    'histoires/port.svg': null,
    'histoires/port/index.md': (await read({})).files.find(({ path }) => path === 'histoires/port.md')?.text ?? '',
    'histoires/port/port.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0h4v3z"/></svg>',
  };
  const { plan } = await rename('histoires/port/index.md', 'quai', overlay);
  expect(plan.issues).toEqual([]);
  expect(plan.moves).toEqual([
    { from: 'histoires/port/index.md', to: 'histoires/quai/index.md' },
    { from: 'histoires/port/port.svg', to: 'histoires/quai/port.svg' },
  ]);
});

test('revenir à l’ancien nom défait tout, sauf l’adresse que l’on quitte', async () => {
  const { contenu, plan } = await rename('outils/livret.md', 'accueil');
  const there = withFiles(contenu, { texts: plan.texts, removed: new Set(plan.moves.map(({ from }) => from)) });
  const file = there.files.find(({ path }) => path === 'outils/accueil.md');
  const back = file && planRename(there, file, 'livret');
  expect(back?.issues).toEqual([]);
  expect(back?.texts.get('outils/livret.md')).toContain(
    'anciennes_adresses:\n  - /boite-a-outils/accueil/\nbrouillon: false',
  );
});

test('l’adresse d’un brouillon n’est pas gardée : personne ne l’a connue', async () => {
  const overlay = { 'pages/a-propos.md': change('brouillon: false', 'brouillon: true') };
  const { plan } = await rename('pages/a-propos.md', 'qui-ecrit', overlay);
  expect(plan).toMatchObject({ kept: false, to: '/qui-ecrit/', issues: [] });
  expect(plan.texts.get('pages/qui-ecrit.md')).not.toContain('anciennes_adresses');
});

test('un nom déjà pris, ou celui d’une page du site, est refusé', async () => {
  for (const [path, id] of [
    ['pages/a-propos.md', 'comprendre'],
    ['pages/a-propos.md', 'glossaire'],
    ['pages/comprendre.md', 'de-quoi-on-parle'],
  ] as const) {
    const { plan } = await rename(path, id);
    expect(plan.issues.length + plan.taken.length, id).toBeGreaterThan(0);
  }
});

test('ce qui était faux avant ne retient pas le nouveau nom', async () => {
  const { contenu, plan } = await rename('outils/livret.md', 'accueil', {
    'pages/a-propos.md': change('Une page.', '[rien](inconnu.md)'),
  });
  expect(checkContenu(contenu, DAY)).toHaveLength(1);
  expect(plan.issues).toEqual([]);
});

test('une liste qui finit le fichier sans fin de ligne s’allonge à sa place', async () => {
  const overlay: Overlay = {
    'equipes/pole-du-port.yaml': (text: string) => `${text.trimEnd()}\nanciennes_adresses:\n  - /equipes/vieux/`,
  };
  const { plan } = await rename('equipes/pole-du-port.yaml', 'pole-du-quai', overlay);
  expect(plan.issues).toEqual([]);
  expect(plan.texts.get('equipes/pole-du-quai.yaml')).toMatch(
    /\nanciennes_adresses:\n {2}- \/equipes\/vieux\/\n {2}- \/equipes\/pole-du-port\/\n$/,
  );
});

test('une remarque écrite sous la liste des anciennes adresses reste', async () => {
  const list = 'anciennes_adresses:\n  - /recits/livret/\n# Attendre l’accord.\nbrouillon: false';
  const overlay: Overlay = { 'outils/livret.md': change('brouillon: false', list) };
  const { plan } = await rename('outils/livret.md', 'accueil', overlay);
  expect(plan.texts.get('outils/accueil.md')).toContain(
    '  - /recits/livret/\n  - /boite-a-outils/livret/\n# Attendre l’accord.\nbrouillon: false',
  );
});

test.skipIf(process.platform === 'win32')('un raccourci rangé avec un récit n’est pas copié : rien ne change', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'renommer-'));
  try {
    await cp('content', dir, { recursive: true });
    await symlink(resolve('package.json'), join(dir, 'histoires/pole-sante-clisson/note.txt'));
    const run = spawnSync(process.execPath, [...commandLine('renommer'), 'histoires/pole-sante-clisson', 'clisson'], {
      env: { ...process.env, CONTENT_DIR: dir },
      encoding: 'utf8',
    });
    expect(run.stderr).toMatch(/note\.txt\s» est un raccourci/);
    expect(run.status).toBe(1);
    expect(await readdir(join(dir, 'histoires'))).not.toContain('clisson');
  } finally {
    await rm(dir, { recursive: true });
  }
});
