import type { ScanContents } from '#src/infographics/contents.ts';
import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, type Node, row, type Style } from '#src/infographics/tree.ts';
import {
  A4,
  columns3,
  footer,
  header,
  LESS_READABLE,
  page,
  POINT,
  READABLE,
  ROOMY,
  type Sheet,
  spread,
  TIGHT,
} from './a4.ts';
import { composition, type CompositionStyle, wholeWords } from './composition.ts';
import { densities, type Fit, fitted, heightLeft, type Sized } from './fit.ts';
import { arrange, packed, pairs } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import { card, cardStyle, keyFigure, rosaceOf, titlesHold, type Unit, unitOf } from './parts.ts';

/** Densities tried, the roomiest first: the text of an answer is 9.2 points high at 1. */
const DENSITIES = densities(1.4, 0.54);
const LARGE = densities(2.2, 1.15);
const SMALLEST = densities(0.9, 0.38);
/** Under this, the next style is worth a try: it takes less room for the same words. */
const SMALL = 0.72;

/** A way to lay a sheet out. */
interface SheetStyle extends Pick<CompositionStyle, 'columns' | 'mostLines' | 'figure'> {
  /** Cards in one row under who makes up the team; beside it and under it; or wherever they leave no hole. */
  readonly cards: 'under' | 'around' | 'packed';
  readonly sheet: Sheet;
  /** Sizes of head and foot. */
  readonly head: number;
  readonly foot: number;
  /** The smallest letters, in points. */
  readonly least: number;
}
const AROUND = { cards: 'around', sheet: ROOMY, head: 1, foot: 1, least: READABLE } as const;
const TIGHTER = { cards: 'packed', sheet: TIGHT, head: 0.62, foot: 0.76, least: READABLE } as const;
const UNDER = { ...AROUND, cards: 'under', columns: 1, mostLines: 2 } as const;
/** Few people and few answers: both are shown large, from the one that takes the most room. */
const BARE: readonly SheetStyle[] = [
  { ...UNDER, figure: 46, head: 1.6, foot: 1.25 },
  { ...UNDER, figure: 32, head: 1.5, foot: 1.2 },
  { ...UNDER, figure: 24, head: 1.35, foot: 1.15 },
  { ...UNDER, figure: 17, head: 1.2, foot: 1.1 },
];
/** Ways to show who makes up the team, from the one that takes the most room. */
const OPEN: readonly SheetStyle[] = [
  { ...AROUND, columns: 1, mostLines: 2 },
  { ...AROUND, columns: 2, mostLines: 2 },
  { ...AROUND, columns: 2, mostLines: 1 },
  { ...AROUND, columns: 2, mostLines: 0 },
];
/** For a team that has much to say. */
const DENSE: readonly SheetStyle[] = [
  { ...TIGHTER, columns: 2, mostLines: 1 },
  { ...TIGHTER, columns: 2, mostLines: 0 },
];
/** Cards that hold in one row, and professions that may be shown large. */
const MOST_UNDER = 3;
const MOST_LARGE = 8;
/** How much roomier than the cards who makes up the team may be, when there is room beside the cards. */
const BOOSTS = [1.3, 1.24, 1.18, 1.12, 1.06] as const;
/** Beyond so many professions, they stand two by two. */
const MOST_IN_ONE_COLUMN = 16;

interface Frame extends SheetStyle {
  readonly top: Node;
  readonly bottom: Node;
  /** Height that they leave, in pixels. */
  readonly most: number;
}

