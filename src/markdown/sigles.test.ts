import { expect, test } from 'vitest';
import { fromMarkdown } from './testing.ts';

const MJC =
  '<a class="sigle" href="/glossaire/#mjc"><abbr title="Maison des jeunes et de la culture">MJC</abbr></a>';
const count = (text: string, word: string): number => text.split(word).length - 1;

test('un sigle est expliqué la première fois seulement', () => {
  expect(fromMarkdown('La MJC, puis la MJC.\n\nEncore la MJC.')).toBe(
    `<p>La ${MJC}, puis la MJC.</p>\n<p>Encore la MJC.</p>\n`,
  );
});

test('jamais dans un titre, un lien ou du code : la fois d’après', () => {
  expect(fromMarkdown('## La MJC\n\n[la MJC](https://a.fr) `MJC` et la **MJC**')).toContain(
    `<strong>${MJC}</strong>`,
  );
  expect(count(fromMarkdown('## La MJC\n\n[la MJC](https://a.fr) `MJC`'), 'abbr')).toBe(0);
});

test('le plus long d’abord : « RAM PRO » n’est pas « RAM »', () => {
  const page = fromMarkdown('Une RAM PRO puis une RAM.');
  expect(page).toContain('>RAM PRO</abbr>');
  expect(page).toContain(
    'une <a class="sigle" href="/glossaire/#ram"><abbr title="Relais d’assistantes maternelles">RAM</abbr>',
  );
});

test.each([
  'Une maison des jeunes et de la culture (MJC) ouvre.',
  'Des maisons des jeunes et de la culture (MJC) ouvrent.',
  'La MJC (maison des jeunes et de la culture) ouvre.',
])('inutile quand l’auteur vient de l’expliquer : %s', (text) => {
  expect(fromMarkdown(`${text} La MJC vit.`)).not.toContain('<abbr');
});

test('un mot qui contient le sigle, un code ou une adresse ne sont pas le sigle', () => {
  expect(fromMarkdown('XMJC MJCX COORD/MJC/012 MJC.pdf mjc@MJC.fr')).not.toContain('<abbr');
  expect(fromMarkdown("l'RAM, l’(RAM)")).toContain('l’<a class="sigle"');
  expect(fromMarkdown('MJC/RAM')).toContain('>RAM</abbr>');
});
