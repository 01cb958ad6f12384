import type { ScanContents } from '#src/infographics/contents.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, drawing, row, text } from '#src/infographics/tree.ts';
import { densities, type Fit, fitted } from './fit.ts';
import { paletteOf } from './palette.ts';
import { eyebrow, keyFigure, pill, rosaceOf, title, titleSize, unitOf } from './parts.ts';

/** The preview of a link (Open Graph). */
export const LINK = { width: 1200, height: 630 } as const;
const MARGIN = 60;
const ROSACE = 330;
const DENSITIES = densities(1, 0.66);

/** A team in the preview of a link: its name, three key figures, its families. */
export async function scanLink(contents: ScanContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const width = LINK.width - 2 * MARGIN - ROSACE - 40;
  const [place] = contents.sousTitres;
  const dense = async (density: number) => {
    const u = unitOf(2.3 * density);
    const size = await titleSize(contents, width, u, palette);
    const legend = row(
      {
        width: LINK.width,
        backgroundColor: palette.bande,
        padding: `${u(8)}px ${MARGIN}px`,
        gap: u(5),
        columnGap: u(16),
        flexWrap: 'wrap',
      },
      contents.familles.map(({ cle, court, total }) =>
        row({ alignItems: 'center', gap: u(5), maxWidth: LINK.width - 2 * MARGIN }, [
          row(
            {
              width: u(8.5),
              height: u(8.5),
              borderRadius: u(4.5),
              backgroundColor: palette.sombres[cle],
              flexShrink: 0,
            },
            [],
          ),
          text(total, { fontSize: u(11), fontWeight: 800, color: palette.surBande.fort, flexShrink: 0 }),
          text(court, { fontSize: u(11), color: palette.surBande.fort, flexShrink: 1 }),
        ]),
      ),
    );
    const words = column({ width, gap: u(9) }, [
      row({ alignItems: 'center', gap: u(9) }, [
        eyebrow(contents, 12, u, palette),
        text(contents.edition, { fontSize: u(12), fontWeight: 600, color: palette.mielSurBandeau }),
      ]),
      title(contents, size, u, palette),
      place && text(place.texte, { fontSize: u(13), color: palette.surBandeau.discret, lineHeight: 1.25 }),
      contents.reserve !== undefined && pill(contents.reserve, 10.5, u, palette),
    ]);
    const figures = row(
      { width, gap: u(22), alignItems: 'flex-end' },
      contents.chiffres
        .slice(0, 3)
        .map((chiffre) => keyFigure(chiffre, { size: 30, label: 12, stacked: true }, u, palette.surBandeau)),
    );
    const [legendHeight = 0, wordsHeight = 0, figuresHeight = 0] = await heightsOf([
      { node: legend, width: LINK.width },
      { node: words, width },
      { node: figures, width },
    ]);
    const node = column({ ...LINK, backgroundColor: palette.bandeau }, [
      row(
        {
          flexGrow: 1,
          padding: `44px ${MARGIN}px 30px`,
          justifyContent: 'space-between',
          alignItems: 'center',
        },
        [
          column({ width, height: '100%', justifyContent: 'space-between' }, [words, figures]),
          drawing(rosaceOf(contents, palette), ROSACE, ROSACE),
        ],
      ),
      legend,
    ]);
    return { node, height: legendHeight + wordsHeight + figuresHeight + 44 + 30 + 20 };
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
