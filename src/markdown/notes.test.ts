import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectMarkdown } from './inspect.ts';
import { fromMarkdown, fromMdx } from './testing.ts';

const LABELS = [
  '1',
  'étude',
  'l’enquête',
  "l'enquête",
  '(1)',
  '1*',
  'a/b',
  '100%',
  'a%zz',
  '%',
  '#',
  '?',
  'a&b',
  '日',
];

test.each(LABELS)('une note peut porter n’importe quel nom : %s', (label) => {
  const source = `Un[^${label}].\n\n[^${label}]: la note`;
  expect(inspectMarkdown(source, 'md').problems).toEqual([]);
  for (const page of [fromMarkdown(source), fromMdx(source)]) {
    expect(page).toContain('<a href="#note-1" id="appel-1"');
    expect(page).toMatch(/<aside id="note-1" class="note" [^>]*><b class="note-numero">1\.<\/b> la note/);
    expect(page).toContain('<a href="#appel-1" data-footnote-backref=""');
  }
});

test('des notes aux noms mêlés gardent chacune leur texte, leur appel et leur numéro', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(LABELS, { minLength: 2 }), (labels) => {
      const calls = labels.map((label) => `mot[^${label}]`).join(' ');
      const page = fromMarkdown(
        `${calls}.\n\n${labels.map((label, rank) => `[^${label}]: texte ${rank} fin`).join('\n\n')}`,
      );
      for (const rank of labels.keys()) {
        expect(page).toContain(`<a href="#note-${rank + 1}" id="appel-${rank + 1}"`);
        expect(page).toMatch(
          new RegExp(`<aside id="note-${rank + 1}"[^>]*><b [^>]*>${rank + 1}\\.</b> texte ${rank} fin`),
        );
      }
    }),
    { numRuns: 40 },
  );
});

test('une note appelée deux fois revient à ses deux appels', () => {
  const page = fromMarkdown('Un[^a] et deux[^a].\n\n[^a]: la note');
  expect(page.match(/href="#note-1" id="appel-\d"/g)).toEqual([
    'href="#note-1" id="appel-1"',
    'href="#note-1" id="appel-2"',
  ]);
  expect(page.match(/href="#appel-\d" data-footnote-backref/g)).toHaveLength(2);
});

test('une note appelée par une autre note n’est pas perdue', () => {
  const page = fromMarkdown('Un[^a].\n\n[^a]: voir[^b]\n\n[^b]: la seconde');
  expect(page).toMatch(/<aside id="note-1".*<aside id="note-2"[^>]*><b [^>]*>2\.<\/b> la seconde/s);
});

test('un titre ne prend ni l’ancre d’une note, ni celle d’un appel', () => {
  const source = '## Note 1\n\nUn[^a].\n\n## Appel 1\n\n## Note 2\n\n[^a]: la note';
  const page = fromMarkdown(source);
  expect(page.match(/<h2 id="[^"]*"/g)).toEqual([
    '<h2 id="note-1-2"',
    '<h2 id="appel-1-2"',
    '<h2 id="note-2"',
  ]);
  expect(page.match(/ id="(?:note|appel)-1"/g)).toHaveLength(2);
  expect(inspectMarkdown(source, 'md').headings.map(({ id }) => id)).toEqual([
    'note-1-2',
    'appel-1-2',
    'note-2',
  ]);
});
