import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  byMostRecent,
  daysInMonth,
  firstDay,
  formatDate,
  formatDateAfterDe,
  formatDateInSentence,
  parseDate,
  today,
} from './dates.ts';

const two = (value: number) => String(value).padStart(2, '0');

test('un jour existe si et seulement si son mois le compte', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (year, month, day) => {
        const date = parseDate(`${year}-${two(month)}-${two(day)}`);
        expect(date !== undefined).toBe(day <= daysInMonth(year, month));
      },
    ),
  );
});

test('février a 29 jours les années bissextiles, siècles compris', () => {
  expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
});

test.each(['2021-2-3', '2021-13', '1899', '2101', '21', '2021-02-30', '', 'hier', ' 2021'])(
  '« %s » n’est pas une date',
  (text) => {
    expect(parseDate(text)).toBeUndefined();
  },
);

test('une date s’écrit à la précision où on la connaît', () => {
  expect(['2007', '2019-12', '2021-10-05', '2026-03-01'].map(formatDate)).toEqual([
    '2007',
    'décembre\u00A02019',
    '5\u00A0octobre\u00A02021',
    '1ᵉʳ\u00A0mars\u00A02026',
  ]);
});

test('dans une phrase : « le » pour un jour, « en » pour un mois ou une année', () => {
  expect(['2007', '2019-12', '2021-10-05'].map(formatDateInSentence)).toEqual([
    'en\u00A02007',
    'en\u00A0décembre\u00A02019',
    'le\u00A05\u00A0octobre\u00A02021',
  ]);
});

test('après « de », la date se contracte ou s’élide', () => {
  expect(['2024-12-31', '2023-06', '2024-08', '2024'].map(formatDateAfterDe)).toEqual([
    'du\u00A031\u00A0décembre\u00A02024',
    'de\u00A0juin\u00A02023',
    'd’août\u00A02024',
    'de\u00A02024',
  ]);
});

test('une date vague commence à son premier jour ; la plus récente vient en premier', () => {
  expect(['2007', '2019-12', '2021-10-05'].map(firstDay)).toEqual(['2007-01-01', '2019-12-01', '2021-10-05']);
  expect(['2007', '2021-10-05', '2019-12'].toSorted(byMostRecent)).toEqual(['2021-10-05', '2019-12', '2007']);
});

test('des mois plus tard, le même jour ; le dernier du mois s’il n’existe pas', () => {
  expect(addMonths('2024-05-15', 24)).toBe('2026-05-15');
  expect(addMonths('2024-05', 24)).toBe('2026-05-01');
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2026-03-31', -6)).toBe('2025-09-30');
  expect(addMonths('2026-01-10', -1)).toBe('2025-12-10');
});

test('aujourd’hui est celui de Paris, pas celui du serveur', () => {
  expect(today(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
});
