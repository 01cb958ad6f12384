import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedScans, MIN_TEAMS, numberFigures, regionFigures } from './region-figures.ts';
import { percentOf } from './shares.ts';
import { type ScanAnswers, valuesOf } from './scan-values.ts';

const scan = (answers: Partial<ScanAnswers> = {}): ScanAnswers => ({
  annee: 2025,
  composition: [{ profession: 'infirmier', nombre: 2 }],
  equipe: { departement: '44' },
  ...answers,
});
const times = (count: number, answers: Partial<ScanAnswers> = {}) =>
  Array.from({ length: count }, () => scan(answers));

describe('ce qu’une équipe a répondu', () => {
  test('« pas répondu », « non » et « aucun » restent trois réponses', () => {
    expect(valuesOf(scan()).pratiques.protocoles).toBeUndefined();
    expect(valuesOf(scan({ protocoles: [] })).pratiques.protocoles).toBe(false);
    expect(valuesOf(scan({ protocoles: ['Plaies'] })).pratiques.protocoles).toBe(true);
    expect(valuesOf(scan({ usagers: { associes: false } })).pratiques.usagers).toBe(false);
    expect(valuesOf(scan()).nombres.patients).toBeUndefined();
    expect(valuesOf(scan({ patients: 0 })).nombres.patients).toBe(0);
  });

  test('un seul site, plusieurs, ou pas de réponse', () => {
    const multi = [undefined, [], ['a'], ['a', 'b']].map(
      (sites) => valuesOf(scan(sites && { sites })).pratiques.multisites,
    );
    expect(multi).toEqual([undefined, false, false, true]);
  });

  test('les signataires ne se comptent que si chaque métier a répondu', () => {
    const line = (signataires?: number) => ({ profession: 'infirmier', nombre: 3, signataires });
    const signed = (lines: ScanAnswers['composition']) =>
      valuesOf(scan({ composition: lines })).nombres.signataires;
    expect(signed([line(2), line(0)])).toBe(2);
    expect(signed([line(2), line()])).toBeUndefined();
  });

  test('deux bornes d’heures comptent pour leur milieu', () => {
    const hours = (heures_par_semaine: number | { de: number; a: number }) =>
      valuesOf(scan({ coordination: { heures_par_semaine } })).nombres.heures;
    expect([hours(14), hours({ de: 10, a: 15 })]).toEqual([14, 12.5]);
  });

  test('l’âge va de l’année de création à celle du Scan’équipe ; une création plus tardive n’en donne pas', () => {
    const age = (creation?: string) =>
      valuesOf(scan({ equipe: { creation, departement: '44' } })).nombres.age;
    expect(['2007', '2019-12', '2025-01-31', '2026', undefined].map(age)).toEqual([
      18,
      6,
      0,
      undefined,
      undefined,
    ]);
  });
});

