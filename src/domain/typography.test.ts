import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typographie } from './typography.ts';

/** Shows the spaces that the eye cannot tell apart: « ~ » for U+00A0, « _ » for U+202F. */
const shown = (text: string, context?: { before?: string; after?: string }): string =>
  typographie(text, context).replaceAll('\u00A0', '~').replaceAll('\u202F', '_');

test.each([
  ["l'équipe d'aujourd'hui", 'l’équipe d’aujourd’hui'],
  ['qu\'"elle" dise', 'qu’«~elle~» dise'],
  ['dire "oui" ou "non"', 'dire «~oui~» ou «~non~»'],
  ['«oui» et « non »', '«~oui~» et «~non~»'],
  ['Pourquoi? Parce que; enfin !', 'Pourquoi_? Parce que_; enfin_!'],
  ['Quoi ?! Oui !!!', 'Quoi_?! Oui_!!!'],
  ['deux choses : ceci, et: cela', 'deux choses~: ceci, et~: cela'],
  ['et ainsi de suite...', 'et ainsi de suite…'],
])('ponctuation : %s', (written, expected) => {
  expect(shown(written)).toBe(expected);
});

test.each([
  ['15000 euros et 1234567 €', '15_000~euros et 1_234_567~€'],
  ['8 000 habitants, 12 300 actes', '8_000 habitants, 12_300 actes'],
  ['en 2019, 2500 et 2021', 'en 2019, 2500 et 2021'],
  ['25% ou 25 %, 3 km, 12 h', '25~% ou 25~%, 3~km, 12~h'],
  ['à 14h30, de 8 h - 20 h', 'à 14~h~30, de 8~h – 20~h'],
  ['à 8h, à 9 h 05', 'à 8~h, à 9~h~05'],
  ['de 10 - 12', 'de 10 – 12'],
  ['le 1er mars, la 1re fois, le 2e étage', 'le 1ᵉʳ mars, la 1ʳᵉ fois, le 2ᵉ étage'],
  ['n°12, n° 3, art. 4, p. 5, M. Dupont', 'n°~12, n°~3, art.~4, p.~5, M.~Dupont'],
])('nombres et abréviations : %s', (written, expected) => {
  expect(shown(written)).toBe(expected);
});

test.each([
  "https://exemple.fr/l'a?b=1;c=2!",
  'voir http://exemple.fr:8080/a?b!c;d, puis',
  'écrire à prenom.nom@exemple.fr',
  'de 14:30 à 15:45, au ratio 3:1',
  'le fichier livret-2019-10000.pdf',
  'COORD/IC/012/1121',
  'BP 40315, 44190 Clisson (44190)',
  '02 40 12 34 56 et le 0123456789',
  'RPPS 10002345678 et 362521879',
  'Note:voir et a?b',
])('jamais touché : %s', (written) => {
  expect(shown(written)).toBe(written);
});

test('un signe au début d’un texte tient compte de ce qui précède', () => {
  expect(shown(' ? Oui', { before: 'prêt' })).toBe('_? Oui');
  expect(shown('? Oui', { before: 'prêt' })).toBe('_? Oui');
  expect(shown('"', { before: 'mot' })).toBe('~»');
  expect(shown("l'", { after: 'équipe' })).toBe('l’');
  expect(shown('deux ', { after: ': un' })).toBe('deux~');
});

const pieces = fc.constantFrom(
  ...[
    "l'",
    '"',
    ' ',
    '  ',
    '?',
    '!',
    ';',
    ':',
    '...',
    '12345',
    '8 000',
    '25%',
    '14h30',
    '14:30',
    'n°',
    '1er',
    '«',
    '»',
    'mot',
    '-',
    ' - ',
    '2019',
    'M.',
    'É',
    '\u00A0',
    '\u202F',
    '(',
    ')',
    '…',
    '’',
    'h',
    '7',
    'https://a.fr/?x=1',
    'a@b.fr',
    'COORD/IC/012/1121',
    '\n',
  ],
);
const sentence = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
  fc.string(),
);

test('idempotente : la seconde fois ne change rien', () => {
  fc.assert(
    fc.property(sentence, sentence, sentence, (before, text, after) => {
      const once = typographie(text, { before, after });
      expect(typographie(once, { before, after })).toBe(once);
    }),
    { numRuns: 3000 },
  );
});

test('les lettres et les chiffres restent les mêmes, dans le même ordre', () => {
  const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(sentence, (text) => {
      expect(bare(typographie(text))).toBe(bare(text));
    }),
    { numRuns: 3000 },
  );
});

test('une adresse n’est jamais touchée, où qu’elle soit', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      sentence,
      sentence,
      (url, a, b) => {
        expect(typographie(`${a} ${url} ${b}`)).toContain(url);
      },
    ),
    { numRuns: 2000 },
  );
});

test('une ligne de 1 Mo est traitée sans attente', () => {
  const started = performance.now();
  for (const piece of ['a', ' ', '!', '"', "l'a ", '12345 ', 'a.b/', '« '])
    typographie(piece.repeat(1_000_000 / piece.length));
  expect(performance.now() - started).toBeLessThan(5_000);
});
