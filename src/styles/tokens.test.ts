import { expect, test } from 'vitest';
import { tokensCss } from './tokens.ts';

/** Relative luminance and contrast ratio, WCAG 2.2, « relative luminance » and « contrast ratio ». */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}
function themes(css: string): Record<string, string>[] {
  return [...css.matchAll(/:root\{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/--([a-z-]+):(#[0-9A-Fa-f]{6})/g)].map(([, name, value]) => [name, value]),
    ),
  );
}

test('chaque couleur de texte a un contraste d’au moins 4,5 sur le papier et sur la carte, en clair et en sombre', () => {
  for (const theme of themes(tokensCss({ clair: {}, sombre: {} }, {}))) {
    for (const text of ['texte', 'encre', 'lien', 'discret', 'accent']) {
      for (const ground of ['papier', 'carte']) {
        expect(
          contrast(theme[text] ?? '', theme[ground] ?? ''),
          `${text} sur ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast('#F7F2E9', theme['bandeau'] ?? '')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme['texte'] ?? '', theme['surligne'] ?? '')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme['bordure'] ?? '', theme['papier'] ?? ''), 'bord des champs').toBeGreaterThanOrEqual(
      3,
    );
  }
});

test('les couleurs de la publication remplacent celles d’origine, une à une', () => {
  const [light, dark] = themes(tokensCss({ clair: { accent: '#123456' }, sombre: {} }, {}));
  expect(light?.['accent']).toBe('#123456');
  expect(light?.['papier']).toBe('#F7F2E9');
  expect(dark?.['accent']).toBe('#FFA37E');
});
