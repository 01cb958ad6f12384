import type { Said } from '#src/domain/said.ts';
import type { Bloc, Chiffre, Contents, Ligne, ScanContents } from '#src/infographics/contents.ts';
import { textWidth } from '#src/infographics/estimate.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import { column, drawing, type Node, row, type Style, text } from '#src/infographics/tree.ts';
import type { Vector } from '#src/infographics/vectors.ts';
import type { Ground, Palette } from './palette.ts';

/** Lengths of one scene at one density: gives pixels for a length in the format's own unit. */
export interface Unit {
  (length: number): number;
  /** The same for the size of letters, which stay readable when all else gets smaller. */
  readonly letters: (size: number) => number;
  /** Height of a line of text for a size of 1; less when letters are the smallest that may be. */
  readonly leading: number;
  readonly tight: boolean;
}

/** Size of the text of an answer. */
const ANSWER = 9.2;

/** @param least the smallest letters, in pixels */
export function unitOf(pixels: number, least = 0): Unit {
  const u = (length: number) => Math.round(length * pixels * 10) / 10;
  const tight = u(ANSWER) < least;
  return Object.assign(u, {
    letters: (size: number) => Math.max(u(size), least),
    leading: tight ? 1.18 : 1.3,
    tight,
  });
}

/** Text sizes tried for a title, from the largest. */
export const TITLE_SIZES = [36, 32, 28, 25, 22, 19.5, 17] as const;

export const title = (contents: Contents, size: number, u: Unit, palette: Palette): Node =>
  text(
    contents.titre,
    {
      fontSize: u(size),
      fontWeight: 800,
      color: palette.surBandeau.fort,
      lineHeight: 1.08,
      letterSpacing: -u(size * 0.015),
      textWrap: 'balance',
    },
    'h1',
  );

/** The largest size at which the title holds on two lines; the smallest one when none does. */
export async function titleSize(
  contents: Contents,
  width: number,
  u: Unit,
  palette: Palette,
): Promise<number> {
  const heights = await heightsOf(
    TITLE_SIZES.map((size) => ({ node: title(contents, size, u, palette), width })),
  );
  const fitting = TITLE_SIZES.find((size, index) => (heights[index] ?? 0) <= u(size * 1.08 * 2 + 2));
  return fitting ?? TITLE_SIZES.at(-1) ?? 17;
}

/** The team's emblem, in the colours of the dark band. */
export const rosaceOf = ({ familles }: ScanContents, { sombres }: Palette): Vector => ({
  kind: 'rosace',
  groupes: familles.map(({ cle, nombre }) => ({ famille: cle, nombre })),
  couleurs: sombres,
});

/** « SCAN’ÉQUIPE » with its icon. */
export function eyebrow({ surtitre }: Contents, size: number, u: Unit, palette: Palette): Node {
  return row({ alignItems: 'center', gap: u(size * 0.7) }, [
    drawing({ kind: 'icone', nom: 'people', couleur: palette.mielSurBandeau }, u(size * 1.9), u(size * 1.9)),
    text(surtitre.toLocaleUpperCase('fr'), {
      fontSize: u(size),
      fontWeight: 600,
      letterSpacing: u(size * 0.08),
      color: palette.mielSurBandeau,
    }),
  ]);
}

/** A pill of honey: the edition, a reserve. */
export function pill(content: Said | string, size: number, u: Unit, palette: Palette): Node {
  return row(
    {
      backgroundColor: palette.miel,
      borderRadius: u(size * 1.2),
      padding: `${u(size * 0.35)}px ${u(size * 0.95)}px`,
      alignSelf: 'flex-start',
    },
    [text(content, { fontSize: u(size), fontWeight: 600, color: palette.surMiel })],
  );
}

/** The place and the kind of team, each with its icon. */
export const subtitles = (contents: Contents, size: number, u: Unit, palette: Palette): Node[] =>
  contents.sousTitres.map(({ icone, texte }) =>
    row({ alignItems: 'flex-start', gap: u(size * 0.7) }, [
      drawing({ kind: 'icone', nom: icone, couleur: palette.mielSurBandeau }, u(size * 1.35), u(size * 1.35)),
      text(texte, { fontSize: u(size), color: palette.surBandeau.discret, flex: 1, lineHeight: 1.3 }),
    ]),
  );

/** A line under the title of a picture for a screen. */
export const place = (line: Said, u: Unit, palette: Palette): Node =>
  text(line, { fontSize: u(13), color: palette.surBandeau.discret, lineHeight: 1.25 });

