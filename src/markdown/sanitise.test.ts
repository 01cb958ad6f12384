import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RESERVED_IDS } from '#src/domain/collections.ts';
import { isRemote, isSafeAddress } from './addresses.ts';
import { inspectMarkdown } from './inspect.ts';
import { fromMarkdown, fromMdx } from './testing.ts';

test.each([
  ['<script>alert(1)</script>mot', 'mot'],
  ['<b onclick="x()">gras</b>', '<b>gras</b>'],
  ['<span style="color:red" class="pirate">mot</span>', '<span>mot</span>'],
  ['<iframe src="https://a.fr">non</iframe>oui', 'oui'],
  ['<svg onload="x()"><a href="#">non</a></svg>oui', 'oui'],
  ['<marquee>mot</marquee>', 'mot'],
  ['<a href="java&#115;cript:x()">mot</a>', 'mot'],
  ['<a href="  java&#x0A;script:x()">mot</a>', 'mot'],
  ['<img src="x.png" onerror="x()" alt="a">', '<img src="x.png" alt="a">'],
  ['<img src="https://espion.fr/a.png" alt="mot">', 'mot'],
  ['<button>mot</button><input value="x">', 'mot'],
  ['<!-- secret -->mot', 'mot'],
  ['<meta http-equiv="refresh" content="0;url=https://a.fr">mot', 'mot'],
  ['<img __ASTRO_IMAGE_="{}" src="a.png" alt="b">', '<img src="a.png" alt="b">'],
])('HTML d’un auteur : %s', (written, expected) => {
  expect(fromMarkdown(`Un ${written} fin`)).toBe(`<p>Un ${expected} fin</p>\n`);
});

test.each([
  '<p onClick={process.exit()}>mot</p>',
  'mot {process.env.HOME}',
  'import fs from "node:fs"\n\nmot',
  'export const a = process.env\n\nmot',
  '<Inconnu a={1}>\nmot\n</Inconnu>',
  '<script>alert(1)</script>\n\nmot',
  '<a href="javascript:x()">mot</a>',
  '<style>{`body{}`}</style>\n\nmot',
])('MDX : rien ne s’exécute, les mots restent : %s', (written) => {
  const page = fromMdx(written);
  expect(page.replace(/<\/?p>/g, '').trim()).toBe('mot');
});

test('aucune ruse ne fait passer une adresse qui s’exécute', () => {
  const noise = fc.constantFrom(
    '',
    '\t',
    '\n',
    ' ',
    '\u0000',
    '\u0001',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u2028',
  );
  fc.assert(
    fc.property(
      fc.constantFrom('javascript', 'vbscript', 'data', 'file', 'blob'),
      fc.array(noise, { minLength: 12, maxLength: 12 }),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      (scheme, noises, capitals) => {
        const written = [...scheme]
          .map((letter, i) => (noises[i] ?? '') + (capitals[i] ? letter.toUpperCase() : letter))
          .join('');
        expect(isSafeAddress(`${noises[11] ?? ''}${written}:alert(1)`)).toBe(false);
        const page = fromMarkdown(
          `[a](<${written.replaceAll('\n', '')}:x>) <a href="${written}&#58;x">b</a>`,
        );
        expect(page).not.toMatch(/<a [^>]*href="[^"]*:x/);
      },
    ),
    { numRuns: 500 },
  );
});

test('les adresses ordinaires passent', () => {
  for (const address of [
    'https://a.fr',
    'http://a.fr',
    'mailto:a@b.fr',
    'a.md',
    '../a/b.md#c',
    '/a/',
    '#a',
    '?a=b:c',
    'a/b:c',
  ]) {
    expect(isSafeAddress(address)).toBe(true);
  }
});

test('une ancre d’auteur ne prend pas celle d’un titre ni d’un passage', () => {
  const page = fromMarkdown(
    '<div id="suite">a</div>\n\n<div id="libre">b</div>\n\n## Suite\n\n<h3>Suite</h3>',
  );
  expect(page).toContain('<div>a</div>');
  expect(page).toContain('<div id="libre">b</div>');
  expect(page).toContain('<h2 id="suite">');
  expect(page).toContain('<h3 id="suite-2">');
});

test.each([
  '/\t/evil.example/p.png',
  '/\n/evil.example/p.png',
  '\r\n//evil.example/p.png',
  '\\\t\\evil.example/p.png',
  '/\\evil.example/p.png',
  'ht\ntps://evil.example/p.png',
])('une image d’un autre site ne passe pas, même sous cette forme : %j', (address) => {
  expect(isRemote(address)).toBe(true);
  expect(fromMarkdown(`Un <img src="${address}" alt="mot"> fin`)).toBe('<p>Un mot fin</p>\n');
});

test('un lien qui quitte le site sous cette forme ne dit pas d’où il vient', () => {
  expect(fromMarkdown('Un <a href="/\t/evil.example/">mot</a> fin')).toContain('rel="noreferrer"');
  expect(isRemote('/p.png')).toBe(false);
  expect(isRemote('./p.png')).toBe(false);
});

test.each(RESERVED_IDS)('un titre ne prend pas l’ancre « %s », qui est celle de la page', (id) => {
  const source = `## ${id}\n\nTexte.`;
  expect(fromMarkdown(source)).toContain(`<h2 id="${id}-2">`);
  expect(inspectMarkdown(source, 'md').headings.map((heading) => heading.id)).toEqual([`${id}-2`]);
  expect(fromMarkdown(`<h3 id="${id}">Mot</h3>\n\n<div id="${id}">mot</div>`)).not.toContain(`id="${id}"`);
});
