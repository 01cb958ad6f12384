import fc from 'fast-check';
import type { RegionSheet } from '#src/domain/region-sheet.ts';
import { type CountedAnswers, regionSheets, withTeam } from '#src/domain/region-sheets.ts';
import { type Region, RegionSchema } from '#src/schemas/region.ts';
import { ScanSchema } from '#src/schemas/scan.ts';
import { type RegionData, regionData } from './region-data.ts';
import { answersArbitrary, PUBLICATION, VOCABULAIRE } from './testing.ts';

/** Invented regions through the real schemas, for tests. Nothing here is of any publication. */

/** As many départements as the largest region of France has. */
const DEPARTEMENTS = Object.fromEntries(
  'Aude Cher Drôme Eure Gers Isère Jura Landes Manche Nord Oise Rhône Val-de-Marne'
    .split(' ')
    .map((nom, index) => [String(index + 10), nom]),
);
export const REGION = {
  ...PUBLICATION,
  region: 'Ponant-et-Grandes-Marées',
  de_la_region: 'du Ponant et des Grandes Marées',
  equipes: {
    singulier: 'maison de santé',
    pluriel: 'maisons de santé',
    genre: 'f' as const,
  },
  departements: DEPARTEMENTS,
};

const dataOf = (sheets: readonly RegionSheet[]): RegionData[] =>
  sheets.flatMap((sheet) => regionData(sheet, REGION, VOCABULAIRE) ?? []);

const teamArbitrary = fc.record({
  creation: fc.option(fc.constantFrom('1998', '2012-09', '2021-03-01'), { nil: undefined }),
  departement: fc.constantFrom(...Object.keys(DEPARTEMENTS)),
});

const yearArbitrary = (annee: number): fc.Arbitrary<CountedAnswers[]> =>
  fc
    .tuple(fc.array(fc.tuple(answersArbitrary, teamArbitrary), { minLength: 5, maxLength: 9 }), fc.boolean())
    .map(([teams, demonstration]) =>
      teams.map(([answers, team]) => withTeam({ ...answers, annee, demonstration }, team)),
    );

/** Computed sheets of two years that follow each other, as pictures' data. */
export const computedArbitrary: fc.Arbitrary<RegionData[]> = fc
  .tuple(yearArbitrary(2025), yearArbitrary(2026))
  .map(([before, now]) => dataOf(regionSheets([], [...before, ...now], REGION)));

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const count = maybe(
  fc.oneof(
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 31, max: 9999 }),
    fc.integer({ max: 9_999_999, min: 10_000 }),
  ),
);
const share = maybe(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0.5, 33.3, 99.9)));
const each = <Key extends string>(keys: readonly Key[], arbitrary: fc.Arbitrary<number | undefined>) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, arbitrary])) as Record<Key, typeof arbitrary>);

/** Published figures, from none to all. */
const publishedArbitrary = (annee: number): fc.Arbitrary<Region> =>
  fc
    .record({
      equipes: fc
        .tuple(
          each(['constituees', 'sans_accord', 'en_projet', 'monosites', 'multisites', 'age_median'], count),
          each(['metiers_par_equipe', 'signataires_par_equipe'], count),
          each(['part_monosites', 'part_multisites'], share),
        )
        .map((parts) => Object.assign({}, ...parts) as object),
      professionnels: count,
      patients: count,
      part_de_la_population: share,
      professions: fc
        .shuffledSubarray([...VOCABULAIRE.professions.keys()], { maxLength: 12 })
        .chain((keys) =>
          fc.tuple(
            ...keys.map((profession) =>
              fc.integer({ min: 0, max: 100 }).map((pourcent) => ({ profession, pourcent })),
            ),
          ),
        ),
      coordination: maybe(
        fc
          .tuple(
            each(['personnes'], count),
            each(['membres_du_reseau', 'formation_pacte', 'aussi_soignants', 'equipes_avec_binome'], share),
          )
          .map((parts) => Object.assign({}, ...parts) as object),
      ),
      parts: maybe(each(['stagiaires', 'prevention', 'etp', 'protocoles', 'usagers', 'cpts'], share)),
      demonstration: fc.boolean(),
    })
    .map((figures) =>
      RegionSchema.parse({
        ...figures,
        annee,
        date_des_donnees: `${annee}-06`,
        source: 'Carnet de bord des maisons du large, édition augmentée, chapitre des chiffres',
        brouillon: false,
      }),
    );

