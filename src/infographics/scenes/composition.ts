import { formatNumber } from '#src/domain/french.ts';
import { said, type Said } from '#src/domain/said.ts';
import type { Famille, Metier, ScanContents } from '#src/infographics/contents.ts';
import { textWidth } from '#src/infographics/estimate.ts';
import { column, drawing, type Node, row, text } from '#src/infographics/tree.ts';
import { figuresOf, PERSON_STEP, peopleRoom } from '#src/infographics/vectors.ts';
import type { Palette } from './palette.ts';
import { tile, type Unit } from './parts.ts';

/** Size of a profession's name. */
const LABEL = 9.8;
/** People that one figure may stand for. */
const PER_FIGURE = [1, 2, 5, 10, 20, 50] as const;

export interface CompositionStyle {
  /** Width in pixels, without the card's own padding. */
  readonly width: number;
  /** Professions side by side. */
  readonly columns: 1 | 2;
  /** Lines of figures that one profession may take; 0 for no figures. */
  readonly mostLines: number;
  /** Whether notes and signatories are told under the professions. */
  readonly details: boolean;
  /** Size of a figure: a team of few people shows them large. */
  readonly figure?: number | undefined;
}

interface RowRoom {
  readonly label: number;
  readonly number: number;
  readonly people: number;
}

interface RowStyle extends CompositionStyle {
  /** People that one figure stands for. */
  readonly par: number;
  readonly room: RowRoom;
}

const largestOf = (familles: readonly Famille[]): number =>
  Math.max(1, ...familles.flatMap(({ lignes }) => lignes.map(({ nombre }) => nombre)));

/**
 * Room of the parts of one line, in pixels. Figures stand beside the label when there is one column, and take what
 * the most numerous profession needs, up to a half; they stand under it when there are two.
 */
function roomOf(style: CompositionStyle, familles: readonly Famille[], u: Unit): RowRoom {
  const { width, columns } = style;
  const number = u(numberRoom(style, largestOf(familles)));
  if (columns === 1) {
    const free = width - u(18) - number - u(18);
    const wanted = largestOf(familles) * figureSize(u, style) * PERSON_STEP + 1;
    const people = Math.floor(Math.min(free * 0.55, Math.max(free * 0.3, wanted)));
    return { label: Math.floor(free - people), number, people };
  }
  const half = Math.floor((width - u(14)) / 2);
  const label = half - Math.ceil(u(18)) - Math.ceil(u(6)) - Math.ceil(number) - 1;
  return { label, number, people: label };
}

const figureSize = (u: Unit, { columns, figure = columns === 1 ? 11.5 : 8.5 }: CompositionStyle): number =>
  u(figure);
/** Size of the number beside figures, and the room that numbers of so many digits take. */
const numberSize = ({ figure = 0 }: CompositionStyle): number => Math.max(11.5, figure * 0.7);
const numberRoom = (style: CompositionStyle, largest: number): number =>
  Math.max(26, String(largest).length * numberSize(style) * 0.65);

/** The least number of people for one figure with which no profession takes more lines than allowed. */
export function perFigure(familles: readonly Famille[], style: CompositionStyle, u: Unit): number {
  const largest = largestOf(familles);
  const { people } = roomOf(style, familles, u);
  const taille = figureSize(u, style);
  return (
    PER_FIGURE.find((par) => peopleRoom({ nombre: largest, par, taille }, people).lines <= style.mostLines) ??
    100
  );
}

/** The densities at which no name of a profession has to be cut inside a word; the densest when there is none. */
export function wholeWords(
  { familles }: ScanContents,
  densities: readonly number[],
  styleOf: (density: number) => { style: CompositionStyle; u: Unit },
): readonly number[] {
  const words = familles.flatMap(({ lignes }) => lignes.flatMap(({ nom }) => nom.texte.split(/[\s-]/)));
  const widest = Math.max(...words.map((word) => textWidth(word, { fontSize: 1 })));
  const whole = densities.filter((density) => {
    const { style, u } = styleOf(density);
    return widest * u.letters(LABEL) * 1.06 <= roomOf(style, familles, u).label;
  });
  return whole.length > 0 ? whole : densities.slice(-1);
}

/** « Une silhouette = une personne. » */
export function scaleNote(par: number, familles: readonly Famille[]): Said {
  if (par === 1) return said('Une silhouette = une personne.');
  const partial = familles.some(({ lignes }) => lignes.some(({ nombre }) => nombre % par !== 0));
  return said(
    `Une silhouette = ${formatNumber(par)}\u00A0personnes${partial ? ' (plus pâle\u00A0: moins)' : ''}.`,
    `regle:echelle.${par}`,
  );
}

