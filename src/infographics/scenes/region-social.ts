import type { Chiffre } from '#src/domain/region-sheet.ts';
import { said } from '#src/domain/said.ts';
import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { RegionContents } from '#src/infographics/region-contents.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, drawing, type Node, row, text } from '#src/infographics/tree.ts';
import { densities, type Fit, fitted, heightLeft, type Sized } from './fit.ts';
import { pairs } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import { eyebrow, pill, title, titleSize, type Unit, unitOf } from './parts.ts';
import { keyFigures, regionCard, shares, teamsRosace, trades } from './region-parts.ts';
import { SOCIAL } from './scan-social.ts';

const MARGIN = 56;
const GAP = 24;
const INNER = SOCIAL.width - 2 * MARGIN;
/** Pixels of a length of 1 at density 1: the name of a profession is 22 pixels high. */
const PIXELS = 2.25;
const DENSITIES = densities(1.3, 0.7);
/** Pixels of a length of 1 on the cards that find room under the rest. */
const CARD_PIXELS = 2.05;
/** Shares and professions shown, from the most: a phone cannot hold them all. */
const MOST = [
  { parts: 6, metiers: 5 },
  { parts: 4, metiers: 5 },
  { parts: 4, metiers: 3 },
  { parts: 2, metiers: 3 },
] as const;

/** A region on a phone: what its teams do, who they are; other figures as far as there is room. */
export async function regionSocial(contents: RegionContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const [head, foot] = await Promise.all([header(contents, palette), footer(contents, palette)]);
  const most = heightLeft(SOCIAL.height, head.height, foot.height, 2 * GAP);
  const onPaper = paletteOf({ ...edition, theme: { ...edition.theme, carte: edition.theme.papier } });
  const fit = await fitted({
    styles: MOST,
    densities: () => DENSITIES,
    most,
    small: 0.85,
    guess: (shown, density) =>
      estimatedHeight(body(contents, shown, unitOf(PIXELS * density), onPaper), INNER),
    scene: async (shown, density) => {
      const node = body(contents, shown, unitOf(PIXELS * density), onPaper);
      const [height = 0] = await heightsOf([{ node, width: INNER }]);
      return { node, height };
    },
  });
  const cards = fit.fits ? await extras(contents, palette, most - fit.height) : [];
  const node = column({ ...SOCIAL, backgroundColor: palette.papier }, [
    head.node,
    column({ flexGrow: 1, padding: `${GAP}px ${MARGIN}px`, gap: GAP }, [fit.node, ...cards]),
    foot.node,
  ]);
  return { ...fit, node };
}

/** A line without what changed since the year before: on a phone, the figures themselves come first. */
function steady<Line extends Chiffre>({ evolution, ...line }: Line): Omit<Line, 'evolution'> {
  void evolution;
  return line;
}

/** The largest shares and the professions most represented, straight on the paper. */
function body(
  { parts, metiers }: RegionContents,
  shown: (typeof MOST)[number],
  u: Unit,
  palette: Palette,
): Node {
  return column({ width: INNER, gap: u(14) }, [
    parts.length > 0 &&
      shares(
        parts.slice(0, shown.parts).map(steady),
        { width: INNER, columns: 2, lines: 'over' },
        u,
        palette,
      ),
    metiers.length > 0 && trades(metiers.slice(0, shown.metiers).map(steady), INNER, u, palette),
  ]);
}

/** Cards in rows of two, as many rows as the room that is left holds. */
async function extras({ blocs }: RegionContents, palette: Palette, room: number): Promise<Node[]> {
  const u = unitOf(CARD_PIXELS);
  const width = (INNER - GAP) / 2;
  const heights = await heightsOf(
    blocs.map((bloc) => ({ node: regionCard(bloc, 'beside', u, palette), width })),
  );
  const rows: Node[] = [];
  let left = room;
  for (const [index, pair] of pairs(blocs).entries()) {
    const height = GAP + Math.max(...heights.slice(2 * index, 2 * index + 2));
    if (height > left) break;
    left -= height;
    rows.push(
      row(
        { gap: GAP },
        pair.map((bloc) =>
          regionCard(bloc, 'beside', u, palette, { width: pair.length === 1 ? INNER : width }),
        ),
      ),
    );
  }
  return rows;
}

async function header(contents: RegionContents, palette: Palette): Promise<Sized> {
  const u = unitOf(2.1);
  const rosace = teamsRosace(contents, palette);
  const side = 212;
  const width = rosace ? INNER - side - GAP * 2 : INNER;
  const size = await titleSize(contents, width, u, palette);
  const figures = await keyFigures(
    contents.chiffres.slice(0, 4),
    { width: INNER, gap: GAP, label: 10.5 },
    u,
    palette.surBande,
  );
  const node = column({ width: SOCIAL.width }, [
    column({ backgroundColor: palette.bandeau, padding: `38px ${MARGIN}px 30px`, gap: 12 }, [
      row({ justifyContent: 'space-between', alignItems: 'center' }, [
        eyebrow(contents, 12.5, u, palette),
        pill(contents.edition, 11.5, u, palette),
      ]),
      row({ justifyContent: 'space-between', alignItems: 'center', gap: GAP * 2 }, [
        column({ width, gap: 12 }, [
          title(contents, size, u, palette),
          ...contents.sousTitres.map(({ texte }) =>
            text(texte, { fontSize: u(13), color: palette.surBandeau.discret, lineHeight: 1.25 }),
          ),
          contents.reserve !== undefined && pill(contents.reserve, 10.5, u, palette),
        ]),
        rosace && drawing(rosace, side, side),
      ]),
    ]),
    figures.length > 0 &&
      row({ backgroundColor: palette.bande, padding: `22px ${MARGIN}px`, gap: GAP }, figures),
  ]);
  const [height = 0] = await heightsOf([{ node, width: SOCIAL.width }]);
  return { node, height };
}

async function footer({ pied, adresse, notes }: RegionContents, palette: Palette): Promise<Sized> {
  const style = { fontSize: 20, color: palette.surCreux, lineHeight: 1.35 };
  const node = column({ width: SOCIAL.width, backgroundColor: palette.creux, padding: `18px ${MARGIN}px` }, [
    ...pied.map((line) => text(line, { ...style, fontWeight: 600 })),
    notes && text(notes, style),
    text(said(`Version texte\u00A0: ${adresse}`, 'regle:adresse'), style),
  ]);
  const [height = 0] = await heightsOf([{ node, width: SOCIAL.width }]);
  return { node, height };
}