/** Published sheets of two years that follow each other, as pictures' data. */
export const publishedDataArbitrary: fc.Arbitrary<RegionData[]> = fc
  .tuple(publishedArbitrary(2025), publishedArbitrary(2026))
  .map((regions) => dataOf(regionSheets(regions, [], REGION)));

/** A sheet with everything that can be computed: each question answered, every département, a year before. */
export function fullestRegion(): RegionData {
  const professions = [...VOCABULAIRE.professions.keys()].slice(0, 12);
  const answersOf = (annee: number, rank: number) =>
    ScanSchema.parse({
      equipe: 'essai',
      annee,
      composition: professions.map((profession, index) => ({
        profession,
        nombre: 40 - 3 * index,
        signataires: (rank + index) % 3,
      })),
      sites: Array.from({ length: 1 + (rank % 3) }, (_, index) => ({ nom: `Site ${index}` })),
      aci: { signe: rank % 2 === 0 },
      protocoles: rank % 3 === 0 ? [] : ['Lombalgies'],
      prevention: ['Vaccination'],
      etp: rank % 2 === 0 ? ['Diabète'] : [],
      rcp: { tenues: rank % 5 !== 0 },
      stagiaires: { accueil: rank % 7 !== 0, professions: [] },
      usagers: { associes: rank % 4 === 0 },
      cpts: { membre: rank % 6 !== 0 },
      logiciel: { partage: true },
      coordination: {
        personnes: 1 + (rank % 2),
        binome: rank % 2 === 1,
        heures_par_semaine: 10 + rank + (annee - 2025),
        formation_pacte: rank % 3 === 0,
        aussi_soignants: rank % 4 === 0,
      },
      patients: 12_000 + 431 * rank,
      demonstration: true,
      brouillon: false,
    });
  const codes = Object.keys(DEPARTEMENTS);
  const year = (annee: number, teams: number) =>
    Array.from({ length: teams }, (_, rank) => {
      const team = { creation: String(2000 + (rank % 20)), departement: codes[rank % codes.length] ?? '10' };
      return withTeam(answersOf(annee, rank), team);
    });
  const all = dataOf(regionSheets([], [...year(2025, 41), ...year(2026, 53)], REGION));
  const last = all.at(-1);
  if (!last) throw new Error('no sheet');
  return last;
}

/** A sheet of published figures that never change: the shares and the professions that a federation tells of its year. */
export function publishedRegion(): RegionData {
  const region = RegionSchema.parse({
    annee: 2026,
    date_des_donnees: '2026-06',
    source: 'Carnet de bord des maisons du large',
    equipes: {
      constituees: 64,
      sans_accord: 3,
      en_projet: 9,
      part_monosites: 41,
      part_multisites: 59,
      monosites: 26,
      multisites: 38,
      age_median: 6,
      metiers_par_equipe: 8,
      signataires_par_equipe: 22,
    },
    professionnels: 1834,
    patients: 512_300,
    part_de_la_population: 17,
    professions: [31, 22, 14, 9, 4].map((pourcent, index) => ({ profession: `metier-${index}`, pourcent })),
    coordination: { personnes: 71, formation_pacte: 62, aussi_soignants: 18, equipes_avec_binome: 12 },
    parts: { stagiaires: 88, prevention: 73, etp: 27, protocoles: 81, usagers: 33.3, cpts: 0.5 },
    brouillon: false,
  });
  const [data] = dataOf(regionSheets([region], [], REGION));
  if (!data) throw new Error('no sheet');
  return data;
}
