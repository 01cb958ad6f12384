import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { CACHE, fillCache, isCached, keyOf, pictureFile } from './cache.ts';
import { drawFiles, drawPng, type Format, FORMATS, type InfographicData } from './picture.ts';
import { indexedPng } from './png.ts';
import { drawAll, type Outcome } from './pool.ts';
import { fullestRegion, publishedRegion } from './region-testing.ts';
import type { ScanData } from './scan-data.ts';
import { sample } from './testing.ts';

const MINUTES = 120_000;
const GOLDENS = new URL('./temoins/', import.meta.url);

/** A picture made small: what an eye would see from afar, whatever the version of the drawing library. */
async function small(png: Buffer): Promise<Buffer> {
  return sharp(png).resize({ width: 480 }).removeAlpha().png({ compressionLevel: 9 }).toBuffer();
}

async function meanGap(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = await Promise.all([a, b].map((png) => sharp(png).removeAlpha().raw().toBuffer()));
  if (!one || one.length !== other?.length) return 255;
  return one.reduce((sum, byte, index) => sum + Math.abs(byte - (other[index] ?? 0)), 0) / one.length;
}

const SUBJECTS: readonly (readonly [string, () => InfographicData])[] = [
  ['ordinaire', () => sample('ordinaire')],
  ['nombreuse', () => sample('nombreuse')],
  ['seule', () => sample('seule')],
  ['region-publiee', publishedRegion],
  // With what changed since the year before.
  ['region-calculee', fullestRegion],
];

describe.each(SUBJECTS)('l’infographie « %s »', (which, data) => {
  test.each(Object.keys(FORMATS) as Format[])(
    'ressemble à son image témoin : %s',
    async (format) => {
      const png = await drawPng(data(), format);
      const { size } = FORMATS[format];
      expect(await sharp(png).metadata()).toMatchObject({
        width: size.width,
        height: size.height,
        format: 'png',
      });
      const drawn = await small(png);
      const golden = new URL(`${which}-${format}.png`, GOLDENS);
      // « TEMOINS=1 npx vitest run picture » writes them anew, to be looked at before they are kept.
      if (process.env['TEMOINS']) writeFileSync(golden, drawn);
      expect(await meanGap(drawn, readFileSync(golden))).toBeLessThan(1);
    },
    MINUTES,
  );
});

test(
  'un chiffre changé sur une image se voit à l’image témoin',
  async () => {
    const data = sample('ordinaire');
    const other: ScanData = { ...data, scan: { ...data.scan, groupes: data.scan.groupes.slice(0, -1) } };
    const golden = readFileSync(new URL('ordinaire-reseaux.png', GOLDENS));
    expect(await meanGap(await small(await drawPng(other, 'reseaux')), golden)).toBeGreaterThan(1);
  },
  MINUTES,
);

test(
  'les mêmes réponses donnent les mêmes octets, ici et dans un autre fil',
  async () => {
    const data = sample('ordinaire');
    const [one, other] = [await drawFiles(data), await drawFiles(structuredClone(data))];
    for (const [name, bytes] of Object.entries(one))
      expect(bytes.equals(other[name as 'a4.png']), name).toBe(true);
    const key = `essai-${process.pid}`;
    rmSync(join(CACHE, key), { recursive: true, force: true });
    const outcomes: Outcome[] = [];
    await drawAll([{ key, data }], (outcome) => outcomes.push(outcome));
    expect(outcomes).toEqual([{ key }]);
    for (const [name, bytes] of Object.entries(one))
      expect(readFileSync(join(CACHE, key, name)).equals(bytes), name).toBe(true);
    rmSync(join(CACHE, key), { recursive: true, force: true });
  },
  MINUTES,
);

test('une réponse changée change la clé ; les mêmes données la gardent', () => {
  const data = sample('ordinaire');
  expect(keyOf(structuredClone(data))).toBe(keyOf(data));
  expect(keyOf({ ...data, scan: { ...data.scan, patients: 1 } })).not.toBe(keyOf(data));
  const theme = { ...data.edition.theme, bandeau: '#112233' };
  expect(keyOf({ ...data, edition: { ...data.edition, theme } })).not.toBe(keyOf(data));
});

test(
  'un dossier du cache est entier ou absent',
  async () => {
    const data = sample('seule');
    const key = keyOf(data);
    rmSync(join(CACHE, key), { recursive: true, force: true });
    const impossible: ScanData = { ...data, equipe: { ...data.equipe, nom: 'L’équipe 🙂' } };
    await expect(fillCache(keyOf(impossible), impossible)).rejects.toThrow(
      '«\u00A0🙂\u00A0» n’a pas de dessin',
    );
    expect(await isCached(keyOf(impossible))).toBe(false);
    await Promise.all([pictureFile(data, 'lien.png'), pictureFile(data, 'lien.png')]);
    expect(await isCached(key)).toBe(true);
  },
  MINUTES,
);

