import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { FRENCH, lettersOf, OTHERS, textFont } from './fonts.ts';

const codesOf = (letters: readonly string[]) => letters.map((letter) => letter.codePointAt(0) ?? 0);

test.each(['normal', 'italic'] as const)(
  'Figtree, %s : la police taillée a les lettres du français ; chaque lettre vient d’une des deux, et d’une seule',
  async (style) => {
    const cut = create(readFileSync(await textFont(style)));
    expect(codesOf(lettersOf(FRENCH)).filter((code) => !cut.hasGlyphForCodePoint(code))).toEqual([]);
    const whole = create(
      readFileSync(`node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-${style}.woff2`),
    );
    // A return and an absent character are no letters.
    const all = whole.characterSet.filter((code) => code !== 0x0d && code !== 0xffff);
    const shared = codesOf([...lettersOf(OTHERS), ...lettersOf(FRENCH)]);
    expect(shared.toSorted()).toEqual([...all].toSorted());
  },
);
