import type { Chiffre } from '#src/domain/region-sheet.ts';
import {
  joined,
  precision,
  type RegionBloc,
  type RegionContents,
  type RegionMetier,
  since,
} from '#src/infographics/region-contents.ts';
import { heightsOf } from '#src/infographics/layout.ts';
import { said, type Said } from '#src/domain/said.ts';
import { column, drawing, type Node, row, type Style, text } from '#src/infographics/tree.ts';
import type { Vector } from '#src/infographics/vectors.ts';
import type { Ground, Palette } from './palette.ts';
import { cardHead, cardStyle, keyFigure, tile, type Unit } from './parts.ts';

/** The rosace of a region's teams, on the dark band: those that are there in honey, those to come around them. */
export function teamsRosace({ emblem }: RegionContents, palette: Palette): Vector | undefined {
  return (
    emblem && {
      kind: 'rosace',
      groupes: [
        { famille: 'coeur', nombre: emblem.coeur },
        { famille: 'autour', nombre: emblem.autour },
      ],
      couleurs: { coeur: palette.mielSurBandeau, autour: palette.surBandeau.discret },
    }
  );
}

/** Sizes tried for the numbers of key figures, from the largest. */
const NUMBER_SIZES = [27, 24, 21, 18, 15, 12, 10] as const;

/**
 * Key figures side by side in columns of one width, their numbers as large as one line allows.
 * @param width of them all, in pixels
 */
export async function keyFigures(
  chiffres: readonly Chiffre[],
  { width, gap, label, scale = 1 }: { width: number; gap: number; label: number; scale?: number },
  u: Unit,
  ground: Ground,
): Promise<Node[]> {
  if (chiffres.length === 0) return [];
  const column_ = Math.floor((width - gap * (chiffres.length - 1)) / chiffres.length);
  const sizes = NUMBER_SIZES.map((size) => size * scale);
  const heights = await heightsOf(
    sizes.flatMap((size) =>
      chiffres.map(({ valeur }) => ({
        node: text(valeur, { fontSize: u(size), fontWeight: 800, lineHeight: 1 }),
        width: column_,
      })),
    ),
  );
  const fitting = sizes.find((size, rank) =>
    heights
      .slice(rank * chiffres.length, (rank + 1) * chiffres.length)
      .every((height) => height <= u(size) * 1.5),
  );
  const size = fitting ?? sizes.at(-1) ?? 10;
  return chiffres.map((chiffre) =>
    column({ width: column_, flexShrink: 0 }, [
      keyFigure(chiffre, { size, label, stacked: true }, u, ground),
    ]),
  );
}

const small = (size: number, u: Unit, palette: Palette): Style => ({
  fontSize: u.letters(size),
  color: palette.discret,
  lineHeight: u.leading,
});

/** How figures are laid out: over their words, or beside them, which takes less room. */
export type Lines = 'over' | 'beside';

/** What specifies a figure and what changed since the year before, in small; on one line when room is short. */
function notes(chiffre: Chiffre, size: number, lines: Lines, u: Unit, palette: Palette): Node[] {
  const more = precision(chiffre);
  const change = chiffre.evolution && since(chiffre.evolution);
  const style = small(size, u, palette);
  if (lines === 'beside' && more && change) return [text(joined([more, change]), style)];
  return [
    ...(more ? [text(more, style)] : []),
    ...(change ? [text(change, { ...style, fontWeight: 600 })] : []),
  ];
}

/** A card's title, and how to read what follows. */
const heading = (titre: string, how: Said | string, u: Unit, palette: Palette): Node =>
  row({ flexWrap: 'wrap', columnGap: u(8), alignItems: 'flex-end' }, [
    text(titre, { fontSize: u.letters(15), fontWeight: 800, color: palette.encre, lineHeight: 1.15 }, 'h2'),
    text(how, { fontSize: u.letters(9.5), color: palette.discret, lineHeight: 1.5 }),
  ]);

