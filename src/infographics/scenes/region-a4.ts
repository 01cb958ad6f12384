import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { RegionContents } from '#src/infographics/region-contents.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, type Node, row, text } from '#src/infographics/tree.ts';
import { A4, footer, GAP, header, INNER, page, type Placeable, POINT, SIDE, WIDE } from './a4.ts';
import { densities, type Fit, fitted, heightLeft } from './fit.ts';
import { packed, type Packing, stacked } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import { type Unit, unitOf } from './parts.ts';
import { framed, keyFigures, type Lines, regionCard, shares, teamsRosace, trades } from './region-parts.ts';

/** Densities tried, the roomiest first: the words of a figure are 9.2 points high at 1. */
const DENSITIES = densities(1.22, 0.56);
/** Under this, the next style is worth a try. */
const SMALL = 0.86;

interface SheetStyle {
  /** Shares across the whole sheet, or on a wide card. */
  readonly across: boolean;
  readonly lines: Lines;
  /** Size of the head and of the foot. */
  readonly scale: number;
}
/** Ways to show figures, from the one that takes the most room. */
const STYLES: readonly SheetStyle[] = [
  { across: true, lines: 'over', scale: 1 },
  { across: true, lines: 'beside', scale: 1 },
  { across: false, lines: 'beside', scale: 1 },
  { across: true, lines: 'beside', scale: 0.82 },
];

interface Frame {
  readonly head: Node;
  readonly foot: Node;
  /** Height that they leave, in pixels. */
  readonly most: number;
}

/** Prints every line of a region's sheet on one page. */
export async function regionA4(contents: RegionContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const styles = await Promise.all(
    STYLES.map(async (style) => ({ ...style, ...(await frame(contents, style.scale, palette)) })),
  );
  const parts = (style: SheetStyle, density: number) =>
    partsOf(contents, style, unitOf(POINT * density), palette);
  // Heights are in parts of what each style's frame leaves, so that styles can be compared.
  return fitted({
    styles,
    densities: () => DENSITIES,
    most: 1,
    small: SMALL,
    guess: (style, density) => {
      const tried = parts(style, density);
      return pack(tried, guessed(tried)).height / style.most;
    },
    scene: async (style, density) => {
      const tried = parts(style, density);
      const packing = pack(tried, await measured(tried));
      const node = page(style.head, body(tried, packing, style.most), style.foot, palette);
      return { node, height: packing.height / style.most };
    },
  });
}

/** Head and foot at this scale. */
async function frame(contents: RegionContents, scale: number, palette: Palette): Promise<Frame> {
  const u = unitOf(POINT * scale);
  const { phrase, chiffres, notes } = contents;
  const figures = await keyFigures(
    chiffres.slice(0, 4),
    { width: INNER, gap: u(18), label: 10.5 },
    u,
    palette.surBande,
  );
  const words = phrase && [
    text(phrase, { fontSize: u(12), color: palette.surBandeau.fort, lineHeight: 1.35, marginTop: u(3) }),
  ];
  const rosace = teamsRosace(contents, palette);
  const [head, foot] = await Promise.all([
    header(contents, { emblem: rosace, side: 96, scale, words, figures, align: 'flex-start' }, palette),
    footer(contents, notes ? [notes] : [], palette, scale),
  ]);
  return { head: head.node, foot: foot.node, most: heightLeft(A4.height, head.height, foot.height, 2 * GAP) };
}

interface Parts {
  readonly across: readonly Placeable[];
  readonly wide: readonly Placeable[];
  readonly cards: readonly Placeable[];
}

/** The cards of a sheet at one density. */
function partsOf(
  { metiers, parts, blocs }: RegionContents,
  { across, lines }: SheetStyle,
  u: Unit,
  palette: Palette,
): Parts {
  const inside = (width: number) => width - 2 * u(13);
  const card =
    (node: Node): Placeable =>
    (extra) =>
      framed(node, u, palette, extra);
  const squares = (width: number, columns: 2 | 3) =>
    parts.length > 0 ? [card(shares(parts, { width: inside(width), columns, lines }, u, palette))] : [];
  return {
    across: across ? squares(INNER, 3) : [],
    wide: [
      ...(across ? [] : squares(WIDE, 2)),
      ...(metiers.length > 0 ? [card(trades(metiers, inside(WIDE), u, palette))] : []),
    ],
    cards: blocs.map((bloc) => (extra) => regionCard(bloc, lines, u, palette, extra)),
  };
}

/** Heights of the parts, in pixels. */
interface Heights {
  readonly across: readonly number[];
  readonly wide: readonly number[];
  readonly cards: readonly number[];
}

const guessed = ({ across, wide, cards }: Parts): Heights => {
  const heights = (parts: readonly Placeable[], width: number) =>
    parts.map((part) => estimatedHeight(part({}), width));
  return { across: heights(across, INNER), wide: heights(wide, WIDE), cards: heights(cards, SIDE) };
};

async function measured({ across, wide, cards }: Parts): Promise<Heights> {
  const all = await heightsOf([
    ...across.map((part) => ({ node: part({}), width: INNER })),
    ...wide.map((part) => ({ node: part({}), width: WIDE })),
    ...cards.map((part) => ({ node: part({}), width: SIDE })),
  ]);
  const under = across.length + wide.length;
  return {
    across: all.slice(0, across.length),
    wide: all.slice(across.length, under),
    cards: all.slice(under),
  };
}

/** The narrow cards in three columns, two of them under the wide ones; the height of it all. */
function pack({ wide }: Parts, heights: Heights): Packing {
  const taken = stacked(heights.wide, GAP) + (wide.length > 0 ? GAP : 0);
  const { columns, height } = packed([taken, taken, 0], heights.cards, GAP);
  return { columns, height: stacked([...heights.across, height], GAP) };
}

/** Shares across the sheet or on a wide card, professions on a wide card, subjects beside and under them. */
function body({ across, wide, cards }: Parts, { columns, height }: Packing, most: number): Node {
  // What is left over is shared among the cards, unless there is so much of it that they would look empty.
  const stretched = most - height < most * 0.2;
  const extra = { flexGrow: stretched ? 1 : 0 };
  const [left, middle, right] = columns.map((ranks) =>
    column(
      { width: SIDE, gap: GAP, flexShrink: 0 },
      ranks.flatMap((rank) => cards[rank]?.(extra) ?? []),
    ),
  );
  const alignItems = stretched ? 'stretch' : 'flex-start';
  return column({ width: INNER, flexGrow: 1, gap: GAP }, [
    ...across.map((part) => part({})),
    row({ ...extra, gap: GAP, alignItems }, [
      column({ width: WIDE, gap: GAP, flexShrink: 0 }, [
        ...wide.map((part) => part({})),
        row({ ...extra, gap: GAP, alignItems }, [left, middle]),
      ]),
      right,
    ]),
  ]);
}
