import type { ScanContents } from '#src/infographics/contents.ts';
import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, type Node } from '#src/infographics/tree.ts';
import { composition, type CompositionStyle, wholeWords } from './composition.ts';
import { densities, type Fit, fitted } from './fit.ts';
import { type Palette, paletteOf } from './palette.ts';
import { card, keyFigure, rosaceOf, unitOf } from './parts.ts';
import { CARD, HEAD, INNER, PIXELS, SOCIAL, social } from './social.ts';

export { SOCIAL };

const DENSITIES = densities(1.5, 0.55);
/** Answers that also find room when the team is small, the most telling first. */
const EXTRAS = ['protocoles', 'prevention', 'etp', 'ensemble', 'sites', 'dates'];

type WhoStyle = Omit<CompositionStyle, 'width'>;

/** A team on a phone: every profession and its number; other answers as far as there is room. */
export async function scanSocial(contents: ScanContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const blocs = EXTRAS.flatMap((cle) => contents.blocs.find((bloc) => bloc.cle === cle) ?? []);
  return social(contents, edition, {
    emblem: rosaceOf(contents, palette),
    places: contents.sousTitres.slice(0, 1).map(({ texte }) => texte),
    figures: contents.chiffres
      .slice(0, 4)
      .map((chiffre) => keyFigure(chiffre, { size: 29, label: 12, stacked: true }, HEAD, palette.surBande)),
    band: { justifyContent: 'space-between' },
    main: (most, onPaper) => whoFits(contents, onPaper, most),
    cards: blocs.map((bloc) => (style) => card(bloc, CARD, palette, style)),
  });
}

/** Who makes up the team, in so much height. */
async function whoFits(contents: ScanContents, palette: Palette, most: number): Promise<Fit> {
  const professions = contents.familles.reduce((sum, { lignes }) => sum + lignes.length, 0);
  const styles: WhoStyle[] = [
    ...(professions <= 14 ? [{ columns: 1, mostLines: 2, details: true } as const] : []),
    { columns: 2, mostLines: 2, details: true },
    { columns: 2, mostLines: 1, details: true },
    { columns: 2, mostLines: 0, details: true },
    { columns: 2, mostLines: 0, details: false },
  ];
  return fitted({
    styles,
    densities: (style) =>
      wholeWords(contents, DENSITIES, (density) => ({
        style: { width: INNER, ...style },
        u: unitOf(PIXELS * density),
      })),
    most,
    small: 0.78,
    guess: (style, density) => estimatedHeight(who(contents, palette, density, style), INNER),
    scene: async (style, density) => {
      const node = who(contents, palette, density, style);
      const [height = 0] = await heightsOf([{ node, width: INNER }]);
      return { node, height };
    },
  });
}

function who(contents: ScanContents, palette: Palette, density: number, style: WhoStyle): Node {
  const u = unitOf(PIXELS * density);
  return column(
    { gap: u(style.columns === 1 ? 7 : 6) },
    composition(contents, { width: INNER, ...style }, u, palette),
  );
}
