import { type FilledPath, filledPaths } from '#src/domain/pictograms.ts';
import { createQr } from './qr.ts';
import { findIcon } from './icons.ts';
import { rosace } from './rosace.ts';

/** A drawing, by what it shows. */
export type Vector =
  | { readonly kind: 'icone'; readonly nom: string; readonly couleur: string }
  /** `nombre` people, one figure for `par` people; the last one is paler when it stands for fewer. */
  | {
      readonly kind: 'personnes';
      readonly nombre: number;
      readonly par: number;
      readonly couleur: string;
      readonly pale: string;
      readonly taille: number;
    }
  | {
      readonly kind: 'rosace';
      readonly groupes: readonly { readonly famille: string; readonly nombre: number }[];
      readonly couleurs: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'qr'; readonly texte: string; readonly couleur: string }
  /** A hundred squares, one for each per cent, in so many columns. */
  | {
      readonly kind: 'carres';
      readonly pourcent: number;
      readonly colonnes: 10 | 25;
      readonly plein: string;
      readonly vide: string;
    }
  | { readonly kind: 'barre'; readonly part: number; readonly plein: string; readonly vide: string }
  | { readonly kind: 'points'; readonly couleur: string; readonly dernier: boolean };

export type Shape =
  | { readonly d: string; readonly fill: string; readonly evenOdd?: boolean }
  | { readonly cx: number; readonly cy: number; readonly r: number; readonly fill: string }
  | {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly rx?: number;
      readonly fill: string;
    };

/** Shapes in a frame of their own, to be scaled to the room that they have. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** A person: 24 wide, 24 high. */
const PERSON = 'M12 1.5a5.2 5.2 0 1 1 0 10.4a5.2 5.2 0 1 1 0-10.4zM2.5 22.5c0-5.6 4-9 9.5-9s9.5 3.4 9.5 9z';
/** Width of a figure's place, for a height of 1. */
export const PERSON_STEP = 1.12;

/** Number of figures for so many people. */
export const figuresOf = (nombre: number, par: number): number => Math.ceil(nombre / par);

/** Figures on one line of this width, and the height of all lines. */
export function peopleRoom(
  { nombre, par, taille }: { nombre: number; par: number; taille: number },
  width: number,
): { perLine: number; lines: number; height: number } {
  const perLine = Math.max(1, Math.floor(width / (taille * PERSON_STEP) + 0.001));
  const lines = Math.max(1, Math.ceil(figuresOf(nombre, par) / perLine));
  return { perLine, lines, height: Math.ceil(lines * taille * 1.15) };
}

const icons = new Map<string, readonly FilledPath[]>();

/** The paths of a plain icon; none when its drawing is more than filled paths. */
export function iconPaths(nom: string): readonly FilledPath[] {
  let paths = icons.get(nom);
  if (!paths) {
    paths = filledPaths(findIcon('healthicons', nom)?.body ?? '');
    icons.set(nom, paths);
  }
  return paths;
}

/** What to draw in a room of this size. */
export function draw(vector: Vector, width: number, height: number): Drawn {
  switch (vector.kind) {
    case 'icone':
      return {
        width: 48,
        height: 48,
        shapes: iconPaths(vector.nom).map((path) => ({ ...path, fill: vector.couleur })),
      };
    case 'personnes': {
      const { nombre, par, couleur, pale, taille } = vector;
      const { perLine } = peopleRoom(vector, width);
      const step = 24 * PERSON_STEP;
      const whole = Math.floor(nombre / par);
      return {
        width: (width / taille) * 24,
        height: (height / taille) * 24,
        shapes: Array.from({ length: figuresOf(nombre, par) }, (_, index) => ({
          d: moved(PERSON, (index % perLine) * step, Math.floor(index / perLine) * 24 * 1.15),
          fill: index < whole ? couleur : pale,
        })),
      };
    }
    case 'rosace': {
      const { dots, radius, size } = rosace(vector.groupes);
      return {
        width: size,
        height: size,
        shapes: dots.map(({ x, y, famille }) => ({
          cx: x,
          cy: y,
          r: radius,
          fill: vector.couleurs[famille] ?? '#888888',
        })),
      };
    }
    case 'qr': {
      const { size, d } = createQr(vector.texte);
      return { width: size, height: size, shapes: [{ d, fill: vector.couleur }] };
    }
    case 'carres':
      return {
        width: vector.colonnes * 10,
        height: 1000 / vector.colonnes,
        shapes: Array.from({ length: 100 }, (_, index) => ({
          x: (index % vector.colonnes) * 10 + 1,
          y: Math.floor(index / vector.colonnes) * 10 + 1,
          width: 8,
          height: 8,
          rx: 1.5,
          fill: index < Math.round(vector.pourcent) ? vector.plein : vector.vide,
        })),
      };
    case 'barre':
      return {
        width,
        height,
        shapes: [
          { x: 0, y: 0, width, height, rx: height / 2, fill: vector.vide },
          {
            x: 0,
            y: 0,
            width: width * vector.part,
            height,
            rx: Math.min(height, width * vector.part) / 2,
            fill: vector.plein,
          },
        ],
      };
    case 'points':
      return {
        width,
        height,
        shapes: [
          ...(vector.dernier
            ? []
            : [
                {
                  x: width / 2 - width / 14,
                  y: width,
                  width: width / 7,
                  height: Math.max(0, height - width),
                  fill: vector.couleur,
                },
              ]),
          { cx: width / 2, cy: width / 2 + width * 0.2, r: width / 2, fill: vector.couleur },
        ],
      };
  }
}

/** A path whose first points are absolute and the rest relative, moved. */
function moved(d: string, x: number, y: number): string {
  return d.replace(
    /([MC])\s*(-?[\d.]+)[ ,](-?[\d.]+)/g,
    (_, letter: string, a: string, b: string) =>
      `${letter}${Math.round((Number(a) + x) * 100) / 100} ${Math.round((Number(b) + y) * 100) / 100}`,
  );
}
