import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(join(process.cwd(), 'package.json'));

/** What a French text may begin with: its capitals, figures and opening marks. */
export const INITIALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸ0123456789«“‘(—';

/**
 * The tale's display face, cut down to what a title needs (woff2 bytes): softness at its most, no swash,
 * one weight, the optical size left free.
 */
export async function storyFont(style: 'normal' | 'italic', characters: string): Promise<Buffer> {
  const source = await readFile(
    require.resolve(`@fontsource-variable/fraunces/files/fraunces-latin-full-${style}.woff2`),
  );
  return subsetFont(source, characters, {
    targetFormat: 'woff2',
    variationAxes: { SOFT: 100, WONK: 0, wght: 400 },
    keepFeatures: ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl'],
  });
}