/** Who makes up the team: families with their totals, professions with their numbers and figures. */
export function composition(
  contents: ScanContents,
  style: CompositionStyle,
  u: Unit,
  palette: Palette,
): Node[] {
  const par = perFigure(contents.familles, style, u);
  return [
    column({ gap: u(2) }, [
      text(
        contents.titreComposition,
        { fontSize: u.letters(15), fontWeight: 800, color: palette.encre, lineHeight: 1.15 },
        'h2',
      ),
      row({ flexWrap: 'wrap', columnGap: u(10), alignItems: 'flex-end' }, [
        contents.phrase &&
          text(contents.phrase, { fontSize: u.letters(9.5), color: palette.discret, lineHeight: 1.3 }),
        style.mostLines > 0 &&
          text(scaleNote(par, contents.familles), {
            fontSize: u.letters(8.4),
            color: palette.discret,
            lineHeight: 1.4,
          }),
      ]),
    ]),
    ...contents.familles.map((famille) =>
      family(famille, { ...style, par, room: roomOf(style, contents.familles, u) }, u, palette),
    ),
  ];
}

function family(famille: Famille, style: RowStyle, u: Unit, palette: Palette): Node {
  const { texte } = palette.famille(famille.cle);
  const line = (metier: Metier) => metierRow(metier, famille.cle, style, u, palette);
  const half = Math.ceil(famille.lignes.length / 2);
  return column({ gap: u(style.columns === 1 ? 4 : 5) }, [
    column({ gap: u(1.5) }, [
      row({ gap: u(5), alignItems: 'flex-end' }, [
        text(
          famille.nom,
          { fontSize: u.letters(9.2), fontWeight: 600, color: texte, lineHeight: 1.25, flexShrink: 1 },
          'h3',
        ),
        text(famille.total, { fontSize: u.letters(9.2), fontWeight: 800, color: texte, lineHeight: 1.25 }),
      ]),
      row({ height: u(0.6), backgroundColor: palette.filet }, []),
    ]),
    style.columns === 1
      ? column({ gap: u(4) }, famille.lignes.map(line))
      : row({ gap: u(14) }, [
          column({ gap: u(5), flex: 1, flexBasis: 0 }, famille.lignes.slice(0, half).map(line)),
          column({ gap: u(5), flex: 1, flexBasis: 0 }, famille.lignes.slice(half).map(line)),
        ]),
  ]);
}

function metierRow(metier: Metier, famille: string, style: RowStyle, u: Unit, palette: Palette): Node {
  const colours = palette.famille(famille);
  const { room, par } = style;
  const taille = figureSize(u, style);
  const { lines, height } = peopleRoom({ nombre: metier.nombre, par, taille }, room.people);
  const width =
    lines > 1
      ? room.people
      : Math.min(room.people, Math.ceil(figuresOf(metier.nombre, par) * taille * PERSON_STEP) + 1);
  const people = drawing(
    { kind: 'personnes', nombre: metier.nombre, par, couleur: colours.texte, pale: colours.pale, taille },
    width,
    height,
  );
  const words = [
    text(metier.nom, { fontSize: u.letters(LABEL), color: palette.texte, lineHeight: 1.2 }),
    style.details &&
      metier.detail &&
      text(metier.detail, {
        fontSize: u.letters(8),
        color: palette.discret,
        lineHeight: u.tight ? 1.2 : 1.25,
      }),
  ];
  const label = column({ width: room.label, flexShrink: 0, gap: u(1) }, [
    // When room is short, what is told of a profession stands on its line.
    ...(u.tight ? [row({ flexWrap: 'wrap', columnGap: u(6) }, words)] : words),
    style.columns === 2 && style.mostLines > 0 && column({ marginTop: u(1.5) }, [people]),
  ]);
  return row({ alignItems: style.columns === 1 ? 'center' : 'flex-start', gap: 0 }, [
    tile({ famille, pictogramme: metier.pictogramme }, u, palette),
    label,
    row({ width: room.number, flexShrink: 0, justifyContent: 'flex-end' }, [
      text(metier.valeur, {
        fontSize: u.letters(numberSize(style)),
        fontWeight: 800,
        color: colours.texte,
        lineHeight: 1.1,
      }),
    ]),
    style.columns === 1 && column({ marginLeft: u(9) }, [people]),
  ]);
}
