/** Colours of a publication as CSS custom properties, light and dark. */

type Theme = Readonly<Record<string, string>>;

/** Contrasts on paper and card were measured for these defaults: 4.9:1 at least for every text colour. */
const LIGHT: Theme = {
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
const DARK: Theme = {
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

interface Famille {
  readonly couleur: string;
  readonly couleur_sombre: string;
}

const declarations = (theme: Theme): string =>
  Object.entries(theme)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');

const familyColours = (familles: Readonly<Record<string, Famille>>, key: keyof Famille): Theme =>
  Object.fromEntries(Object.entries(familles).map(([cle, famille]) => [`famille-${cle}`, famille[key]]));

/**
 * The style sheet of a publication's colours: its own over the defaults, and one class for each family of
 * professions (`.famille-x`), whose dark value also serves on the band.
 */
export function tokensCss(
  couleurs: { clair: Partial<Theme>; sombre: Partial<Theme> },
  familles: Readonly<Record<string, Famille>>,
): string {
  const own = (theme: Partial<Theme>) =>
    Object.fromEntries(Object.entries(theme).filter(([, value]) => value)) as Theme;
  const light = { ...LIGHT, ...own(couleurs.clair), ...familyColours(familles, 'couleur') };
  const dark = { ...DARK, ...own(couleurs.sombre), ...familyColours(familles, 'couleur_sombre') };
  const classes = Object.keys(familles).map((cle) => `.famille-${cle}{--famille:var(--famille-${cle})}`);
  return [
    `:root{color-scheme:light dark;${declarations(light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${declarations(dark)}}}`,
    `.bandeau{${declarations(familyColours(familles, 'couleur_sombre'))}}`,
    `@media print{.bandeau{${declarations(familyColours(familles, 'couleur'))}}}`,
    ...classes,
  ].join('\n');
}