/** Prints everything that the team answered on one sheet. */
export async function scanA4(contents: ScanContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const professions = contents.familles.reduce((sum, { lignes }) => sum + lignes.length, 0);
  const guess = (style: Frame, density: number) => guessed(contents, palette, density, style) / style.most;
  const densitiesOf = (style: Frame) => {
    const all = { under: LARGE, around: DENSITIES, packed: SMALLEST }[style.cards];
    const whole = all.filter((density) =>
      titlesHold(contents.blocs, cardWidth(contents, style), unit(style, density)),
    );
    return wholeWords(contents, whole.length > 0 ? whole : all, (density) => {
      const u = unit(style, density);
      return { style: whoStyle(style, u), u };
    });
  };
  // Heights are in parts of what each style's frame leaves, so that styles can be compared.
  const fitting = (among: readonly Frame[]) =>
    fitted({
      styles: among,
      densities: densitiesOf,
      most: 1,
      small: SMALL,
      guess,
      scene: async (style, density) => {
        const { node, height } = await body(contents, palette, density, style);
        return {
          node: page(style.top, node, style.bottom, palette, style.sheet),
          height: height / style.most,
        };
      },
    });
  const bare = contents.blocs.length <= MOST_UNDER && professions <= MOST_LARGE;
  const large = await framesOf(contents, bare ? BARE : [], palette);
  const open = [
    // A large style is worth a layout only when it is likely to hold.
    ...large.filter((style) => guess(style, LARGE.at(-1) ?? 1) <= 0.97),
    ...(await framesOf(contents, OPEN.slice(professions > MOST_IN_ONE_COLUMN ? 1 : 0), palette)),
  ];
  const easy = open.some((style) => guess(style, SMALL) <= 1);
  const roomy = easy ? await fitting(open) : undefined;
  if (roomy?.fits) return roomy;
  const dense = await framesOf(contents, DENSE, palette);
  let fit = await fitting(easy ? dense : [...open, ...dense]);
  for (const least of LESS_READABLE) {
    if (fit.fits) break;
    fit = await fitting(dense.slice(-1).map((style) => ({ ...style, least })));
  }
  return fit;
}

/** Styles with their heads and feet, each made once. */
async function framesOf(
  contents: ScanContents,
  styles: readonly SheetStyle[],
  palette: Palette,
): Promise<Frame[]> {
  const made = new Map<string, Promise<Pick<Frame, 'top' | 'bottom' | 'most'>>>();
  return Promise.all(
    styles.map(async (style) => {
      const key = `${style.head} ${style.foot}`;
      const frame = made.get(key) ?? frameOf(contents, style, palette);
      made.set(key, frame);
      return { ...style, ...(await frame) };
    }),
  );
}

async function frameOf(contents: ScanContents, { head, foot, sheet }: SheetStyle, palette: Palette) {
  const u = unitOf(POINT * head);
  const figures = contents.chiffres
    .slice(0, 4)
    .map((chiffre) => keyFigure(chiffre, { size: 27, label: 11.5, stacked: false }, u, palette.surBande));
  const [top, bottom] = await Promise.all([
    header(contents, { emblem: rosaceOf(contents, palette), scale: head, sheet, figures }, palette),
    footer(contents, notes(contents), palette, foot, sheet),
  ]);
  const most = heightLeft(A4.height, top.height, bottom.height, 2 * sheet.gap);
  return { top: top.node, bottom: bottom.node, most };
}

/** What was not answered, and how to read the figures. */
const notes = ({ sansReponse }: ScanContents): string[] => [
  ...(sansReponse.length > 0 ? [`Sans réponse\u00A0: ${sansReponse.join(', ')}.`] : []),
  'Dans la rosace, un point = une personne, aux couleurs des familles de métiers.',
];

const unit = ({ least }: SheetStyle, density: number): Unit => unitOf(POINT * density, POINT * least);

const cardWidth = ({ blocs }: ScanContents, { cards, sheet: { inner, gap, side } }: SheetStyle): number =>
  cards === 'under' ? Math.floor((inner - gap * (blocs.length - 1)) / Math.max(1, blocs.length)) : side;

const whoWidth = ({ cards, sheet }: SheetStyle): number => (cards === 'under' ? sheet.inner : sheet.wide);

function whoStyle(style: SheetStyle, u: Unit): CompositionStyle {
  const { columns, mostLines, figure } = style;
  return { columns, mostLines, figure, width: whoWidth(style) - 2 * u(13), details: true };
}

