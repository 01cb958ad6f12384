import { said, type Said } from '#src/domain/said.ts';
import type { Contents } from '#src/infographics/contents.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import { column, drawing, type Node, row, type Style, text } from '#src/infographics/tree.ts';
import type { Vector } from '#src/infographics/vectors.ts';
import type { Sized } from './fit.ts';
import { pairs } from './masonry.ts';
import type { Palette } from './palette.ts';
import { eyebrow, pill, subtitles, title, titleSize, unitOf } from './parts.ts';

/** A4 portrait at 300 dots per inch (ISO 216: 210 × 297 mm). */
export const A4 = { width: 2480, height: 3508 } as const;
/** Pixels in one typographic point, 1/72 inch. */
export const POINT = 300 / 72;
export const MARGIN = Math.round(31 * POINT);
export const GAP = Math.round(10 * POINT);
export const INNER = A4.width - 2 * MARGIN;
/** Width of a narrow card, a third of the sheet, and of a wide one. */
export const SIDE = Math.floor((INNER - 2 * GAP) / 3);
export const WIDE = 2 * SIDE + GAP;

/** What is between the title and the emblem, and under them, besides what every infographic says. */
interface Head {
  readonly emblem: Vector | undefined;
  /** Its side, in points. */
  readonly side?: number;
  /** Size of its letters and drawings. */
  readonly scale?: number;
  /** Under the subtitles. */
  readonly words?: readonly Node[] | undefined;
  readonly figures: readonly Node[];
  /** How figures of unequal heights stand side by side. */
  readonly align?: 'flex-start' | 'flex-end';
}

/** The dark band with the name, as large as two lines allow, and the key figures under it. */
export async function header(
  contents: Contents,
  { emblem, side = 114, scale = 1, words = [], figures, align = 'flex-end' }: Head,
  palette: Palette,
): Promise<Sized> {
  const u = unitOf(POINT * scale);
  const rosace = u(side);
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
          padding: `${u(11)}px ${MARGIN}px`,
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
  scale = 1,
): Promise<Sized> {
  const u = unitOf(POINT * scale);
  const qr = u(42);
  const width = A4.width - 2 * MARGIN - qr - u(8) - u(12);
  const style = { fontSize: u(8), color: palette.surCreux, lineHeight: 1.4 };
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
export const page = (head: Node, body: Node, foot: Node, palette: Palette): Node =>
  column({ width: A4.width, height: A4.height, backgroundColor: palette.papier }, [
    head,
    row({ flex: 1, padding: `${GAP}px ${MARGIN}px` }, [body]),
    foot,
  ]);

/** A part of a sheet that takes the style that its place gives it. */
export type Placeable = (style: Style) => Node;

/** A wide card at the left, the first narrow ones beside it, the others in rows of two under it. */
export function spread(
  wide: Placeable,
  cards: readonly Placeable[],
  beside: number,
  stretched: boolean,
): Node {
  const flexGrow = stretched ? 1 : 0;
  return row({ flexGrow: 1, gap: GAP, alignItems: stretched ? 'stretch' : 'flex-start' }, [
    column({ width: WIDE, gap: GAP, flexShrink: 0 }, [
      wide({ flexGrow }),
      ...pairs(cards.slice(beside)).map((pair) =>
        row(
          { gap: GAP, flexGrow },
          pair.map((card) => card({ width: pair.length === 1 ? WIDE : SIDE })),
        ),
      ),
    ]),
    column(
      { width: SIDE, gap: GAP, flexShrink: 0 },
      cards.slice(0, beside).map((card) => card({ flexGrow })),
    ),
  ]);
}
