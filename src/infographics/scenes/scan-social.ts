import type { ScanContents } from '#src/infographics/contents.ts';
import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, type Node } from '#src/infographics/tree.ts';
import { composition, type CompositionStyle, wholeWords } from './composition.ts';
import { densities, type Fit, fitted } from './fit.ts';
import { type Palette, paletteOf } from './palette.ts';
import { card, keyFigure, rosaceOf, unitOf } from './parts.ts';
import { CARD, headUnit, INNER, PIXELS, SOCIAL, social } from './social.ts';

export { SOCIAL };

const DENSITIES = densities(1.5, 0.55);
const LARGE = densities(1.9, 1.1);
/** Answers that also find room when the team is small, the most telling first. */
const EXTRAS = ['protocoles', 'prevention', 'etp', 'ensemble', 'sites', 'dates'];
/** Few professions and few answers: their figures are shown large, from the size that takes the most room. */
const FEW = 4;
const FIGURES = [52, 38, 28, 20, 15] as const;
/** Many professions: the head leaves them room. */
const MANY = 24;

type WhoStyle = Omit<CompositionStyle, 'width'>;

/** A team on a phone: every profession and its number; other answers as far as there is room. */
export async function scanSocial(contents: ScanContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const blocs = EXTRAS.flatMap((cle) => contents.blocs.find((bloc) => bloc.cle === cle) ?? []);
  const professions = contents.familles.reduce((sum, { lignes }) => sum + lignes.length, 0);
  const few = professions <= FEW && blocs.length <= FEW;
  const scale = few ? 1.2 : professions > MANY ? 0.8 : 1;
  return social(contents, edition, {
    emblem: rosaceOf(contents, palette),
    scale,
    places: contents.sousTitres.slice(0, 1).map(({ texte }) => texte),
    figures: contents.chiffres
      .slice(0, 4)
      .map((chiffre) =>
        keyFigure(chiffre, { size: 29, label: 12, stacked: true }, headUnit(scale), palette.surBande),
      ),
    band: { justifyContent: 'space-between' },
    main: async (most, forCards, onPaper) =>
      (few ? await fewFit(contents, onPaper, most - forCards) : undefined) ??
      whoFits(contents, professions, onPaper, most),
    cards: blocs.map((bloc) => (style) => card(bloc, CARD, palette, style)),
  });
}

/** A few people shown large, in so much height; none when they do not hold. */
async function fewFit(contents: ScanContents, palette: Palette, most: number): Promise<Fit | undefined> {
  const styles = FIGURES.map((figure) => ({ columns: 1, mostLines: 2, details: true, figure }) as const);
  const likely = styles.filter(
    (style) => estimatedHeight(who(contents, palette, LARGE.at(-1) ?? 1, style), INNER) <= most * 0.97,
  );
  if (likely.length === 0) return undefined;
  const fit = await whoFit(contents, palette, { styles: likely, densities: LARGE, most, small: 0 });
  // What is left over goes between the families.
  const node = column({ flexGrow: 1 }, [fit.node]);
  return fit.fits ? { ...fit, node } : undefined;
}

/** Who makes up the team, in so much height. */
const whoFits = (contents: ScanContents, professions: number, palette: Palette, most: number) =>
  whoFit(contents, palette, {
    styles: [
      ...(professions <= 14 ? [{ columns: 1, mostLines: 2, details: true } as const] : []),
      { columns: 2, mostLines: 2, details: true },
      { columns: 2, mostLines: 1, details: true },
      { columns: 2, mostLines: 0, details: true },
      { columns: 2, mostLines: 0, details: false },
    ],
    densities: DENSITIES,
    most,
    small: 0.78,
  });

interface Room {
  readonly styles: readonly WhoStyle[];
  readonly densities: readonly number[];
  readonly most: number;
  readonly small: number;
}

function whoFit(
  contents: ScanContents,
  palette: Palette,
  { styles, densities: tried, most, small }: Room,
): Promise<Fit> {
  return fitted({
    styles,
    densities: (style) =>
      wholeWords(contents, tried, (density) => ({
        style: { width: INNER, ...style },
        u: unitOf(PIXELS * density),
      })),
    most,
    small,
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
  const gap = u(style.columns === 1 ? 7 : 6);
  const [title, ...families] = composition(contents, { width: INNER, ...style }, u, palette);
  if (style.figure === undefined) return column({ gap }, [title, ...families]);
  return column({ gap, flexGrow: 1 }, [
    title,
    column({ gap, flexGrow: 1, justifyContent: 'space-around' }, families),
  ]);
}
