import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine } from '../run-command.ts';
import { change, write } from './publication.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verifier-'));
  await write(dir, { 'histoires/port.md': change('2021-10-05', '05/10/2021') });
});
afterAll(() => rm(dir, { recursive: true }));

function verifier(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...commandLine('verifier'), ...args], {
    env: { ...process.env, CONTENT_DIR: dir, NO_COLOR: '1', VITEST: undefined },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const TIME = 30_000;

test('un format inconnu : le dit, propose le plus proche et donne l’usage', () => {
  const { status, stdout, stderr } = verifier('--format', 'jsn');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatchInlineSnapshot(`
    "« jsn » n’est pas un format connu : terminal, json, github ou gitlab. Vouliez-vous dire « json » ?

      npm run verifier                              dit tout ce qui ne va pas, et comment l’écrire
      npm run verifier -- --format json             le même rapport, pour un programme : json, github ou gitlab
      npm run verifier -- --corriger                corrige ce qui est sûr, et montre chaque ligne changée
      npm run verifier -- --corriger --essai        montre ce qui serait corrigé, et n’écrit rien
    "
  `);
}, TIME);

test('--essai seul, --corriger avec --format, un mot de trop : refusés', () => {
  expect(verifier('--essai').stderr.split('\n')[0]).toMatchInlineSnapshot(`"« --essai » ne va qu’avec « --corriger »."`);
  expect(verifier('--corriger', '--format', 'json').stderr.split('\n')[0]).toMatchInlineSnapshot(`"« --corriger » ne va pas avec « --format »."`);
  expect(verifier('histoires').stderr.split('\n')[0]).toMatchInlineSnapshot(`"« histoires » est de trop : la vérification lit toujours tout le contenu."`);
}, TIME);

test('--format json : la sortie est le document, et rien d’autre ; le code de sortie dit l’erreur', () => {
  const { status, stdout, stderr } = verifier('--format', 'json');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const { counts, issues } = JSON.parse(stdout) as { counts: object; issues: { file: string }[] };
  expect(counts).toEqual({ errors: 1, warnings: 0, filesWithErrors: 1, contentFiles: 7 });
  expect(issues[0]?.file.endsWith('/histoires/port.md')).toBe(true);
}, TIME);

test('--corriger : le fichier est juste, le rapport finit bien, le code de sortie aussi', async () => {
  const trial = verifier('--corriger', '--essai');
  expect(trial.status).toBe(1);
  expect(await readFile(join(dir, 'histoires/port.md'), 'utf8')).toContain('05/10/2021');
  const { status, stdout, stderr } = verifier('--corriger');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "histoires/port.md
      ligne 6
        - rencontre: 05/10/2021
        + rencontre: 2021-10-05

    Corrigé : 1 ligne dans 1 fichier. Ce qui reste à faire suit.

    Tout est en ordre : 1 récit, 1 outil, 1 équipe, 1 Scan’équipe, 1 année de
    chiffres et 2 pages.
    "
  `);
  expect(await readFile(join(dir, 'histoires/port.md'), 'utf8')).toContain('rencontre: 2021-10-05\n');
}, TIME);