test.each<[string, (folder: string) => void]>([
  ['un fichier vide', (folder) => truncateSync(join(folder, 'a4.png'), 0)],
  ['un fichier coupé', (folder) => truncateSync(join(folder, 'a4.pdf'), 900)],
  ['un fichier absent', (folder) => rmSync(join(folder, 'a4.svg'))],
])(
  'le cache est refait quand il y manque quelque chose : %s',
  async (_, spoil) => {
    const data = sample('seule');
    const key = keyOf(data);
    const folder = join(CACHE, key);
    await pictureFile(data, 'lien.png');
    const names = readdirSync(folder);
    spoil(folder);
    expect(await isCached(key)).toBe(false);
    await pictureFile(data, 'lien.png');
    expect(await isCached(key)).toBe(true);
    expect(readdirSync(folder)).toEqual(names);
    expect(readdirSync(CACHE).filter((name) => name.startsWith(`.${key}`))).toEqual([]);
  },
  MINUTES,
);

test(
  'ce que le système refuse se dit comme tel, et le travail s’arrête là',
  async () => {
    const data = sample('seule');
    await pictureFile(data, 'lien.png');
    // A file stands where a folder is to be made.
    writeFileSync(join(CACHE, '.occupe'), '');
    const jobs = [1, 2, 3].map((rank) => ({ key: `occupe/${rank}`, data }));
    const outcomes: Outcome[] = [];
    const told = drawAll(jobs, (outcome) => outcomes.push(outcome), 1);
    await expect(told).rejects.toMatchObject({
      code: 'ENOTDIR',
      path: expect.stringContaining(join(CACHE, '.occupe')) as string,
    });
    expect(outcomes).toEqual([]);
    rmSync(join(CACHE, '.occupe'));
  },
  MINUTES,
);

test(
  'ce qui ne tient pas se refuse en nommant le plus long',
  async () => {
    const data = sample('ordinaire');
    const perspectives = Array.from(
      { length: 120 },
      (_, index) => `Une perspective très longue, numéro ${index}`,
    );
    await expect(drawPng({ ...data, scan: { ...data.scan, perspectives } }, 'a4')).rejects.toThrow(
      /^ces réponses ne tiennent pas sur la feuille A4, même en petits caractères\. Les plus longues\u00A0: «\u00A0Perspectives\u00A0» \(\d\u202F\d{3}\u00A0caractères\)/,
    );
  },
  MINUTES,
);

test(
  'le SVG est du dessin seul : ni script, ni image, ni police, ni adresse',
  async () => {
    const files = await drawFiles({ ...sample('ordinaire') });
    const svg = files['a4.svg'].toString();
    expect([...new Set([...svg.matchAll(/<([a-zA-Z]+)/g)].map(([, tag]) => tag))].toSorted()).toEqual([
      'circle',
      'desc',
      'g',
      'path',
      'rect',
      'svg',
      'title',
    ]);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|url\(|style=/);
    expect(svg).toMatch(/<title id="titre">Scan’équipe 2026 [^<]+<\/title><desc id="description">En 2026, /);
    const pdf = files['a4.pdf'].toString('latin1');
    expect(pdf).toMatch(/\/MarkInfo|\/StructTreeRoot/);
    expect(pdf).toContain('/Lang (fr)');
    expect(pdf).not.toMatch(/\/Helvetica|\/URI|\/JavaScript/);
  },
  MINUTES,
);

test('un PNG rend ses aplats exacts, et ses bords à peu de chose près', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 3, maxLength: 3 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      async ([red = 0, green = 0, blue = 0], width, height) => {
        const pixels = new Uint8Array(width * height * 4).map(
          (_, at) => [red, green, blue, 255][at % 4] as number,
        );
        const { data, info } = await sharp(indexedPng(pixels, width))
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect([info.width, info.height]).toEqual([width, height]);
        expect(data.every((byte, index) => byte === [red, green, blue][index % 3])).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
  // More colours than a palette holds.
  const shades = new Uint8Array(64 * 64 * 4).map((_, at) => (at % 4 === 3 ? 255 : (at * 7) % 256));
  const back = await sharp(indexedPng(shades, 64)).ensureAlpha().raw().toBuffer();
  const worst = Math.max(...back.map((byte, at) => Math.abs(byte - (shades[at] ?? 0))));
  expect(worst).toBeLessThan(48);
});

test('les données d’un PNG se décompressent à la taille annoncée', () => {
  const png = indexedPng(new Uint8Array(5 * 3 * 4).fill(9), 5, 300);
  const at = png.indexOf('IDAT');
  const length = png.readUInt32BE(at - 4);
  expect(inflateSync(png.subarray(at + 4, at + 4 + length))).toHaveLength((5 + 1) * 3);
  expect(png.readUInt32BE(png.indexOf('pHYs') + 4)).toBe(11811);
});
