import { expect, test } from 'vitest';
import type { Collection } from '#src/domain/collections.ts';
import { addressOf } from '#src/domain/collections.ts';
import { idFromPath } from '#src/domain/slugs.ts';
import { contentIndex, resolveLink } from './content-index.ts';
import type { ContentFile } from './contenu.ts';
import { parseYaml } from './yaml-source.ts';

const file = (collection: Collection, inside: string, data: object = {}): ContentFile => {
  const id = idFromPath(inside);
  const source = {
    path: `${collection}/${inside}`,
    text: '',
    yaml: parseYaml('', 1),
    data,
    guessed: false,
    partial: false,
    body: '',
    bodyLine: 1,
  };
  return { ...source, collection, id, address: addressOf(collection, id), format: 'md', value: undefined };
};

const index = contentIndex({
  files: [
    file('histoires', 'Pôle du Port/index.md', {
      titre: 'le Pôle du Port',
      brouillon: false,
      publication: '2030-01',
    }),
    file('outils', 'livret.md', { titre: 'Livret', brouillon: false }),
    file('equipes', 'pole-du-port.yaml', { nom: 'Pôle du Port', brouillon: true }),
    file('pages', 'comprendre/livret.md', { titre: 'Comprendre le livret', brouillon: false }),
  ],
});

test('une page dit son titre, son adresse et le jour où elle paraît', () => {
  expect(index.pages.map(({ titre, href, onlineFrom }) => [titre, href, onlineFrom])).toEqual([
    ['le Pôle du Port', '/histoires/pole-du-port/', '2030-01-01'],
    ['Livret', '/boite-a-outils/livret/', '0000'],
    ['Pôle du Port', '/equipes/pole-du-port/', '9999'],
    ['Comprendre le livret', '/comprendre/livret/', '0000'],
  ]);
});

test.each([
  ['pole-du-port.md', 'pages/x.md', '/histoires/pole-du-port/'],
  ['pole-du-port.yaml', 'pages/x.md', '/equipes/pole-du-port/'],
  ['../outils/livret.md#mode', 'histoires/x.md', '/boite-a-outils/livret/#mode'],
  ['outils/livret.md', 'histoires/y/index.md', '/boite-a-outils/livret/'],
  ['livret.md', 'outils/autre.md', '/boite-a-outils/livret/'],
  ['livret.md', 'pages/comprendre/x.md', '/comprendre/livret/'],
  ['../histoires/P%C3%B4le%20du%20Port/index.md', 'outils/livret.md', '/histoires/pole-du-port/'],
])('le lien « %s » écrit dans %s mène à %s', (url, from, href) => {
  expect(resolveLink(index, url, from)).toMatchObject({ href });
});

test('un nom qui est à deux fichiers est refusé, un nom qui n’est à personne reçoit le plus proche', () => {
  expect(resolveLink(index, 'livret.md', 'histoires/x.md')).toEqual({
    problem: 'ambiguous',
    paths: ['outils/livret.md', 'pages/comprendre/livret.md'],
  });
  expect(resolveLink(index, 'livre.md', 'histoires/x.md')).toMatchObject({
    problem: 'unknown',
    nearest: 'outils/livret.md',
  });
});

test('ce qui n’est pas le nom d’un fichier du contenu est laissé aux autres règles', () => {
  for (const url of [
    'https://exemple.fr/livret.md',
    '#ancre',
    '/histoires/',
    'mailto:a@b.fr',
    './livret.pdf',
  ]) {
    expect(resolveLink(index, url, 'pages/x.md')).toEqual({ problem: 'not-a-file' });
  }
});
