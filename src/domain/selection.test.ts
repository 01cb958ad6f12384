import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOfChoice, choiceOf, countsOf, keeps, type Keys, toggled } from './selection.ts';

const FACETS = { type: ['guide', 'fiche', 'jeu'], theme: ['a', 'b', 'c', 'd'], pour: ['x', 'y'] };
const some = (keys: readonly string[]) => fc.subarray([...keys]);
const keys = fc.record({ type: some(FACETS.type), theme: some(FACETS.theme), pour: some(FACETS.pour) });
const kept = (items: readonly Keys[], choice: Keys) => items.filter((item) => keeps(choice, item)).length;

const items: readonly Keys[] = [
  { type: ['guide'], theme: ['a', 'b'] },
  { type: ['guide'], theme: ['c'] },
  { type: ['fiche'], theme: ['a'] },
];

test('dans une facette, un choix ou l’autre suffit ; d’une facette à l’autre, il faut les deux', () => {
  expect(kept(items, { theme: ['a', 'c'] })).toBe(3);
  expect(kept(items, { theme: ['a'], type: ['guide'] })).toBe(1);
  expect(kept(items, { theme: ['c'], type: ['fiche'] })).toBe(0);
});

test('sans choix, tout est gardé', () => {
  fc.assert(fc.property(fc.array(keys), (list) => kept(list, {}) === list.length));
});

test('chaque nombre est celui que donne ce choix, seul dans sa facette', () => {
  fc.assert(
    fc.property(fc.array(keys), keys, (list, choice) => {
      const counts = countsOf(list, choice);
      for (const [facet, values] of Object.entries(FACETS)) {
        for (const key of values) {
          expect(counts.get(facet)?.get(key) ?? 0).toBe(kept(list, { ...choice, [facet]: [key] }));
        }
      }
    }),
  );
});

test('ajouter un choix dont le nombre n’est pas zéro montre toujours quelque chose', () => {
  fc.assert(
    fc.property(fc.array(keys), keys, (list, choice) => {
      for (const [facet, counts] of countsOf(list, choice)) {
        for (const key of counts.keys()) {
          if (choice[facet as keyof typeof choice].includes(key)) continue;
          expect(kept(list, toggled(choice, facet, key))).toBeGreaterThan(0);
        }
      }
    }),
  );
});

test('cocher puis décocher rend le choix d’avant', () => {
  expect(toggled({ theme: ['a'] }, 'theme', 'b')).toEqual({ theme: ['a', 'b'] });
  expect(toggled(toggled({ theme: ['a'] }, 'theme', 'b'), 'theme', 'b')).toEqual({ theme: ['a'] });
  expect(toggled({}, 'type', 'jeu')).toEqual({ type: ['jeu'] });
});

test('une adresse redonne le choix qui l’a faite', () => {
  fc.assert(
    fc.property(keys, (choice) => {
      const address = addressOfChoice('/liste/', choice, 'relecture');
      expect(choiceOf(new URL(address, 'https://site.example').search, FACETS)).toEqual(choice);
      expect(address).toContain('tri=relecture');
    }),
  );
});

test('sans choix ni tri, l’adresse est celle de la liste', () => {
  expect(addressOfChoice('/liste/', { theme: [] })).toBe('/liste/');
});

test('une clé que la liste ne connaît pas, ou une facette inconnue, ne choisit rien', () => {
  expect(choiceOf('?theme=zzz&theme=b&couleur=bleu&theme=<img>', FACETS)).toEqual({
    type: [],
    theme: ['b'],
    pour: [],
  });
});
