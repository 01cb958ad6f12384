import { heightsOf } from '#src/infographics/layout.ts';
import type { RegionContents } from '#src/infographics/region-contents.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { row, text } from '#src/infographics/tree.ts';
import type { Fit, Sized } from './fit.ts';
import { band, dotted, link, LINK } from './link.ts';
import { type Palette, paletteOf } from './palette.ts';
import type { Unit } from './parts.ts';
import { keyFigures, teamsRosace } from './region-parts.ts';

/** A region in the preview of a link: its name, three key figures, the professions most represented. */
export async function regionLink(contents: RegionContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  return link(
    contents,
    {
      emblem: teamsRosace(contents, palette),
      places: contents.sousTitres.map(({ texte }) => texte),
      above: 40,
      under: 28,
      gap: 8,
      figures: async (width, u) =>
        row(
          { width, gap: u(12), alignItems: 'flex-start' },
          await keyFigures(
            contents.chiffres.slice(0, 3),
            { width, gap: u(12), label: 11.5, scale: 1.2 },
            u,
            palette.surBandeau,
          ),
        ),
      foot: (u) => professions(contents, u, palette),
    },
    palette,
  );
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

/** The professions most represented: « Professionnels ● 24 % infirmiers ● 23 % médecins généralistes ». */
async function professions(
  { metiers }: RegionContents,
  u: Unit,
  palette: Palette,
): Promise<Sized | undefined> {
  if (metiers.length === 0) return undefined;
  const nodes = FEET.map(([count, size]) =>
    band(14, u, palette, [
      text('Professionnels', { fontSize: u(size), color: palette.surBande.discret, flexShrink: 0 }),
      ...metiers
        .slice(0, count)
        .map(({ metier: { famille, nom }, valeur }) => dotted({ famille, valeur, nom }, size, u, palette)),
    ]),
  );
  const heights = await heightsOf(nodes.map((node) => ({ node, width: LINK.width })));
  const fitting = FEET.findIndex(([, size], index) => (heights[index] ?? 0) <= u(16 + size * 1.9));
  const chosen = fitting === -1 ? FEET.length - 1 : fitting;
  const [node, height = 0] = [nodes[chosen], heights[chosen]];
  return node && { node, height };
}
