import { expect, test } from 'vitest';
import { likeness, likenessSentence, type Traits } from './likeness.ts';

const team = (changes: Partial<Traits>): Traits => ({
  metiers: new Set(['infirmier', 'medecin-generaliste', 'pharmacien']),
  departement: '44',
  themes: new Map(),
  ...changes,
});
const said = (a: Traits, b: Traits) => {
  const like = likeness(a, b);
  return like && likenessSentence(like);
};

test('chaque point commun est dit par ce qu’il est', () => {
  const themes = new Map([
    ['prevention', 'Prévention'],
    ['etp', 'Éducation thérapeutique'],
    ['vie-equipe', 'Vie d’équipe'],
  ]);
  const one = team({ implantation: 'multisite', personnes: 40, annee: 2007, themes });
  const other = team({ implantation: 'multisite', personnes: 30, annee: 2009, themes, departement: '49' });
  expect(said(one, other)).toMatchInlineSnapshot(
    `"Ce qui les rapproche : 3 métiers en commun, plusieurs sites, une taille proche (40 et 30 personnes), des débuts proches (2007 et 2009) et des thèmes de récits (« Prévention », « Éducation thérapeutique » et 1 autre)."`,
  );
  expect(said(one, { ...one, themes: new Map([['etp', 'Éducation thérapeutique']]) })).toMatchInlineSnapshot(
    `"Ce qui les rapproche : 3 métiers en commun, plusieurs sites, la même taille (40 personnes), les mêmes débuts (2007), un thème de récit (« Éducation thérapeutique ») et le même département."`,
  );
});

test('ce qui diffère, ou que l’on ignore, n’est pas une raison', () => {
  const one = team({ implantation: 'monosite', personnes: 8, annee: 2001 });
  expect(said(one, team({ departement: '85', implantation: 'multisite', personnes: 40, annee: 2019 }))).toBe(
    'Ce qui les rapproche\u00A0: 3\u00A0métiers en commun.',
  );
  expect(said(one, team({ departement: '85' }))).toBe(
    'Ce qui les rapproche\u00A0: 3\u00A0métiers en commun.',
  );
});

test('sans un métier en commun, deux équipes ne se ressemblent pas', () => {
  expect(likeness(team({}), team({ metiers: new Set(['sage-femme']) }))).toBeUndefined();
});

test('se ressembler est réciproque, et rien ne ressemble plus à une équipe qu’elle-même', () => {
  const teams = [
    team({ personnes: 12, annee: 2015, implantation: 'monosite' }),
    team({ metiers: new Set(['infirmier']), personnes: 9, annee: 2016 }),
    team({ personnes: 40, annee: 2001, themes: new Map([['etp', 'ETP']]) }),
  ];
  const score = (a: Traits, b: Traits) => likeness(a, b)?.score ?? 0;
  for (const a of teams)
    for (const b of teams) {
      expect(score(a, b)).toBeCloseTo(score(b, a));
      expect(score(a, a)).toBeGreaterThanOrEqual(score(a, b));
    }
});
