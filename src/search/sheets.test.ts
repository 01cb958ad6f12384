import { expect, test } from 'vitest';
import { sheetsOf } from './sheets.ts';
import { wordsOfText } from './text-words.ts';

test('un intertitre peut porter n’importe quel nom, même celui d’une propriété de tout objet', () => {
  const page = {
    url: '/a/',
    titre: 'A',
    texte: 'A Constructor Texte.',
    mots: wordsOfText('A Constructor Texte.'),
    ancres: [{ element: 'h2', id: 'constructor', text: 'Constructor.', location: 1 }],
  };
  const [sheet] = sheetsOf([page], { facettes: {}, pages: {}, sigles: [], groupes: [] });
  expect(sheet?.ancres).toEqual([[2, 'constructor', 'Constructor']]);
});
