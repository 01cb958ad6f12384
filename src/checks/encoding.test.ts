import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from './encoding.ts';

test('tout texte juste en UTF-8 se lit tel quel, sans reproche', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', 'œ', '’', ' ', '\n', '🙂', '日') });
  fc.assert(
    fc.property(text, (written) => {
      expect(decode(Buffer.from(written, 'utf8'))).toEqual({ text: written });
    }),
  );
});

test('la place dite est celle de la première lettre mal codée', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), (lines, letters) => {
      const bytes = Buffer.from(`${'ligne\n'.repeat(lines)}${'x'.repeat(letters)}é fin\n`, 'latin1');
      expect(decode(bytes).fault?.place).toEqual({ line: lines + 1, column: letters + 1 });
    }),
  );
});
