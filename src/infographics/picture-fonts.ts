import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { fontFiles, type SUBSETS, type Weight } from './font-files.ts';
import { plainFont } from './sfnt.ts';

/** satori takes one font for a name and a weight, and looks for a missing letter in those of other names. */
export const FAMILY = 'Figtree';
const NAMES = { latin: FAMILY, 'latin-ext': 'Figtree latin-ext' } as const;

/** One file of the pictures' typeface, for satori to measure, and read once for all who draw its letters. */
export interface PictureFont {
  readonly name: string;
  readonly weight: Weight;
  readonly style: 'normal';
  readonly subset: (typeof SUBSETS)[number];
  readonly data: Buffer;
  readonly font: Font;
}

/**
 * A font whose every glyph knows its character: fontkit tells it to a glyph the first time that it is met, even as a
 * part of another one, and a PDF would then say nothing of the « e » that an « é » was made of.
 */
function read(data: Buffer): Font {
  const font = create(data);
  for (const code of font.characterSet) font.glyphForCodePoint(code);
  return font;
}

let fonts: readonly PictureFont[] | undefined;

/** The pictures' typeface in the weights that scenes use, `latin` before `latin-ext`. */
export function pictureFonts(): readonly PictureFont[] {
  fonts ??= fontFiles().map(({ path, ...rest }) => {
    const data = plainFont(readFileSync(path));
    return { name: NAMES[rest.subset], style: 'normal' as const, ...rest, data, font: read(data) };
  });
  return fonts;
}
