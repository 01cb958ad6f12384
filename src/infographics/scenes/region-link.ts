import { heightsOf } from '#src/infographics/layout.ts';
import type { RegionContents } from '#src/infographics/region-contents.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, drawing, type Node, row, text } from '#src/infographics/tree.ts';
import { densities, type Fit, fitted, type Sized } from './fit.ts';
import { type Palette, paletteOf } from './palette.ts';
import { eyebrow, pill, title, titleSize, type Unit, unitOf } from './parts.ts';
import { keyFigures, teamsRosace } from './region-parts.ts';
import { LINK } from './scan-link.ts';

const MARGIN = 60;
const ROSACE = 330;
const GAP = 40;
const DENSITIES = densities(1, 0.66);

/** A region in the preview of a link: its name, three key figures, the professions most represented. */
export async function regionLink(contents: RegionContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const rosace = teamsRosace(contents, palette);
  const whole = LINK.width - 2 * MARGIN;
  const width = rosace ? whole - ROSACE - GAP : whole;
  const dense = async (density: number) => {
    const u = unitOf(2.3 * density);
    const size = await titleSize(contents, width, u, palette);
    const under = await foot(contents, u, palette);
    const words = column({ width, gap: u(8) }, [
      row({ alignItems: 'center', gap: u(9) }, [
        eyebrow(contents, 12, u, palette),
        text(contents.edition, { fontSize: u(12), fontWeight: 600, color: palette.mielSurBandeau }),
      ]),
      title(contents, size, u, palette),
      ...contents.sousTitres.map(({ texte }) =>
        text(texte, { fontSize: u(13), color: palette.surBandeau.discret, lineHeight: 1.25 }),
      ),
      contents.reserve !== undefined && pill(contents.reserve, 10.5, u, palette),
    ]);
    const figures = row(
      { width, gap: u(12), alignItems: 'flex-start' },
      await keyFigures(
        contents.chiffres.slice(0, 3),
        { width, gap: u(12), label: 11.5, scale: 1.2 },
        u,
        palette.surBandeau,
      ),
    );
    const [wordsHeight = 0, figuresHeight = 0] = await heightsOf([
      { node: words, width },
      { node: figures, width },
    ]);
    const node = column({ ...LINK, backgroundColor: palette.bandeau }, [
      row(
        {
          flexGrow: 1,
          padding: `40px ${MARGIN}px 28px`,
          justifyContent: 'space-between',
          alignItems: 'center',
        },
        [
          column({ width, height: '100%', justifyContent: 'space-between' }, [words, figures]),
          rosace && drawing(rosace, ROSACE, ROSACE),
        ],
      ),
      under?.node,
    ]);
    return { node, height: (under?.height ?? 0) + wordsHeight + figuresHeight + 40 + 28 + 20 };
  };
  return fitted({
    styles: ['one'],
    densities: () => DENSITIES,
    most: LINK.height,
    small: 0,
    guess: () => 0,
    scene: (_, density) => dense(density),
  });
}

/** How many professions the foot names, and in which size: the first that holds on one line, else the last. */
const FEET = [
  [3, 11],
  [3, 10],
  [3, 9.2],
  [2, 11],
  [2, 9.2],
  [1, 11],
] as const;

/** The professions most represented, on the light band. */
async function foot(contents: RegionContents, u: Unit, palette: Palette): Promise<Sized | undefined> {
  if (contents.metiers.length === 0) return undefined;
  const nodes = FEET.map(([count, size]) => professions(contents, count, size, u, palette));
  const heights = await heightsOf(nodes.map((node) => ({ node, width: LINK.width })));
  const fitting = FEET.findIndex(([, size], index) => (heights[index] ?? 0) <= u(16 + size * 1.9));
  const chosen = fitting === -1 ? FEET.length - 1 : fitting;
  const [node, height = 0] = [nodes[chosen], heights[chosen]];
  return node && { node, height };
}

/** « Professionnels ● 24 % infirmiers ● 23 % médecins généralistes ». */
function professions(
  { metiers }: RegionContents,
  count: number,
  size: number,
  u: Unit,
  palette: Palette,
): Node {
  return row(
    {
      width: LINK.width,
      backgroundColor: palette.bande,
      padding: `${u(8)}px ${MARGIN}px`,
      gap: u(5),
      columnGap: u(14),
      flexWrap: 'wrap',
      alignItems: 'center',
    },
    [
      text('Professionnels', { fontSize: u(size), color: palette.surBande.discret, flexShrink: 0 }),
      ...metiers.slice(0, count).map(({ metier, valeur }) =>
        row({ alignItems: 'center', gap: u(5), maxWidth: LINK.width - 2 * MARGIN }, [
          row(
            {
              width: u(8.5),
              height: u(8.5),
              borderRadius: u(4.5),
              backgroundColor: palette.sombres[metier.famille],
              flexShrink: 0,
            },
            [],
          ),
          text(valeur, { fontSize: u(size), fontWeight: 800, color: palette.surBande.fort, flexShrink: 0 }),
          text(metier.nom, { fontSize: u(size), color: palette.surBande.fort, flexShrink: 1 }),
        ]),
      ),
    ],
  );
}