describe('les chiffres calculés', () => {
  test('aucun chiffre en dessous de cinq équipes', () => {
    expect(regionFigures(2025, times(4))).toBeUndefined();
    expect(regionFigures(2025, times(5))?.equipes).toBe(5);
  });

  test('ni brouillon, ni réponse inventée parmi de vraies', () => {
    const some = (count: number, brouillon: boolean, demonstration: boolean) =>
      Array.from({ length: count }, () => ({ brouillon, demonstration }));
    const [real, invented, draft] = [some(5, false, false), some(6, false, true), some(9, true, false)];
    expect(countedScans([...real, ...invented, ...draft])).toEqual(real);
    expect(countedScans([...invented, ...draft])).toEqual(invented);
    expect(countedScans([...invented, ...some(1, false, false)])).toEqual([]);
    expect(countedScans([...some(4, false, false), ...draft])).toEqual([]);
  });

  test('une question à laquelle moins de cinq équipes ont répondu n’a pas de chiffre', () => {
    const scans = [...times(4, { patients: 100, usagers: { associes: true } }), ...times(3)];
    const figures = regionFigures(2025, scans);
    expect(figures?.nombres.patients).toBeUndefined();
    expect(figures?.pratiques.usagers).toBeUndefined();
    expect(figures?.nombres.professionnels?.sur).toBe(7);
  });

  test('qui n’a pas répondu n’est pas au dénominateur ; qui a répondu « non » y est', () => {
    const scans = [
      ...times(3, { cpts: { membre: true } }),
      ...times(3, { cpts: { membre: false } }),
      ...times(2),
    ];
    expect(regionFigures(2025, scans)?.pratiques.cpts).toEqual({ sur: 6, oui: 3, part: 50 });
  });

  test('somme, moyenne et médiane ; la médiane d’un nombre pair est le milieu des deux du centre', () => {
    expect(numberFigures([1, 2, 9])).toEqual({ sur: 3, somme: 12, moyenne: 4, mediane: 2 });
    expect(numberFigures([9, 1, 3, 2])).toEqual({ sur: 4, somme: 15, moyenne: 3.8, mediane: 2.5 });
    expect(numberFigures([7])).toEqual({ sur: 1, somme: 7, moyenne: 7, mediane: 7 });
  });

  test('la part d’un métier est celle de toutes les personnes comptées', () => {
    const scans = [
      ...times(4),
      scan({
        composition: [
          { profession: 'pharmacien', nombre: 3 },
          { profession: 'infirmier', nombre: 1 },
        ],
        equipe: { departement: '85' },
      }),
    ];
    const figures = regionFigures(2025, scans);
    expect(figures?.metiers).toEqual([
      { profession: 'infirmier', nombre: 9, part: 75 },
      { profession: 'pharmacien', nombre: 3, part: 25 },
    ]);
    expect(figures?.departements).toEqual([
      { code: '44', nombre: 4 },
      { code: '85', nombre: 1 },
    ]);
  });

  test('une part n’est de 0 % ou de 100 % que si c’est aucune ou toutes', () => {
    expect([percentOf(0, 300), percentOf(1, 300), percentOf(299, 300), percentOf(300, 300)]).toEqual([
      0, 1, 99, 100,
    ]);
    expect([percentOf(1, 3), percentOf(2, 3), percentOf(1, 8)]).toEqual([33, 67, 13]);
  });
});

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const hour = fc.integer({ min: 1, max: 80 }).map((quarter) => quarter / 4);
const anyScan: fc.Arbitrary<ScanAnswers> = fc.record({
  annee: fc.constant(2025),
  composition: fc.uniqueArray(
    fc.record({
      profession: fc.constantFrom('infirmier', 'pharmacien', 'biologiste', 'secretaire'),
      nombre: fc.integer({ min: 1, max: 40 }),
      signataires: maybe(fc.nat(40)),
    }),
    { minLength: 1, selector: ({ profession }) => profession },
  ),
  sites: maybe(fc.array(fc.constant('site'), { maxLength: 4 })),
  protocoles: maybe(fc.array(fc.constant('protocole'), { maxLength: 2 })),
  stagiaires: maybe(fc.record({ accueil: fc.boolean() })),
  coordination: maybe(
    fc.record({
      personnes: maybe(fc.nat(4)),
      binome: maybe(fc.boolean()),
      heures_par_semaine: maybe(fc.oneof(hour, fc.record({ de: hour, a: hour }))),
    }),
  ),
  patients: maybe(fc.nat(20_000)),
  equipe: fc.record({
    creation: maybe(fc.integer({ min: 1990, max: 2030 }).map(String)),
    departement: fc.constantFrom('44', '49', '2A'),
  }),
});
const anyScans = fc.array(anyScan, { minLength: MIN_TEAMS, maxLength: 30 });

describe('quelles que soient les équipes', () => {
  test('leur ordre ne change rien', () => {
    const twoOrders = anyScans.chain((scans) =>
      fc.tuple(fc.constant(scans), fc.shuffledSubarray(scans, { minLength: scans.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([scans, shuffled]) => {
        expect(regionFigures(2025, shuffled)).toEqual(regionFigures(2025, scans));
      }),
    );
  });

  test('chaque chiffre repose sur cinq équipes au moins, et sur celles-là seules qui ont répondu', () => {
    fc.assert(
      fc.property(anyScans, (scans) => {
        const figures = regionFigures(2025, scans);
        const values = scans.map(valuesOf);
        for (const group of ['nombres', 'pratiques'] as const) {
          for (const key of Object.keys(values[0]?.[group] ?? {})) {
            const count = values.filter((team) => Object(team[group])[key] !== undefined).length;
            const figure = Object(figures?.[group])[key] as { sur: number } | undefined;
            expect(figure?.sur, key).toBe(count < MIN_TEAMS ? undefined : count);
          }
        }
      }),
    );
  });

  test('une part est entre 0 et 100, et dit combien sur combien', () => {
    fc.assert(
      fc.property(anyScans, (scans) => {
        for (const { sur, oui, part } of Object.values(regionFigures(2025, scans)?.pratiques ?? {})) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(100);
          expect(oui).toBeLessThanOrEqual(sur);
          expect(part === 100).toBe(oui === sur);
          expect(part === 0).toBe(oui === 0);
          expect(Math.abs(part - (100 * oui) / sur)).toBeLessThanOrEqual(0.5);
        }
      }),
    );
  });

  test('les métiers font toutes les personnes, les départements toutes les équipes', () => {
    fc.assert(
      fc.property(anyScans, (scans) => {
        const figures = regionFigures(2025, scans);
        const sum = (rows: readonly { nombre: number }[] = []) =>
          rows.reduce((total, { nombre }) => total + nombre, 0);
        expect(sum(figures?.metiers)).toBe(figures?.nombres.professionnels?.somme);
        expect(sum(figures?.departements)).toBe(figures?.equipes);
      }),
    );
  });

  test('moyenne et médiane sont entre la plus petite et la plus grande réponse ; la moitié est de chaque côté de la médiane', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1 }), (values) => {
        const { moyenne, mediane } = numberFigures(values);
        for (const value of [moyenne, mediane]) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...values));
          expect(value).toBeLessThanOrEqual(Math.max(...values));
        }
        expect(values.filter((value) => value < mediane).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > mediane).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});
