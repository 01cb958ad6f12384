import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkup, textOfMarkup } from './markup.ts';

test('le texte d’un passage : une ligne par bloc, sans balises, les espaces insécables gardées', () => {
  expect(
    textOfMarkup(
      '<p>Chaque mardi,\n <strong>on déjeune</strong>\u00A0: &lt;6 &amp; 7&gt;.</p><ul><li>Un</li><li>Deux</li></ul>',
    ),
  ).toBe('Chaque mardi, on déjeune\u00A0: <6 & 7>.\nUn\nDeux');
});

test('ce que l’on écrit en balises se relit tel quel', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = text.replaceAll(/\s+/g, ' ').trim();
      expect(textOfMarkup(escapeMarkup(line))).toBe(line);
    }),
  );
});