/** Who makes up the team, on a wide card; what is left over goes between the families. */
function who(contents: ScanContents, palette: Palette, style: SheetStyle, u: Unit, extra: Style = {}): Node {
  const [title, ...families] = composition(contents, whoStyle(style, u), u, palette);
  const gap = u(8);
  return column({ ...cardStyle(u, palette), gap, ...extra }, [
    title,
    ...(style.cards === 'under'
      ? [column({ flexGrow: 1, justifyContent: 'space-around', gap }, families)]
      : families),
  ]);
}

/** Height of a body by a quick guess, in pixels. */
function guessed(contents: ScanContents, palette: Palette, density: number, style: SheetStyle): number {
  const u = unit(style, density);
  const width = cardWidth(contents, style);
  const wide = estimatedHeight(who(contents, palette, style, u), whoWidth(style));
  const heights = contents.blocs.map((bloc) => estimatedHeight(card(bloc, u, palette), width));
  return placed(wide, heights, style).height;
}

/** Where the cards go, and the height of it all. */
function placed(wide: number, heights: readonly number[], { cards, sheet: { gap } }: SheetStyle) {
  if (cards === 'under')
    return { height: heights.length > 0 ? wide + gap + Math.max(...heights) : wide, beside: 0, columns: [] };
  if (cards === 'around') return { ...arrange(wide, heights, gap), columns: [] };
  return { ...packed([wide + gap, wide + gap, 0], heights, gap), beside: 0 };
}

/** Who makes up the team, and the other answers, at one density. */
async function body(contents: ScanContents, palette: Palette, density: number, style: Frame): Promise<Sized> {
  const { blocs } = contents;
  const { sheet, most } = style;
  const u = unit(style, density);
  const width = cardWidth(contents, style);
  const [wide = 0, ...heights] = await heightsOf([
    { node: who(contents, palette, style, u), width: whoWidth(style) },
    ...blocs.map((bloc) => ({ node: card(bloc, u, palette), width })),
  ]);
  const { beside, columns, height } = placed(wide, heights, style);
  const cards = blocs.map((bloc) => (extra: Style) => card(bloc, u, palette, extra));
  // What is left over is shared among the cards, unless there is so much of it that they would look empty.
  const stretched = most - height < most * 0.2;
  if (style.cards === 'under') {
    const line = cards.map((one) => one({ width }));
    const wideCard = who(contents, palette, style, u, { flexGrow: 1 });
    return {
      node: column({ width: sheet.inner, flexGrow: 1, gap: sheet.gap }, [
        wideCard,
        line.length > 0 && row({ gap: sheet.gap }, line),
      ]),
      height,
    };
  }
  if (style.cards === 'packed') {
    const node = columns3([who(contents, palette, style, u)], cards, columns, stretched, sheet);
    return { node, height };
  }
  const under = pairs(heights.slice(beside)).reduce((sum, pair) => sum + sheet.gap + Math.max(...pair), 0);
  const larger = height > most ? u : await boosted({ contents, palette, style, density }, most - under);
  const node = spread(
    (extra) => who(contents, palette, style, larger, extra),
    cards,
    beside,
    stretched,
    sheet,
  );
  return { node, height };
}

/** The unit that makes the wide card fill its room, when the cards beside it leave it some. */
async function boosted(
  {
    contents,
    palette,
    style,
    density,
  }: { contents: ScanContents; palette: Palette; style: SheetStyle; density: number },
  most: number,
): Promise<Unit> {
  const whole = wholeWords(contents, [...BOOSTS.map((boost) => density * boost), density], (tried) => {
    const u = unit(style, tried);
    return { style: whoStyle(style, u), u };
  });
  const width = whoWidth(style);
  const node = (u: Unit) => who(contents, palette, style, u);
  // Guesses are right to one per cent: the first that may hold is measured, and one under it.
  const likely = whole
    .filter((tried) => tried > density)
    .map((tried) => unit(style, tried))
    .filter((u) => estimatedHeight(node(u), width) <= most * 1.01)
    .slice(0, 2);
  const heights = await heightsOf(likely.map((u) => ({ node: node(u), width })));
  return likely.find((_, index) => (heights[index] ?? Infinity) <= most) ?? unit(style, density);
}
