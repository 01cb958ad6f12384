import { expect, test } from 'vitest';
import { contrast } from '#src/domain/theme.ts';
import { tokensCss } from './tokens.ts';

function themes(css: string): Record<string, string>[] {
  return [...css.matchAll(/:root\{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/--([a-z-]+):(#[0-9A-Fa-f]{6})/g)].map(([, name, value]) => [name, value]),
    ),
  );
}

test('chaque couleur de texte a un contraste d’au moins 4,5 sur le papier et sur la carte, en clair et en sombre', () => {
  for (const theme of themes(tokensCss({ nom: 'Récits', couleurs: { clair: {}, sombre: {} } }, {}))) {
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
  const [light, dark] = themes(
    tokensCss({ nom: 'Récits', couleurs: { clair: { accent: '#123456' }, sombre: {} } }, {}),
  );
  expect(light?.['accent']).toBe('#123456');
  expect(light?.['papier']).toBe('#F7F2E9');
  expect(dark?.['accent']).toBe('#FFA37E');
});
