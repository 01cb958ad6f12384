import type { Glyph as FontGlyph } from 'fontkit';
import { type Outline, relativePath } from './outline.ts';
import { type PictureFont, pictureFonts } from './picture-fonts.ts';

/** A letter's drawing, once for all; lengths in parts of the size of the text, down from the baseline. */
export interface Glyph {
  readonly outline: Outline;
  /** The same as an SVG path, at each size that was asked for. */
  readonly paths: Map<number, string>;
}

/** Letters of one font side by side. */
export interface Run {
  readonly font: PictureFont;
  readonly texte: string;
  /** Where it begins, in parts of the size of the text. */
  readonly left: number;
  readonly width: number;
  readonly glyphs: readonly { readonly glyph: Glyph; readonly left: number }[];
}

const COMMANDS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

const glyphs = new Map<PictureFont, Map<number, Glyph>>();

function glyphOf(source: PictureFont, { id, path }: FontGlyph): Glyph {
  let known = glyphs.get(source);
  if (!known) glyphs.set(source, (known = new Map()));
  let glyph = known.get(id);
  if (!glyph) {
    const { unitsPerEm } = source.font;
    const outline = {
      commands: path.commands.map(({ command }) => COMMANDS[command] ?? '').join(''),
      points: path.commands.flatMap(({ args }) =>
        args.map((value, index) => (index % 2 === 0 ? value : -value) / unitsPerEm),
      ),
    };
    known.set(id, (glyph = { outline, paths: new Map() }));
  }
  return glyph;
}

/** A letter as an SVG path that goes on from its place, at a size in pixels. */
export function glyphPath({ outline, paths }: Glyph, size: number): string {
  let path = paths.get(size);
  if (path === undefined) paths.set(size, (path = relativePath(outline, size)));
  return path;
}

/** Neighbouring letters of one font together: a letter that the main subset has not is taken from the other one. */
function byFont(text: string, weight: number): { texte: string; font: PictureFont }[] {
  const fonts = pictureFonts().filter((font) => font.weight === weight);
  const runs: { texte: string; font: PictureFont }[] = [];
  for (const letter of text) {
    const font = fonts.find((one) => one.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) ?? fonts[0];
    if (!font) throw new RangeError(`no font of weight ${weight}`);
    const last = runs.at(-1);
    if (last?.font === font) last.texte += letter;
    else runs.push({ texte: letter, font });
  }
  return runs;
}

function shaped(text: string, weight: number, spacing: number): Run[] {
  let left = 0;
  return byFont(text, weight).map(({ texte, font }) => {
    const start = left;
    const { unitsPerEm } = font.font;
    const { glyphs: found, positions } = font.font.layout(texte);
    const placed = found.map((one, index) => {
      const { xAdvance = 0, xOffset = 0 } = positions[index] ?? {};
      const at = left + xOffset / unitsPerEm;
      left += xAdvance / unitsPerEm + spacing;
      return { glyph: glyphOf(font, one), left: at };
    });
    return { font, texte, left: start, width: left - start, glyphs: placed };
  });
}

/** Words kept with their letters placed: the same ones come back on every infographic. */
const MOST = 20_000;
const known = new Map<string, readonly Run[]>();

/**
 * The letters of a word, with their kerning, as satori's own shaping places them.
 * @param spacing added after each letter, in parts of the size of the text
 */
export function runsOf(text: string, weight: number, spacing: number): readonly Run[] {
  const key = `${weight} ${spacing} ${text}`;
  let runs = known.get(key);
  if (!runs) {
    if (known.size >= MOST) known.clear();
    known.set(key, (runs = shaped(text, weight, spacing)));
  }
  return runs;
}

/** Width of a text on one line, in parts of its size. */
export function widthOf(text: string, weight: number, spacing: number): number {
  return runsOf(text, weight, spacing).reduce((sum, { width }) => sum + width, 0);
}
