import type { ScanContents } from '#src/infographics/contents.ts';
import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, type Node, type Style } from '#src/infographics/tree.ts';
import { A4, footer, GAP, header, page, POINT, SIDE, spread, WIDE } from './a4.ts';
import { composition, type CompositionStyle, wholeWords } from './composition.ts';
import { densities, type Fit, fitted, heightLeft, type Sized } from './fit.ts';
import { arrange, pairs } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import { card, cardStyle, keyFigure, rosaceOf, titlesHold, type Unit, unitOf } from './parts.ts';

/** Densities tried, the roomiest first: the text of an answer is 9.2 points high at 1. */
const DENSITIES = densities(1.4, 0.54);
/** Under this, the next style is worth a try: it takes less room for the same words. */
const SMALL = 0.72;
/** Ways to show who makes up the team, from the one that takes the most room. */
const STYLES: readonly WhoStyle[] = [
  { columns: 1, mostLines: 2 },
  { columns: 2, mostLines: 2 },
  { columns: 2, mostLines: 1 },
  { columns: 2, mostLines: 0 },
];
/** How much roomier than the cards who makes up the team may be, when there is room beside the cards. */
const BOOSTS = [1.3, 1.24, 1.18, 1.12, 1.06] as const;
/** Beyond so many professions, they stand two by two. */
const MOST_IN_ONE_COLUMN = 16;

/** Prints everything that the team answered on one sheet. */
export async function scanA4(contents: ScanContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const u = unitOf(POINT);
  const figures = contents.chiffres
    .slice(0, 4)
    .map((chiffre) => keyFigure(chiffre, { size: 27, label: 11.5, stacked: false }, u, palette.surBande));
  const head = await header(contents, { emblem: rosaceOf(contents, palette), figures }, palette);
  const foot = await footer(contents, notes(contents), palette);
  const most = heightLeft(A4.height, head.height, foot.height, 2 * GAP);
  const professions = contents.familles.reduce((sum, { lignes }) => sum + lignes.length, 0);
  const whole = DENSITIES.filter((density) => titlesHold(contents.blocs, SIDE, unitOf(POINT * density)));
  const readableTitles = whole.length > 0 ? whole : DENSITIES;
  const fit = await fitted({
    styles: STYLES.slice(professions > MOST_IN_ONE_COLUMN ? 1 : 0),
    densities: (style) =>
      wholeWords(contents, readableTitles, (density) => whoStyle(style, unitOf(POINT * density))),
    most,
    small: SMALL,
    guess: (style, density) => {
      const { who, cards } = parts(contents, palette, density, style);
      const heights = cards.map((node) => estimatedHeight(node, SIDE));
      return arrange(estimatedHeight(who(unitOf(POINT * density)), WIDE), heights, GAP).height;
    },
    scene: (style, density) => body(contents, palette, density, style, most),
  });
  return { ...fit, node: page(head.node, fit.node, foot.node, palette) };
}

/** What was not answered, and how to read the figures. */
const notes = ({ sansReponse }: ScanContents): string[] => [
  ...(sansReponse.length > 0 ? [`Sans réponse\u00A0: ${sansReponse.join(', ')}.`] : []),
  'Dans la rosace, un point = une personne, aux couleurs des familles de métiers.',
];

type WhoStyle = Pick<CompositionStyle, 'columns' | 'mostLines'>;
const whoStyle = (style: WhoStyle, u: Unit) => ({
  style: { width: WIDE - 2 * u(13), details: true, ...style },
  u,
});

/** Who makes up the team on a wide card, and a card for each other part, at one density. */
function parts(contents: ScanContents, palette: Palette, density: number, style: WhoStyle) {
  const u = unitOf(POINT * density);
  const who = (unit: Unit, extra: Style = {}): Node =>
    column(
      { ...cardStyle(unit, palette), gap: unit(8), ...extra },
      composition(contents, whoStyle(style, unit).style, unit, palette),
    );
  return { u, who, cards: contents.blocs.map((bloc) => card(bloc, u, palette)) };
}

/** Who makes up the team, with the other answers beside it and under it. */
async function body(
  contents: ScanContents,
  palette: Palette,
  density: number,
  style: WhoStyle,
  most: number,
): Promise<Sized> {
  const { blocs } = contents;
  const { u, who, cards } = parts(contents, palette, density, style);
  const [wide = 0, ...heights] = await heightsOf([
    { node: who(u), width: WIDE },
    ...cards.map((node) => ({ node, width: SIDE })),
  ]);
  const { beside, height } = arrange(wide, heights, GAP);
  const under = pairs(heights.slice(beside)).reduce((sum, pair) => sum + GAP + Math.max(...pair), 0);
  const unit = height > most ? u : await boosted({ contents, style, density, u }, most - under, who);
  // What is left over is shared among the cards, unless there is so much of it that they would look empty.
  const stretched = most - height < most * 0.2;
  const node = spread(
    (extra) => who(unit, extra),
    blocs.map((bloc) => (extra) => card(bloc, u, palette, extra)),
    beside,
    stretched,
  );
  return { node, height };
}

/** The unit that makes the wide card fill its room, when the cards beside it leave it some. */
async function boosted(
  { contents, style, density, u }: { contents: ScanContents; style: WhoStyle; density: number; u: Unit },
  most: number,
  who: (unit: Unit) => Node,
): Promise<Unit> {
  const units = new Map(BOOSTS.map((boost) => [density * boost, unitOf(POINT * density * boost)]));
  const whole = wholeWords(contents, [...units.keys(), density], (tried) =>
    whoStyle(style, unitOf(POINT * tried)),
  );
  // Guesses run a few per cent high: the first two that may hold are measured.
  const likely = whole
    .flatMap((tried) => units.get(tried) ?? [])
    .filter((unit) => estimatedHeight(who(unit), WIDE) <= most * 1.08)
    .slice(0, 2);
  const heights = await heightsOf(likely.map((unit) => ({ node: who(unit), width: WIDE })));
  return likely.find((_, index) => (heights[index] ?? Infinity) <= most) ?? u;
}
