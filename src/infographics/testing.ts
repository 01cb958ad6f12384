import fc from 'fast-check';
import { ScanSchema, type Scan as Answers } from '#src/schemas/scan.ts';
import { equipeSchema } from '#src/schemas/equipe.ts';
import { plainTools } from '#src/schemas/fields.ts';
import { PublicationSchema } from '#src/schemas/publication.ts';
import { vocabulaireOf } from '#src/schemas/vocabulaire.ts';
import { type ScanData, scanData } from './scan-data.ts';

/** Invented answers through the real schemas, for tests and measures. Nothing here is of any publication. */

const WORDS =
  'équipe santé œuvre patients prévention coordonnée lombalgies hospitalière pluriprofessionnelle dépistage de la à les soins suivi'.split(
    ' ',
  );
/** French words up to so many characters, one letter at least; sometimes one endless word. */
const phrase = (most: number) =>
  fc
    .oneof(
      {
        weight: 12,
        arbitrary: fc
          .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 16 })
          .map((words) => words.join(' ')),
      },
      { weight: 1, arbitrary: fc.constant('anticonstitutionnellement'.repeat(4)) },
      { weight: 1, arbitrary: fc.constantFrom('R&D <équipe> "A"', 'l’« Œuvre » d’Ÿ', 'Łódź 2 : 14 h 30') },
    )
    .map((text) => text.slice(0, most).trim());
const list = (most: number, length: number) => fc.array(phrase(length), { maxLength: most });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const date = fc.constantFrom('2007', '2019-12', '2021-03-01', '1999-10-31');

/** Any opaque colour. */
export const colourArbitrary = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

const FAMILLES = ['soin', 'labo', 'appui', 'autres'] as const;
const COLOURS: readonly (readonly [string, string])[] = [
  ['#125A6B', '#8FDFE6'],
  ['#6F3D94', '#DDB6F0'],
  ['#B8431C', '#FFAE8A'],
  ['#56616B', '#F3EBDA'],
];
const ICONS = ['stethoscope', 'tooth', 'nurse', 'pharmacy', undefined];
const NAMES = ['soignant', 'masseur-kinésithérapeute', 'infirmier en pratique avancée en ville'];

/** Forty professions of four families, and what else the answers refer to. */
export const VOCABULAIRE = vocabulaireOf((name) => {
  if (name === 'familles')
    return Object.fromEntries(
      FAMILLES.map((cle, index) => {
        const [couleur, couleur_sombre] = COLOURS[index] ?? ['#000000', '#FFFFFF'];
        return [cle, { nom: `Métiers du ${cle}`, court: cle, couleur, couleur_sombre }];
      }),
    );
  if (name === 'professions')
    return Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => {
        const nom = `${NAMES[index % NAMES.length]} ${index + 1}`;
        const pictogramme = ICONS[index % ICONS.length];
        return [
          `metier-${index}`,
          {
            nom,
            feminin: nom,
            pluriel: `${nom} (plusieurs)`,
            famille: FAMILLES[index % FAMILLES.length],
            ...(pictogramme === undefined ? {} : { pictogramme }),
          },
        ];
      }),
    );
  if (name === 'structures')
    return {
      sisa: { nom: 'SISA', pluriel: 'SISA', genre: 'f' },
      assoc: { nom: 'Association', pluriel: 'Associations', genre: 'f' },
    };
  if (name === 'formes')
    return {
      pole: {
        nom: 'maison de santé pluriprofessionnelle',
        court: 'maison de santé',
        pluriel: 'maisons de santé',
      },
    };
  return {};
});

export const PUBLICATION = PublicationSchema.parse({
  nom: 'La Vague',
  sous_titre: 'Essais',
  description: 'Une publication inventée pour les essais.',
  adresse: 'https://la-vague.example',
  organisation: { nom: 'La Vague', nom_complet: 'La Vague', article: '' },
  region: 'Ponant',
  dans_la_region: 'dans le Ponant',
  de_la_region: 'du Ponant',
  departements: { '29': 'Finistère' },
  accueil: { titre: 'Essais', chapeau: 'Essais.' },
  equipes: { singulier: 'équipe', pluriel: 'équipes', genre: 'f' },
  formats: {},
  familles_de_codes: {},
  licence_du_contenu: { nom: 'CC BY 4.0', adresse: 'https://creativecommons.org/' },
});

/** People by profession: one to forty professions, no more than four hundred people. */
const composition = fc
  .tuple(
    fc.shuffledSubarray([...VOCABULAIRE.professions.keys()], { minLength: 1 }),
    fc.infiniteStream(
      fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 12 }) },
        { weight: 1, arbitrary: fc.integer({ min: 13, max: 200 }) },
      ),
    ),
    fc.infiniteStream(fc.option(fc.boolean(), { nil: undefined, freq: 1 })),
    fc.infiniteStream(fc.option(phrase(60), { nil: undefined, freq: 1 })),
  )
  .map(([professions, numbers, signed, notes]) => {
    let left = 400;
    return professions.flatMap((profession, index) => {
      const others = professions.length - index - 1;
      const nombre = Math.min(numbers.next().value ?? 1, left - others);
      left -= nombre;
      const signs = index % 3 === 0 ? signed.next().value : undefined;
      const note = index % 11 === 3 ? notes.next().value : undefined;
      return [
        {
          profession,
          nombre,
          ...(signs === undefined ? {} : { signataires: signs ? nombre : 0 }),
          ...(note === undefined ? {} : { note }),
        },
      ];
    });
  });

