import { heightsOf } from '#src/infographics/layout.ts';
import type { RegionContents } from '#src/infographics/region-contents.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { type Node, text } from '#src/infographics/tree.ts';
import {
  A4,
  footer,
  GAP,
  header,
  INNER,
  measuredOnce,
  page,
  type Placeable,
  POINT,
  SIDE,
  spread,
  WIDE,
} from './a4.ts';
import { firstRoomy, type Fit, roomiest, type Sized } from './fit.ts';
import { arrange } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import { type Unit, unitOf } from './parts.ts';
import { framed, keyFigures, type Lines, regionCard, shares, teamsRosace, trades } from './region-parts.ts';

/** Densities tried, the roomiest first: the words of a figure are 9.2 points high at 1. */
const DENSITIES = [
  1.5, 1.4, 1.3, 1.22, 1.15, 1.1, 1.05, 1, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74, 0.7, 0.66, 0.62, 0.58,
] as const;
/** Under this, the next style is worth a try. */
const SMALL = 0.86;

interface SheetStyle {
  readonly columns: 2 | 3;
  readonly lines: Lines;
}
/** Ways to show figures, from the one that takes the most room. */
const STYLES: readonly SheetStyle[] = [
  { columns: 2, lines: 'over' },
  { columns: 2, lines: 'beside' },
  { columns: 3, lines: 'beside' },
];

/** Prints every line of a region's sheet on one page. */
export async function regionA4(contents: RegionContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const u = unitOf(POINT);
  const phrase =
    contents.phrase &&
    text(contents.phrase, { fontSize: u(12), color: palette.clair, lineHeight: 1.35, marginTop: u(3) });
  const figures = await keyFigures(
    contents.chiffres.slice(0, 4),
    { width: INNER, gap: u(18), label: 10.5 },
    u,
    palette,
  );
  const head = await header(
    contents,
    { emblem: teamsRosace(contents, palette), words: [phrase], figures },
    palette,
  );
  const foot = await footer(contents, contents.emblem ? [contents.emblem.legende] : [], palette);
  const most = A4.height - head.height - foot.height - 2 * GAP;
  const fit = await firstRoomy(
    STYLES,
    (style, start) => {
      const measured = measuredOnce((unit) => measure(partsOf(contents, style, unit, palette)));
      return roomiest(
        DENSITIES,
        async (density) =>
          body(partsOf(contents, style, unitOf(POINT * density), palette), await measured(density), most),
        most,
        start,
      );
    },
    SMALL,
  );
  return { ...fit, node: page(head.node, fit.node, foot.node, palette) };
}

interface Parts {
  readonly wide: readonly Placeable[];
  readonly cards: readonly Placeable[];
}

/** The cards of a sheet at one density. */
function partsOf(contents: RegionContents, style: SheetStyle, u: Unit, palette: Palette): Parts {
  const { metiers, parts, blocs } = contents;
  const width = WIDE - 2 * u(13);
  const wide: Node[] = [];
  if (parts.length > 0) wide.push(shares(parts, { width, columns: style.columns }, u, palette));
  if (metiers.length > 0) wide.push(trades(metiers, width, u, palette));
  return {
    wide: wide.map((node) => (extra) => framed(node, u, palette, extra)),
    cards: blocs.map((bloc) => (extra) => regionCard(bloc, style.lines, u, palette, extra)),
  };
}

const measure = ({ wide, cards }: Parts): Promise<number[]> =>
  heightsOf([
    ...wide.map((part) => ({ node: part({}), width: WIDE })),
    ...cards.map((part) => ({ node: part({}), width: SIDE })),
  ]);

/** Shares and professions on wide cards, subjects beside and under them. */
function body(parts: Parts, heights: readonly number[], most: number): Sized {
  const { wide, cards } = parts;
  const own = heights.slice(0, wide.length);
  const tall = own.reduce((sum, height) => sum + height, 0) + GAP * Math.max(0, own.length - 1);
  const { beside, height } = arrange(tall, heights.slice(wide.length), GAP);
  return { node: spread(wide, cards, beside, most - height < most * 0.2), height };
}
