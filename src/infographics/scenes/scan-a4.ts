import { said } from '#src/domain/said.ts';
import type { ScanContents } from '#src/infographics/contents.ts';
import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, drawing, type Node, row, type Style, text } from '#src/infographics/tree.ts';
import { composition, type CompositionStyle, wholeWords } from './composition.ts';
import { densities, type Fit, fitted, type Sized } from './fit.ts';
import { arrange, pairs } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import {
  card,
  cardStyle,
  eyebrow,
  keyFigure,
  pill,
  subtitles,
  title,
  rosaceOf,
  titleSize,
  type Unit,
  unitOf,
} from './parts.ts';

/** A4 portrait at 300 dots per inch (ISO 216: 210 × 297 mm). */
export const A4 = { width: 2480, height: 3508 } as const;
/** Pixels in one typographic point, 1/72 inch. */
const POINT = 300 / 72;
const MARGIN = Math.round(31 * POINT);
const GAP = Math.round(10 * POINT);
const INNER = A4.width - 2 * MARGIN;

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
  const head = await header(contents, palette);
  const foot = await footer(contents, palette);
  const most = A4.height - head.height - foot.height - 2 * GAP;
  const professions = contents.familles.reduce((sum, { lignes }) => sum + lignes.length, 0);
  const fit = await fitted({
    styles: STYLES.slice(professions > MOST_IN_ONE_COLUMN ? 1 : 0),
    densities: (style) =>
      wholeWords(contents, DENSITIES, (density) => whoStyle(style, unitOf(POINT * density))),
    most,
    small: SMALL,
    guess: (style, density) => {
      const { who, cards } = parts(contents, palette, density, style);
      const heights = cards.map((node) => estimatedHeight(node, SIDE));
      return arrange(estimatedHeight(who(unitOf(POINT * density)), WIDE), heights, GAP).height;
    },
    scene: (style, density) => body(contents, palette, density, style, most),
  });
  const node = column({ width: A4.width, height: A4.height, backgroundColor: palette.papier }, [
    head.node,
    row({ flex: 1, padding: `${GAP}px ${MARGIN}px` }, [fit.node]),
    foot.node,
  ]);
  return { ...fit, node };
}

/** The dark band with the team's name, as large as two lines allow, and the key figures under it. */
async function header(contents: ScanContents, palette: Palette): Promise<Sized> {
  const u = unitOf(POINT);
  const rosace = u(114);
  const width = INNER - rosace - GAP * 2;
  const size = await titleSize(contents, width, u, palette);
  const node = column({ width: A4.width }, [
    row(
      {
        backgroundColor: palette.bandeau,
        padding: `${u(19)}px ${MARGIN}px ${u(14)}px`,
        gap: GAP * 2,
        justifyContent: 'space-between',
      },
      [
        column({ width, justifyContent: 'space-between', gap: u(12) }, [
          eyebrow(contents, 12, u, palette),
          column({ gap: u(7) }, [title(contents, size, u, palette), ...subtitles(contents, 12, u, palette)]),
          contents.reserve !== undefined && pill(contents.reserve, 10, u, palette),
        ]),
        column({ width: rosace, alignItems: 'flex-end', gap: u(8) }, [
          row({ justifyContent: 'flex-end' }, [pill(contents.edition, 12, u, palette)]),
          drawing(rosaceOf(contents, palette), rosace, rosace),
        ]),
      ],
    ),
    row(
      {
        backgroundColor: palette.bande,
        padding: `${u(11)}px ${MARGIN}px`,
        justifyContent: 'space-between',
        alignItems: 'flex-end',
        gap: u(12),
      },
      contents.chiffres
        .slice(0, 4)
        .map((chiffre) => keyFigure(chiffre, { size: 27, label: 11.5, stacked: false }, u, palette.surBande)),
    ),
  ]);
  const [height = 0] = await heightsOf([{ node, width: A4.width }]);
  return { node, height };
}

/** Where the answers come from, what was not answered, how to read the figures, and where the same is told in text. */
async function footer(contents: ScanContents, palette: Palette): Promise<Sized> {
  const u = unitOf(POINT);
  const qr = u(42);
  const width = A4.width - 2 * MARGIN - qr - u(8) - u(12);
  const style = { fontSize: u(8), color: palette.surCreux, lineHeight: 1.4 };
  const { sansReponse } = contents;
  const node = row(
    {
      backgroundColor: palette.creux,
      padding: `${u(9)}px ${MARGIN}px`,
      gap: u(12),
      alignItems: 'center',
      width: A4.width,
    },
    [
      row({ backgroundColor: '#FFFFFF', padding: u(4), borderRadius: u(4), flexShrink: 0 }, [
        drawing({ kind: 'qr', texte: `https://${contents.adresse}`, couleur: '#000000' }, qr, qr),
      ]),
      column({ width }, [
        ...contents.pied.map((line) => text(line, { ...style, fontWeight: 600 })),
        sansReponse.length > 0 && text(`Sans réponse\u00A0: ${sansReponse.join(', ')}.`, style),
        text('Dans la rosace, un point = une personne, aux couleurs des familles de métiers.', style),
        text(said(`Version texte et données\u00A0: ${contents.adresse}`, 'regle:adresse'), style),
      ]),
    ],
  );
  const [height = 0] = await heightsOf([{ node, width: A4.width }]);
  return { node, height };
}

const SIDE = Math.floor((INNER - 2 * GAP) / 3);
const WIDE = 2 * SIDE + GAP;

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
  const rows = pairs(blocs.slice(beside));
  const under = pairs(heights.slice(beside)).reduce((sum, pair) => sum + GAP + Math.max(...pair), 0);
  const unit = height > most ? u : await boosted({ contents, style, density, u }, most - under, who);
  // What is left over is shared among the cards, unless there is so much of it that they would look empty.
  const flexGrow = most - height < most * 0.2 ? 1 : 0;
  const node = row({ flexGrow: 1, gap: GAP, alignItems: flexGrow ? 'stretch' : 'flex-start' }, [
    column({ width: WIDE, gap: GAP, flexShrink: 0 }, [
      who(unit, { flexGrow }),
      ...rows.map((pair) =>
        row(
          { gap: GAP, flexGrow },
          pair.map((bloc) => card(bloc, u, palette, { width: pair.length === 1 ? WIDE : SIDE })),
        ),
      ),
    ]),
    column(
      { width: SIDE, gap: GAP, flexShrink: 0 },
      blocs.slice(0, beside).map((bloc) => card(bloc, u, palette, { flexGrow })),
    ),
  ]);
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
