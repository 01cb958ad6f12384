import { expect, test } from 'vitest';
import { groupByFamily, totalOf } from './composition.ts';
import { metierLabel, sitesLabel, structureLabel, weeklyHours } from './phrases.ts';
import { scanFacts, unanswered } from './scan-facts.ts';

test('« pas répondu », « non » et « aucun » restent trois réponses', () => {
  const said = (answers: Parameters<typeof scanFacts>[0]) =>
    scanFacts(answers).map(({ question, reponses }) => [question, ...reponses.map(({ texte }) => texte)]);
  expect(said({})).toEqual([]);
  expect(said({ protocoles: [] })).toEqual([['Protocoles', 'Aucun']]);
  expect(said({ usagers: { associes: false } })).toEqual([['Usagers associés', 'Non']]);
  expect(said({ patients: 0 })).toEqual([['File active', '0\u00A0patient']]);
});

test('ce qui n’a pas reçu de réponse se nomme', () => {
  expect(unanswered({ protocoles: [], rcp: { tenues: false }, perspectives: ['Ouvrir'] })).toEqual([
    'Prévention',
    'Éducation thérapeutique',
    'Accueil de stagiaires',
    'Usagers associés',
    'Membre d’une CPTS',
    'Accord conventionnel signé',
    'Coordination',
    'Gouvernance',
    'Logiciel partagé',
    'File active',
  ]);
});

test('chaque mot de réponse dit d’où il vient', () => {
  const [rcp] = scanFacts({ rcp: { tenues: true, par_an: 6 } });
  expect(rcp?.reponses).toEqual([{ texte: 'Oui\u00A0: 6 par an', sources: ['rcp.tenues', 'rcp.par_an'] }]);
});

test('chaque réponse donnée est dite, avec son détail', () => {
  const facts = scanFacts({
    aci: { signe: true, depuis: '2018' },
    rcp: { tenues: true, par_an: 12 },
    stagiaires: { accueil: true, metiers: [{ pluriel: 'infirmiers' }, { pluriel: 'médecins' }] },
    coordination: {
      personnes: 2,
      binome: true,
      heures_par_semaine: { de: 10, a: 15 },
      aussi_soignants: false,
    },
  });
  expect(
    facts.map(({ question, reponses }) =>
      `${question} : ${reponses.map(({ texte }) => texte).join(' ; ')}`.replaceAll('\u00A0', ' '),
    ),
  ).toEqual([
    'Réunions de concertation : Oui : 12 par an',
    'Accueil de stagiaires : Oui : infirmiers et médecins',
    'Accord conventionnel signé : Oui : depuis 2018',
    'Coordination : 2 personnes ; 10 à 15 h par semaine ; À deux : oui ; Soignent aussi : non',
  ]);
});

test('le métier s’accorde en nombre, au neutre', () => {
  const metier = { nom: 'infirmier', pluriel: 'infirmiers' };
  expect([1, 3].map((nombre) => metierLabel({ nombre, metier }))).toEqual(['infirmier', 'infirmiers']);
});

test('une structure se dit avec ce que l’on en sait', () => {
  const sisa = { nom: 'SISA', pluriel: 'SISA' };
  const said = [
    structureLabel({ nombre: 1, membres: 31, depuis: '2012' }, sisa),
    structureLabel({ depuis: '2020-02-03' }, sisa),
    structureLabel({}, sisa),
  ];
  expect(said.map((text) => text.replaceAll('\u00A0', ' '))).toEqual([
    '1 SISA de 31 membres, depuis 2012',
    'SISA, depuis le 3 février 2020',
    'SISA',
  ]);
});

test('les sites se comptent par commune, ou tous ensemble si l’une manque', () => {
  expect(sitesLabel([{ commune: 'Brest' }, { commune: 'Brest' }, { commune: 'Morlaix' }])).toBe(
    '2 à Brest et 1 à Morlaix',
  );
  expect(sitesLabel([{ commune: 'Brest' }, {}])).toBe('2\u00A0sites');
  expect(weeklyHours(14)).toBe('14\u00A0h par semaine');
  expect(weeklyHours({ de: 10, a: 17.5 })).toBe('10 à 17,5\u00A0h par semaine');
});

test('personne ne se perd en regroupant les métiers par famille', () => {
  const lines = [
    { profession: 'a', nombre: 3 },
    { profession: 'b', nombre: 10 },
    { profession: 'c', nombre: 1 },
  ];
  const groups = groupByFamily(lines, (cle) => (cle === 'c' ? 'y' : 'x'), ['y', 'x', 'vide']);
  expect(groups.map(({ famille, nombre }) => [famille, nombre])).toEqual([
    ['y', 1],
    ['x', 13],
  ]);
  expect(groups[1]?.lignes.map(({ profession }) => profession)).toEqual(['b', 'a']);
  expect(totalOf(lines)).toBe(14);
});
