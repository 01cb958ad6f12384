import { expect, test } from 'vitest';
import { change, faults, VALID } from './publication.ts';

test('levier inconnu : propose le plus proche', async () => {
  expect(await faults({ 'histoires/port.md': change('  - meme-lieu', '  - meme-leiu') }))
    .toMatchInlineSnapshot(`
    "[reference] histoires/port.md:12:5 · leviers, 1ᵉʳ élément : « meme-leiu » n’existe pas dans vocabulaire/leviers.yaml. Vouliez-vous dire « meme-lieu » ?
      Écrire :   - meme-lieu"
  `);
});

test('levier écrit par son nom : propose sa clé', async () => {
  expect(await faults({ 'histoires/port.md': change('  - meme-lieu', '  - Un même lieu') }))
    .toMatchInlineSnapshot(`
    "[reference] histoires/port.md:12:5 · leviers, 1ᵉʳ élément : « Un même lieu » n’existe pas dans vocabulaire/leviers.yaml. Vouliez-vous dire « meme-lieu » ?
      Écrire :   - meme-lieu"
  `);
});

test('métier écrit par son nom de tous les jours', async () => {
  expect(
    await faults({ 'scans/2021/pole-du-port.yaml': change('profession: infirmier', 'profession: kiné') }),
  ).toMatchInlineSnapshot(`
    "[reference] scans/2021/pole-du-port.yaml:4:17 · composition, 1ᵉʳ élément, profession : « kiné » n’existe pas dans vocabulaire/professions.yaml. Vouliez-vous dire « masseur-kinesitherapeute » ?
      Écrire :   - profession: masseur-kinesitherapeute"
  `);
});

test('équipe inconnue', async () => {
  expect(await faults({ 'histoires/port.md': change('equipe: pole-du-port', 'equipe: pole-du-fort') }))
    .toMatchInlineSnapshot(`
    "[reference] histoires/port.md:5:9 · equipe : « pole-du-fort » n’existe pas dans le dossier equipes. Vouliez-vous dire « pole-du-port » ?
      Écrire : equipe: pole-du-port"
  `);
});

test('référence écrite avec la fin du fichier', async () => {
  expect(await faults({ 'histoires/port.md': change('  - livret', '  - livret.md') })).toMatchInlineSnapshot(`
    "[reference] histoires/port.md:14:5 · outils, 1ᵉʳ élément : « livret.md » n’existe pas dans le dossier outils. Vouliez-vous dire « livret » ?
      Écrire :   - livret"
  `);
});

test('référence avec un caractère invisible', async () => {
  expect(await faults({ 'histoires/port.md': change('  - prevention', '  - "pre​vention"') }))
    .toMatchInlineSnapshot(`
    "[reference] histoires/port.md:10:5 · themes, 1ᵉʳ élément : « pre​vention » n’existe pas dans vocabulaire/themes.yaml. Le mot contient un caractère invisible. Vouliez-vous dire « prevention » ?
      Écrire :   - prevention"
  `);
});

test('référence sans voisin', async () => {
  expect(
    await faults({ 'histoires/port.md': change('  - prevention', '  - zzzzzzzz') }),
  ).toMatchInlineSnapshot(
    `"[reference] histoires/port.md:10:5 · themes, 1ᵉʳ élément : « zzzzzzzz » n’existe pas dans vocabulaire/themes.yaml."`,
  );
});

test('référence d’un vocabulaire à un autre', async () => {
  expect(await faults({ 'vocabulaire/professions.yaml': change('famille: soin', 'famille: soins') }))
    .toMatchInlineSnapshot(`
    "[reference] vocabulaire/professions.yaml:5:12 · infirmier, famille : « soins » n’existe pas dans vocabulaire/familles.yaml. Vouliez-vous dire « soin » ?
      Écrire :   famille: soin"
  `);
});

test('élément répété', async () => {
  expect(
    await faults({ 'histoires/port.md': change('  - prevention', '  - prevention\n  - prevention') }),
  ).toMatchInlineSnapshot(
    `"[repeated] histoires/port.md:11:5 · themes, 2ᵉ élément : « prevention » est déjà dans cette liste. Supprimer cette ligne."`,
  );
});

test('département hors de la région', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': change('departement: "29"', 'departement: "56"') }))
    .toMatchInlineSnapshot(`
    "[department] equipes/pole-du-port.yaml:6:14 · departement : le département « 56 » n’est pas dans « departements » de publication.yaml. Vouliez-vous dire « 29 » ?
      Écrire : departement: "29""
  `);
});

test('code postal d’un autre département : avertissement', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('code_postal: "29200"', 'code_postal: "56000"') }),
  ).toMatchInlineSnapshot(
    `"[postal-code] equipes/pole-du-port.yaml:5:14 · code_postal : le code postal « 56000 » ne commence pas comme le département « 29 ». Vérifier l’un et l’autre."`,
  );
});

