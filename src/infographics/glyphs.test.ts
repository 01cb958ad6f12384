import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawableText, undrawnSigns } from '#src/domain/glyphs.ts';
import { layOut, PictureError } from './layout.ts';
import { column, text } from './tree.ts';

/** A layout for each text takes a while on a busy machine. */
const SLOW = 60_000;

/** Whether the pictures' typeface, its files read by satori, draws a text. */
async function isDrawn(...texts: string[]): Promise<boolean> {
  const weights = [400, 600, 800];
  const root = column(
    { width: 400 },
    texts.flatMap((one) => weights.map((fontWeight) => text(one, { fontSize: 10, fontWeight }))),
  );
  return layOut(root, { width: 400, height: 400 }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof PictureError) return false;
      throw error;
    },
  );
}

test('ce que le contrôle accepte se dessine, dans chaque graisse', async () => {
  const signs = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    (sign) => /[^\p{C}\p{Z}]/u.test(sign) && undrawnSigns(sign).length === 0,
  );
  expect(signs.length).toBeGreaterThan(330);
  expect(await isDrawn(...signs)).toBe(true);
});

test(
  'ce que le contrôle refuse ne se dessine pas : aucune lettre latine n’est refusée à tort',
  async () => {
    const refused = Array.from({ length: 0x250 - 0xa1 }, (_, index) =>
      String.fromCharCode(0xa1 + index),
    ).filter((sign) => undrawnSigns(sign).length > 0);
    expect(refused).toContain('ƀ');
    for (const sign of [...refused, 'β', 'ж', '☃', '≥', '🙂', 'o\u0335'])
      expect(await isDrawn(sign), sign).toBe(false);
  },
  SLOW,
);

test(
  'quel que soit le texte, ce que le contrôle accepte se dessine',
  async () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string());
    await fc.assert(
      fc.asyncProperty(texts, async (content) => {
        fc.pre(!/\p{Cc}/u.test(content) && undrawnSigns(content).length === 0);
        expect(await isDrawn(content)).toBe(true);
      }),
      { numRuns: 60 },
    );
  },
  SLOW,
);

test('ce qui remplace un signe absent se lit de même', () => {
  expect(
    drawableText('1\u202F200\u00A0m², 1ᵉʳ et 2ᵉ, co\u00ADordon\u200Bnée, e\u0301quipe \u2011 \u2009!'),
  ).toBe('1\u00A0200\u00A0m², 1er et 2e, coordonnée, équipe -  !');
});
