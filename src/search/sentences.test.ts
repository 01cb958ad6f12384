import { expect, test } from 'vitest';
import type { Answer } from './engine.ts';
import { resultsOf } from './results.ts';
import { adviceOf, moreOf, quoted, stateOf } from './sentences.ts';
import { indexOf } from './testing.ts';

const { engine, source } = indexOf([{ titre: 'Un protocole' }, { titre: 'Autre chose' }], {
  facettes: { theme: 'Thème' },
});
const ask = async (texte: string, choix: Record<string, string[]> = {}) => {
  const demande = { texte, exact: false, choix };
  return { demande, page: await resultsOf(engine, source, demande) };
};

test('une seule page qui n’a qu’une partie des mots s’annonce au singulier', async () => {
  const { page } = await ask('protocole xylophone');
  expect(stateOf(page, 'protocole xylophone')).toContain(
    'Aucune page n’a tous ces mots\u00A0: celle-ci en a une partie.',
  );
});

test('des mots trop courants s’accordent, et chacun n’est dit qu’une fois', async () => {
  const { page, demande } = await ask('le la le');
  expect(adviceOf(page, demande)[0]).toBe(
    `${quoted('le')} et ${quoted('la')}\u00A0: trop courants pour être cherchés.`,
  );
  const one = await ask('le');
  expect(adviceOf(one.page, one.demande)[0]).toBe(`${quoted('le')}\u00A0: trop courant pour être cherché.`);
});

test('des mots trop courants entre guillemets se disent aussi', async () => {
  const { courants }: Answer = (await ask('"de la"')).page.answer;
  expect(courants).toEqual(['de', 'la']);
});

test('un seul résultat de plus se dit au singulier', () => {
  expect(moreOf(1)).toBe('Afficher 1\u00A0résultat de plus');
  expect(moreOf(10)).toBe('Afficher 10\u00A0résultats de plus');
});
