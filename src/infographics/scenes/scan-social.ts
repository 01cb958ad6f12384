import { said } from '#src/domain/said.ts';
import type { ScanContents } from '#src/infographics/contents.ts';
import { estimatedHeight } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import type { Edition } from '#src/infographics/scan-data.ts';
import { column, drawing, type Node, row, text } from '#src/infographics/tree.ts';
import { composition, type CompositionStyle, wholeWords } from './composition.ts';
import { densities, type Fit, fitted, heightLeft, type Sized } from './fit.ts';
import { pairs } from './masonry.ts';
import { type Palette, paletteOf } from './palette.ts';
import { card, eyebrow, keyFigure, pill, rosaceOf, title, titleSize, unitOf } from './parts.ts';

/** The tallest picture that social networks show whole: 4 by 5. */
export const SOCIAL = { width: 1080, height: 1350 } as const;
const MARGIN = 56;
const GAP = 24;
const INNER = SOCIAL.width - 2 * MARGIN;
/** Pixels of a length of 1 at density 1: the name of a profession is 22 pixels high. */
const PIXELS = 2.25;
const DENSITIES = densities(1.5, 0.55);
/** Answers that also find room when the team is small, the most telling first. */
const EXTRAS = ['protocoles', 'prevention', 'etp', 'ensemble', 'sites', 'dates'];

type WhoStyle = Omit<CompositionStyle, 'width'>;

/** A team on a phone: every profession and its number; other answers as far as there is room. */
export async function scanSocial(contents: ScanContents, edition: Edition): Promise<Fit> {
  const palette = paletteOf(edition);
  const onPaper = paletteOf({ ...edition, theme: { ...edition.theme, carte: edition.theme.papier } });
  const [head, foot] = await Promise.all([header(contents, palette), footer(contents, palette)]);
  const most = heightLeft(SOCIAL.height, head.height, foot.height, 2 * GAP);
  const professions = contents.familles.reduce((sum, { lignes }) => sum + lignes.length, 0);
  const styles: WhoStyle[] = [
    ...(professions <= 14 ? [{ columns: 1, mostLines: 2, details: true } as const] : []),
    { columns: 2, mostLines: 2, details: true },
    { columns: 2, mostLines: 1, details: true },
    { columns: 2, mostLines: 0, details: true },
    { columns: 2, mostLines: 0, details: false },
  ];
  const fit = await fitted({
    styles,
    densities: (style) =>
      wholeWords(contents, DENSITIES, (density) => ({
        style: { width: INNER, ...style },
        u: unitOf(PIXELS * density),
      })),
    most,
    small: 0.78,
    guess: (style, density) => estimatedHeight(who(contents, onPaper, density, style), INNER),
    scene: async (style, density) => {
      const node = who(contents, onPaper, density, style);
      const [height = 0] = await heightsOf([{ node, width: INNER }]);
      return { node, height };
    },
  });
  const cards = fit.fits ? await extras(contents, palette, most - fit.height) : [];
  const node = column({ ...SOCIAL, backgroundColor: palette.papier }, [
    head.node,
    column({ flexGrow: 1, padding: `${GAP}px ${MARGIN}px`, gap: GAP }, [fit.node, ...cards]),
    foot.node,
  ]);
  return { ...fit, node };
}

function who(contents: ScanContents, palette: Palette, density: number, style: WhoStyle): Node {
  const u = unitOf(PIXELS * density);
  return column(
    { gap: u(style.columns === 1 ? 7 : 6) },
    composition(contents, { width: INNER, ...style }, u, palette),
  );
}

/** Cards in rows of two, as many rows as the room that is left holds. */
async function extras(contents: ScanContents, palette: Palette, room: number): Promise<Node[]> {
  const u = unitOf(2.05);
  const width = (INNER - GAP) / 2;
  const blocs = EXTRAS.flatMap((cle) => contents.blocs.find((bloc) => bloc.cle === cle) ?? []);
  const heights = await heightsOf(blocs.map((bloc) => ({ node: card(bloc, u, palette), width })));
  const rows: Node[] = [];
  let left = room;
  for (const [index, pair] of pairs(blocs).entries()) {
    const height = GAP + Math.max(...heights.slice(2 * index, 2 * index + 2));
    if (height > left) break;
    left -= height;
    rows.push(
      row(
        { gap: GAP },
        pair.map((bloc) => card(bloc, u, palette, { width: pair.length === 1 ? INNER : width })),
      ),
    );
  }
  return rows;
}

async function header(contents: ScanContents, palette: Palette): Promise<Sized> {
  const u = unitOf(2.1);
  const rosace = 212;
  const width = INNER - rosace - GAP * 2;
  const size = await titleSize(contents, width, u, palette);
  const [place] = contents.sousTitres;
  const node = column({ width: SOCIAL.width }, [
    column({ backgroundColor: palette.bandeau, padding: `38px ${MARGIN}px 30px`, gap: 12 }, [
      row({ justifyContent: 'space-between', alignItems: 'center' }, [
        eyebrow(contents, 12.5, u, palette),
        pill(contents.edition, 11.5, u, palette),
      ]),
      row({ justifyContent: 'space-between', alignItems: 'center', gap: GAP * 2 }, [
        column({ width, gap: 12 }, [
          title(contents, size, u, palette),
          place &&
            text(place.texte, { fontSize: u(13), color: palette.surBandeau.discret, lineHeight: 1.25 }),
          contents.reserve !== undefined && pill(contents.reserve, 10.5, u, palette),
        ]),
        drawing(rosaceOf(contents, palette), rosace, rosace),
      ]),
    ]),
    row(
      {
        backgroundColor: palette.bande,
        padding: `22px ${MARGIN}px`,
        justifyContent: 'space-between',
        gap: GAP,
      },
      contents.chiffres
        .slice(0, 4)
        .map((chiffre) => keyFigure(chiffre, { size: 29, label: 12, stacked: true }, u, palette.surBande)),
    ),
  ]);
  const [height = 0] = await heightsOf([{ node, width: SOCIAL.width }]);
  return { node, height };
}

async function footer(contents: ScanContents, palette: Palette): Promise<Sized> {
  const style = { fontSize: 20, color: palette.surCreux, lineHeight: 1.35 };
  const node = column({ width: SOCIAL.width, backgroundColor: palette.creux, padding: `18px ${MARGIN}px` }, [
    ...contents.pied.map((line) => text(line, { ...style, fontWeight: 600 })),
    text(said(`Version texte\u00A0: ${contents.adresse}`, 'regle:adresse'), style),
  ]);
  const [height = 0] = await heightsOf([{ node, width: SOCIAL.width }]);
  return { node, height };
}
