import { expect, test } from 'vitest';
import { inspectMarkdown } from './inspect.ts';
import { fromMarkdown } from './testing.ts';

const rows = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

test.each<[string, string]>([
  ['3 000 citations emboîtées', `${'>'.repeat(3000)} fin`],
  [
    '200 blocs emboîtés',
    `${rows(200, (i) => `${':'.repeat(203 - i)}conseil`)}\nfin\n${rows(200, (i) => ':'.repeat(4 + i))}`,
  ],
  ['3 000 blocs jamais fermés', `${':::conseil\n'.repeat(3000)}fin`],
  ['3 000 balises jamais fermées', `${'<div>'.repeat(3000)}fin`],
  ['une ligne de 1 Mo', `${'mot '.repeat(250_000)}fin`],
  ['un mot de 1 Mo', `${'a'.repeat(1_000_000)} fin`],
  ['200 ko de guillemets', `${'"a" '.repeat(50_000)}fin`],
  ['1 500 passages de même clé', `${':::levier{cle="meme-lieu"}\nx\n:::\n\n'.repeat(1500)}fin`],
  ['1 500 titres pareils', `${'## T\n\n'.repeat(1500)}fin`],
  ['1 500 fausses directives', `${'a:b '.repeat(1500)}fin`],
  ['100 000 crochets', `${'[^'.repeat(50_000)} fin`],
  ['3 000 dates', `:::chronologie\n${'- 2019 : x\n'.repeat(3000)}:::\n\nfin`],
])('%s : ni attente, ni erreur, ni mot perdu', (_title, source) => {
  const started = performance.now();
  expect(fromMarkdown(source)).toContain('fin');
  const { words, problems } = inspectMarkdown(source, 'md');
  expect(words + problems.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(15_000);
});
