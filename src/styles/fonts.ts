import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type subsetFont from 'subset-font';
import { writeAll } from '#src/files/write-files.ts';

type Options = Parameters<typeof subsetFont>[2];
type Style = 'normal' | 'italic';

const require = createRequire(join(process.cwd(), 'package.json'));

/** What a French text may begin with: its capitals, figures and opening marks. */
export const INITIALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸ0123456789«“‘(—';

/** What a French text is written with. */
export const FRENCH =
  'U+20-7E, U+A0, U+A3, U+A6-A7, U+A9, U+AB, U+AE, U+B0, U+B2-B3, U+B5, U+B7, U+BB-BE, U+C0, U+C2, U+C4, U+C6-CB, U+CE-CF, ' +
  'U+D4, U+D6-D7, U+D9, U+DB-DC, U+E0, U+E2, U+E4, U+E6-EB, U+EE-EF, U+F4, U+F6-F7, U+F9, U+FB-FC, U+FF, U+152-153, ' +
  'U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+2039-203A, U+20AC, U+2122, U+2191, U+2193, U+2212';

/** The other letters of the text face. */
export const OTHERS =
  'U+A1-A2, U+A4-A5, U+A8, U+AA, U+AC, U+AF, U+B1, U+B4, U+B6, U+B8-BA, U+BF, U+C1, U+C3, U+C5, U+CC-CD, U+D0-D3, U+D5, U+D8, ' +
  'U+DA, U+DD-DF, U+E1, U+E3, U+E5, U+EC-ED, U+F0-F3, U+F5, U+F8, U+FA, U+FD-FE, U+102, U+131, U+2C6, U+2DA, U+2DC, U+300-301, ' +
  'U+303-304, U+308, U+201A, U+201E, U+2044, U+2215';

/** The characters of a `unicode-range` (CSS Fonts 4). */
export const lettersOf = (range: string): string[] =>
  [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(([, first = '', last = first]) => {
    const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    return Array.from({ length: to - from + 1 }, (_, rank) => String.fromCodePoint(from + rank));
  });

/** How letters stand by their neighbours and their accents; no swash, no fraction. */
const LAYOUT = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl'];
const TITLE: Options = {
  targetFormat: 'woff2',
  variationAxes: { SOFT: 100, WONK: 0, wght: 400 },
  keepFeatures: LAYOUT,
};
/** The weights that style sheets use, the letters that change with them, figures of one width for tables. */
const TEXT: Options = {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 800 } },
  keepFeatures: [...LAYOUT, 'rvrn', 'tnum'],
};

/** The last cut of each font: letters seldom change, and cutting takes longer than all that a small change needs. */
const KEPT = join(process.cwd(), '.cache', 'polices');

/**
 * A font with these letters only; cut once, then kept.
 * @param name of the cut font
 * @param source file of a package
 * @returns path of a woff2 file
 */
async function cutFont(name: string, source: string, letters: string, options: Options): Promise<string> {
  const digest = createHash('sha256').update(readFileSync('package-lock.json'));
  const key = digest
    .update(JSON.stringify([source, letters, options]))
    .digest('hex')
    .slice(0, 32);
  const place = join(KEPT, name, key, `${name}.woff2`);
  if (await readFile(place).catch(() => undefined)) return place;
  const { default: cut } = await import('subset-font');
  const font = await cut(await readFile(require.resolve(source)), letters, options);
  await rm(dirname(dirname(place)), { recursive: true, force: true });
  await writeAll([{ path: place, content: font }]);
  return place;
}

/**
 * The tale's display face, cut down to what a title needs (woff2 bytes): softness at its most, no swash,
 * one weight, the optical size left free.
 */
export async function storyFont(style: Style, characters: string): Promise<Buffer> {
  const letters = [...new Set(characters)].toSorted().join('');
  const source = `@fontsource-variable/fraunces/files/fraunces-latin-full-${style}.woff2`;
  return readFile(await cutFont(`fraunces-${style}`, source, letters, TITLE));
}

/** The text face, cut down to what French is written with: every page asks for it. Path of a woff2 file. */
export async function textFont(style: Style): Promise<string> {
  return cutFont(`figtree-${style}`, wholeText(style), lettersOf(FRENCH).join(''), TEXT);
}

/** The package's whole file of the text face. */
const wholeText = (style: Style): string =>
  `@fontsource-variable/figtree/files/figtree-latin-wght-${style}.woff2`;

/**
 * The faces of the text, as a style sheet: the cut files (`textFont`) under the names that the configuration gives them, then the
 * package's, which come for another letter only. A browser joins faces by their letters where their weights are the same.
 */
export const textFaces = (): string =>
  (['normal', 'italic'] as const)
    .flatMap((style) =>
      [
        [`figtree-${style}.woff2`, FRENCH],
        [wholeText(style), OTHERS],
      ].map(
        ([file, letters]) =>
          `@font-face{font-family:Figtree;src:url('${file}') format('woff2');font-weight:400 800;font-style:${style};font-display:swap;unicode-range:${letters}}`,
      ),
    )
    .join('\n');