/** The professions most represented, as bars in the colour of their family; the longest takes the whole room. */
export function trades(metiers: readonly RegionMetier[], width: number, u: Unit, palette: Palette): Node {
  const longest = Math.max(...metiers.map(({ nombre }) => nombre));
  return column({ gap: u(9) }, [
    heading('Les métiers les plus représentés', 'Part des professionnels', u, palette),
    column(
      { gap: u(6) },
      metiers.map((line) => trade(line, longest, width, u, palette)),
    ),
  ]);
}

function trade(line: RegionMetier, longest: number, width: number, u: Unit, palette: Palette): Node {
  const { metier, nombre, valeur } = line;
  const { texte } = palette.famille(metier.famille);
  const label = Math.floor((width - u(18)) * 0.4);
  const number = u(36);
  const room = Math.floor(width - u(18) - label - number - u(9)) - 1;
  return row({ alignItems: 'center', width }, [
    tile(metier, u, palette),
    row({ width: label, flexShrink: 0 }, [
      text(metier.nom, { fontSize: u.letters(9.8), color: palette.texte, lineHeight: 1.2 }),
    ]),
    row({ width: number, flexShrink: 0, justifyContent: 'flex-end', marginRight: u(9) }, [
      text(valeur, { fontSize: u.letters(11.5), fontWeight: 800, color: texte, lineHeight: 1.1 }),
    ]),
    column({ width: room, flexShrink: 0, gap: u(1.5) }, [
      nombre > 0 &&
        drawing(
          { kind: 'barre', part: 1, plein: texte, vide: texte },
          Math.max(u(4), Math.round((room * nombre) / longest)),
          u(9),
        ),
      ...notes(line, 8, 'beside', u, palette),
    ]),
  ]);
}

export interface SharesStyle {
  readonly width: number;
  /** Shares side by side, at most. */
  readonly columns: 2 | 3;
  readonly lines: Lines;
}

/** What part of the teams does what: a hundred squares, one for each per cent, and the sentence. */
export function shares(parts: readonly Chiffre[], style: SharesStyle, u: Unit, palette: Palette): Node {
  const gap = u(18);
  // Four stand two by two.
  const columns = parts.length === 4 ? 2 : Math.max(2, Math.min(style.columns, parts.length));
  const width = Math.floor((style.width - gap * (columns - 1)) / columns);
  const rows = Array.from({ length: Math.ceil(parts.length / columns) }, (_, index) =>
    parts.slice(index * columns, (index + 1) * columns),
  );
  const share = style.lines === 'over' ? shareUnder : shareBeside;
  const longest = Math.max(...parts.map(({ valeur }) => valeur.texte.length));
  const room = { width, number: u(Math.max(44, longest * 10.8)) };
  return column({ gap: u(9) }, [
    heading('Ce que font les équipes', said('Un carré vaut 1\u00A0%.', 'regle:echelle.1'), u, palette),
    ...rows.map((line) =>
      row(
        { gap, alignItems: 'flex-start' },
        line.map((part) => share(part, room, u, palette)),
      ),
    ),
  ]);
}

const squares = (pourcent: number, colonnes: 10 | 25, palette: Palette): Vector => ({
  kind: 'carres',
  pourcent,
  colonnes,
  plein: palette.surTeinte,
  vide: palette.teinte,
});

/** Room of one share and, when it stands under its squares, of its number, in pixels. */
interface ShareRoom {
  readonly width: number;
  readonly number: number;
}

/** Four lines of squares over the share and its sentence. */
function shareUnder(part: Chiffre, { width, number }: ShareRoom, u: Unit, palette: Palette): Node {
  return column({ width, flexShrink: 0, gap: u(3.5) }, [
    drawing(squares(part.nombre, 25, palette), width, Math.ceil(width * 0.16)),
    row({ width, alignItems: 'flex-start' }, [
      row({ width: number, flexShrink: 0 }, [
        text(part.valeur, {
          fontSize: u.letters(17),
          fontWeight: 800,
          color: palette.encre,
          lineHeight: 1.05,
        }),
      ]),
      column({ width: Math.floor(width - number), paddingTop: u(2.5) }, [
        text(part.libelle, {
          fontSize: u.letters(9.2),
          color: palette.texte,
          lineHeight: u.tight ? 1.18 : 1.25,
        }),
        ...notes(part, 8, 'over', u, palette),
      ]),
    ]),
  ]);
}