test('année du scan : celle du dossier', async () => {
  expect(await faults({ 'scans/2021/pole-du-port.yaml': change('annee: 2021', 'annee: 2020') }))
    .toMatchInlineSnapshot(`"[file-name] scans/2021/pole-du-port.yaml:2:8 · annee : ce fichier est rangé en 2021, mais il dit 2020. Si ses chiffres sont de 2020, le renommer en scans/2020/pole-du-port.yaml ; s’ils sont de 2021, corriger cette année."`);
});

test('équipe du scan : celle du nom de fichier', async () => {
  expect(await faults({ 'scans/2021/autre.yaml': VALID['scans/2021/pole-du-port.yaml'] ?? '' }))
    .toMatchInlineSnapshot(`"[file-name] scans/2021/autre.yaml:1:9 · equipe : ces réponses sont celles de « pole-du-port », mais le fichier porte un autre nom. Le renommer en scans/2021/pole-du-port.yaml."`);
});

test('année de la région : celle du nom de fichier', async () => {
  expect(await faults({ 'regions/2023.yaml': change('annee: 2023', 'annee: 2022') })).toMatchInlineSnapshot(`"[file-name] regions/2023.yaml:1:8 · annee : ce fichier est rangé en 2023, mais il dit 2022. Si ses chiffres sont de 2022, le renommer en regions/2022.yaml ; s’ils sont de 2023, corriger cette année."`);
});

test('métier compté deux fois', async () => {
  expect(
    await faults({
      'scans/2021/pole-du-port.yaml': change(
        '    signataires: 2',
        '    signataires: 2\n  - profession: infirmier\n    nombre: 1',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[profession-twice] scans/2021/pole-du-port.yaml:7:17 · composition, 2ᵉ élément, profession : « infirmier » est déjà compté au 1ᵉʳ élément. Réunir les deux lignes et additionner les nombres."`,
  );
});

test('plus de signataires que de personnes', async () => {
  expect(
    await faults({ 'scans/2021/pole-du-port.yaml': change('signataires: 2', 'signataires: 4') }),
  ).toMatchInlineSnapshot(
    `"[signatories] scans/2021/pole-du-port.yaml:6:18 · composition, 1ᵉʳ élément, signataires : 4 signataires pour 3 personnes : il ne peut y en avoir plus que de personnes."`,
  );
});

test('pas de scan de l’année demandée', async () => {
  expect(await faults({ 'histoires/port.md': change('scan: 2021', 'scan: 2019') })).toMatchInlineSnapshot(`
    "[scan-missing] histoires/port.md:8:7 · scan : il n’y a pas de Scan’équipe 2019 pour « pole-du-port », et la fiche d’identité du récit en a besoin. Cette équipe a répondu en 2021 : l’écrire dans le champ « scan ».
      Écrire : scan: 2021"
  `);
});

test('pas de scan de l’année de la visite', async () => {
  expect(
    await faults({ 'histoires/port.md': change('scan: 2021\n', ''), 'scans/2021/pole-du-port.yaml': null }),
  ).toMatchInlineSnapshot(
    `"[scan-missing] histoires/port.md:6:12 · rencontre : il n’y a pas de Scan’équipe 2021 pour « pole-du-port », et la fiche d’identité du récit en a besoin. Créer le fichier scans/2021/pole-du-port.yaml."`,
  );
});

test('récit en ligne, équipe en brouillon', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': change('brouillon: false', 'brouillon: true') }))
    .toMatchInlineSnapshot(`
      "[not-online] histoires/port.md:5:9 · equipe : equipes/pole-du-port.yaml est un brouillon, et cette page est en ligne. Écrire « brouillon: false » dans equipes/pole-du-port.yaml, ou « brouillon: true » ici en attendant.
      [not-online] scans/2021/pole-du-port.yaml:1:9 · equipe : equipes/pole-du-port.yaml est un brouillon, et cette page est en ligne. Écrire « brouillon: false » dans equipes/pole-du-port.yaml, ou « brouillon: true » ici en attendant."
    `);
});

test('récit et lien en ligne, outil en brouillon', async () => {
  expect(await faults({ 'outils/livret.md': change('brouillon: false', 'brouillon: true') }))
    .toMatchInlineSnapshot(`
    "[not-online] histoires/port.md:14:5 · outils, 1ᵉʳ élément : outils/livret.md est un brouillon, et cette page est en ligne. Écrire « brouillon: false » dans outils/livret.md, ou retirer ce renvoi.
    [not-online] histoires/port.md:24:19 · outils/livret.md est un brouillon, et cette page est en ligne. Écrire « brouillon: false » dans outils/livret.md, ou retirer ce renvoi."
  `);
});

test('récit en ligne, outil à paraître', async () => {
  expect(
    await faults({
      'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\npublication: 2027-01'),
    }),
  ).toMatchInlineSnapshot(`
    "[not-online] histoires/port.md:14:5 · outils, 1ᵉʳ élément : outils/livret.md ne paraîtra que le 1ᵉʳ janvier 2027, et cette page est en ligne. Attendre ce jour, ou retirer ce renvoi.
    [not-online] histoires/port.md:24:19 · outils/livret.md ne paraîtra que le 1ᵉʳ janvier 2027, et cette page est en ligne. Attendre ce jour, ou retirer ce renvoi."
  `);
});

test('récit en ligne, Scan’équipe en brouillon', async () => {
  expect(
    await faults({ 'scans/2021/pole-du-port.yaml': change('brouillon: false', 'brouillon: true') }),
  ).toMatchInlineSnapshot(`"[scan-not-online] histoires/port.md:8:7 · scan : le Scan’équipe 2021 de « pole-du-port » est un brouillon, et cette page est en ligne. Écrire « brouillon: false » dans scans/2021/pole-du-port.yaml, ou « brouillon: true » ici en attendant."`);
});

test('récit en ligne, Scan’équipe de l’année de la visite en brouillon', async () => {
  expect(
    await faults({
      'histoires/port.md': change('scan: 2021\n', ''),
      'scans/2021/pole-du-port.yaml': change('brouillon: false\n', ''),
    }),
  ).toMatchInlineSnapshot(`"[scan-not-online] histoires/port.md:6:12 · rencontre : le Scan’équipe 2021 de « pole-du-port » est un brouillon, et cette page est en ligne. Écrire « brouillon: false » dans scans/2021/pole-du-port.yaml, ou « brouillon: true » ici en attendant."`);
});

test('récit à paraître, Scan’équipe en brouillon : refusé aussi', async () => {
  expect(
    await faults({
      'histoires/port.md': (text) =>
        change('1121', '1126')(change('publication: 2021-11', 'publication: 2026-11')(text)),
      'scans/2021/pole-du-port.yaml': change('brouillon: false', 'brouillon: true'),
    }),
  ).toMatchInlineSnapshot(`"[scan-not-online] histoires/port.md:8:7 · scan : le Scan’équipe 2021 de « pole-du-port » est un brouillon, et cette page paraîtra avant. Écrire « brouillon: false » dans scans/2021/pole-du-port.yaml, ou « brouillon: true » ici en attendant."`);
});

test('équipe inventée, récit et Scan’équipe qui ne le disent pas', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('creation: 2007', 'demonstration: true') }),
  ).toMatchInlineSnapshot(`
    "[demonstration] histoires/port.md:2:1 · demonstration : equipes/pole-du-port.yaml dit « demonstration: true », et pas ce fichier : une équipe inventée, ses Scan’équipe et ses récits le disent tous.
      Ajouter à la ligne 20 : demonstration: true
    [demonstration] scans/2021/pole-du-port.yaml:1:1 · demonstration : equipes/pole-du-port.yaml dit « demonstration: true », et pas ce fichier : une équipe inventée, ses Scan’équipe et ses récits le disent tous.
      Ajouter à la ligne 8 : demonstration: true"
  `);
});

