import { describe, expect, test } from 'vitest';
import { comparisonOf, otherYearNote } from './region-comparison.ts';
import { computedSheet } from './region-computed.ts';
import { regionFigures } from './region-figures.ts';
import { type PublishedRegion, publishedSheet } from './region-published.ts';
import { type Chiffre, evolutionInFull, linesOf, type RegionSheet, withEvolution } from './region-sheet.ts';
import type { RegionWords } from './region-words.ts';
import type { ScanAnswers } from './scan-values.ts';

const words: RegionWords = {
  equipes: { singulier: 'maison de santé', pluriel: 'maisons de santé', genre: 'f' },
  de_la_region: 'du Ponant',
  organisation: { nom: 'Union', article: "l'" },
  departements: { '29': 'Finistère' },
};
const inTheMasculine: RegionWords = {
  ...words,
  equipes: { singulier: 'centre', pluriel: 'centres', genre: 'm' },
};
const region = (more: Partial<PublishedRegion> = {}): PublishedRegion => ({
  annee: 2023,
  date_des_donnees: '2023-06',
  source: 'Rapport 2023',
  demonstration: false,
  equipes: {},
  professions: [],
  ...more,
});
const scan = (answers: Partial<ScanAnswers> = {}): ScanAnswers => ({
  annee: 2025,
  composition: [
    { profession: 'infirmier', nombre: 3 },
    { profession: 'pharmacien', nombre: 1 },
  ],
  equipe: { departement: '29', creation: '2019' },
  ...answers,
});
function computed(scans: readonly ScanAnswers[], annee = 2025): RegionSheet {
  const figures = regionFigures(annee, scans);
  if (!figures) throw new Error('too few scans');
  return computedSheet(figures, words, false);
}

