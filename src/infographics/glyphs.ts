import type { Said } from '#src/domain/said.ts';

/** Characters that the pictures' typeface has not, and what is drawn in their place without changing what is read. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  // Narrow no-break space: a no-break space is drawn.
  [/\u202F/g, '\u00A0'],
  [/[\u2000-\u200A\u3000]/g, ' '],
  [/[\u00AD\u200B-\u200D\u2060\uFE0E\uFE0F\uFEFF]/g, ''],
  [/ᵉʳ/g, 'er'],
  [/ᵉ/g, 'e'],
  [/\u2011/g, '-'],
];

/** A text as the pictures' typeface can draw it. */
export function drawable({ texte }: Said): string {
  return INSTEAD.reduce((text, [from, to]) => text.replace(from, to), texte.normalize('NFC'));
}
