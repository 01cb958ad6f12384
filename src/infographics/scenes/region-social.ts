import type { Chiffre } from '#src/domain/region-sheet.ts';
import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { RegionContents } from '#src/infographics/region-contents.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, type Node } from '#src/infographics/tree.ts';
import { densities, type Fit, fitted } from './fit.ts';
import { type Palette, paletteOf } from './palette.ts';
import { type Unit, unitOf } from './parts.ts';
import { keyFigures, regionCard, shares, teamsRosace, trades } from './region-parts.ts';
import { CARD, GAP, headUnit, INNER, PIXELS, social } from './social.ts';

const DENSITIES = densities(1.3, 0.7);
/** Shares and professions shown, from the most: a phone cannot hold them all. */
const MOST = [
  { parts: 6, metiers: 5 },
  { parts: 4, metiers: 5 },
  { parts: 4, metiers: 3 },
  { parts: 2, metiers: 3 },
] as const;

/** A region on a phone: what its teams do, who they are; other figures as far as there is room. */
export async function regionSocial(contents: RegionContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const figures = await keyFigures(
    contents.chiffres.slice(0, 4),
    { width: INNER, gap: GAP, label: 10.5 },
    headUnit(),
    palette.surBande,
  );
  return social(contents, edition, {
    emblem: teamsRosace(contents, palette),
    places: contents.sousTitres.map(({ texte }) => texte),
    figures,
    notes: contents.notes,
    main: (most, _, onPaper) =>
      fitted({
        styles: MOST,
        densities: () => DENSITIES,
        most,
        small: 0.85,
        guess: (shown, density) =>
          estimatedHeight(body(contents, shown, unitOf(PIXELS * density), onPaper), INNER),
        scene: async (shown, density) => {
          const node = body(contents, shown, unitOf(PIXELS * density), onPaper);
          const [height = 0] = await heightsOf([{ node, width: INNER }]);
          return { node, height };
        },
      }),
    cards: contents.blocs.map((bloc) => (style) => regionCard(bloc, 'beside', CARD, palette, style)),
  });
}

/** A line without what changed since the year before: on a phone, the figures themselves come first. */
function steady<Line extends Chiffre>({ evolution, ...line }: Line): Omit<Line, 'evolution'> {
  void evolution;
  return line;
}

/** The largest shares and the professions most represented, straight on the paper. */
function body(
  { parts, metiers }: RegionContents,
  shown: (typeof MOST)[number],
  u: Unit,
  palette: Palette,
): Node {
  return column({ width: INNER, gap: u(14) }, [
    parts.length > 0 &&
      shares(
        parts.slice(0, shown.parts).map(steady),
        { width: INNER, columns: 2, lines: 'over' },
        u,
        palette,
      ),
    metiers.length > 0 && trades(metiers.slice(0, shown.metiers).map(steady), INNER, u, palette),
  ]);
}
