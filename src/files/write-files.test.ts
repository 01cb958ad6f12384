import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAll } from './write-files.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ecrire-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('tous les fichiers sont écrits, dossiers compris, sans rien laisser d’autre', async () => {
  await writeAll([
    { path: join(dir, 'a/b/un.yaml'), content: 'un' },
    { path: join(dir, 'deux.yaml'), content: 'deux' },
  ]);
  expect((await readdir(dir, { recursive: true })).sort()).toEqual(['a', 'a/b', 'a/b/un.yaml', 'deux.yaml']);
});

test('un seul ne peut pas prendre sa place : tout redevient comme avant, octet pour octet', async () => {
  await writeFile(join(dir, 'ancien.yaml'), 'ancien');
  await mkdir(join(dir, 'occupe.yaml'));
  const attempt = writeAll([
    { path: join(dir, 'neuf/un.yaml'), content: 'un' },
    { path: join(dir, 'ancien.yaml'), content: 'nouveau' },
    { path: join(dir, 'occupe.yaml'), content: 'deux' },
  ]);
  await expect(attempt).rejects.toThrow();
  expect((await readdir(dir, { recursive: true })).sort()).toEqual(['ancien.yaml', 'occupe.yaml']);
  expect(await readFile(join(dir, 'ancien.yaml'), 'utf8')).toBe('ancien');
});

test('un dossier impossible à créer : rien n’est écrit', async () => {
  await writeFile(join(dir, 'fichier'), '');
  const attempt = writeAll([
    { path: join(dir, 'un.yaml'), content: 'un' },
    { path: join(dir, 'fichier/deux.yaml'), content: 'deux' },
  ]);
  await expect(attempt).rejects.toThrow();
  expect(await readdir(dir)).toEqual(['fichier']);
});
