import { DARK, LIGHT, themeOf } from '#src/domain/theme.ts';

/** Colours of a publication as CSS custom properties, light and dark; its name, for the foot of printed pages. */

type Values = Readonly<Record<string, string>>;

interface Named {
  readonly nom: string;
  readonly couleurs: { clair: Parameters<typeof themeOf>[1]; sombre: Parameters<typeof themeOf>[1] };
}
interface Famille {
  readonly couleur: string;
  readonly couleur_sombre: string;
}

const declarations = (theme: Values): string =>
  Object.entries(theme)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');

const familyColours = (familles: Readonly<Record<string, Famille>>, key: keyof Famille): Values =>
  Object.fromEntries(Object.entries(familles).map(([cle, famille]) => [`famille-${cle}`, famille[key]]));

/**
 * The style sheet of a publication's colours: its own over the defaults, and one class for each family of
 * professions (`.famille-x`), whose dark value also serves on the band.
 */
export function tokensCss({ nom, couleurs }: Named, familles: Readonly<Record<string, Famille>>): string {
  const light = { ...themeOf(LIGHT, couleurs.clair), ...familyColours(familles, 'couleur') };
  const dark = { ...themeOf(DARK, couleurs.sombre), ...familyColours(familles, 'couleur_sombre') };
  const classes = Object.keys(familles).map((cle) => `.famille-${cle}{--famille:var(--famille-${cle})}`);
  return [
    `:root{color-scheme:light dark;${declarations(light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${declarations(dark)}}}`,
    `.bandeau{${declarations(familyColours(familles, 'couleur_sombre'))}}`,
    `@media print{.bandeau{${declarations(familyColours(familles, 'couleur'))}}}`,
    `html{--titre-courant:${JSON.stringify(nom)}}`,
    ...classes,
  ].join('\n');
}
