/** Colours of a publication: names, defaults, and what makes a text readable on its ground. */

export type Theme = Readonly<Record<ColourName, string>>;
export type ColourName =
  | 'papier'
  | 'carte'
  | 'creux'
  | 'texte'
  | 'encre'
  | 'lien'
  | 'discret'
  | 'accent'
  | 'bandeau'
  | 'bordure'
  | 'miel'
  | 'surligne';

/** Contrasts on paper and card were measured for these defaults: 4.9:1 at least for every text colour. */
export const LIGHT: Theme = {
  papier: '#F7F2E9',
  carte: '#FFFFFF',
  creux: '#EFE7D8',
  texte: '#17323B',
  encre: '#0B3C49',
  lien: '#125A6B',
  discret: '#5E4A3A',
  accent: '#B8431C',
  bandeau: '#0B3C49',
  bordure: '#857561',
  miel: '#FFC94A',
  surligne: '#FFE3A0',
};
export const DARK: Theme = {
  papier: '#0A2028',
  carte: '#102E38',
  creux: '#0E2832',
  texte: '#E8E0D1',
  encre: '#F7EFE0',
  lien: '#93DDE4',
  discret: '#CDBCA6',
  accent: '#FFA37E',
  bandeau: '#0E3742',
  bordure: '#8A9A9A',
  miel: '#FFC94A',
  surligne: '#6B4E00',
};

/** A publication's own colours over the defaults. */
export function themeOf(
  defaults: Theme,
  own: { readonly [Name in ColourName]?: string | undefined } = {},
): Theme {
  return { ...defaults, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value)) };
}

const channels = (hex: string): [number, number, number] => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
];

/** Relative luminance of « #RRGGBB », from 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours « #RRGGBB », from 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** A share of the first colour in the second: `mix('#000000', '#FFFFFF', 0.25)` is a light grey. */
export function mix(colour: string, ground: string, share: number): string {
  const under = channels(ground);
  const bytes = channels(colour).map((byte, index) =>
    Math.round(byte * share + (under[index] ?? 0) * (1 - share)),
  );
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2, criterion 1.4.3: what a text needs at any size. */
export const READABLE = 4.5;
/** Criterion 1.4.11: what a drawing needs. */
export const GRAPHIC = 3;

/** The colour itself when a text in it is readable on the ground, else the nearest one towards black or white that is. */
export function readable(colour: string, ground: string, least = READABLE): string {
  const end = contrast('#000000', ground) > contrast('#ffffff', ground) ? '#000000' : '#ffffff';
  for (let share = 1; share > 0; share -= 0.05) {
    const candidate = share === 1 ? colour : mix(colour, end, share);
    if (contrast(candidate, ground) >= least) return candidate;
  }
  return end;
}
