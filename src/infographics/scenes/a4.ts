import { said, type Said } from '#src/domain/said.ts';
import type { Contents } from '#src/infographics/contents.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import { column, drawing, type Node, row, type Style, text } from '#src/infographics/tree.ts';
import type { Vector } from '#src/infographics/vectors.ts';
import type { Sized } from './fit.ts';
import { type Packing, pairs } from './masonry.ts';
import type { Palette } from './palette.ts';
import { eyebrow, pill, subtitles, title, titleSize, unitOf } from './parts.ts';

/** A4 portrait at 300 dots per inch (ISO 216: 210 × 297 mm). */
export const A4 = { width: 2480, height: 3508 } as const;
/** Pixels in one typographic point, 1/72 inch. */
export const POINT = 300 / 72;
/** Letters that anyone reads on paper, in points; smaller ones, the largest that hold, only for a sheet that overflows. */
export const READABLE = 6;
export const LESS_READABLE = [5.6, 5.2, 4.8, 0] as const;

/** The room of a sheet, in pixels. */
export interface Sheet {
  readonly margin: number;
  readonly gap: number;
  readonly inner: number;
  /** Width of a narrow card, a third of the sheet, and of a wide one. */
  readonly side: number;
  readonly wide: number;
}
function sheet(margin: number, gap: number): Sheet {
  const inner = A4.width - 2 * margin;
  const side = Math.floor((inner - 2 * gap) / 3);
  return { margin, gap, inner, side, wide: 2 * side + gap };
}
export const ROOMY = sheet(Math.round(31 * POINT), Math.round(10 * POINT));
/** For a sheet that has much to say; printers leave 5 mm blank, 14 points. */
export const TIGHT = sheet(Math.round(20 * POINT), Math.round(6 * POINT));

/** What is between the title and the emblem, and under them, besides what every infographic says. */
interface Head {
  readonly emblem: Vector | undefined;
  /** Its side, in points. */
  readonly side?: number;
  /** Size of its letters and drawings. */
  readonly scale: number;
  readonly sheet: Sheet;
  /** Under the subtitles. */
  readonly words?: readonly Node[] | undefined;
  readonly figures: readonly Node[];
  /** How figures of unequal heights stand side by side. */
  readonly align?: 'flex-start' | 'flex-end';
}

/** The dark band with the name, as large as two lines allow, and the key figures under it. */
export async function header(
  contents: Contents,
  { emblem, side = 114, scale, sheet, words = [], figures, align = 'flex-end' }: Head,
  palette: Palette,
): Promise<Sized> {
  const u = unitOf(POINT * scale);
  const { margin, gap, inner } = sheet;
  const rosace = u(side);
  const width = inner - rosace - gap * 2;
  const size = await titleSize(contents, width, u, palette);
  const node = column({ width: A4.width }, [
    row(
      {
        backgroundColor: palette.bandeau,
        padding: `${u(19)}px ${margin}px ${u(14)}px`,
        gap: gap * 2,
        justifyContent: 'space-between',
      },
      [
        column({ width, justifyContent: 'space-between', gap: u(12) }, [
          eyebrow(contents, 12, u, palette),
          column({ gap: u(7) }, [
            title(contents, size, u, palette),
            ...subtitles(contents, 12, u, palette),
            ...words,
          ]),
          contents.reserve !== undefined && pill(contents.reserve, 10, u, palette),
        ]),
        column({ width: rosace, alignItems: 'flex-end', gap: u(8) }, [
          row({ justifyContent: 'flex-end' }, [pill(contents.edition, 12, u, palette)]),
          emblem && drawing(emblem, rosace, rosace),
        ]),
      ],
    ),
    figures.length > 0 &&
      row(
        {
          backgroundColor: palette.bande,
          padding: `${u(11)}px ${margin}px`,
          justifyContent: 'space-between',
          alignItems: align,
          gap: u(12),
        },
        figures,
      ),
  ]);
  const [height = 0] = await heightsOf([{ node, width: A4.width }]);
  return { node, height };
}

/** Where the figures come from, how to read them, and where the same is told in text. */
export async function footer(
  contents: Contents,
  notes: readonly (Said | string)[],
  palette: Palette,
  scale: number,
  { margin, inner }: Sheet,
): Promise<Sized> {
  const u = unitOf(POINT * scale);
  const qr = u(42);
  const width = inner - qr - u(8) - u(12);
  const style = { fontSize: u(8), color: palette.surCreux, lineHeight: 1.4 };
  const node = row(
    {
      backgroundColor: palette.creux,
      padding: `${u(9)}px ${margin}px`,
      gap: u(12),
      alignItems: 'center',
      width: A4.width,
    },
    [
      row({ backgroundColor: '#FFFFFF', padding: u(4), borderRadius: u(4), flexShrink: 0 }, [
        drawing({ kind: 'qr', texte: `https://${contents.adresse}`, couleur: '#000000' }, qr, qr),
      ]),
      column({ width }, [
        ...contents.pied.map((line, index) =>
          text(line, index === 0 ? { ...style, fontWeight: 600 } : style),
        ),
        ...notes.map((line) => text(line, style)),
        text(said(`Version texte et données\u00A0: ${contents.adresse}`, 'regle:adresse'), style),
      ]),
    ],
  );
  const [height = 0] = await heightsOf([{ node, width: A4.width }]);
  return { node, height };
}

/** The whole sheet: head, body, foot. */
export const page = (head: Node, body: Node, foot: Node, palette: Palette, { margin, gap }: Sheet): Node =>
  column({ width: A4.width, height: A4.height, backgroundColor: palette.papier }, [
    head,
    row({ flex: 1, padding: `${gap}px ${margin}px` }, [body]),
    foot,
  ]);

/** A part of a sheet that takes the style that its place gives it. */
export type Placeable = (style: Style) => Node;

/** A wide card at the left, the first narrow ones beside it, the others in rows of two under it. */
export function spread(
  wideCard: Placeable,
  cards: readonly Placeable[],
  beside: number,
  stretched: boolean,
  { gap, side, wide }: Sheet,
): Node {
  const flexGrow = stretched ? 1 : 0;
  return row({ flexGrow: 1, gap, alignItems: stretched ? 'stretch' : 'flex-start' }, [
    column({ width: wide, gap, flexShrink: 0 }, [
      wideCard({ flexGrow }),
      ...pairs(cards.slice(beside)).map((pair) =>
        row(
          { gap, flexGrow },
          pair.map((card) => card({ width: pair.length === 1 ? wide : side })),
        ),
      ),
    ]),
    column(
      { width: side, gap, flexShrink: 0 },
      cards.slice(0, beside).map((card) => card({ flexGrow })),
    ),
  ]);
}

/** Wide cards one above the other over two columns of narrow ones, a third column beside them all. */
export function columns3(
  wideCards: readonly Node[],
  cards: readonly Placeable[],
  columns: Packing['columns'],
  stretched: boolean,
  { gap, side, wide }: Sheet,
): Node {
  const extra = { flexGrow: stretched ? 1 : 0 };
  const alignItems = stretched ? 'stretch' : 'flex-start';
  const [left, middle, right] = columns.map((ranks) =>
    column(
      { width: side, gap, flexShrink: 0 },
      ranks.flatMap((rank) => cards[rank]?.(extra) ?? []),
    ),
  );
  return row({ ...extra, gap, alignItems }, [
    column({ width: wide, gap, flexShrink: 0 }, [
      ...wideCards,
      row({ ...extra, gap, alignItems }, [left, middle]),
    ]),
    right,
  ]);
}
