import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import satori from 'satori';
import { expect, test } from 'vitest';
import { layOut } from './layout.ts';
import { TAKES, type Outline } from './outline.ts';
import { WEIGHTS } from './font-files.ts';
import { FAMILY, type PictureFont, pictureFonts } from './picture-fonts.ts';
import { plainFont } from './sfnt.ts';
import { textsOf } from './texts.ts';
import { column, text } from './tree.ts';
import { runsOf } from './typeface.ts';

const require = createRequire(import.meta.url);

/** Left and top of each closed curve, from the points that it goes through. */
function corners({ commands, points }: Outline): { x: number; y: number }[] {
  const found: { x: number; y: number }[] = [];
  let at = 0;
  for (const command of commands) {
    at += TAKES[command] ?? 0;
    if (command === 'M') found.push({ x: Infinity, y: Infinity });
    const last = found.at(-1);
    if (command === 'Z' || !last) continue;
    last.x = Math.min(last.x, points[at - 2] ?? 0);
    last.y = Math.min(last.y, points[at - 1] ?? 0);
  }
  return found;
}

/** The curves of satori's own drawing. */
const outlinesOf = (svg: string): Outline[] =>
  [...svg.matchAll(/ d="(M[^"]*Q[^"]*)"/g)].map(([, d = '']) => ({
    commands: d.replace(/[^MLQCZ]/g, ''),
    points: (d.match(/-?[\d.]+/g) ?? []).map(Number),
  }));

const TEXTS = [
  'L’AVEYRON, Ty. VATo : « 1 730 patients », 8 h 30 – 19 h…',
  'Œuvre, œil, Ÿ, łódź, ŵŷ, ĉœur, Ǎ, ça, où, naïf ; île (ÎLE) / AV.',
  'Kinésithérapeutes-ostéopathes, infirmières : 12,5 % d’ETP !',
];

test.each(WEIGHTS)('chaque lettre est où satori la dessinerait, graisse %i', async (fontWeight) => {
  const size = { width: 1200, height: 400 };
  const style = { fontSize: 31.7, fontWeight, color: '#123456' };
  const texts = TEXTS.map((line, index) => text(line, { ...style, letterSpacing: index === 2 ? 1.3 : 0 }));
  const layout = await layOut(column(size, texts), size);
  const plain = layout.placed.slice(1).map(({ node: { props } }) => ({
    type: 'div',
    key: null,
    props: { style: props.style, children: props.children },
  }));
  const page = { display: 'flex', flexDirection: 'column', fontFamily: FAMILY, ...size };
  const theirs = outlinesOf(
    await satori(
      { type: 'div', key: null, props: { style: page, children: plain } } as Parameters<typeof satori>[0],
      { ...size, fonts: pictureFonts() as PictureFont[] },
    ),
  ).flatMap(corners);
  const ours = [...textsOf(layout).values()]
    .flat()
    .flatMap(({ texte, weight, spacing, size, left, baseline }) =>
      runsOf(texte, weight, spacing / size).flatMap(({ glyphs }) =>
        glyphs.flatMap(({ glyph, left: at }) =>
          corners(glyph.outline).map(({ x, y }) => ({ x: left + (at + x) * size, y: baseline + y * size })),
        ),
      ),
    );
  expect(ours).toHaveLength(theirs.length);
  const gaps = ours.map((one) => {
    const near = theirs.map((other) => Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)));
    return Math.min(...near);
  });
  // satori writes tenths of a pixel.
  expect(Math.max(...gaps)).toBeLessThan(0.11);
});

test('une police dépliée est la même que la police d’origine', () => {
  for (const { subset, weight, data } of pictureFonts()) {
    const woff = readFileSync(
      require.resolve(`@fontsource/figtree/files/figtree-${subset}-${weight}-normal.woff`),
    );
    expect(plainFont(woff).equals(data)).toBe(true);
    const [one, other] = [create(woff), create(data)].map((font) =>
      ['Œuvre', 'Ÿ', 'łódź', 'AVTo'].map((word) => {
        const { glyphs, positions } = font.layout(word);
        return [glyphs.map(({ id, path }) => [id, path.commands]), positions];
      }),
    );
    expect(one).toEqual(other);
  }
});