/** A key figure: a large number and what it counts, side by side or one above the other. */
export function keyFigure(
  { valeur, libelle }: Chiffre,
  { size, label, stacked }: { size: number; label: number; stacked: boolean },
  u: Unit,
  ground: Ground,
): Node {
  const children = [
    text(valeur, {
      fontSize: u(size),
      fontWeight: 800,
      color: ground.fort,
      lineHeight: 1,
      letterSpacing: -u(size * 0.02),
      flexShrink: 0,
    }),
    text(libelle, { fontSize: u(label), color: ground.discret, lineHeight: 1.15 }),
  ];
  return stacked
    ? column({ gap: u(label * 0.25) }, children)
    : row({ alignItems: 'flex-end', gap: u(label * 0.6), flexShrink: 1 }, children);
}

export const cardStyle = (u: Unit, palette: Palette): Style => ({
  backgroundColor: palette.carte,
  borderRadius: u(10),
  padding: u(13),
});

/** A card's icon and title. */
export function cardHead(
  { icone, titre }: { icone: string; titre: Said | string },
  u: Unit,
  palette: Palette,
): Node {
  return row({ alignItems: 'center', gap: u(7) }, [
    row(
      {
        width: u(22),
        height: u(22),
        borderRadius: u(11),
        backgroundColor: palette.teinte,
        alignItems: 'center',
        justifyContent: 'center',
        flexShrink: 0,
      },
      [drawing({ kind: 'icone', nom: icone, couleur: palette.surTeinte }, u(15), u(15))],
    ),
    text(
      titre,
      { fontSize: u.letters(CARD_TITLE), fontWeight: 800, color: palette.encre, lineHeight: 1.15, flex: 1 },
      'h2',
    ),
  ]);
}

/** The tile of a profession: its pictogram in the colour of its family, or a person. */
export function tile(
  { famille, pictogramme }: { famille: string; pictogramme?: string | undefined },
  u: Unit,
  palette: Palette,
): Node {
  const { icone, fond, pale } = palette.famille(famille);
  return row(
    {
      width: u(14),
      height: u(14),
      marginRight: u(4),
      borderRadius: u(3.5),
      backgroundColor: fond,
      alignItems: 'center',
      justifyContent: 'center',
      flexShrink: 0,
    },
    [
      pictogramme === undefined
        ? drawing(
            { kind: 'personnes', nombre: 1, par: 1, couleur: icone, pale, taille: u(9) },
            u(10.1),
            u(10.4),
          )
        : drawing({ kind: 'icone', nom: pictogramme, couleur: icone }, u(11), u(11)),
    ],
  );
}

/** Size of a card's title. */
const CARD_TITLE = 11.5;

/** Whether every title of these cards keeps its words whole, on cards of this width in pixels. */
export function titlesHold(blocs: readonly Bloc[], width: number, u: Unit): boolean {
  const room = width - 2 * u(13) - u(22) - u(7);
  const words = blocs.flatMap(({ titre }) => titre.texte.split(/[\s-]/));
  return words.every(
    (word) => textWidth(word, { fontSize: u.letters(CARD_TITLE), fontWeight: 800 }) * 1.06 <= room,
  );
}

/** One card of answers. */
export function card(bloc: Bloc, u: Unit, palette: Palette, style: Style = {}): Node {
  const isTimeline = bloc.cle === 'dates';
  return column({ ...cardStyle(u, palette), gap: u(6), ...style }, [
    cardHead(bloc, u, palette),
    column(
      { gap: u(isTimeline ? 7 : 4.5) },
      bloc.lignes.map((ligne) => (isTimeline ? date(ligne, u, palette) : line(ligne, u, palette))),
    ),
  ]);
}

function words({ tete, texte, detail }: Ligne, u: Unit, palette: Palette, head: number): Node[] {
  return [
    tete &&
      text(
        tete,
        { fontSize: u.letters(head), fontWeight: 600, color: palette.texte, lineHeight: 1.25 },
        'h3',
      ),
    texte && text(texte, { fontSize: u.letters(ANSWER), color: palette.texte, lineHeight: u.leading }),
    detail && text(detail, { fontSize: u.letters(8.2), color: palette.discret, lineHeight: u.leading }),
  ].filter((node) => node !== undefined);
}

/** One answer, marked by a dot when the card lists several. */
function line(ligne: Ligne, u: Unit, palette: Palette): Node {
  return row({ gap: u(5), alignItems: 'flex-start' }, [
    row(
      {
        width: u(3.6),
        height: u(3.6),
        marginTop: u.letters(ANSWER) * 0.43,
        borderRadius: u(1.8),
        backgroundColor: palette.accent,
        flexShrink: 0,
      },
      [],
    ),
    column({ flex: 1 }, words(ligne, u, palette, ANSWER)),
  ]);
}

/** One date of the time line: the year large, what happened under it. */
function date(ligne: Ligne, u: Unit, palette: Palette): Node {
  return row({ gap: u(6), alignItems: 'flex-start' }, [
    row(
      {
        width: u(7),
        height: u(7),
        marginTop: u(4.5),
        borderRadius: u(3.5),
        backgroundColor: palette.accent,
        flexShrink: 0,
      },
      [],
    ),
    column({ flex: 1 }, words(ligne, u, palette, 13)),
  ]);
}
