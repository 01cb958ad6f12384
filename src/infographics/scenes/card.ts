import type { CardData } from '#src/infographics/card-data.ts';
import { estimatedHeight } from '#src/infographics/estimate.ts';
import { column, drawing, type Node, row, text } from '#src/infographics/tree.ts';
import { widthOf } from '#src/infographics/typeface.ts';
import { LINK } from './link.ts';
import { type Palette, paletteOf } from './palette.ts';

const LEADING = 1.1;
const MARGIN = 64;
const ABOVE = 56;
const BAND = 78;
const GAP = 18;
const ROSACE = 330;
const WORDS = LINK.width - 2 * MARGIN - ROSACE - 48;
const ROOM = LINK.height - BAND - 2 * ABOVE;

/** Sizes of the title, from the largest; under the first ones, the summary would be read before it. */
const WITH_SUMMARY = [82, 72, 64, 56, 50] as const;
const ALONE = [...WITH_SUMMARY, 45, 40, 36, 32, 28, 24] as const;
/** Lines that a title may take at most, by its size: a large one that goes on is shouted. */
const linesOf = (size: number): number => (size > 60 ? 3 : size > 42 ? 4 : 8);

function title({ titre }: CardData, size: number, palette: Palette): Node {
  const style = {
    fontSize: size,
    fontWeight: 800,
    lineHeight: LEADING,
    letterSpacing: -Math.round(size * 0.15) / 10,
    color: palette.surBandeau.fort,
    textWrap: 'balance',
  };
  return text(titre, style, 'h1');
}

/** Whether every word of the title holds on a line: one that is cut in two reads badly. */
const wordsHold = ({ titre }: CardData, size: number): boolean =>
  titre.split(/[\s\u00A0\u202F-]/).every((word) => widthOf(word, 800, 0) * size <= WORDS);

function words(data: CardData, size: number, summary: boolean, palette: Palette): Node {
  const { surtitre, lignes, reserve, texte } = data;
  const quiet = { color: palette.surBandeau.discret, lineHeight: 1.35, textWrap: 'balance' };
  return column({ width: WORDS, gap: GAP }, [
    text(surtitre.toLocaleUpperCase('fr'), {
      fontSize: 26,
      fontWeight: 600,
      letterSpacing: 2,
      color: palette.mielSurBandeau,
    }),
    title(data, size, palette),
    ...lignes.map((ligne) => text(ligne, { fontSize: 29, ...quiet })),
    summary && texte !== undefined && text(texte, { fontSize: 27, ...quiet }),
    reserve !== undefined &&
      row(
        {
          alignSelf: 'flex-start',
          backgroundColor: palette.miel,
          borderRadius: 24,
          padding: '7px 20px',
        },
        [text(reserve, { fontSize: 23, fontWeight: 600, color: palette.surMiel })],
      ),
  ]);
}

/**
 * A page in the preview of a link: what it is, its title, a few words. The largest letters that should hold come first;
 * whoever lays a scene out takes the first one in which nothing is cut.
 */
export function* cards(data: CardData): Generator<Node> {
  const palette = paletteOf(data.edition);
  const tries = [
    ...(data.texte === undefined ? [] : WITH_SUMMARY.map((size) => ({ size, summary: true, bare: false }))),
    ...ALONE.map((size) => ({ size, summary: false, bare: false })),
    // Names as long as they may be: the title alone.
    ...ALONE.map((size) => ({ size, summary: false, bare: true })),
  ];
  for (const { size, summary, bare } of tries) {
    const lines = estimatedHeight(title(data, size, palette), WORDS) / (size * LEADING);
    const body = words(bare ? { ...data, lignes: [] } : data, size, summary, palette);
    if (!bare && !wordsHold(data, size)) continue;
    if (lines > linesOf(size) + 0.5 || estimatedHeight(body, WORDS) > ROOM) continue;
    yield scene(data, body, palette);
  }
}

function scene(data: CardData, body: Node, palette: Palette): Node {
  return column({ ...LINK, backgroundColor: palette.bandeau }, [
    row(
      {
        height: LINK.height - BAND,
        padding: `0px ${MARGIN}px`,
        justifyContent: 'space-between',
        alignItems: 'center',
      },
      [body, drawing({ kind: 'rosace', groupes: data.groupes, couleurs: palette.sombres }, ROSACE, ROSACE)],
    ),
    foot(data, palette),
  ]);
}

/** Whose page it is. */
function foot({ edition: { nom, organisation } }: CardData, palette: Palette): Node {
  const { fort, discret } = palette.surBande;
  return row(
    {
      height: BAND,
      padding: `0px ${MARGIN}px`,
      backgroundColor: palette.bande,
      alignItems: 'center',
      gap: 16,
      flexShrink: 0,
    },
    [
      text(nom, { fontSize: 29, fontWeight: 800, color: fort, flexShrink: 0 }),
      text(organisation, { fontSize: 25, color: discret, flexShrink: 1 }),
    ],
  );
}
