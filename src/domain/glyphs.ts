/** What the infographics' typeface can draw: Figtree, `latin` and `latin-ext`. A test holds this list to its files. */

/** Characters that the typeface has, as ranges; a mark that sits on a letter draws nothing by itself. */
const DRAWN =
  /[ -~\u00A0-\u00AC\u00AE-\u0113\u0116-\u0127\u012A\u012B\u012E-\u0137\u0139-\u013E\u0141-\u0148\u014A-\u014D\u0150-\u0161\u0164\u0165\u016A-\u017E\u01CD\u01CE\u0218-\u021B\u0237\u02C6\u02C7\u02DA\u02DC\u02DD\u1E80-\u1E85\u1E9E\u1EF2\u1EF3–—‘-‚“-„†•…‹›⁄€₹™↑↓−∕]/;

/** Characters that the typeface has not, and what is drawn in their place without changing what is read. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  // Narrow no-break space: a no-break space is drawn.
  [/\u202F/g, '\u00A0'],
  [/[\u2000-\u200A\u3000]/g, ' '],
  [/[\u00AD\u200B-\u200D\u2060\uFE0E\uFE0F\uFEFF]/g, ''],
  [/ᵉʳ/g, 'er'],
  [/ᵉ/g, 'e'],
  [/\u2011/g, '-'],
];

/** A text as the typeface can draw it. */
export function drawableText(text: string): string {
  return INSTEAD.reduce((drawn, [from, to]) => drawn.replace(from, to), text.normalize('NFC'));
}

/** The signs of a text that the typeface cannot draw, each once; a line break is a space. */
export function undrawnSigns(text: string): string[] {
  return [...new Set(drawableText(text))].filter((sign) => !DRAWN.test(sign) && !/\s/.test(sign));
}

/** A sign as a message shows it; one that no one sees, by its number. */
export const signShown = (sign: string): string =>
  /^[\p{C}\p{Z}\p{M}]$/u.test(sign)
    ? `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : sign;
