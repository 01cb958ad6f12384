import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { run } from './run-command.ts';

const FOLDER = '.cache/tests/importer-et-scan';

beforeEach(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
});

test.each([
  [[], 'Que faut-il importer ?'],
  [['scan'], '« scan » n’est pas une importation connue. Vouliez-vous dire « scans » ?'],
  [['scans'], 'Quel fichier ?'],
  [['scans', 'a.csv', 'b.csv'], '« b.csv » est de trop'],
  [
    ['scans', 'a.csv', '--remplace'],
    'L’option « --remplace » n’existe pas. Vouliez-vous dire « remplacer » ?',
  ],
  [['scans', 'a.csv', '--annee', '26'], '« --annee » attend une année à quatre chiffres'],
  [['scans', 'a.csv', '--essai=non'], '« --essai » ne prend pas de valeur'],
  [['scans', 'absent.csv'], 'absent.csv : ce fichier n’existe pas'],
  [['histoire', 'a.docx', '--annee', '2026'], '« --annee » ne sert pas à « histoire »'],
])('importer %j : dit ce qui manque, et sort avec 1', (args, said) => {
  const { status, text } = run('importer', { CONTENT_DIR: 'tests/autre-publication' }, args);
  expect(text.replace(/[\u00A0\u202F]/g, ' ')).toContain(said);
  expect(text).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
});

test.each([
  [['--vers', 'package.json'], 'Autre chose tient déjà cette place : ./package.json\n'],
  [
    ['--vers', 'tests/autre-publication/scans'],
    '« ./tests/autre-publication/scans » est dans le dossier du contenu : choisir un autre dossier.\n',
  ],
  [
    ['--shard', '0/0'],
    '« --shard 0/0 » ne se lit pas. Écrire le rang de cette machine et leur nombre : « --shard 2/5 ».\n',
  ],
])('scan %j : dit ce qui ne va pas, n’écrit rien et sort avec 1', (args, said) => {
  const before = readdirSync('tests/autre-publication', { recursive: true });
  expect(run('scan', { CONTENT_DIR: 'tests/autre-publication' }, ['le-phare', ...args])).toEqual({
    status: 1,
    text: said,
  });
  expect(readdirSync('tests/autre-publication', { recursive: true })).toEqual(before);
});

test('importer modele : le formulaire s’écrit une fois, et jamais par-dessus des réponses', () => {
  const env = { CONTENT_DIR: 'tests/autre-publication' };
  expect(run('importer', env, ['modele', FOLDER]).status).toBe(0);
  const written = readdirSync(FOLDER).sort();
  expect(written).toEqual([
    'formulaire-scan-equipe.csv',
    'formulaire-scan-equipe.xlsx',
    'liste-outils.csv',
    'liste-outils.xlsx',
  ]);
  writeFileSync(join(FOLDER, 'formulaire-scan-equipe.csv'), 'des réponses');
  const { status, text } = run('importer', env, ['modele', FOLDER]);
  expect(status).toBe(1);
  expect(text).toContain('existe déjà');
  expect(readFileSync(join(FOLDER, 'formulaire-scan-equipe.csv'), 'utf8')).toBe('des réponses');
});

const DESSINS = join(FOLDER, 'images');

test('scan : dessine l’infographie d’une équipe, dit où, et ne la redessine pas', () => {
  const env = { CONTENT_DIR: 'tests/autre-publication' };
  const { status, text } = run('scan', env, ['phare', '--annee', '2025', '--vers', DESSINS]);
  expect(status, text).toBe(0);
  const names = readdirSync(DESSINS).toSorted();
  expect(names).toEqual(
    ['a4.pdf', 'a4.png', 'a4.svg', 'lien.png', 'reseaux.png'].map((name) => `le-phare-2025-${name}`),
  );
  for (const name of names) expect(text).toContain(`images/${name}`);
  const again = run('scan', env, ['phare', '--annee', '2025', '--vers', DESSINS]);
  expect(again.text).toContain('1\u00A0infographie, dont 0 dessinée');
});

test.each([
  [['phar'], 0, ''],
  [
    ['phrae'],
    1,
    'Aucune équipe «\u00A0phrae\u00A0» n’a de Scan’équipe. Vouliez-vous dire «\u00A0le-phare\u00A0»\u202F?',
  ],
  [['le'], 1, '«\u00A0le\u00A0» désigne plusieurs équipes'],
  [['phare', '--annee', '1999'], 1, 'Aucun Scan’équipe de 1999\u00A0: rien à dessiner.'],
  [['--shard', '3/2'], 1, '«\u00A0--shard 3/2\u00A0» ne se lit pas.'],
  [
    ['--anne', '2025'],
    1,
    'L’option «\u00A0--anne\u00A0» n’existe pas. Vouliez-vous dire «\u00A0annee\u00A0»',
  ],
  [['--vers'], 1, '«\u00A0--vers\u00A0» attend une valeur'],
])('scan %j : sort avec %i', (args, code, said) => {
  const { status, text } = run('scan', { CONTENT_DIR: 'tests/autre-publication' }, [
    ...args,
    ...(args.includes('--vers') ? [] : ['--vers', DESSINS]),
  ]);
  expect(status, text).toBe(code);
  expect(text).toContain(said);
  expect(text).not.toMatch(/\n\s+at /);
  if (code === 1) expect(existsSync(DESSINS)).toBe(false);
});

test('scan --shard : les parts se partagent le travail, et font le tout', () => {
  const env = { CONTENT_DIR: 'tests/autre-publication' };
  const counts = ['1/3', '2/3', '3/3'].map((shard) => {
    const { status, text } = run('scan', env, ['--shard', shard]);
    expect(status, text).toBe(0);
    return Number(/: (\d+)\u00A0infographies?/.exec(text)?.[1]);
  });
  const { text } = run('scan', env, ['--vers', DESSINS]);
  expect(text).toContain(
    `${counts.reduce((sum, count) => sum + count, 0)}\u00A0infographies, dont 0 dessinée`,
  );
});
