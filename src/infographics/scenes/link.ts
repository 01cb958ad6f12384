import type { Said } from '#src/domain/said.ts';
import type { Contents } from '#src/infographics/contents.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import { column, drawing, type Node, row, text } from '#src/infographics/tree.ts';
import type { Vector } from '#src/infographics/vectors.ts';
import { densities, type Fit, fitted, type Sized } from './fit.ts';
import type { Palette } from './palette.ts';
import { eyebrow, pill, place, title, titleSize, type Unit, unitOf } from './parts.ts';

/** The preview of a link (Open Graph). */
export const LINK = { width: 1200, height: 630 } as const;
const MARGIN = 60;
const ROSACE = 330;
const DENSITIES = densities(1, 0.66);

/** What one preview puts in the frame, besides what every infographic says. */
interface Link {
  readonly emblem: Vector | undefined;
  /** Lines under the title. */
  readonly places: readonly (Said | undefined)[];
  /** Room above and under the words, in pixels; between the lines, in units. */
  readonly above: number;
  readonly under: number;
  readonly gap: number;
  /** Key figures in a room of this width. */
  readonly figures: (width: number, u: Unit) => Promise<Node>;
  /** What stands on the light band. */
  readonly foot: (u: Unit) => Promise<Sized | undefined>;
}

/** A preview of a link: name, key figures and emblem on the dark band, one line under them. */
export async function link(contents: Contents, parts: Link, palette: Palette): Promise<Fit> {
  return fitted({
    styles: ['one'],
    densities: () => DENSITIES,
    most: LINK.height,
    small: 0,
    guess: () => 0,
    scene: (_, density) => preview(contents, parts, unitOf(2.3 * density), palette),
  });
}

async function preview(contents: Contents, parts: Link, u: Unit, palette: Palette): Promise<Sized> {
  const { emblem, places, above, under, gap } = parts;
  const whole = LINK.width - 2 * MARGIN;
  const width = emblem ? whole - ROSACE - 40 : whole;
  const size = await titleSize(contents, width, u, palette);
  const words = column({ width, gap: u(gap) }, [
    row({ alignItems: 'center', gap: u(9) }, [
      eyebrow(contents, 12, u, palette),
      text(contents.edition, { fontSize: u(12), fontWeight: 600, color: palette.mielSurBandeau }),
    ]),
    title(contents, size, u, palette),
    ...places.map((line) => line && place(line, u, palette)),
    contents.reserve !== undefined && pill(contents.reserve, 10.5, u, palette),
  ]);
  const figures = await parts.figures(width, u);
  const foot = await parts.foot(u);
  const [wordsHeight = 0, figuresHeight = 0] = await heightsOf([
    { node: words, width },
    { node: figures, width },
  ]);
  const node = column({ ...LINK, backgroundColor: palette.bandeau }, [
    row(
      {
        flexGrow: 1,
        padding: `${above}px ${MARGIN}px ${under}px`,
        justifyContent: 'space-between',
        alignItems: 'center',
      },
      [
        column({ width, height: '100%', justifyContent: 'space-between' }, [words, figures]),
        emblem && drawing(emblem, ROSACE, ROSACE),
      ],
    ),
    foot?.node,
  ]);
  return { node, height: (foot?.height ?? 0) + wordsHeight + figuresHeight + above + under + 20 };
}

/** The light band: names and their numbers, on as many lines as they need. */
export const band = (columnGap: number, u: Unit, palette: Palette, children: readonly Node[]): Node =>
  row(
    {
      width: LINK.width,
      backgroundColor: palette.bande,
      padding: `${u(8)}px ${MARGIN}px`,
      gap: u(5),
      columnGap: u(columnGap),
      flexWrap: 'wrap',
      alignItems: 'center',
    },
    children,
  );

/** « ● 24 % infirmiers »: a number and what it counts, with the dot of a family. */
export const dotted = (
  { famille, valeur, nom }: { famille: string; valeur: Said; nom: Said | string },
  size: number,
  u: Unit,
  palette: Palette,
): Node =>
  row({ alignItems: 'center', gap: u(5), maxWidth: LINK.width - 2 * MARGIN }, [
    row(
      {
        width: u(8.5),
        height: u(8.5),
        borderRadius: u(4.5),
        backgroundColor: palette.sombres[famille],
        flexShrink: 0,
      },
      [],
    ),
    text(valeur, { fontSize: u(size), fontWeight: 800, color: palette.surBande.fort, flexShrink: 0 }),
    text(nom, { fontSize: u(size), color: palette.surBande.fort, flexShrink: 1 }),
  ]);
