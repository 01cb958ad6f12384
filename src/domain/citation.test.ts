import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtex, type Citation, citationText, ris } from './citation.ts';

const citation: Citation = {
  cle: 'le-phare-2025',
  titre: 'Un matin, au comptoir… Le Phare ouvre le dimanche',
  editeur: { nom: 'La Criée', nom_complet: 'Réseau inventé des bibliothèques' },
  publication: 'Les Carnets du large',
  reference: 'LECT/RC/001/0625',
  date: '2025-06',
  adresse: 'https://carnets.example/histoires/le-phare/',
};

interface Read {
  readonly type: string;
  readonly title: string;
  readonly author: readonly unknown[];
  readonly issued: unknown;
  readonly URL: string;
}
const parsed = (text: string, forceType: string): Read => {
  const [entry] = new Cite(text, { forceType }).data as Read[];
  if (!entry) throw new Error('nothing read');
  return entry;
};
const readBibtex = (text: string) => parsed(text, '@biblatex/text');
const readRis = (text: string) => parsed(text, '@ris/file');

test('la phrase suit l’usage français', () => {
  expect(citationText(citation)).toBe(
    'La Criée, «\u00A0Un matin, au comptoir… Le Phare ouvre le dimanche\u00A0», Les Carnets du large, réf.\u00A0LECT/RC/001/0625, juin\u00A02025.',
  );
  expect(citationText({ ...citation, reference: undefined, date: '2025' })).toBe(
    'La Criée, «\u00A0Un matin, au comptoir… Le Phare ouvre le dimanche\u00A0», Les Carnets du large, 2025.',
  );
});

test('dans un titre cité, les guillemets deviennent ceux d’une citation dans une autre', () => {
  expect(citationText({ ...citation, titre: 'Organiser une RCP «\u00A0cas complexes\u00A0»' })).toContain(
    '«\u00A0Organiser une RCP “cas complexes”\u00A0», ',
  );
});

test('BibTeX : une organisation pour auteur, le mois s’il est connu', () => {
  expect(bibtex(citation)).toMatchInlineSnapshot(`
    "@misc{le-phare-2025,
      author = {{Réseau inventé des bibliothèques}},
      title = {{Un matin, au comptoir… Le Phare ouvre le dimanche}},
      howpublished = {Les Carnets du large},
      year = {2025},
      month = jun,
      note = {Réf. LECT/RC/001/0625},
      url = {https://carnets.example/histoires/le-phare/},
      language = {french}
    }
    "
  `);
  expect(readBibtex(bibtex(citation))).toMatchObject({
    title: citation.titre,
    author: [{ family: 'Réseau inventé des bibliothèques' }],
    issued: { 'date-parts': [[2025, 6]] },
    URL: citation.adresse,
  });
});

test('RIS : les mêmes champs, une ligne chacun', () => {
  expect(ris(citation).split('\r\n')).toMatchInlineSnapshot(`
    [
      "TY  - ELEC",
      "AU  - Réseau inventé des bibliothèques",
      "TI  - Un matin, au comptoir… Le Phare ouvre le dimanche",
      "T2  - Les Carnets du large",
      "PB  - La Criée",
      "PY  - 2025",
      "DA  - 2025/06//",
      "N1  - Réf. LECT/RC/001/0625",
      "UR  - https://carnets.example/histoires/le-phare/",
      "LA  - fr",
      "ER  - ",
      "",
    ]
  `);
  expect(readRis(ris(citation))).toMatchObject({ title: citation.titre, URL: citation.adresse });
  expect(readRis(ris({ ...citation, donnees: true })).type).toBe('dataset');
});

test('aucun signe d’un titre ne change la fiche : un lecteur de BibTeX et un lecteur de RIS relisent le même', () => {
  const sign = fc.constantFrom(
    '{',
    '}',
    '\\',
    '%',
    '&',
    '$',
    '#',
    '_',
    '~',
    '^',
    '"',
    '@',
    ',',
    '=',
    ' ',
    'é',
    'œ',
    'a',
    '\u00A0',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
      const titre = `A${signs.join('')}z`;
      const words = titre.replaceAll(/[\s\u00A0]+/g, ' ');
      const spaceless = (text: string) => text.replaceAll(/\s/g, '');
      expect(spaceless(readBibtex(bibtex({ ...citation, titre })).title)).toBe(spaceless(words));
      expect(readRis(ris({ ...citation, titre })).title).toBe(words);
    }),
  );
});
