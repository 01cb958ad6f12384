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
    .toMatchInlineSnapshot(`
    "[file-name] scans/2021/pole-du-port.yaml:2:8 · annee : « 2020 » n’est pas le nom du dossier, qui est « 2021 ». Corriger l’un ou l’autre.
      Écrire : annee: 2021"
  `);
});

test('équipe du scan : celle du nom de fichier', async () => {
  expect(await faults({ 'scans/2021/autre.yaml': VALID['scans/2021/pole-du-port.yaml'] ?? '' }))
    .toMatchInlineSnapshot(`
    "[file-name] scans/2021/autre.yaml:1:9 · equipe : « pole-du-port » n’est pas le nom du fichier, qui est « autre ». Corriger l’un ou l’autre.
      Écrire : equipe: autre"
  `);
});

test('année de la région : celle du nom de fichier', async () => {
  expect(await faults({ 'regions/2023.yaml': change('annee: 2023', 'annee: 2022') })).toMatchInlineSnapshot(`
    "[file-name] regions/2023.yaml:1:8 · annee : « 2022 » n’est pas le nom du fichier, qui est « 2023 ». Corriger l’un ou l’autre.
      Écrire : annee: 2023"
  `);
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
    "[not-online] histoires/port.md:5:9 · equipe : equipes/pole-du-port.yaml est un brouillon, et cette page est en ligne. Écrire « brouillon: false » dans equipes/pole-du-port.yaml, ou retirer ce renvoi.
    [not-online] scans/2021/pole-du-port.yaml:1:9 · equipe : equipes/pole-du-port.yaml est un brouillon, et cette page est en ligne. Écrire « brouillon: false » dans equipes/pole-du-port.yaml, ou retirer ce renvoi."
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
