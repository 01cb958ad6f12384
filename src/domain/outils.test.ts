import { expect, test } from 'vitest';
import { aRevoirLe, dernierJour, inOrder, nouveauteTest, parution, rangement, triOf } from './outils.ts';

const relecture = '2024-05-10';

test('un outil paraît le jour de sa mise en ligne, sinon l’année de sa sortie, jamais le jour d’une relecture', () => {
  expect(parution({ relecture, publication: '2026-03', annee: 2021 })).toBe('2026-03');
  expect(parution({ relecture, annee: 2021 })).toBe('2021');
  expect(parution({ relecture })).toBeUndefined();
});

test('est nouveau ce qui a été mis en ligne moins de six mois avant la dernière date des fiches', () => {
  const [old, recent, undated] = [
    { relecture, publication: '2026-02-15' },
    { relecture: '2026-08-15', publication: '2026-02-16' },
    { relecture, annee: 2026 },
  ] as const;
  const isNew = nouveauteTest([old, recent, undated]);
  expect(dernierJour([old, recent, undated])).toBe('2026-08-15');
  expect([old, recent, undated].map(isNew)).toEqual([false, true, false]);
});

test('sans fiche, rien n’est nouveau et il n’y a pas de dernier jour', () => {
  expect(dernierJour([])).toBeUndefined();
});

test('une fiche est à revoir au bout de la période, ou à la date qu’elle donne', () => {
  expect(aRevoirLe({ relecture }, 24)).toBe('2026-05-10');
  expect(aRevoirLe({ relecture: '2024-05' }, 24)).toBe('2026-05-01');
  expect(aRevoirLe({ relecture, a_revoir: '2025-01' }, 24)).toBe('2025-01-01');
});

test('une fiche se range par les jours pleins de ses dates, et par son rang de l’année', () => {
  const consultations = [{ annee: 2023, rang: 4 }];
  expect(rangement({ relecture: '2024-05', annee: 2021, consultations }, 2023)).toEqual({
    relecture: '2024-05-01',
    parution: '2021-01-01',
    rang: 4,
  });
  expect(rangement({ relecture, consultations }, 2024)).toEqual({ relecture, parution: '', rang: 0 });
});

const byTitle = [
  { nom: 'a', relecture: '2024-01-01', parution: '', rang: 0 },
  { nom: 'b', relecture: '2026-01-01', parution: '2022-01-01', rang: 2 },
  { nom: 'c', relecture: '2024-01-01', parution: '2025-03-01', rang: 1 },
  { nom: 'd', relecture: '2025-01-01', parution: '', rang: 0 },
];
const names = (tri: Parameters<typeof inOrder>[1]) => inOrder(byTitle, tri).map(({ nom }) => nom);

test('les plus récents d’abord ; à égalité, par titre ; ce qui est sans date ou sans rang vient après', () => {
  expect(names(undefined)).toEqual(['a', 'b', 'c', 'd']);
  expect(names('relecture')).toEqual(['b', 'd', 'a', 'c']);
  expect(names('nouveautes')).toEqual(['c', 'b', 'a', 'd']);
  expect(names('consultations')).toEqual(['c', 'b', 'a', 'd']);
});

test('un ordre inconnu est l’ordre des titres', () => {
  expect([triOf('relecture'), triOf('toString'), triOf('prix'), triOf(null)]).toEqual([
    'relecture',
    undefined,
    undefined,
    undefined,
  ]);
});