/** A square of squares beside the share and its sentence. */
function shareBeside(part: Chiffre, { width }: ShareRoom, u: Unit, palette: Palette): Node {
  const side = u(36);
  return row({ width, flexShrink: 0, gap: u(8), alignItems: 'flex-start' }, [
    drawing(squares(part.nombre, 10, palette), side, side),
    column({ width: Math.floor(width - side - u(8)) - 1, flexShrink: 0 }, [
      text(part.valeur, { fontSize: u.letters(14), fontWeight: 800, color: palette.encre, lineHeight: 1.1 }),
      text(part.libelle, {
        fontSize: u.letters(9.2),
        color: palette.texte,
        lineHeight: u.tight ? 1.18 : 1.25,
      }),
      ...notes(part, 8, 'beside', u, palette),
    ]),
  ]);
}

/** A card with these parts of a sheet. */
export const framed = (node: Node, u: Unit, palette: Palette, style: Style = {}): Node =>
  column({ ...cardStyle(u, palette), ...style }, [node]);

/** Beyond so many lines, figures stand beside their words anyway, and what specifies them on the same line. */
const MANY_LINES = 6;

/** Figures of one subject. */
export function regionCard(
  bloc: RegionBloc,
  lines: Lines,
  u: Unit,
  palette: Palette,
  style: Style = {},
): Node {
  const { titre, icone, base, lignes } = bloc;
  const beside = lines === 'beside' || lignes.length > MANY_LINES;
  const widest = Math.max(...lignes.map(({ valeur }) => valeur.texte.length));
  return column({ ...cardStyle(u, palette), gap: u(6), ...style }, [
    column({ gap: u(2) }, [
      cardHead({ icone, titre }, u, palette),
      base && text(base, small(8.2, u, palette)),
    ]),
    column(
      { gap: u(beside ? 5 : 7) },
      lignes.map((line) =>
        beside
          ? figureBeside(line, widest, lignes.length > MANY_LINES, u, palette)
          : figureOver(line, u, palette),
      ),
    ),
  ]);
}

/** Letters of a number that hold on a card at full size. */
const SHORT = 8;

function figureOver(line: Chiffre, u: Unit, palette: Palette): Node {
  const size = 19 * Math.min(1, SHORT / line.valeur.texte.length);
  return column({}, [
    text(line.valeur, {
      fontSize: u.letters(size),
      fontWeight: 800,
      color: palette.surTeinte,
      lineHeight: 1.15,
    }),
    text(line.libelle, { fontSize: u.letters(9.2), color: palette.texte, lineHeight: u.leading }),
    ...notes(line, 8.2, 'over', u, palette),
  ]);
}

function figureBeside(line: Chiffre, widest: number, short: boolean, u: Unit, palette: Palette): Node {
  const change = short && line.evolution ? [since(line.evolution)] : [];
  const more = precision(line);
  const words = short ? joined([said(line.libelle), ...(more ? [more] : []), ...change]) : said(line.libelle);
  return row({ gap: u(6), alignItems: 'flex-start' }, [
    row(
      { width: u.letters(11.5) * 0.645 * Math.min(widest, SHORT), flexShrink: 0, justifyContent: 'flex-end' },
      [
        text(line.valeur, {
          fontSize: u.letters(11.5 * Math.min(1, SHORT / line.valeur.texte.length)),
          fontWeight: 800,
          color: palette.surTeinte,
          lineHeight: 1.05,
        }),
      ],
    ),
    column({ flex: 1, flexBasis: 0 }, [
      text(words, { fontSize: u.letters(9.2), color: palette.texte, lineHeight: u.leading }),
      ...(short ? [] : notes(line, 8.2, 'beside', u, palette)),
    ]),
  ]);
}