/** Answers from the barest to the fullest that the form allows in practice: every sheet must hold them. */
export const answersArbitrary: fc.Arbitrary<Answers> = fc
  .record({
    composition,
    date: maybe(fc.constantFrom('2026-06-15', '2026-03-01')),
    source: fc.option(phrase(120), { nil: undefined, freq: 1 }),
    sites: maybe(
      fc.array(fc.record({ nom: phrase(60), commune: maybe(phrase(30)), note: maybe(phrase(100)) }), {
        maxLength: 5,
      }),
    ),
    structures: maybe(
      fc.array(
        fc.record({
          type: fc.constantFrom('sisa', 'assoc'),
          nombre: maybe(fc.integer({ min: 1, max: 9 })),
          membres: maybe(fc.integer({ min: 0, max: 120 })),
          depuis: maybe(date),
          professions: fc.shuffledSubarray(['metier-1', 'metier-2', 'metier-3']),
          objet: maybe(phrase(90)),
        }),
        { maxLength: 4 },
      ),
    ),
    aci: maybe(fc.record({ signe: fc.boolean(), depuis: maybe(date) })),
    protocoles: maybe(list(12, 90)),
    prevention: maybe(list(6, 90)),
    etp: maybe(list(4, 60)),
    rcp: maybe(fc.record({ tenues: fc.boolean(), par_an: maybe(fc.nat({ max: 60 })) })),
    stagiaires: maybe(
      fc.record({ accueil: fc.boolean(), professions: fc.shuffledSubarray(['metier-1', 'metier-5']) }),
    ),
    usagers: maybe(fc.record({ associes: fc.boolean(), comment: maybe(phrase(120)) })),
    cpts: maybe(fc.record({ membre: fc.boolean(), nom: maybe(phrase(60)) })),
    coordination: maybe(
      fc.record({
        personnes: maybe(fc.nat({ max: 5 })),
        binome: maybe(fc.boolean()),
        heures_par_semaine: maybe(
          fc.oneof(fc.integer({ min: 1, max: 70 }), fc.constant({ de: 10, a: 15 }), fc.constant(17.5)),
        ),
        formation_pacte: maybe(fc.boolean()),
        aussi_soignants: maybe(fc.boolean()),
        description: maybe(phrase(150)),
      }),
    ),
    gouvernance: maybe(phrase(180)),
    logiciel: maybe(fc.record({ partage: fc.boolean(), nom: maybe(phrase(40)) })),
    patients: maybe(fc.nat({ max: 60_000 })),
    perspectives: maybe(list(6, 80)),
    demonstration: fc.boolean(),
  })
  .map((answers) => ScanSchema.parse({ equipe: 'essai', annee: 2026, ...answers, brouillon: false }));

const equipeArbitrary = fc
  .record({
    nom: phrase(90),
    implantation: maybe(fc.constantFrom('monosite' as const, 'multisite' as const)),
    commune: phrase(45),
    creation: maybe(date),
    reconnaissance: maybe(date),
    reconnaissance_note: fc.option(phrase(100), { nil: undefined, freq: 1 }),
  })
  .map((equipe) =>
    equipeSchema(plainTools).parse({
      ...equipe,
      forme: 'pole',
      code_postal: '29000',
      departement: '29',
      brouillon: false,
    }),
  );

/** A team's data, and the raw answers that it comes from. */
export const scanArbitrary: fc.Arbitrary<{
  data: ScanData;
  answers: Answers;
  equipe: Parameters<typeof scanData>[1];
}> = fc.tuple(equipeArbitrary, answersArbitrary).map(([equipe, answers]) => ({
  equipe,
  answers,
  data: scanData('essai', equipe, answers, { publication: PUBLICATION, vocabulaire: VOCABULAIRE }),
}));

const SAMPLES = {
  ordinaire: {
    composition: [
      { profession: 'metier-0', nombre: 7 },
      { profession: 'metier-1', nombre: 2, signataires: 2 },
      { profession: 'metier-2', nombre: 12, note: 'Deux sont en formation.' },
      { profession: 'metier-3', nombre: 4 },
      { profession: 'metier-4', nombre: 1 },
      { profession: 'metier-6', nombre: 3 },
    ],
    sites: [
      { nom: 'Rue du Port', commune: 'Ville-Exemple', note: 'Les consultations.' },
      { nom: 'La Halle' },
    ],
    structures: [{ type: 'sisa', nombre: 1, membres: 22, depuis: 2019 }],
    protocoles: ['Lombalgies', 'Vaccination'],
    prevention: [],
    rcp: { tenues: true, par_an: 6 },
    cpts: { membre: false },
    patients: 8200,
  },
  nombreuse: {
    composition: Array.from({ length: 40 }, (_, index) => ({
      profession: `metier-${index}`,
      nombre: index === 5 ? 120 : 7,
    })),
    protocoles: Array.from(
      { length: 12 },
      (_, index) => `Protocole numéro ${index + 1}, dont le nom est un peu long`,
    ),
    perspectives: ['Accueillir des étudiants'],
  },
  seule: { composition: [{ profession: 'metier-7', nombre: 1 }] },
} as const;

/** Three invented teams that never change: an ordinary one, the largest, and one person alone. */
export function sample(which: keyof typeof SAMPLES): ScanData {
  const equipe = equipeSchema(plainTools).parse({
    nom:
      which === 'nombreuse'
        ? `Maison de santé ${'de la très longue vallée '.repeat(3)}`.trim()
        : 'Maison du Port',
    article: 'la',
    forme: 'pole',
    commune: 'Ville-Exemple',
    code_postal: '29000',
    departement: '29',
    creation: 2017,
    demonstration: true,
    brouillon: false,
  });
  const answers = ScanSchema.parse({ equipe: 'essai', annee: 2026, ...SAMPLES[which], brouillon: false });
  return scanData('essai', equipe, answers, { publication: PUBLICATION, vocabulaire: VOCABULAIRE });
}
