import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexOf, type TestPage, urlOf } from './testing.ts';

/** Addresses of the pages found, the best first, and those that answer the whole question. */
async function ask(
  pages: readonly TestPage[],
  text: string,
  options: Parameters<typeof indexOf>[1] & { exact?: boolean } = {},
) {
  const { engine } = indexOf(pages, options);
  const answer = await engine.ask(text, options.exact);
  return {
    ...answer,
    pages: answer.trouves.map(({ page }) => page),
    whole: answer.trouves.filter(({ complet }) => complet).map(({ page }) => page),
  };
}

const TEAMS: readonly TestPage[] = [
  { titre: 'Le Pôle du Port', texte: 'L’équipe réunit dix masseurs-kinésithérapeutes et trois infirmières.' },
  {
    titre: 'Le Phare',
    texte: 'Deux infirmiers vaccinent contre la grippe ; la vaccination se fait au cœur du bourg.',
  },
  { titre: 'Réunion de concertation', texte: 'Une RCP réunit les métiers autour d’un patient.' },
  {
    titre: 'La santé bucco-dentaire',
    texte: 'Les chirurgiens-dentistes vont à l’école. Référence COORD/IC/005/0419.',
  },
  { titre: 'Un texte sans rapport', texte: 'Le bâtiment a deux étages et une cour.' },
];
const GROUPS = [
  { mots: ['RCP', 'réunion de concertation pluriprofessionnelle'], entrees: ['staff'] },
  { mots: ['masseur-kinésithérapeute', 'masseuse-kinésithérapeute', 'kiné'], entrees: [] },
];

describe('une question trouve', () => {
  test.each([
    ['malgré l’élision et l’accent oublié', "l'equipe", [0]],
    ['au pluriel et au féminin', 'infirmière', [0, 1]],
    ['un mot de la même famille, après le mot lui-même', 'vacciner', [1]],
    ['malgré la ligature', 'coeur', [1]],
    ['un mot composé en un morceau', 'buccodentaire', [3]],
    ['un mot composé sans trait d’union', 'bucco dentaire', [3]],
    ['un code de référence', 'COORD/IC/005/0419', [3]],
    ['le début d’un mot', 'chirurg', [3]],
    ['un mot sans tenir compte des mots courants', 'la cour de le des', [4]],
  ])('%s', async (_, question, expected) => {
    expect((await ask(TEAMS, question)).whole.toSorted()).toEqual(expected);
  });
});

test('un titre pèse plus que le texte', async () => {
  const pages = [
    { titre: 'Divers', texte: 'Le protocole est écrit à plusieurs. Un protocole se relit.' },
    { titre: 'Le protocole de suivi', texte: 'Tout est dans le titre.' },
  ];
  expect((await ask(pages, 'protocole')).pages).toEqual([1, 0]);
});

test('une page dont le nom est la question vient en tête', async () => {
  const pages = [
    { titre: 'Les équipes de l’équipe', texte: 'Équipe, équipe, équipe, équipe.' },
    { titre: 'Les équipes' },
  ];
  expect((await ask(pages, 'equipe')).pages[0]).toBe(1);
});

test('les pages qui répondent à toute la question viennent avant celles qui répondent à une partie', async () => {
  const { pages, whole } = await ask(TEAMS, 'infirmiers grippe');
  expect(whole).toEqual([1]);
  expect(pages).toEqual([1, 0]);
});

test('les mots-clés de l’auteur trouvent une page qui ne les contient pas', async () => {
  const pages: TestPage[] = [{ titre: 'Trame', mots: ['compte rendu'] }, { titre: 'Autre' }];
  expect((await ask(pages, 'compte-rendu')).whole).toEqual([0]);
});

