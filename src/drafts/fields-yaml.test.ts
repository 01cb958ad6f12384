import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import { fieldsYaml, markdownFile } from './fields-yaml.ts';

test('le fichier s’écrit comme à la main : ordre du schéma, accolades, guillemets', () => {
  const text = fieldsYaml(COLLECTION_SCHEMAS.scans, {
    brouillon: true,
    coordination: { heures_par_semaine: { de: 10, a: 15 }, binome: false },
    aci: { depuis: '2019-12', signe: true },
    prevention: [],
    protocoles: ['Dire : « oui »', '=1+1', 'true', 'l’été\nprochain'],
    structures: [
      { professions: ['agent', '2019'], type: 'regie', depuis: '2012', objet: 'x'.repeat(90) },
      { type: 'regie', depuis: '2012-03-04' },
    ],
    sites: [{ commune: 'Port', nom: 'Le "Phare"' }],
    composition: [{ note: 'a', nombre: 2, profession: 'agent' }],
    date: '2026-03-05',
    annee: 2026,
    equipe: 'le-phare',
  });
  expect(text).toMatchInlineSnapshot(`
    "equipe: le-phare
    annee: 2026
    date: 2026-03-05
    composition:
      - { profession: agent, nombre: 2, note: "a" }
    sites:
      - nom: "Le \\"Phare\\""
        commune: "Port"
    structures:
      - type: regie
        depuis: 2012
        professions: [agent, "2019"]
        objet: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      - { type: regie, depuis: 2012-03-04 }
    aci:
      signe: true
      depuis: "2019-12"
    protocoles:
      - "Dire : « oui »"
      - "=1+1"
      - "true"
      - "l’été\\nprochain"
    prevention: []
    coordination:
      binome: false
      heures_par_semaine: { de: 10, a: 15 }
    brouillon: true
    "
  `);
  expect(parse(text)).toMatchObject({
    protocoles: ['Dire : « oui »', '=1+1', 'true', 'l’été\nprochain'],
    aci: { depuis: '2019-12' },
  });
});

test('un Scan’équipe écrit à la main est rendu tel quel, ses remarques mises à part', () => {
  const written = readFileSync('tests/autre-publication/scans/2025/l-ecume.yaml', 'utf8');
  expect(fieldsYaml(COLLECTION_SCHEMAS.scans, parse(written) as Record<string, unknown>)).toBe(written);
});

test('un récit s’écrit comme à la main : les mots des listes l’un sous l’autre, le texte après les tirets', () => {
  const text = markdownFile(
    COLLECTION_SCHEMAS.histoires,
    {
      leviers: ['meme-lieu'],
      photo: { credit: 'une infirmière', fichier: './a.jpg', alternative: 'La table.' },
      publication: '2026-11',
      rencontre: '2026-11-10',
      titre: 'le Pôle : « un » début',
    },
    '\n## Début\n\nTexte.\n\n',
  );
  expect(text).toMatchInlineSnapshot(`
    "---
    titre: "le Pôle : « un » début"
    rencontre: 2026-11-10
    publication: "2026-11"
    leviers:
      - meme-lieu
    photo:
      fichier: "./a.jpg"
      alternative: "La table."
      credit: "une infirmière"
    ---

    ## Début

    Texte.
    "
  `);
});
