import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, COLLECTIONS } from './collections.ts';
import { isOnline } from './publishing.ts';
import { codeMonthYear, parseReferenceCode } from './reference-code.ts';
import { idFromPath, slugify } from './slugs.ts';

test('un code de référence se lit : famille, format, numéro, mois et année', () => {
  expect(parseReferenceCode('COORD/IC/012/1121')).toEqual({
    family: 'COORD',
    format: 'IC',
    number: 12,
    month: 11,
    year: 2021,
  });
});

test.each([
  'coord/IC/012/1121',
  'COORD/IC/12/1121',
  'COORD/IC/012/1321',
  'COORD/IC/012',
  'COORD-IC-012-1121',
])('« %s » n’est pas un code de référence', (text) => {
  expect(parseReferenceCode(text)).toBeUndefined();
});

test('le dernier groupe d’un code est le mois et l’année de la publication', () => {
  expect(codeMonthYear('2021-11-03')).toBe('1121');
});

test('une adresse n’a que des lettres sans accent, des chiffres et des traits d’union', () => {
  expect(slugify(' Pôle Santé à l’œuvre ! ')).toBe('pole-sante-a-l-oeuvre');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(slugify(text)).toMatch(/^[a-z0-9-]*$/);
    }),
  );
});

test('un fichier et un dossier du même nom ont le même identifiant', () => {
  expect(['Le Phare/index.md', 'le-phare.mdx', 'le-phare.md'].map(idFromPath)).toEqual([
    'le-phare',
    'le-phare',
    'le-phare',
  ]);
  expect(idFromPath('2021/Équipe.yaml')).toBe('2021/equipe');
});

test('deux collections ne partagent jamais une adresse de fiche', () => {
  const addresses = COLLECTIONS.filter((name) => name !== 'scans').map((name) => addressOf(name, 'x'));
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('un brouillon n’est jamais en ligne ; une date à venir attend son jour', () => {
  expect(isOnline({ brouillon: true }, '2026-11-22')).toBe(false);
  expect(isOnline({ brouillon: false }, '2026-11-22')).toBe(true);
  expect(isOnline({ brouillon: false, publication: '2026-12' }, '2026-11-30')).toBe(false);
  expect(isOnline({ brouillon: false, publication: '2026-12' }, '2026-12-01')).toBe(true);
});