describe('élargir', () => {
  test('un sigle est cherché aussi par son développé, et l’inverse ; le lecteur le sait', async () => {
    const sigle = await ask(TEAMS, 'rcp', { groupes: GROUPS });
    expect(sigle.ajouts).toEqual([]);
    const pages = [
      ...TEAMS,
      { titre: 'Se réunir', texte: 'La réunion de concertation pluriprofessionnelle du mardi.' },
    ];
    const widened = await ask(pages, 'rcp', { groupes: GROUPS });
    expect(widened.whole.toSorted()).toEqual([2, 5]);
    expect(widened.ajouts).toEqual([
      { de: 'rcp', vers: 'réunion de concertation pluriprofessionnelle', faute: false },
    ]);
    expect(
      (await ask(pages, 'réunion de concertation pluriprofessionnelle', { groupes: GROUPS })).whole,
    ).toContain(2);
  });

  test('un nom de tous les jours mène au nom du métier', async () => {
    const { whole, ajouts } = await ask(TEAMS, 'kinés', { groupes: GROUPS });
    expect(whole).toEqual([0]);
    expect(ajouts.map(({ vers }) => vers)).toContain('masseur-kinésithérapeute');
  });

  test('une partie d’un autre nom ne répond pas : « réunion » n’est pas une RCP', async () => {
    const pages = [{ titre: 'La réunion du lundi' }, { titre: 'La RCP' }];
    expect((await ask(pages, 'RCP', { groupes: GROUPS })).pages).toEqual([1]);
  });

  test('ce qui a été écrit passe avant ce qui a été ajouté', async () => {
    const pages = [
      { titre: 'Du temps', texte: 'Une réunion de concertation pluriprofessionnelle par mois.' },
      { titre: 'Du temps', texte: 'Une RCP par mois, et une autre chose encore.' },
    ];
    expect((await ask(pages, 'RCP', { groupes: GROUPS })).pages).toEqual([1, 0]);
  });

  test('à la demande, seuls les mots écrits sont cherchés', async () => {
    const { pages, ajouts } = await ask(TEAMS, 'staff', { groupes: GROUPS, exact: true });
    expect([pages, ajouts]).toEqual([[], []]);
  });
});

describe('une faute de frappe', () => {
  test.each([
    ['vacination', 'vaccination'],
    ['infirmeir', 'infirmier'],
    ['gryppe', 'grippe'],
    ['kinesiterapeute', 'kinésithérapeutes'],
  ])('« %s » est corrigé en « %s »', async (typed, meant) => {
    const pages = TEAMS.map((page) => ({
      ...page,
      mots: ['vaccination', 'grippe', 'kinésithérapeutes', 'infirmier'],
    }));
    const { ajouts, whole } = await ask(pages, typed);
    expect(ajouts).toEqual([{ de: typed, vers: meant, faute: true }]);
    expect(whole.length).toBeGreaterThan(0);
  });

  test('un mot trop loin de tous les autres reste inconnu, et se dit', async () => {
    const { trouves, inconnus, ajouts } = await ask(TEAMS, 'xylophone');
    expect([trouves, inconnus, ajouts]).toEqual([[], ['xylophone'], []]);
  });
});

describe('entre guillemets', () => {
  const pages = [
    { titre: 'Un', texte: 'Le plan de crise est prêt.' },
    { titre: 'Deux', texte: 'La crise passe, le plan reste.' },
  ];
  test.each(['"plan de crise"', '« plan de crise »', '“plan de crise”'])(
    '%s : les mots doivent se suivre',
    async (question) => {
      expect((await ask(pages, question)).pages).toEqual([0]);
    },
  );
  test('sans guillemets, leur ordre ne compte pas', async () => {
    expect((await ask(pages, 'plan de crise')).whole.toSorted()).toEqual([0, 1]);
  });
});

test('une question vide donne toutes les pages ; une question de mots courants n’en donne aucune et le dit', async () => {
  expect((await ask(TEAMS, '  ')).pages).toHaveLength(TEAMS.length);
  expect(await ask(TEAMS, 'de la')).toMatchObject({ pages: [], courants: ['de', 'la'] });
});

test('une question ne lit de l’index que ce qui la concerne', async () => {
  const words = Array.from({ length: 4000 }, (_, rank) => `mot${rank.toString(36).padStart(4, 'a')}x`);
  const pages = words.map((word, rank) => ({
    titre: `Page ${rank}`,
    texte: `${word} ${words[rank + 1] ?? ''}`,
  }));
  const { engine, read } = indexOf(pages);
  await engine.ask(words[1234] ?? '');
  expect(read.filter((path) => path.includes('mots-')).length).toBeLessThanOrEqual(2);
  expect(read.some((path) => path.includes('fiche-') || path.includes('places-'))).toBe(false);
});

const word = fc.constantFrom(
  ...'équipe équipes patient soin soins réunion protocole kiné vaccin santé maison café'.split(' '),
);
test('tout mot d’une page la fait trouver, et toute page trouvée le contient sous une de ses formes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      word,
      async (texts, asked) => {
        const pages = texts.map((words, rank) => ({ titre: `Page ${rank}`, texte: words.join(' ') }));
        const { whole } = await ask(pages, asked, { exact: true });
        const same = (other: string) => other.replace(/s$/, '') === asked.replace(/s$/, '');
        expect(whole.toSorted()).toEqual(texts.flatMap((words, rank) => (words.some(same) ? [rank] : [])));
      },
    ),
    { numRuns: 60 },
  );
});

test('n’importe quel texte est une question sans danger', async () => {
  const { engine } = indexOf(TEAMS, { groupes: GROUPS });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
      const { trouves } = await engine.ask(text);
      expect(trouves.every(({ page }) => urlOf(page) !== '')).toBe(true);
    }),
    { numRuns: 200 },
  );
});
