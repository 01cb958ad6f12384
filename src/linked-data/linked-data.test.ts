import { expect, test } from 'vitest';
import { teamData } from './equipe.ts';
import { storyData } from './histoire.ts';
import { glossaryData, listData } from './listes.ts';
import { toolData } from './outil.ts';
import { dataBlock, pageGraph } from './page.ts';
import { regionData } from './region.ts';

const site = {
  nom: 'Les Carnets du large',
  adresse: 'https://carnets.example',
  organisation: { nom: 'La Criée', nom_complet: 'Réseau inventé', article: '' as const },
  licence_du_contenu: { nom: 'CC0', adresse: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};
const phare = {
  href: '/equipes/le-phare/',
  nom: 'Le Phare',
  forme: { type_schema_org: 'Library' as const },
};
const affiche = { href: '/boite-a-outils/affiche/', titre: 'Affiche des horaires' };
const story = {
  href: '/histoires/le-phare/',
  titre: 'Le Phare ouvre',
  ouverture: 'Un matin…',
  resume: 'Un essai.',
  reference: 'LECT/RC/001/0625',
  publication: '2025-06',
  auteur: 'une bibliothécaire',
  format: 'Récit',
  demonstration: true,
  equipe: phare,
  themes: [{ nom: 'Accueil' }],
  outils: [affiche],
};

test('un récit est un article : auteur par son rôle, date telle qu’on la connaît, équipe, outils, licence', () => {
  expect(storyData(site, story, '/histoires/le-phare/lien.png').principal).toMatchInlineSnapshot(`
    {
      "@id": "https://carnets.example/histoires/le-phare/#recit",
      "@type": "Article",
      "about": {
        "@id": "https://carnets.example/equipes/le-phare/#equipe",
        "@type": "Library",
        "name": "Le Phare",
        "url": "https://carnets.example/equipes/le-phare/",
      },
      "articleSection": "Récit",
      "author": {
        "@type": "Person",
        "description": "une bibliothécaire",
      },
      "creativeWorkStatus": "Démonstration : données inventées",
      "datePublished": "2025-06",
      "description": "Un essai.",
      "headline": "Un matin… Le Phare ouvre",
      "identifier": "LECT/RC/001/0625",
      "image": "https://carnets.example/histoires/le-phare/lien.png",
      "inLanguage": "fr",
      "isAccessibleForFree": true,
      "isPartOf": {
        "@id": "https://carnets.example/#site",
        "@type": "WebSite",
        "name": "Les Carnets du large",
      },
      "keywords": [
        "Accueil",
      ],
      "license": "https://creativecommons.org/publicdomain/zero/1.0/",
      "mentions": [
        {
          "@id": "https://carnets.example/boite-a-outils/affiche/#outil",
          "@type": "LearningResource",
          "name": "Affiche des horaires",
          "url": "https://carnets.example/boite-a-outils/affiche/",
        },
      ],
      "publisher": {
        "@id": "https://carnets.example/#organisation",
        "@type": "Organization",
        "name": "La Criée",
      },
      "url": "https://carnets.example/histoires/le-phare/",
    }
  `);
});

test('un récit sans auteur a pour auteur qui le publie', () => {
  expect(storyData(site, { ...story, auteur: undefined }).principal).toMatchObject({
    author: { '@type': 'Organization', name: 'La Criée' },
  });
});

const team = {
  ...phare,
  deNom: 'du Phare',
  adresse: '1, quai inventé',
  code_postal: '29000',
  commune: 'Ville-Exemple',
  departement: { code: '29', nom: 'Finistère' },
  creation: '2007',
  presentation: undefined,
  site_internet: undefined,
  demonstration: false,
};
const sheet = {
  annee: 2025,
  alternative: 'Cinq personnes.',
  telechargements: [
    { href: '/equipes/le-phare/scan-equipe-2025-a4.png', format: 'PNG', usage: 'Image A4' },
    { href: '/equipes/le-phare/scan-equipe-2025.csv', format: 'CSV', usage: 'Données' },
  ],
};

test('une équipe est du type que dit sa forme, avec ses réponses de chaque année en données', () => {
  expect(teamData(site, team, [sheet])).toMatchInlineSnapshot(`
    {
      "autres": [
        {
          "@id": "https://carnets.example/equipes/le-phare/#scan-2025",
          "@type": "Dataset",
          "about": {
            "@id": "https://carnets.example/equipes/le-phare/#equipe",
          },
          "creator": {
            "@id": "https://carnets.example/#organisation",
            "@type": "Organization",
            "name": "La Criée",
          },
          "description": "Cinq personnes.",
          "distribution": [
            {
              "@type": "DataDownload",
              "contentUrl": "https://carnets.example/equipes/le-phare/scan-equipe-2025.csv",
              "encodingFormat": "text/csv",
            },
          ],
          "inLanguage": "fr",
          "isAccessibleForFree": true,
          "license": "https://creativecommons.org/publicdomain/zero/1.0/",
          "name": "Scan’équipe 2025 du Phare",
          "temporalCoverage": "2025",
        },
      ],
      "principal": {
        "@id": "https://carnets.example/equipes/le-phare/#equipe",
        "@type": "Library",
        "address": {
          "@type": "PostalAddress",
          "addressCountry": "FR",
          "addressLocality": "Ville-Exemple",
          "addressRegion": "Finistère",
          "postalCode": "29000",
          "streetAddress": "1, quai inventé",
        },
        "foundingDate": "2007",
        "name": "Le Phare",
        "url": "https://carnets.example/equipes/le-phare/",
      },
    }
  `);
});

test('une équipe dont la forme ne dit rien est une organisation', () => {
  const bare = { ...team, forme: { type_schema_org: undefined } };
  expect(teamData(site, bare, []).principal).toMatchObject({ '@type': 'Organization' });
});

const tool = {
  ...affiche,
  resume: 'Annoncer des horaires.',
  reference: undefined,
  annee: 2024,
  publication: undefined,
  relecture: '2025-11',
  acces: 'public' as const,
  lien: undefined,
  obtention: undefined,
  pour: ['équipe'],
  avec: ['La Criée'],
  demonstration: false,
  type: { nom: 'Affiche' },
  themes: [{ nom: 'Accueil' }],
  fichiers: [
    { href: '/boite-a-outils/fichiers/horaires.ods', nom: 'horaires.ods', format: 'ODS', octets: 88_123 },
  ],
};

test('un outil est une ressource, son document a un format et un poids, sa fiche une date de relecture', () => {
  expect(toolData(site, tool)).toMatchInlineSnapshot(`
    {
      "principal": {
        "@id": "https://carnets.example/boite-a-outils/affiche/#outil",
        "@type": "LearningResource",
        "audience": [
          {
            "@type": "Audience",
            "audienceType": "équipe",
          },
        ],
        "creditText": "Avec La Criée",
        "datePublished": "2024",
        "description": "Annoncer des horaires.",
        "hasPart": [
          {
            "@id": "https://carnets.example/boite-a-outils/fichiers/horaires.ods",
            "@type": "DigitalDocument",
            "encodingFormat": "application/vnd.oasis.opendocument.spreadsheet",
            "license": "https://creativecommons.org/publicdomain/zero/1.0/",
            "name": "horaires.ods",
            "size": "88 kB",
            "url": "https://carnets.example/boite-a-outils/fichiers/horaires.ods",
          },
        ],
        "inLanguage": "fr",
        "isAccessibleForFree": true,
        "keywords": [
          "Accueil",
        ],
        "learningResourceType": "Affiche",
        "name": "Affiche des horaires",
        "publisher": {
          "@id": "https://carnets.example/#organisation",
          "@type": "Organization",
          "name": "La Criée",
        },
        "url": "https://carnets.example/boite-a-outils/affiche/",
      },
      "publiee": undefined,
      "relue": "2025-11",
    }
  `);
});

test('un outil réservé le dit', () => {
  expect(toolData(site, { ...tool, acces: 'adherents', fichiers: [] }).principal).toMatchObject({
    isAccessibleForFree: false,
    conditionsOfAccess: 'Document réservé aux adhérents',
  });
});

test('les chiffres d’une région sont un jeu de données par source ; une feuille sans chiffre n’en est pas un', () => {
  const titre = { texte: 'Chiffres publiés', sources: [] };
  const data = regionData(
    { ...site, region: 'Ponant' },
    {
      annee: 2025,
      feuilles: [
        { feuille: { source: 'publiee', titre, demonstration: false }, infographie: sheet },
        { feuille: { source: 'calculee', titre, demonstration: false }, infographie: undefined },
      ],
    },
  );
  expect(data.principal).toMatchObject({
    '@type': 'Dataset',
    '@id': 'https://carnets.example/region/2025/#publiee',
    spatialCoverage: { name: 'Ponant' },
  });
  expect(data.autres).toEqual([]);
});

test('une longue liste dit combien elle compte, et n’en nomme que les premières', () => {
  const entries = Array.from({ length: 10_000 }, (_, index) => ({ href: `/histoires/${index}/` }));
  const { principal } = listData(site, '/histoires/', entries);
  expect(principal).toMatchObject({ numberOfItems: 10_000 });
  expect(JSON.stringify(principal).length).toBeLessThan(6000);
});

test('une page d’une liste est une part de la liste : elle compte tout et nomme à leur rang ce qu’elle montre', () => {
  const { principal } = listData(site, '/histoires/', [{ href: '/histoires/le-phare/' }], {
    avant: 24,
    total: 25,
  });
  expect(principal).toEqual({
    '@type': 'ItemList',
    '@id': 'https://carnets.example/histoires/#liste',
    numberOfItems: 25,
    itemListElement: [
      { '@type': 'ListItem', position: 25, url: 'https://carnets.example/histoires/le-phare/' },
    ],
  });
});

test('le glossaire est un ensemble de termes, chacun à sa place dans la page', () => {
  const sigles = [{ cle: 'pil', sigle: 'PIL', developpe: 'Prêt inventé', definition: 'Un prêt.' }];
  expect(glossaryData(site, 'Glossaire', sigles).principal).toMatchObject({
    hasDefinedTerm: [{ '@id': 'https://carnets.example/glossaire/#pil', name: 'PIL' }],
  });
});

test('rien de ce qu’un auteur écrit ne peut fermer le bloc de données', () => {
  const titre = '</script><script>alert(1)</script> & <!-- ]]>';
  const page = { chemin: '/guide/', titre, etape: titre, description: '…', fil: [] };
  const block = dataBlock(pageGraph(site, page));
  expect(block).not.toContain('<');
  expect(JSON.parse(block)).toMatchObject({ '@graph': [{ name: titre }, { '@type': 'BreadcrumbList' }] });
});
