import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compoundsOf, fold, rootOf, stem, tokensOf } from './words.ts';

const words = (text: string) => tokensOf(text).map(({ mot }) => mot);
const stems = (text: string) => words(text).map(stem);

test('une élision ne fait pas partie du mot, quelle que soit l’apostrophe', () => {
  expect(words("l’équipe d'Angers, qu’elle")).toEqual(['equipe', 'angers', 'elle']);
  expect(words('aujourd’hui')).toEqual(['aujourd', 'hui']);
  expect(words('l\u02BCéquipe d\u2032Angers')).toEqual(['equipe', 'angers']);
});

test('ni les accents, ni les ligatures, ni les signes invisibles ne comptent', () => {
  expect(fold('Cœur É\u00ADTÉ 1ᵉʳ')).toBe('coeur ete 1er');
  expect(fold('e\u0301quipe')).toBe('equipe');
  // Capitals drawn otherwise, which some paste from a social network.
  expect(fold('\u{1D40A}\u{1D422}\u{1D427}é \u01FC')).toBe('kine ae');
});

test('aucune lettre ne met d’espace dans un mot', () => {
  expect(words('\uFDFA \uFE70 \u037A').filter((mot) => /\s/.test(mot))).toEqual([]);
});

test('chaque mot est rendu à sa place dans le texte', () => {
  const text = 'À l’hôpital, 3 sages-femmes.';
  expect(tokensOf(text).map(({ debut, fin }) => text.slice(debut, fin))).toEqual([
    'À',
    'hôpital',
    '3',
    'sages',
    'femmes',
  ]);
});

test('un mot composé se trouve aussi en un seul morceau', () => {
  const text = 'santé bucco-dentaire, Scan’équipe, 22\u202F000, l’équipe, porte-à-porte';
  expect(
    compoundsOf(text, tokensOf(text)).map(({ mot, debut, fin }) => [mot, text.slice(debut, fin)]),
  ).toEqual([
    ['buccodentaire', 'bucco-dentaire'],
    ['scanequipe', 'Scan’équipe'],
    ['22000', '22\u202F000'],
    ['porteaporte', 'porte-à-porte'],
  ]);
});

test.each([
  ['infirmière', 'infirmières', 'infirmier', 'infirmiers'],
  ['coordinatrice', 'coordinateur', 'coordinatrices'],
  ['pharmacienne', 'pharmaciens'],
  ['professionnelle', 'professionnels', 'professionnel'],
  ['médical', 'médicaux', 'médicale', 'médicales'],
  ['hôpital', 'hôpitaux'],
  ['bureau', 'bureaux'],
  ['lieu', 'lieux'],
  ['collective', 'collectif', 'collectifs'],
  ['partagé', 'partagée', 'partagés', 'partager', 'partage'],
  ['équipe', 'équipes'],
  ['protocole', 'protocoles'],
  ['masseur', 'masseuse', 'masseurs'],
  ['travail', 'travaux'],
  ['kiné', 'kinés'],
  ['usager', 'usagers', 'usagère'],
])('les formes d’un même mot se confondent : %s', (...forms) => {
  expect(new Set(forms.flatMap(stems)).size).toBe(1);
});

test.each([
  ['vacciner', 'vaccin', 'vaccination'],
  ['dépister', 'dépistage'],
  ['coordination', 'coordinateur'],
  ['kinésithérapeute', 'kinésithérapie'],
  ['orthophoniste', 'orthophonie'],
  ['pharmacie', 'pharmacien'],
  ['diabète', 'diabétique'],
  ['accompagner', 'accompagnement'],
])('les mots d’une même famille ont une racine commune : %s', (...family) => {
  expect(new Set(family.flatMap(stems).map(rootOf)).size).toBe(1);
});

test.each([
  ['maison', 'maïs'],
  ['santé', 'sang'],
  ['protocole', 'protection'],
  ['infirmier', 'information'],
])('deux mots différents restent différents : %s', (one, other) => {
  expect(stems(one)[0]).not.toBe(stems(other)[0]);
});

test('une racine est le début de son mot : tous ceux d’une famille se suivent dans l’index', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,24}$/), (word) => {
      expect(stem(word).startsWith(rootOf(stem(word)))).toBe(true);
    }),
  );
});

test('un texte quelconque se lit sans erreur, et plier deux fois ne change plus rien', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
      for (const { debut, fin, mot } of tokensOf(text)) expect(fold(text.slice(debut, fin))).toBe(mot);
    }),
  );
});