/** No-break spaces as plain ones, so that a pinned sentence can be read. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const said = ({ valeur, libelle, detail, base, evolution }: Chiffre) =>
  plain(
    [`${valeur.texte} ${libelle}`, detail?.texte, base?.texte, evolution && evolutionInFull(evolution)]
      .filter((part) => part !== undefined)
      .join(' | '),
  );
const phrase = (sheet: RegionSheet) => plain(sheet.phrase.map(({ texte }) => texte).join(''));

describe('ce qui a été publié', () => {
  const full = region({
    equipes: {
      constituees: 81,
      sans_accord: 5,
      en_projet: 1,
      multisites: 66,
      part_multisites: 82,
      monosites: 15,
      age_median: 5,
      metiers_par_equipe: 9,
      signataires_par_equipe: 28,
    },
    professionnels: 2382,
    patients: 719_920,
    part_de_la_population: 19,
    professions: [{ profession: 'infirmier', pourcent: 24 }],
    coordination: { personnes: 90, membres_du_reseau: 79, equipes_avec_binome: 22 },
    parts: { etp: 29, stagiaires: 96 },
  });

  test('chaque ligne est une phrase qui commence par son chiffre', () => {
    expect(linesOf(publishedSheet(full, words)).map(said)).toEqual([
      '81 maisons de santé constituées | dont 5 maisons de santé sans accord conventionnel',
      '1 maison de santé en projet',
      '5 ans d’âge médian pour une maison de santé',
      '82 % des maisons de santé travaillent sur plusieurs sites | 66 maisons de santé',
      '15 maisons de santé travaillent sur un seul site',
      '2 382 professionnels',
      '9 métiers par maison de santé, en moyenne',
      '28 signataires du projet par maison de santé constituée, en moyenne',
      '719 920 patients suivis',
      '19 % des habitants du Ponant',
      '90 personnes coordonnent les maisons de santé',
      '79 % des coordinateurs sont membres de leur réseau',
      '22 % des maisons de santé sont coordonnées à deux',
      '96 % des maisons de santé accueillent des stagiaires',
      '29 % des maisons de santé mènent des programmes d’éducation thérapeutique',
      '24 % des professionnels',
    ]);
  });

  test('un nom masculin s’accorde, un seul est au singulier', () => {
    const one = region({ equipes: { constituees: 1, monosites: 1 }, professionnels: 4 });
    const sheet = publishedSheet(one, inTheMasculine);
    expect(linesOf(sheet).map(said)).toEqual([
      '1 centre constitué',
      '1 centre travaille sur un seul site',
      '4 professionnels',
    ]);
    expect(phrase(sheet)).toBe('En 2023, 1 centre réunit 4 professionnels.');
  });

  test('la phrase ne dit que ce qui est connu', () => {
    expect(phrase(publishedSheet(full, words))).toBe(
      'En 2023, 81 maisons de santé réunissent 2 382 professionnels et suivent 719 920 patients, soit 19 % des habitants du Ponant.',
    );
    const some = (more: Partial<PublishedRegion>) =>
      phrase(publishedSheet(region({ equipes: { constituees: 81 }, ...more }), words));
    expect(some({})).toBe('En 2023, la région compte 81 maisons de santé.');
    expect(some({ patients: 12, part_de_la_population: 4 })).toBe(
      'En 2023, 81 maisons de santé suivent 12 patients, soit 4 % des habitants du Ponant.',
    );
    expect(some({ part_de_la_population: 4 })).toBe('En 2023, la région compte 81 maisons de santé.');
    expect(phrase(publishedSheet(region({ professionnels: 3 }), words))).toBe('');
  });

  test('chaque chiffre mène à son champ, et six au plus sont les principaux', () => {
    const sheet = publishedSheet(full, words);
    const fields = JSON.parse(JSON.stringify(full)) as Record<string, unknown>;
    for (const { valeur, nombre } of linesOf(sheet)) {
      const path = (valeur.sources[0] ?? '').split('.');
      expect(
        path.reduce<unknown>((value, key) => Object(value)[key], fields),
        path.join('.'),
      ).toBe(nombre);
    }
    expect(sheet.chiffres.map(({ cle }) => cle)).toEqual([
      'constituees',
      'professionnels',
      'patients',
      'population',
      'metiers_par_equipe',
      'coordinateurs',
    ]);
  });

  test('sans chiffre, rien que la source', () => {
    const sheet = publishedSheet(region(), words);
    expect(sheet).toEqual(JSON.parse(JSON.stringify(sheet)));
    expect([sheet.blocs, sheet.parts, sheet.metiers, sheet.chiffres, sheet.phrase]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(sheet.pied.map(({ texte }) => plain(texte))).toEqual([
      'Source : Rapport 2023, données de juin 2023.',
    ]);
  });
});

describe('ce qui est calculé', () => {
  const five = Array.from({ length: 5 }, (_, index) =>
    scan({
      patients: 100 * (index + 1),
      protocoles: [],
      stagiaires: { accueil: index > 0 },
      coordination: { heures_par_semaine: 7 },
    }),
  );

  test('chaque chiffre dit sur combien d’équipes il repose', () => {
    const sheet = computed([...five, scan({ sites: ['a'], equipe: { departement: '2A' } })]);
    expect(plain(sheet.titre.texte)).toBe('Chiffres calculés à partir de 6 Scan’équipe');
    expect(phrase(sheet)).toBe(
      'En 2025, 6 maisons de santé ont répondu au Scan’équipe et réunissent 24 professionnels de 2 métiers.',
    );
    expect(linesOf(sheet).map(said)).toEqual([
      '6 maisons de santé ayant répondu au Scan’équipe',
      '6 ans d’âge médian pour une maison de santé | date de création de 5 maisons de santé sur 6',
      '24 professionnels | réponses des 6 maisons de santé',
      '4 professionnels par maison de santé, en moyenne | réponses des 6 maisons de santé',
      '2 métiers par maison de santé, en moyenne | réponses des 6 maisons de santé',
      '1 500 patients suivis | réponses de 5 maisons de santé sur 6',
      '300 patients par maison de santé, valeur médiane | réponses de 5 maisons de santé sur 6',
      '7 h de coordination par semaine pour une maison de santé, valeur médiane | réponses de 5 maisons de santé sur 6',
      '5 maisons de santé · Finistère | sur 6 maisons de santé',
      '1 maison de santé · 2A | sur 6 maisons de santé',
      '80 % des maisons de santé accueillent des stagiaires | 4 maisons de santé sur 5 ayant répondu',
      '0 % des maisons de santé ont des protocoles pluriprofessionnels | aucune maison de santé sur 5 ayant répondu',
      '75 % des professionnels | 18 sur 24',
      '25 % des professionnels | 6 sur 24',
    ]);
    for (const { valeur, base, cle } of linesOf(sheet)) {
      expect(valeur.sources[0]).toMatch(/^regle:(somme|moyenne|mediane|part|compte):/);
      expect(base !== undefined || cle === 'repondants', cle).toBe(true);
    }
    expect(sheet).toEqual(JSON.parse(JSON.stringify(sheet)));
  });

  test('d’une année à l’autre : l’écart des chiffres montrés, et sur combien d’équipes', () => {
    const before = computed(
      five.map((answers, index) => ({ ...answers, annee: 2024, stagiaires: { accueil: index > 1 } })),
      2024,
    );
    const now = withEvolution(computed([...five, scan({ stagiaires: { accueil: false } })]), before);
    const change = (cle: string) =>
      said(linesOf(now).find((line) => line.cle === cle) as Chiffre).replace(/^.*\| /, '');
    expect(['repondants', 'age', 'stagiaires', 'protocoles', 'metiers_par_equipe'].map(change)).toEqual([
      '1 de plus qu’en 2024',
      '1 an de plus qu’en 2024 (sur 5 réponses)',
      '7 points de plus qu’en 2024 (sur 5 réponses)',
      'comme en 2024 (sur 5 réponses)',
      'comme en 2024 (sur 5 réponses)',
    ]);
  });
});

test('jamais d’évolution d’une source à l’autre, ni vers une année plus tardive', () => {
  const published = publishedSheet(region({ equipes: { constituees: 12, age_median: 5 } }), words);
  const answered = computed(Array.from({ length: 5 }, () => scan()));
  expect(() => withEvolution(answered, published)).toThrow(RangeError);
  const earlier = publishedSheet(region({ annee: 2022, equipes: { constituees: 10 } }), words);
  expect(() => withEvolution(earlier, published)).toThrow(RangeError);
  expect(linesOf(withEvolution(published, earlier)).map(said)).toEqual([
    '12 maisons de santé constituées | 2 de plus qu’en 2022',
    '5 ans d’âge médian pour une maison de santé',
  ]);
  expect(withEvolution(published, undefined)).toBe(published);
});

test('un nombre et une part ne se soustraient pas', () => {
  const count = publishedSheet(region({ annee: 2022, equipes: { multisites: 6 } }), words);
  const share = publishedSheet(region({ equipes: { part_multisites: 60 } }), words);
  expect(linesOf(withEvolution(share, count))[0]?.evolution).toBeUndefined();
});

describe('une équipe et sa région', () => {
  const published = (annee: number) =>
    publishedSheet(
      region({
        annee,
        equipes: { metiers_par_equipe: 9, part_multisites: 82 },
        parts: { etp: 29, usagers: 40 },
      }),
      words,
    );
  const rows = (answers: ScanAnswers, sheets: readonly RegionSheet[]) =>
    comparisonOf(answers, sheets)?.lignes.map(
      ({ libelle, equipe, region: line }) => `${libelle} : ${plain(equipe)} / ${said(line)}`,
    );

  test('seulement ce que les deux disent ; « non » et « aucun » se comparent aussi', () => {
    const answers = scan({
      sites: ['a', 'b'],
      etp: [],
      coordination: { heures_par_semaine: { de: 10, a: 15 } },
    });
    expect(rows(answers, [published(2023)])).toEqual([
      'Métiers : 2 / 9 métiers par maison de santé, en moyenne',
      'Plusieurs sites : Oui / 82 % des maisons de santé travaillent sur plusieurs sites',
      'Éducation thérapeutique : Non / 29 % des maisons de santé mènent des programmes d’éducation thérapeutique',
    ]);
    const all = computed(Array.from({ length: 5 }, () => answers));
    expect(rows(answers, [all])).toContain(
      'Coordination : 10 à 15 h par semaine / 12,5 h de coordination par semaine pour une maison de santé, valeur médiane | réponses des 5 maisons de santé',
    );
  });

  test('la même année d’abord, sinon la plus proche, et c’est dit', () => {
    const year = (annee: number, sheets: readonly RegionSheet[]) => {
      const comparison = comparisonOf(scan({ annee }), sheets);
      return comparison && [comparison.feuille.annee, plain(otherYearNote(comparison) ?? '')];
    };
    const sheets = [published(2019), published(2023)];
    expect(year(2023, sheets)).toEqual([2023, '']);
    expect(year(2020, sheets)?.[0]).toBe(2019);
    expect(year(2021, sheets)).toEqual([
      2023,
      'La région n’a pas de chiffres comparables pour 2021 : voici ceux de 2023, l’année la plus proche.',
    ]);
    expect(year(2021, [])).toBeUndefined();
  });

  test('une année sans rien de commun laisse la place à la suivante ; rien de commun du tout, pas de tableau', () => {
    const bare = publishedSheet(region({ annee: 2025, professionnels: 12 }), words);
    expect(comparisonOf(scan(), [bare, published(2023)])?.feuille.annee).toBe(2023);
    expect(comparisonOf(scan(), [bare])).toBeUndefined();
  });

  test('de deux sources d’une même année, la calculée ; l’équipe y est comptée, sauf inventée parmi de vraies', () => {
    const sheets = [published(2025), computed(Array.from({ length: 5 }, () => scan()))];
    expect(comparisonOf(scan(), sheets)).toMatchObject({ feuille: { source: 'calculee' }, comptee: true });
    expect(comparisonOf(scan({ demonstration: true }), sheets)?.comptee).toBe(false);
    expect(comparisonOf(scan({ annee: 2024 }), sheets)?.comptee).toBe(false);
    expect(comparisonOf(scan(), [published(2025)])?.comptee).toBe(false);
  });
});
