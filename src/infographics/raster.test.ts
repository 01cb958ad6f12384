import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import healthicons from '@iconify-json/healthicons/icons.json' with { type: 'json' };
import { Canvas, type Pixels } from './canvas.ts';
import { layOut } from './layout.ts';
import { flattened, roundBox } from './outline.ts';
import { type Format, FORMATS } from './picture.ts';
import { pictureRaster } from './raster.ts';
import { regionSubject } from './region-subject.ts';
import { fullestRegion } from './region-testing.ts';
import { scanSubject } from './scan-subject.ts';
import { pictureSvg } from './svg.ts';
import { outlineOfPath } from './svg-path.ts';
import { sample } from './testing.ts';
import { textsOf } from './texts.ts';
import { iconPaths } from './vectors.ts';

/** Red, green and blue of each pixel. */
const bytesOf = ({ numbers, colours }: Pixels): Buffer =>
  Buffer.from(
    Uint8Array.from({ length: numbers.length * 3 }, (_, at) => {
      const colour = colours[numbers[Math.floor(at / 3)] ?? 0] ?? 0;
      return (colour >> (8 * (at % 3))) & 255;
    }),
  );

/** How far a picture is from what sharp makes of an SVG: the mean of all bytes, the worst one, in 255. */
async function gaps(drawn: Pixels, svg: string): Promise<{ mean: number; worst: number }> {
  const wanted = await sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).raw().toBuffer();
  const found = bytesOf(drawn);
  expect(found).toHaveLength(wanted.length);
  let [sum, worst] = [0, 0];
  for (let at = 0; at < wanted.length; at++) {
    const gap = Math.abs((wanted[at] ?? 0) - (found[at] ?? 0));
    sum += gap;
    if (gap > worst) worst = gap;
  }
  return { mean: sum / wanted.length, worst };
}

describe.each([
  ['une équipe ordinaire', scanSubject(sample('ordinaire'))],
  ['une équipe nombreuse', scanSubject(sample('nombreuse'))],
  ['la région', regionSubject(fullestRegion())],
] as const)('%s', (_, subject) => {
  test.each(Object.keys(FORMATS) as Format[])(
    'le PNG montre ce que le SVG montre : %s',
    async (format) => {
      const { node } = await subject.scenes[format]();
      const layout = await layOut(node, FORMATS[format].size);
      const texts = textsOf(layout);
      const { mean, worst } = await gaps(pictureRaster(layout, texts), pictureSvg(layout, texts, subject));
      expect(mean).toBeLessThan(0.4);
      expect(worst).toBeLessThan(64);
    },
    60_000,
  );
});

/** A shape 48 wide drawn twice as large in black on white, by us and by sharp. */
async function iconGaps(paths: readonly { d: string; evenOdd: boolean }[]) {
  const canvas = new Canvas(96, 96);
  for (const { d, evenOdd } of paths)
    canvas.fill(flattened(outlineOfPath(d), 2), 0, 0, '#000000', { evenOdd });
  const elements = paths.map(
    ({ d, evenOdd }) => `<path d="${d}" fill-rule="${evenOdd ? 'evenodd' : 'nonzero'}"/>`,
  );
  const size = 'width="96" height="96" viewBox="0 0 48 48"';
  return gaps(canvas, `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${elements.join('')}</svg>`);
}

test('chaque pictogramme est dessiné comme sharp le dessine', async () => {
  const names = Object.keys(healthicons.icons).filter((_, index) => index % 11 === 0);
  for (const name of names) expect((await iconGaps(iconPaths(name))).mean, name).toBeLessThan(1.5);
});

test.each([
  ['arcs aux drapeaux collés', 'M4 24a20 20 0 0140 0 20 10 30 11-40 0z'],
  ['arc trop court pour ses bouts', 'M4 24A5 3 20 0 0 44 30L30 8z'],
  ['raccourcis de courbes', 'M4 24q10-30 20 0t20 0V44H4zM8 30c2-4 6-4 8 0s6 4 8 0S30 26 32 30v8H8z'],
  ['tracé non fermé, nombres sans espaces', 'm4.5.5 40 .5-20 40.5-1e1-5M30 40l5 5h-5'],
  ['étoile qui se recoupe', 'M24 2L38 44 2 18H46L10 44z'],
])('un tracé se lit comme SVG le veut : %s', async (_, d) => {
  for (const evenOdd of [false, true]) expect((await iconGaps([{ d, evenOdd }])).mean).toBeLessThan(1.5);
});

test('un pixel prend la part que la forme en couvre', () => {
  const side = fc.double({ min: 0.5, max: 20, noNaN: true });
  const place = fc.double({ min: -3, max: 30, noNaN: true });
  fc.assert(
    fc.property(place, place, side, side, (x, y, width, height) => {
      const canvas = new Canvas(32, 32);
      canvas.fill(flattened(roundBox(0, 0, width, height, 0), 1), x, y, '#000000');
      const inside = (at: number, from: number, length: number) =>
        Math.max(0, Math.min(at + 1, from + length) - Math.max(at, from));
      canvas.numbers.forEach((number, at) => {
        const part = inside(at % 32, x, width) * inside(Math.floor(at / 32), y, height);
        const grey = (canvas.colours[number] ?? 0) & 255;
        // Sixteen steps: half of one, and rounding.
        expect(Math.abs(grey - 255 * (1 - part))).toBeLessThan(255 / 32 + 1);
      });
    }),
    { numRuns: 50 },
  );
});

test('une couleur qui n’en est pas une est refusée', () => {
  expect(() => new Canvas(2, 2).fillBox(0, 0, 1, 1, 'rouge')).toThrow('not a colour: rouge');
});
