import type { ScanContents } from '#src/infographics/contents.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, type Node, type Style } from '#src/infographics/tree.ts';
import { A4, boosted, footer, GAP, header, measuredOnce, page, POINT, SIDE, spread, WIDE } from './a4.ts';
import { composition, type CompositionStyle, rosaceOf } from './composition.ts';
import { firstRoomy, type Fit, roomiest, type Sized } from './fit.ts';
import { arrange, pairs } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import { card, cardStyle, keyFigure, type Unit, unitOf } from './parts.ts';

/** Densities tried, the roomiest first: the text of an answer is 9.2 points high at 1. */
const DENSITIES = [
  1.4, 1.3, 1.22, 1.15, 1.1, 1.05, 1, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74, 0.7, 0.66, 0.62, 0.58,
] as const;
/** Under this, the next style is worth a try: it takes less room for the same words. */
const SMALL = 0.72;
/** Ways to show who makes up the team, from the one that takes the most room. */
const STYLES: readonly Pick<CompositionStyle, 'columns' | 'mostLines'>[] = [
  { columns: 1, mostLines: 2 },
  { columns: 2, mostLines: 2 },
  { columns: 2, mostLines: 1 },
  { columns: 2, mostLines: 0 },
];
/** Beyond so many professions, they stand two by two. */
const MOST_IN_ONE_COLUMN = 16;

/** Prints everything that the team answered on one sheet. */
export async function scanA4(contents: ScanContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const u = unitOf(POINT);
  const figures = contents.chiffres
    .slice(0, 4)
    .map((chiffre) => keyFigure(chiffre, { size: 27, label: 11.5, stacked: false }, u, palette));
  const head = await header(contents, { emblem: rosaceOf(contents, palette), figures }, palette);
  const foot = await footer(contents, notes(contents), palette);
  const most = A4.height - head.height - foot.height - 2 * GAP;
  const professions = contents.familles.reduce((sum, { lignes }) => sum + lignes.length, 0);
  const cards = measuredOnce((unit) =>
    heightsOf(contents.blocs.map((bloc) => ({ node: card(bloc, unit, palette), width: SIDE }))),
  );
  const fit = await firstRoomy(
    STYLES.slice(professions > MOST_IN_ONE_COLUMN ? 1 : 0),
    (style, start) =>
      roomiest(DENSITIES, (density) => body({ contents, palette, cards }, density, style, most), most, start),
    SMALL,
  );
  return { ...fit, node: page(head.node, fit.node, foot.node, palette) };
}

/** What was not answered, and how to read the figures. */
const notes = ({ sansReponse }: ScanContents): string[] => [
  ...(sansReponse.length > 0 ? [`Sans réponse\u00A0: ${sansReponse.join(', ')}.`] : []),
  'Dans la rosace, un point = une personne, aux couleurs des familles de métiers.',
];

interface Sheet {
  readonly contents: ScanContents;
  readonly palette: Palette;
  /** Heights of the cards at one density, in pixels: they are the same whoever makes up the team. */
  readonly cards: (density: number) => Promise<number[]>;
}

/** Who makes up the team on a wide card, the other answers on cards beside it and under it, at one density. */
async function body(
  { contents, palette, cards }: Sheet,
  density: number,
  style: Pick<CompositionStyle, 'columns' | 'mostLines'>,
  most: number,
): Promise<Sized> {
  const u = unitOf(POINT * density);
  const { blocs } = contents;
  const who = (unit: Unit, extra: Style = {}): Node =>
    column(
      { ...cardStyle(unit, palette), gap: unit(8), ...extra },
      composition(contents, { width: WIDE - 2 * unit(13), ...style }, unit, palette),
    );
  const heights = await cards(density);
  const [wide = 0] = await heightsOf([{ node: who(u), width: WIDE }]);
  const { beside, height } = arrange(wide, heights, GAP);
  const under = pairs(heights.slice(beside)).reduce((sum, pair) => sum + GAP + Math.max(...pair), 0);
  const unit = height > most ? u : await boosted(u, density, most - under, who);
  // What is left over is shared among the cards, unless there is so much of it that they would look empty.
  const stretched = most - height < most * 0.2;
  const node = spread(
    [(extra) => who(unit, extra)],
    blocs.map((bloc) => (extra) => card(bloc, u, palette, extra)),
    beside,
    stretched,
  );
  return { node, height };
}
