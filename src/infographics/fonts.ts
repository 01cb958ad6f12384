import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type subsetFont from 'subset-font';
import { writeAll } from '#src/files/write-files.ts';

const require = createRequire(join(process.cwd(), 'package.json'));

/** What a French text may begin with: its capitals, figures and opening marks. */
export const INITIALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸ0123456789«“‘(—';

/** The last cut of each style: letters seldom change, and cutting takes longer than all that a small change needs. */
const KEPT = join(process.cwd(), '.cache', 'polices');
const CUT: Parameters<typeof subsetFont>[2] = {
  targetFormat: 'woff2',
  variationAxes: { SOFT: 100, WONK: 0, wght: 400 },
  keepFeatures: ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl'],
};

/**
 * The tale's display face, cut down to what a title needs (woff2 bytes): softness at its most, no swash,
 * one weight, the optical size left free.
 */
export async function storyFont(style: 'normal' | 'italic', characters: string): Promise<Buffer> {
  const letters = [...new Set(characters)].toSorted().join('');
  const key = createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(JSON.stringify([letters, CUT]))
    .digest('hex');
  const place = join(KEPT, style, `${key.slice(0, 32)}.woff2`);
  const kept = await readFile(place).catch(() => undefined);
  if (kept) return kept;
  const source = await readFile(
    require.resolve(`@fontsource-variable/fraunces/files/fraunces-latin-full-${style}.woff2`),
  );
  const { default: cut } = await import('subset-font');
  const font = await cut(source, letters, CUT);
  await rm(dirname(place), { recursive: true, force: true });
  await writeAll([{ path: place, content: font }]);
  return font;
}
