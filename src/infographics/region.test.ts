import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawableText } from '#src/domain/glyphs.ts';
import { type Chiffre, linesOf } from '#src/domain/region-sheet.ts';
import { layoutFaults, wordFaults } from './faults.ts';
import { type Layout, layOut, wordsOf } from './layout.ts';
import { regionCsv, regionJson, regionRows } from './open-data.ts';
import { drawFiles, drawPng, type Format, FORMATS } from './picture.ts';
import { regionContents } from './region-contents.ts';
import type { RegionData } from './region-data.ts';
import { regionAlternative, regionSentences } from './region-sentences.ts';
import { regionSubject } from './region-subject.ts';
import { computedArbitrary, fullestRegion, publishedDataArbitrary, REGION } from './region-testing.ts';
import type { Node } from './tree.ts';

const FORMAT_NAMES = Object.keys(FORMATS) as Format[];
/** One layout of each format, texts as words. */
async function layouts(data: RegionData): Promise<Record<Format, Layout>> {
  const { scenes } = regionSubject(data);
  const entries = FORMAT_NAMES.map(async (format) => {
    const { node, fits } = await scenes[format]();
    expect(fits, format).toBe(true);
    return [format, await layOut(node, FORMATS[format].size)] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<Format, Layout>;
}

const nodesOf = ({ placed }: Layout): Node['props'][] => placed.map(({ node }) => node.props);
const textsOf = (layout: Layout): string[] =>
  nodesOf(layout).flatMap(({ children }) => (typeof children === 'string' ? [children] : []));
const numbersIn = (text: string): string[] => drawableText(text).match(/\d+(?:[\u00A0,]\d+)*/g) ?? [];

/** Every text that a line of a sheet says; a profession by its name. */
function saidBy(line: Chiffre, { sheet, metiers }: RegionData): string[] {
  const metier = sheet.metiers.find(({ cle }) => cle === line.cle);
  const name = metier ? metiers[metier.profession]?.pluriel : line.libelle;
  const { valeur, detail, base, evolution } = line;
  return [valeur, detail, base, evolution, evolution?.base]
    .flatMap((piece) => piece?.texte ?? [])
    .concat(name ?? []);
}

/** What a picture may say with a figure: by source, the numbers that the sheet gives. */
function figuresBySource({ sheet, region, edition, metiers }: RegionData): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (texte: string, sources: readonly string[]) => {
    for (const source of sources)
      found.set(source, new Set([...(found.get(source) ?? []), ...numbersIn(texte)]));
  };
  const pieces = [
    sheet.titre,
    ...sheet.phrase,
    ...sheet.pied,
    ...linesOf(sheet).flatMap((line) => [
      line.valeur,
      line.detail,
      line.base,
      line.evolution,
      line.evolution?.base,
    ]),
  ];
  for (const piece of pieces) if (piece) add(piece.texte, piece.sources);
  for (const [cle, { pluriel }] of Object.entries(metiers))
    add(pluriel, [`vocabulaire:professions.${cle}.pluriel`]);
  add(String(sheet.annee), ['annee']);
  add(region, ['publication:region']);
  add(`${edition.adresse}/${sheet.annee}`, ['regle:adresse']);
  add('1', ['regle:echelle.1']);
  return found;
}

/** All that must hold of one sheet's pictures. */
async function checkPictures(data: RegionData): Promise<void> {
  const all = await layouts(data);
  const allowed = figuresBySource(data);
  for (const format of FORMAT_NAMES) {
    const layout = all[format];
    expect(layoutFaults(layout), format).toEqual([]);
    expect(wordFaults(layout, wordsOf(layout)), format).toEqual([]);
    for (const { said } of nodesOf(layout)) {
      if (!said) continue;
      const backed = new Set(said.sources.flatMap((source) => [...(allowed.get(source) ?? [])]));
      for (const number of numbersIn(said.texte)) expect([...backed], said.texte).toContain(number);
    }
  }
  const a4 = textsOf(all.a4).join('\n');
  for (const line of linesOf(data.sheet))
    for (const text of saidBy(line, data)) expect(a4).toContain(drawableText(text));
}

const SLOW = 60_000;

describe('l’infographie de la région', () => {
  test(
    'chiffres calculés : toutes les lignes sur la feuille A4, chaque nombre a sa source, rien ne se croise ni ne dépasse',
    () =>
      fc.assert(
        fc.asyncProperty(computedArbitrary, async ([before, now]) => {
          if (before) await checkPictures(before);
          if (now) await checkPictures(now);
        }),
        { numRuns: Number(process.env['ESSAIS'] ?? 3) },
      ),
    SLOW,
  );

  test(
    'chiffres publiés : de même, du plus maigre au plus complet',
    () =>
      fc.assert(
        fc.asyncProperty(publishedDataArbitrary, async (sheets) => {
          for (const data of sheets) await checkPictures(data);
        }),
        { numRuns: Number(process.env['ESSAIS'] ?? 5) },
      ),
    SLOW,
  );

  test('la feuille la plus pleine tient : chaque question, treize départements, une année d’avant', async () => {
    const data = fullestRegion();
    expect(data.sheet.blocs.at(-1)?.lignes).toHaveLength(13);
    expect([data.sheet.parts.length, data.sheet.metiers.length]).toEqual([9, 8]);
    await checkPictures(data);
  }, 20_000);

  test('un carré plein pour chaque pour cent, des barres dans le rapport des parts, un point par équipe', async () => {
    const data = fullestRegion();
    const { a4 } = await layouts(data);
    const vectors = a4.placed.flatMap(({ node: { props }, width }) =>
      props.vector ? [{ ...props.vector, width }] : [],
    );
    expect(vectors.flatMap((one) => (one.kind === 'carres' ? [one.pourcent] : []))).toEqual(
      data.sheet.parts.map(({ nombre }) => nombre),
    );
    const bars = vectors.filter(({ kind }) => kind === 'barre').map(({ width }) => width);
    const longest = Math.max(...bars);
    data.sheet.metiers.forEach(({ nombre }, index) =>
      expect((bars[index] ?? 0) / longest).toBeCloseTo(nombre / (data.sheet.metiers[0]?.nombre ?? 1), 1),
    );
    const [rosace] = vectors.flatMap((one) => (one.kind === 'rosace' ? [one.groupes] : []));
    expect(rosace?.reduce((sum, { nombre }) => sum + nombre, 0)).toBe(53);
  }, 20_000);

  test('les mêmes données donnent les mêmes octets, et d’autres données d’autres octets', async () => {
    const [data] = fc.sample(publishedDataArbitrary, { numRuns: 1, seed: 7 })[0] ?? [];
    if (!data) throw new Error('no sheet');
    const copy = JSON.parse(JSON.stringify(data)) as RegionData;
    const [one, two] = [await drawFiles(data), await drawFiles(copy)];
    expect(two).toEqual(one);
    const other = await drawPng({ ...data, region: 'Levant' }, 'lien');
    expect(other.equals(one['lien.png'])).toBe(false);
  }, 20_000);
});

describe('ce qui est dit avec l’image', () => {
  test('les phrases et le tableau disent toutes les lignes', () => {
    const data = fullestRegion();
    const phrases = regionSentences(data).join('\n');
    const cells = regionRows(data).map((row) => row.join('\n'));
    expect(cells).toHaveLength(linesOf(data.sheet).length + 1);
    linesOf(data.sheet).forEach((line) => {
      for (const text of saidBy(line, data)) {
        expect(phrases).toContain(text);
        expect(
          cells.some((row) => row.includes(text)),
          text,
        ).toBe(true);
      }
    });
  });

  test('le texte de remplacement : le titre, la phrase, la source', () => {
    expect(regionAlternative(fullestRegion()).replaceAll(/[\u00A0\u202F]/g, ' ')).toBe(
      'Scan’équipe Région 2026, Ponant-et-Grandes-Marées. En 2026, 53 maisons de santé ont répondu au Scan’équipe et réunissent 14 946 professionnels de 12 métiers. Chiffres calculés à partir de 53 Scan’équipe.',
    );
  });

  test('les données ouvertes : des nombres nus, leur unité, et sur combien d’équipes', () => {
    const data = fullestRegion();
    const lines = regionCsv(data).split('\r\n');
    expect(lines[0]).toBe('\uFEFFClé;Rubrique;Libellé;Valeur;Unité;Sur;Précision');
    expect(lines).toContain(
      'coordinateurs_par_equipe;La coordination;personne pour coordonner une maison de santé, en moyenne;1,5;;53;"réponses des 53 maisons de santé ; comme en 2025 (sur 41 réponses)"',
    );
    const json = JSON.parse(regionJson(data, regionContents(data).adresse)) as {
      chiffres: { cle: string; nombre: number }[];
    };
    expect(json.chiffres.map(({ cle, nombre }) => [cle, nombre])).toEqual(
      linesInOrder(data).map(({ cle, nombre }) => [cle, nombre]),
    );
  });

  test('la rosace est celle des équipes, et se tait quand leur nombre n’est pas connu ou trop grand', () => {
    const full = fullestRegion();
    expect(regionContents(full).emblem).toMatchObject({ coeur: 53, autour: 0 });
    const without = { ...full, sheet: { ...full.sheet, blocs: full.sheet.blocs.slice(1) } };
    expect(regionContents(without).emblem).toBeUndefined();
    expect(REGION.equipes.singulier).toBe(full.equipes.singulier);
  });
});

const linesInOrder = ({ sheet }: RegionData): readonly Chiffre[] => [
  ...sheet.blocs.flatMap(({ lignes }) => lignes),
  ...sheet.metiers,
  ...sheet.parts,
];
