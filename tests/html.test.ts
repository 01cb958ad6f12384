import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { AUTRE, pagesOf, SITE } from './sites.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Matters of writing style, not of validity: the compiler chooses them.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // The typographic spaces of French are written as characters.
    'no-raw-characters': 'off',
    'long-title': 'off',
    'require-sri': 'off',
  },
});

describe.each([
  ['la publication', SITE],
  ['une autre publication', AUTRE],
])('dans %s', (_, site) => {
  test('chaque page est du HTML valide', async () => {
    const faults: string[] = [];
    for (const { path, html } of await pagesOf(site)) {
      const { results } = await validator.validateString(html, path);
      for (const { messages } of results) {
        for (const { ruleId, message, line, column } of messages) {
          faults.push(`${path}:${line}:${column} ${ruleId} : ${message}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