test('Scan’équipe inventé d’une équipe qui dit ne pas l’être', async () => {
  expect(
    await faults({
      'equipes/pole-du-port.yaml': change('creation: 2007', 'demonstration: false'),
      'histoires/port.md': change('scan: 2021', 'scan: 2021\ndemonstration: true'),
      'scans/2021/pole-du-port.yaml': change('annee: 2021', 'annee: 2021\ndemonstration: true'),
    }),
  ).toMatchInlineSnapshot(`
    "[demonstration] equipes/pole-du-port.yaml:7:16 · demonstration : scans/2021/pole-du-port.yaml et histoires/port.md disent « demonstration: true », et pas ce fichier : une équipe inventée, ses Scan’équipe et ses récits le disent tous.
      Écrire : demonstration: true"
  `);
});

test('Scan’équipe nommé autrement que son équipe : renommer le fichier', async () => {
  expect(
    await faults({
      'scans/2021/port.yaml': VALID['scans/2021/pole-du-port.yaml'] ?? '',
      'scans/2021/pole-du-port.yaml': null,
    }),
  ).toMatchInlineSnapshot(`
    "[scan-missing] histoires/port.md:8:7 · scan : il n’y a pas de Scan’équipe 2021 pour « pole-du-port », et la fiche d’identité du récit en a besoin. Créer le fichier scans/2021/pole-du-port.yaml.
    [file-name] scans/2021/port.yaml:1:9 · equipe : ces réponses sont celles de « pole-du-port », mais le fichier porte un autre nom. Le renommer en scans/2021/pole-du-port.yaml."
  `);
});
