import { expect, test } from 'vitest';
import { change, faults, type Overlay } from './publication.ts';

/** A problem is told, in French and in a few seconds, whatever was written. */
const told = async (overlay: Overlay) => {
  const start = performance.now();
  const text = await faults(overlay);
  expect(performance.now() - start).toBeLessThan(10_000);
  return text;
};

test.each([
  ['dix mille crochets ouverts', `a: ${'['.repeat(10_000)}\n`],
  ['dix mille niveaux fermés', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
  ['une ligne d’un million de signes', `a: "${'x'.repeat(1_000_000)}\nb: 1\n`],
  ['cent mille deux-points', `a: ${': '.repeat(100_000)}\n`],
  ['un million de tirets', `${'- '.repeat(500_000)}\n`],
  ['deux mille champs inconnus', Array.from({ length: 2000 }, (_, rank) => `champ${rank}: 1\n`).join('')],
  ['un champ nommé __proto__', '__proto__: { brouillon: false }\nconstructor: 1\n'],
])('un fichier hostile ne fait ni attendre ni tomber : %s', async (_name, text) => {
  expect(await told({ 'equipes/pole-du-port.yaml': text })).toContain('equipes/pole-du-port.yaml:');
});

test('une clé de vocabulaire nommée comme une propriété d’objet n’existe pas', async () => {
  const text = await told({ 'histoires/port.md': change('  - prevention', '  - constructor') });
  expect(text).toMatch(/^\[reference\] histoires\/port\.md:10:5 .*constructor/);
});
