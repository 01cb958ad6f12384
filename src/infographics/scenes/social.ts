import { said, type Said } from '#src/domain/said.ts';
import type { Contents } from '#src/infographics/contents.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, drawing, type Node, row, type Style, text } from '#src/infographics/tree.ts';
import type { Vector } from '#src/infographics/vectors.ts';
import { type Fit, heightLeft, type Sized } from './fit.ts';
import { pairs } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import { eyebrow, pill, place, title, titleSize, type Unit, unitOf } from './parts.ts';

/** The tallest picture that social networks show whole: 4 by 5. */
export const SOCIAL = { width: 1080, height: 1350 } as const;
const MARGIN = 56;
export const GAP = 24;
export const INNER = SOCIAL.width - 2 * MARGIN;
/** Pixels of a length of 1 at density 1: the name of a profession is 22 pixels high. */
export const PIXELS = 2.25;
/** A length of 1 in the head, and on the cards that find room under the rest. */
export const headUnit = (scale = 1): Unit => unitOf(2.1 * scale);
export const CARD = unitOf(2.05);
const ROSACE = 212;

/** What one picture puts in the frame, besides what every infographic says. */
interface Social {
  readonly emblem: Vector | undefined;
  /** Size of the head. */
  readonly scale?: number;
  /** Lines under the title. */
  readonly places: readonly (Said | undefined)[];
  /** Key figures, on the light band. */
  readonly figures: readonly Node[];
  readonly band?: Style;
  readonly notes?: Said | undefined;
  /**
   * What comes first, in so much height, of which the cards could use a part; straight on the paper, hence a palette of
   * its own.
   */
  readonly main: (most: number, forCards: number, onPaper: Palette) => Promise<Fit>;
  /** Other answers, the most telling first: as many rows of two as the room that is left holds. */
  readonly cards: readonly ((style?: Style) => Node)[];
}

/** A picture for a phone: name and key figures on the dark bands, what comes first, cards, sources. */
export async function social(contents: Contents, edition: Edition, parts: Social): Promise<Fit> {
  const palette = paletteOf(edition);
  const onPaper = paletteOf({ ...edition, theme: { ...edition.theme, carte: edition.theme.papier } });
  const [head, foot] = await Promise.all([
    header(contents, parts, palette),
    footer(contents, parts, palette),
  ]);
  const most = heightLeft(SOCIAL.height, head.height, foot.height, 2 * GAP);
  const rows = await cardRows(parts.cards);
  const wanted = rows.reduce((sum, { height }) => sum + GAP + height, 0);
  const fit = await parts.main(most, wanted, onPaper);
  const cards: Node[] = [];
  let left = fit.fits ? most - fit.height : 0;
  for (const { node, height } of rows) {
    left -= GAP + height;
    if (left < 0) break;
    cards.push(node);
  }
  const node = column({ ...SOCIAL, backgroundColor: palette.papier }, [
    head.node,
    column({ flexGrow: 1, padding: `${GAP}px ${MARGIN}px`, gap: GAP }, [fit.node, ...cards]),
    foot.node,
  ]);
  return { ...fit, node };
}

/** Cards in rows of two; one that is alone takes the whole row. */
async function cardRows(cards: Social['cards']): Promise<Sized[]> {
  const width = (INNER - GAP) / 2;
  const heights = await heightsOf(cards.map((card) => ({ node: card(), width })));
  return pairs(cards).map((pair, index) => ({
    node: row(
      { gap: GAP },
      pair.map((card) => card({ width: pair.length === 1 ? INNER : width })),
    ),
    height: Math.max(...heights.slice(2 * index, 2 * index + 2)),
  }));
}

async function header(contents: Contents, parts: Social, palette: Palette): Promise<Sized> {
  const { emblem, places, figures, band = {}, scale = 1 } = parts;
  const u = headUnit(scale);
  const rosace = Math.round(ROSACE * scale);
  const width = emblem ? INNER - rosace - GAP * 2 : INNER;
  const size = await titleSize(contents, width, u, palette);
  const node = column({ width: SOCIAL.width }, [
    column(
      { backgroundColor: palette.bandeau, padding: `${38 * scale}px ${MARGIN}px ${30 * scale}px`, gap: 12 },
      [
        row({ justifyContent: 'space-between', alignItems: 'center' }, [
          eyebrow(contents, 12.5, u, palette),
          pill(contents.edition, 11.5, u, palette),
        ]),
        row({ justifyContent: 'space-between', alignItems: 'center', gap: GAP * 2 }, [
          column({ width, gap: 12 }, [
            title(contents, size, u, palette),
            ...places.map((line) => line && place(line, u, palette)),
            contents.reserve !== undefined && pill(contents.reserve, 10.5, u, palette),
          ]),
          emblem && drawing(emblem, rosace, rosace),
        ]),
      ],
    ),
    figures.length > 0 &&
      row(
        { backgroundColor: palette.bande, padding: `${22 * scale}px ${MARGIN}px`, gap: GAP, ...band },
        figures,
      ),
  ]);
  const [height = 0] = await heightsOf([{ node, width: SOCIAL.width }]);
  return { node, height };
}

async function footer({ pied, adresse }: Contents, { notes }: Social, palette: Palette): Promise<Sized> {
  const style = { fontSize: 20, color: palette.surCreux, lineHeight: 1.35 };
  const node = column({ width: SOCIAL.width, backgroundColor: palette.creux, padding: `18px ${MARGIN}px` }, [
    ...pied.map((line) => text(line, { ...style, fontWeight: 600 })),
    notes && text(notes, style),
    text(said(`Version texte\u00A0: ${adresse}`, 'regle:adresse'), style),
  ]);
  const [height = 0] = await heightsOf([{ node, width: SOCIAL.width }]);
  return { node, height };
}
