import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBytes } from '#src/import/bytes.ts';

test.skipIf(process.platform === 'win32')('un tube n’est pas un fichier : l’import le dit, sans attendre', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tube-'));
  try {
    execFileSync('mkfifo', [join(dir, 'liste.csv')]);
    const wanted = { max: 10, what: 'Attendu : un tableau.', lighten: '' };
    await expect(readBytes(join(dir, 'liste.csv'), wanted)).rejects.toThrow('ce n’est pas un fichier ordinaire');
  } finally {
    rmSync(dir, { recursive: true });
  }
});
