import { expect, test } from 'vitest';
import { change, faults, issuesOf } from './publication.ts';

test('émoji dans le nom d’une équipe : se retire sans rien perdre', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': change('Pôle du Port', 'Pôle 👩🏽‍⚕️ du Port ⚓️') }))
    .toMatchInlineSnapshot(`
      "[undrawn] equipes/pole-du-port.yaml:1:6 · nom : « 👩 🏽 ⚕ ⚓ » n’a pas de dessin dans la police des infographies, qui n’a que les lettres latines, les chiffres et la ponctuation. Le retirer. Nom de l’équipe, avec ses majuscules.
        Écrire : nom: "Pôle du Port""
    `);
});

test('autres écritures, symboles et signes invisibles', async () => {
  expect(
    await faults({
      'scans/2021/pole-du-port.yaml': change(
        'brouillon',
        'protocoles:\n  - "Suivi β, 2 ≥ 1"\n  - "صحة"\ngouvernance: |\n  Un comité\u202E élu.\n  Po\u0335rt.\nlogiciel:\n  partage: true\n  nom: "Le \u202Elogiciel"\nbrouillon',
      ),
    }),
  ).toMatchInlineSnapshot(`
    "[undrawn] scans/2021/pole-du-port.yaml:8:5 · protocoles, 1ᵉʳ élément : « β ≥ » n’a pas de dessin dans la police des infographies, qui n’a que les lettres latines, les chiffres et la ponctuation. L’écrire en toutes lettres, dans l’alphabet latin. Protocoles écrits en équipe. Liste vide « [] » : aucun. Sans réponse : ne pas écrire la ligne.
    [undrawn] scans/2021/pole-du-port.yaml:9:5 · protocoles, 2ᵉ élément : « ص ح ة » n’a pas de dessin dans la police des infographies, qui n’a que les lettres latines, les chiffres et la ponctuation. L’écrire en toutes lettres, dans l’alphabet latin. Protocoles écrits en équipe. Liste vide « [] » : aucun. Sans réponse : ne pas écrire la ligne.
    [undrawn] scans/2021/pole-du-port.yaml:10:14 · gouvernance : « U+202E U+0335 » n’a pas de dessin dans la police des infographies, qui n’a que les lettres latines, les chiffres et la ponctuation. Le retirer. Comment l’équipe décide.
    [bidi] scans/2021/pole-du-port.yaml:11:12 · un caractère invisible retourne ici le sens de la lecture : ce que l’on lit n’est pas ce qui est écrit. Supprimer ce passage et le récrire.
    [control] scans/2021/pole-du-port.yaml:15:8 · logiciel, nom : ce texte doit tenir sur une ligne, sans tabulation ni autre caractère de commande. Le récrire."
  `);
});

test('mots de la publication, de la région et des listes qui vont sur une infographie', async () => {
  expect(
    await faults({
      'publication.yaml': change('"Finistère"', '"Finistère 🌊"'),
      'regions/2023.yaml': change('"Rapport annuel"', '"Rapport → annuel"'),
      'vocabulaire/professions.yaml': change('pluriel: infirmiers', 'pluriel: "infirmiers ✚"'),
      'vocabulaire/familles.yaml': change('"Soin"', '"Soin 🩺"'),
    }),
  ).toMatchInlineSnapshot(`
    "[undrawn] publication.yaml:13:9 · departements, 29 : « 🌊 » n’a pas de dessin dans la police des infographies, qui n’a que les lettres latines, les chiffres et la ponctuation. Le retirer.
      Écrire :   "29": "Finistère"
    [undrawn] regions/2023.yaml:3:9 · source : « → » n’a pas de dessin dans la police des infographies, qui n’a que les lettres latines, les chiffres et la ponctuation. L’écrire en toutes lettres, dans l’alphabet latin. Document où ces chiffres ont paru.
    [undrawn] vocabulaire/familles.yaml:2:8 · soin, nom : « 🩺 » n’a pas de dessin dans la police des infographies, qui n’a que les lettres latines, les chiffres et la ponctuation. Le retirer. Nom affiché, avec sa majuscule.
      Écrire :   nom: "Soin"
    [undrawn] vocabulaire/professions.yaml:4:12 · infirmier, pluriel : « ✚ » n’a pas de dessin dans la police des infographies, qui n’a que les lettres latines, les chiffres et la ponctuation. L’écrire en toutes lettres, dans l’alphabet latin. Le même nom au pluriel."
  `);
});

test('ce qui se dessine n’est pas une faute, ni un émoji là où aucune infographie ne le montre', async () => {
  expect(
    await issuesOf({
      'equipes/pole-du-port.yaml': (valid) =>
        valid
          .replace('Pôle du Port', 'L’« Œuvre » de Łódź : 14 h 30 – 1ᵉʳ étage, n° 2 ½ €')
          .replace('brouillon', 'adresse: "3, quai du Port ⚓"\npresentation: "Bienvenue 🙂"\nbrouillon'),
      // An accent apart from its letter makes one letter with it.
      'scans/2021/pole-du-port.yaml': change('brouillon', 'gouvernance: "De\u0301cide\u0301e"\nbrouillon'),
    }),
  ).toEqual([]);
});

const pictogramme = (name: string) =>
  change('  pluriel: infirmiers\n', `  pluriel: infirmiers\n  pictogramme: ${name}\n`);

test('pictogramme inconnu : faute de frappe', async () => {
  expect(await faults({ 'vocabulaire/professions.yaml': pictogramme('stetoscope') })).toMatchInlineSnapshot(`
    "[pictogram] vocabulaire/professions.yaml:5:16 · infirmier, pictogramme : le jeu « healthicons » n’a pas de dessin plein qui s’appelle « stetoscope ». Vouliez-vous dire « stethoscope » ? Sans cette ligne, le métier est montré par une silhouette.
      Écrire :   pictogramme: stethoscope"
  `);
});

test('pictogramme inconnu : dessin en réserve, que rien ne sait remplir', async () => {
  expect(await faults({ 'vocabulaire/professions.yaml': pictogramme('stethoscope-negative') })).toMatchInlineSnapshot(`
    "[pictogram] vocabulaire/professions.yaml:5:16 · infirmier, pictogramme : le jeu « healthicons » n’a pas de dessin plein qui s’appelle « stethoscope-negative ». Vouliez-vous dire « stethoscope » ? Sans cette ligne, le métier est montré par une silhouette.
      Écrire :   pictogramme: stethoscope"
  `);
});

test('pictogramme inconnu : plusieurs lui ressemblent', async () => {
  expect(await faults({ 'vocabulaire/professions.yaml': pictogramme('worker_metal') })).toMatchInlineSnapshot(`"[pictogram] vocabulaire/professions.yaml:5:16 · infirmier, pictogramme : le jeu « healthicons » n’a pas de dessin plein qui s’appelle « worker_metal ». Noms qui lui ressemblent : city-worker, miner-worker, health-worker, factory-worker ou domestic-worker. Sans cette ligne, le métier est montré par une silhouette."`);
});

test('pictogramme inconnu : aucun ne lui ressemble', async () => {
  expect(await faults({ 'vocabulaire/professions.yaml': pictogramme('éléphant') })).toMatchInlineSnapshot(`"[pictogram] vocabulaire/professions.yaml:5:16 · infirmier, pictogramme : le jeu « healthicons » n’a pas de dessin plein qui s’appelle « éléphant ». Sans cette ligne, le métier est montré par une silhouette."`);
});

test('pictogramme connu', async () => {
  expect(await issuesOf({ 'vocabulaire/professions.yaml': pictogramme('nurse') })).toEqual([]);
});
