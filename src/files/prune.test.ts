import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prune } from './prune.ts';

test('ce qui n’a pas servi depuis deux mois s’en va, le reste demeure, et ce qui n’est plus là ne gêne pas', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'menage-'));
  try {
    const [old, recent] = [join(dir, 'ancien'), join(dir, 'recent')];
    for (const folder of [old, recent]) {
      await mkdir(folder);
      await writeFile(join(folder, 'image.png'), 'x');
    }
    const before = new Date(Date.now() - 61 * 86_400_000);
    await utimes(old, before, before);
    await prune([old, recent, join(dir, 'absent')]);
    expect([existsSync(old), existsSync(recent)]).toEqual([false, true]);
  } finally {
    await rm(dir, { recursive: true });
  }
});
