import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysInMonth, formatDate, parseDate } from '#src/domain/dates.ts';
import { isoFromFrench } from '#src/domain/french-dates.ts';
import { calendarFault } from './calendar-fault.ts';

const two = (value: number) => String(value).padStart(2, '0');
const day = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    rank: fc.nat(30),
  })
  .map(({ year, month, rank }) => ({ year, month, day: 1 + (rank % daysInMonth(year, month)) }));

test('tout jour écrit à la française redevient le même jour', () => {
  fc.assert(
    fc.property(day, ({ year, month, day: rank }) => {
      const iso = `${year}-${two(month)}-${two(rank)}`;
      const written = formatDate(iso);
      const forms = [
        `${two(rank)}/${two(month)}/${year}`,
        `${rank}.${month}.${year}`,
        `${year}/${month}/${rank}`,
        `${iso}T10:30:00Z`,
        written,
        written.replace('ᵉʳ', 'er').toUpperCase(),
        `le ${written}`,
      ];
      expect(forms.map(isoFromFrench)).toEqual(forms.map(() => iso));
    }),
  );
});

test('un mois et une année, en lettres ou en chiffres, donnent AAAA-MM', () => {
  for (const text of ['octobre 2021', 'oct. 2021', 'en octobre 2021', '10/2021', 'OCTOBRE 2021']) {
    expect(isoFromFrench(text)).toBe('2021-10');
  }
});

test('ce qui n’est d’aucun calendrier ne donne aucune date', () => {
  for (const text of ['31/02/2021', '32 janvier 2021', 'brumaire 2021', 'hier', '', '2021']) {
    expect(isoFromFrench(text)).toBeUndefined();
  }
});

test('un jour qui existe n’a pas de faute de calendrier ; le jour d’après la fin du mois en a une', () => {
  fc.assert(
    fc.property(day, ({ year, month, day: rank }) => {
      const start = `${year}-${two(month)}`;
      expect(parseDate(`${start}-${two(rank)}`)).toBeDefined();
      expect(calendarFault(`${start}-${two(rank)}`)).toBeUndefined();
      expect(calendarFault(`${start}-${two(daysInMonth(year, month) + 1)}`)).toContain(
        String(daysInMonth(year, month)),
      );
    }),
  );
});
