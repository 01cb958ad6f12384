import type { ScanContents } from '#src/infographics/contents.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { row } from '#src/infographics/tree.ts';
import type { Fit } from './fit.ts';
import { band, dotted, link, LINK } from './link.ts';
import { paletteOf } from './palette.ts';
import { keyFigure, rosaceOf } from './parts.ts';

export { LINK };

/** A team in the preview of a link: its name, three key figures, its families. */
export async function scanLink(contents: ScanContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  return link(
    contents,
    {
      emblem: rosaceOf(contents, palette),
      places: contents.sousTitres.slice(0, 1).map(({ texte }) => texte),
      above: 44,
      under: 30,
      gap: 9,
      figures: async (width, u) =>
        row(
          { width, gap: u(22), alignItems: 'flex-end' },
          contents.chiffres
            .slice(0, 3)
            .map((chiffre) =>
              keyFigure(chiffre, { size: 30, label: 12, stacked: true }, u, palette.surBandeau),
            ),
        ),
      foot: async (u) => {
        const families = contents.familles.map(({ cle, court, total }) =>
          dotted({ famille: cle, valeur: total, nom: court }, 11, u, palette),
        );
        const node = band(16, u, palette, families);
        const [height = 0] = await heightsOf([{ node, width: LINK.width }]);
        return { node, height };
      },
    },
    palette,
  );
}
