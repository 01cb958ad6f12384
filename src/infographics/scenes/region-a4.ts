import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { RegionContents } from '#src/infographics/region-contents.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, type Node, text } from '#src/infographics/tree.ts';
import {
  A4,
  columns3,
  footer,
  header,
  LESS_READABLE,
  page,
  type Placeable,
  POINT,
  READABLE,
  ROOMY,
  type Sheet,
  TIGHT,
} from './a4.ts';
import { densities, type Fit, fitted, heightLeft } from './fit.ts';
import { packed, type Packing, stacked } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import { type Unit, unitOf } from './parts.ts';
import { framed, keyFigures, type Lines, regionCard, shares, teamsRosace, trades } from './region-parts.ts';

/** Densities tried, the roomiest first: the words of a figure are 9.2 points high at 1. */
const DENSITIES = densities(1.22, 0.46);
/** Under this, the next style is worth a try. */
const SMALL = 0.86;

interface SheetStyle {
  /** Shares across the whole sheet, or on a wide card. */
  readonly across: boolean;
  readonly lines: Lines;
  /** Size of the head and of the foot. */
  readonly scale: number;
  readonly sheet: Sheet;
  /** The smallest letters, in points. */
  readonly least: number;
}
const OPEN = { scale: 1, sheet: ROOMY, least: READABLE } as const;
/** Ways to show figures, from the one that takes the most room. */
const STYLES: readonly SheetStyle[] = [
  { ...OPEN, across: true, lines: 'over' },
  { ...OPEN, across: true, lines: 'beside' },
  { ...OPEN, across: false, lines: 'beside' },
  { ...OPEN, across: true, lines: 'beside', scale: 0.82 },
  { ...OPEN, across: true, lines: 'beside', scale: 0.77, sheet: TIGHT },
];

interface Frame extends SheetStyle {
  readonly head: Node;
  readonly foot: Node;
  /** Height that they leave, in pixels. */
  readonly most: number;
}

/** Prints every line of a region's sheet on one page. */
export async function regionA4(contents: RegionContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const styles = await Promise.all(STYLES.map((style) => frame(contents, style, palette)));
  const parts = (style: Frame, density: number) =>
    partsOf(contents, style, unitOf(POINT * density, POINT * style.least), palette);
  // Heights are in parts of what each style's frame leaves, so that styles can be compared.
  const fitting = (among: readonly Frame[]) =>
    fitted({
      styles: among,
      densities: () => DENSITIES,
      most: 1,
      small: SMALL,
      guess: (style, density) => {
        const tried = parts(style, density);
        return pack(tried, guessed(tried, style.sheet), style.sheet).height / style.most;
      },
      scene: async (style, density) => {
        const tried = parts(style, density);
        const packing = pack(tried, await measured(tried, style.sheet), style.sheet);
        const node = page(style.head, body(tried, packing, style), style.foot, palette, style.sheet);
        return { node, height: packing.height / style.most };
      },
    });
  let fit = await fitting(styles);
  for (const least of LESS_READABLE) {
    if (fit.fits) break;
    fit = await fitting(styles.slice(-1).map((style) => ({ ...style, least })));
  }
  return fit;
}

/** A style with its head and foot. */
async function frame(contents: RegionContents, style: SheetStyle, palette: Palette): Promise<Frame> {
  const { scale, sheet } = style;
  const u = unitOf(POINT * scale);
  const { phrase, chiffres, notes } = contents;
  const figures = await keyFigures(
    chiffres.slice(0, 4),
    { width: sheet.inner, gap: u(18), label: 10.5 },
    u,
    palette.surBande,
  );
  const words = phrase && [
    text(phrase, { fontSize: u(12), color: palette.surBandeau.fort, lineHeight: 1.35, marginTop: u(3) }),
  ];
  const rosace = teamsRosace(contents, palette);
  const [head, foot] = await Promise.all([
    header(
      contents,
      { emblem: rosace, side: 96, scale, sheet, words, figures, align: 'flex-start' },
      palette,
    ),
    footer(contents, notes ? [notes] : [], palette, scale, sheet),
  ]);
  const most = heightLeft(A4.height, head.height, foot.height, 2 * sheet.gap);
  return { ...style, head: head.node, foot: foot.node, most };
}

interface Parts {
  readonly across: readonly Placeable[];
  readonly wide: readonly Placeable[];
  readonly cards: readonly Placeable[];
}

/** The cards of a sheet at one density. */
function partsOf(
  { metiers, parts, blocs }: RegionContents,
  { across, lines, sheet }: SheetStyle,
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
    across: across ? squares(sheet.inner, 3) : [],
    wide: [
      ...(across ? [] : squares(sheet.wide, 2)),
      ...(metiers.length > 0 ? [card(trades(metiers, inside(sheet.wide), u, palette))] : []),
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

const guessed = ({ across, wide, cards }: Parts, sheet: Sheet): Heights => {
  const heights = (parts: readonly Placeable[], width: number) =>
    parts.map((part) => estimatedHeight(part({}), width));
  return {
    across: heights(across, sheet.inner),
    wide: heights(wide, sheet.wide),
    cards: heights(cards, sheet.side),
  };
};

async function measured({ across, wide, cards }: Parts, sheet: Sheet): Promise<Heights> {
  const all = await heightsOf([
    ...across.map((part) => ({ node: part({}), width: sheet.inner })),
    ...wide.map((part) => ({ node: part({}), width: sheet.wide })),
    ...cards.map((part) => ({ node: part({}), width: sheet.side })),
  ]);
  const under = across.length + wide.length;
  return {
    across: all.slice(0, across.length),
    wide: all.slice(across.length, under),
    cards: all.slice(under),
  };
}

/** The narrow cards in three columns, two of them under the wide ones; the height of it all. */
function pack({ wide }: Parts, heights: Heights, { gap }: Sheet): Packing {
  const taken = stacked(heights.wide, gap) + (wide.length > 0 ? gap : 0);
  const { columns, height } = packed([taken, taken, 0], heights.cards, gap);
  return { columns, height: stacked([...heights.across, height], gap) };
}

/** Shares across the sheet or on a wide card, professions on a wide card, subjects beside and under them. */
function body({ across, wide, cards }: Parts, { columns, height }: Packing, { most, sheet }: Frame): Node {
  // What is left over is shared among the cards, unless there is so much of it that they would look empty.
  const stretched = most - height < most * 0.2;
  return column({ width: sheet.inner, flexGrow: 1, gap: sheet.gap }, [
    ...across.map((part) => part({})),
    columns3(
      wide.map((part) => part({})),
      cards,
      columns,
      stretched,
      sheet,
    ),
  ]);
}
