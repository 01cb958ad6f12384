import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, marked, type Marques } from './excerpt.ts';
import type { Fiche } from './format.ts';
import { stem } from './words.ts';

const stems = (...words: string[]): Marques => ({ mots: new Set(words.map(stem)), noms: [] });
const shown = (list: readonly { texte: string; marque: boolean }[]) =>
  list.map(({ texte, marque }) => (marque ? `[${texte}]` : texte)).join('');
const fiche = (texte: string, ancres: Fiche['ancres'] = []): Fiche => ({
  url: '/page/',
  titre: 'Titre',
  nature: 'page',
  repere: '',
  texte,
  ancres,
});

test('les mots trouvés sont marqués sous toutes leurs formes, sans leur élision, dans leur typographie', () => {
  expect(
    shown(marked('L’équipe et ses infirmières\u00A0: l’Équipe\u202F!', stems('equipe', 'infirmier'))),
  ).toBe('L’[équipe] et ses [infirmières]\u00A0: l’[Équipe]\u202F!');
});

test('un extrait qui commence par un mot élidé garde son élision', () => {
  const { extrait } = excerptOf(fiche(`Titre L’équipe s’évalue. ${'Des mots. '.repeat(40)}`), stems('zzz'));
  expect(shown(extrait)).toMatch(/^L’équipe s’évalue/);
});

test('un mot composé porte une seule marque', () => {
  expect(shown(marked('dix masseurs-kinésithérapeutes', stems('masseur', 'kinesitherapeute')))).toBe(
    'dix [masseurs-kinésithérapeutes]',
  );
});

test('un nom de plusieurs mots n’est marqué qu’entier', () => {
  const noms = [[new Set(['maison']), new Set(['sant'])]];
  expect(shown(marked('La santé dans la maison de santé.', { mots: new Set(), noms }))).toBe(
    'La santé dans la [maison] de [santé].',
  );
});

test('l’extrait montre le passage qui réunit le plus de mots cherchés', () => {
  const filler = 'Rien de tel ici, seulement des mots. '.repeat(20);
  const { extrait } = excerptOf(
    fiche(`${filler}Un plan. ${filler}Le plan de crise est prêt. ${filler}`),
    stems('plan', 'crise'),
  );
  expect(shown(extrait)).toContain('Le [plan] de [crise] est prêt');
});

test('l’extrait ne répète pas le titre', () => {
  expect(shown(excerptOf(fiche('Titre. Le texte commence ici.'), stems()).extrait)).toBe(
    'Le texte commence ici.',
  );
});

test('les lieux sont ceux qui contiennent les mots, dans l’ordre de la page', () => {
  const texte = 'Rien. Premier lieu. Un plan. Deuxième lieu. Rien. Troisième lieu. Un plan, un plan.';
  const ancres = ['Premier', 'Deuxième', 'Troisième'].map(
    (name) => [texte.indexOf(name), name.toLowerCase(), name] as const,
  );
  expect(excerptOf(fiche(texte, ancres), stems('plan')).lieux).toEqual([
    { titre: 'Premier', url: '/page/#premier' },
    { titre: 'Troisième', url: '/page/#troisième' },
  ]);
});

test('marquer un texte n’en change pas une lettre', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, words) => {
      expect(
        marked(text, stems(...words))
          .map(({ texte }) => texte)
          .join(''),
      ).toBe(text);
    }),
  );
});
