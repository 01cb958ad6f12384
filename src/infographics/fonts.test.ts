import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { FRENCH, lettersOf, textFont } from './fonts.ts';

const ranges = [
  ...readFileSync('src/styles/polices.css', 'utf8').matchAll(/url\('([^']+)'\)[^}]*unicode-range:([^;]+);/g),
].map(([, file = '', range = '']) => ({ file, range: range.trim().replaceAll(/\s+/g, ' ') }));

const wholeFont = (style: string) =>
  create(readFileSync(`node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-${style}.woff2`));

test.each(['normal', 'italic'] as const)(
  'Figtree, %s : la police taillée a les lettres du français, l’autre vient pour le reste ; chaque lettre est dans une des deux',
  async (style) => {
    const [rest, cut] = ['@fontsource-variable/figtree/files/figtree-latin-wght-', 'figtree-'].map(
      (name) => ranges.find(({ file }) => file === `${name}${style}.woff2`)?.range ?? '',
    );
    expect(cut).toBe(FRENCH);
    const drawn = create(readFileSync(await textFont(style)));
    expect(
      lettersOf(FRENCH).filter((letter) => !drawn.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
    ).toEqual([]);
    // A return and an absent character are no letters.
    const all = wholeFont(style).characterSet.filter((code) => code !== 0x0d && code !== 0xffff);
    const shared = [...lettersOf(rest ?? ''), ...lettersOf(FRENCH)].map((letter) => letter.codePointAt(0));
    expect(shared.toSorted()).toEqual([...all].toSorted());
  },
);
