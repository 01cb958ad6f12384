import { expect, test } from 'vitest';
import { change, faults } from './publication.ts';

test('élément de liste lu comme un groupe', async () => {
  expect(
    await faults({
      'outils/livret.md': change(
        'themes: [prevention]',
        'themes: [prevention]\nmots_cles:\n  - Accueil : premier jour',
      ),
    }),
  ).toMatchInlineSnapshot(`
    "[type] outils/livret.md:7:5 · mots_cles, 1ᵉʳ élément : on lit un groupe de lignes ; il faut un texte. Mots que le lecteur pourrait taper et que le texte ne contient pas.
      Écrire :   - "Accueil : premier jour""
  `);
});

test('valeur hors de la liste : propose la plus proche', async () => {
  expect(
    await faults({ 'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\nacces: adhérent') }),
  ).toMatchInlineSnapshot(`
    "[enum] outils/livret.md:7:8 · acces : « adhérent » n’est pas une valeur possible. Valeurs possibles : public ou adherents. Vouliez-vous dire « adherents » ?
      Écrire : acces: adherents"
  `);
});

test('apostrophe courbe dans l’article', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': change('article: le', 'article: l’') }))
    .toMatchInlineSnapshot(`
    "[enum] equipes/pole-du-port.yaml:2:10 · article : « l’ » n’est pas une valeur possible. Valeurs possibles : le, la, l', les ou "". Vouliez-vous dire « l' » ?
      Écrire : article: l'"
  `);
});

test('adresse sans https', async () => {
  expect(
    await faults({
      'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\nlien: www.exemple.fr/outil'),
    }),
  ).toMatchInlineSnapshot(`
    "[url] outils/livret.md:7:7 · lien : « www.exemple.fr/outil » n’est pas une adresse que l’on peut ouvrir : une adresse commence par https:// et ne contient pas d’espace. Adresse de l’outil, s’il est en ligne ailleurs.
      Écrire : lien: "https://www.exemple.fr/outil""
  `);
});

test('adresse en javascript', async () => {
  expect(
    await faults({
      'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\nlien: "javascript:alert(1)"'),
    }),
  ).toMatchInlineSnapshot(
    `"[url] outils/livret.md:7:7 · lien : « javascript:alert(1) » n’est pas une adresse que l’on peut ouvrir : une adresse commence par https:// et ne contient pas d’espace. Adresse de l’outil, s’il est en ligne ailleurs."`,
  );
});

test('adresse électronique', async () => {
  expect(
    await faults({
      'publication.yaml': change('  article: "l\'"', '  article: "l\'"\n  courriel: "contact chez union"'),
    }),
  ).toMatchInlineSnapshot(
    `"[format] publication.yaml:9:13 · organisation, courriel : « contact chez union » n’a pas la forme attendue. Adresse électronique de contact. Une adresse électronique s’écrit comme « contact@exemple.fr »."`,
  );
});

test('couleur', async () => {
  expect(await faults({ 'vocabulaire/familles.yaml': change('"#125A6B"', 'rouge') })).toMatchInlineSnapshot(
    `"[format] vocabulaire/familles.yaml:4:12 · soin, couleur : « rouge » n’a pas la forme attendue. Couleur sur fond clair (contraste 4,5 au moins sur le papier). Par exemple : #125A6B"`,
  );
});

test('numéro de département', async () => {
  expect(
    await faults({ 'publication.yaml': change('"29": "Finistère"', '"29": "Finistère"\n  Morbihan: "56"') }),
  ).toMatchInlineSnapshot(
    `"[key-format] publication.yaml:14:3 · departements, Morbihan : « Morbihan » n’a pas la forme attendue. Départements couverts : numéro entre guillemets, puis nom."`,
  );
});

test('pourcentage au-delà de cent', async () => {
  expect(
    await faults({
      'regions/2023.yaml': change('brouillon: false', 'part_de_la_population: 120\nbrouillon: false'),
    }),
  ).toMatchInlineSnapshot(
    `"[too-big] regions/2023.yaml:6:24 · part_de_la_population : « 120 » ne convient pas : 100 au plus. Part de la population de la région, en pourcentage."`,
  );
});

test('année hors des bornes', async () => {
  expect(await faults({ 'regions/2023.yaml': change('annee: 2023', 'annee: 3023') })).toMatchInlineSnapshot(`"[too-big] regions/2023.yaml:1:8 · annee : « 3023 » ne convient pas : 2100 au plus. Année ; la même que le nom du fichier."`);
});

test('heures de coordination : ni nombre ni fourchette', async () => {
  expect(
    await faults({
      'scans/2021/pole-du-port.yaml': change(
        'brouillon: false',
        'coordination:\n  heures_par_semaine: beaucoup\nbrouillon: false',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[type] scans/2021/pole-du-port.yaml:8:23 · coordination, heures_par_semaine : on lit « beaucoup », qui se lit comme un texte ; il faut un nombre, ou un groupe « de » et « a ». Heures par semaine, pour toutes les personnes : un nombre, ou deux bornes."`,
  );
});

test('heures de coordination : fourchette sans fin', async () => {
  expect(
    await faults({
      'scans/2021/pole-du-port.yaml': change(
        'brouillon: false',
        'coordination:\n  heures_par_semaine: { de: 10 }\nbrouillon: false',
      ),
    }),
  ).toMatchInlineSnapshot(
    `
    "[missing] scans/2021/pole-du-port.yaml:8:3 · coordination, heures_par_semaine, a : ce champ manque. Au plus.
      Écrire :   heures_par_semaine: { de: 10, a: … }"
  `,
  );
});

test('clé de vocabulaire avec un accent', async () => {
  expect(await faults({ 'vocabulaire/freins.yaml': change('temps:', 'Équipe Nombreuse:') }))
    .toMatchInlineSnapshot(`
    "[vocabulary-key] vocabulaire/freins.yaml:1:1 · Équipe Nombreuse : la clé « Équipe Nombreuse » sert d’adresse : des minuscules sans accent, des chiffres et des tirets seulement. Écrire « equipe-nombreuse ».
      Écrire : equipe-nombreuse:"
  `);
});

test('outil sans fichier, ni lien, ni moyen de l’obtenir', async () => {
  expect(await faults({ 'outils/livret.md': change('fichiers:\n  - ./livret.csv\n', '') }))
    .toMatchInlineSnapshot(`
      "[file-unused] outils/livret.csv:1:1 · aucun texte ne nomme ce fichier : il ne sera pas publié. Le nommer dans une fiche, ou le supprimer.
      [tool-access] outils/livret.md:2:1 · fichiers : rien ne dit comment obtenir cet outil : il faut au moins un des champs « fichiers », « lien » ou « obtention ».
        Ajouter à la ligne 8 : fichiers: [./nom-du-document.odt]"
    `);
});

test('photo sans crédit ni texte de remplacement', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '  alternative: "Le port vu du ciel."\n  credit: "Dessin de l’équipe"\n',
        '',
      ),
    }),
  ).toMatchInlineSnapshot(`
    "[missing] histoires/port.md:15:1 · photo, alternative : ce champ manque. Ce que montre l’image, pour qui ne la voit pas.
      Ajouter à la ligne 17 :   alternative: "…"
    [missing] histoires/port.md:15:1 · photo, credit : ce champ manque. Auteur ou source de l’image, sans le mot « Crédit », que le site écrit.
      Ajouter à la ligne 17 :   credit: "…""
  `);
});

test('fichier vide', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': '' })).toMatchInlineSnapshot(
    `"[empty-file] equipes/pole-du-port.yaml:1:1 · ce fichier ne contient aucun champ."`,
  );
});

test('fichier qui n’est pas fait de champs', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': 'Bonjour\n' })).toMatchInlineSnapshot(
    `"[not-fields] equipes/pole-du-port.yaml:1:1 · ce fichier doit contenir des champs : un nom, un deux-points, une espace et une valeur, un par ligne."`,
  );
});

test('page sans texte', async () => {
  expect(await faults({ 'pages/a-propos.md': change('Une page.\n', '') })).toMatchInlineSnapshot(
    `"[empty-body] pages/a-propos.md:5:1 · cette page n’a pas de texte après les trois tirets."`,
  );
});

test('champs vides entre les tirets', async () => {
  expect(await faults({ 'pages/a-propos.md': '---\n---\nTexte.\n' })).toMatchInlineSnapshot(
    `"[empty-file] pages/a-propos.md:1:1 · ce fichier ne contient aucun champ."`,
  );
});

test('publication.yaml manque', async () => {
  expect(await faults({ 'publication.yaml': null })).toMatchInlineSnapshot(
    `"[missing-file] publication.yaml:1:1 · ce fichier manque : il dit qui publie, pour quelle région et avec quels mots."`,
  );
});

test('une liste du vocabulaire manque', async () => {
  expect(await faults({ 'vocabulaire/actions.yaml': null })).toMatchInlineSnapshot(
    `"[missing-file] vocabulaire/actions.yaml:1:1 · ce fichier manque : la liste est considérée comme vide."`,
  );
});

test('clé de vocabulaire faite de signes', async () => {
  expect(await faults({ 'vocabulaire/freins.yaml': change('temps:', '"…":') })).toMatchInlineSnapshot(`
    "[vocabulary-key] vocabulaire/freins.yaml:1:1 · … : la clé « … » sert d’adresse : des minuscules sans accent, des chiffres et des tirets seulement. Écrire « manque-de-temps ».
      Écrire : manque-de-temps:"
  `);
});

test('clé vide d’un vocabulaire', async () => {
  expect(await faults({ 'vocabulaire/freins.yaml': change('temps:', '"":') })).toMatchInlineSnapshot(`
    "[vocabulary-key] vocabulaire/freins.yaml:1:1 · (vide) : cette clé est vide, et elle sert d’adresse : des minuscules sans accent, des chiffres et des tirets seulement. Écrire « manque-de-temps ».
      Écrire : manque-de-temps:"
  `);
});

test('nombre de personnes invraisemblable', async () => {
  expect(await faults({ 'scans/2021/pole-du-port.yaml': change('nombre: 3', 'nombre: 3000') })).toMatchInlineSnapshot(`"[unlikely] scans/2021/pole-du-port.yaml:5:13 · composition, 1ᵉʳ élément, nombre : 3 000 personnes du même métier dans une équipe, c’est peu vraisemblable (400 au plus). Vérifier le nombre."`);
});

test('équipe d’une taille invraisemblable', async () => {
  const metiers = Array.from({ length: 6 }, (_, rank) => `  - profession: metier-${rank}\n    nombre: 400\n`).join('');
  const noms = Array.from(
    { length: 6 },
    (_, rank) =>
      `metier-${rank}:\n  nom: "x"\n  feminin: "x"\n  pluriel: "x"\n  famille: soin\n`,
  ).join('');
  expect(
    await faults({
      'vocabulaire/professions.yaml': (valid) => valid + noms,
      'scans/2021/pole-du-port.yaml': change('composition:\n', `composition:\n${metiers}`),
    }),
  ).toMatchInlineSnapshot(`"[unlikely-team] scans/2021/pole-du-port.yaml:4:3 · composition : ces nombres font 2 403 personnes en tout, c’est peu vraisemblable (2 000 au plus). Vérifier chacun."`);
});

test('lignes coupées comme au siècle dernier', async () => {
  expect(
    await faults({ 'pages/a-propos.md': (valid) => valid.replaceAll('\n', '\r') }),
  ).toMatchInlineSnapshot(`"[line-ends] pages/a-propos.md:1:4 · les lignes de ce fichier sont coupées d’une ancienne façon (CR seul), que d’autres logiciels ne comprennent pas. L’enregistrer à nouveau avec des fins de ligne « LF » (Unix) ou « CRLF » (Windows)."`);
});

const heures = (written: string) =>
  change('brouillon', `coordination:\n  heures_par_semaine: ${written}\nbrouillon`);

test('heures : « de » plus grand que « a »', async () => {
  expect(await faults({ 'scans/2021/pole-du-port.yaml': heures('{ de: 15, a: 10.5 }') })).toMatchInlineSnapshot(`
    "[bounds] scans/2021/pole-du-port.yaml:8:23 · coordination, heures_par_semaine : « de » (15) est plus grand que « a » (10,5) : « de » est le moins, « a » le plus. Les échanger, ou corriger celui qui est faux.
      Écrire :   heures_par_semaine: { de: 10.5, a: 15 }"
  `);
});

test('heures : de même sur deux lignes', async () => {
  expect(await faults({ 'scans/2021/pole-du-port.yaml': heures('\n    de: 15\n    a: 10.5') })).toMatchInlineSnapshot(`"[bounds] scans/2021/pole-du-port.yaml:9:5 · coordination, heures_par_semaine : « de » (15) est plus grand que « a » (10,5) : « de » est le moins, « a » le plus. Les échanger, ou corriger celui qui est faux."`);
});

test('heures : deux bornes égales ne sont pas une faute', async () => {
  expect(await faults({ 'scans/2021/pole-du-port.yaml': heures('{ de: 10, a: 10 }') })).toBe('');
});

test('boîte à outils : période de relecture nulle, ou en toutes lettres', async () => {
  const period = (months: string) => ({
    'publication.yaml': change(
      'licence_du_contenu:',
      `boite_a_outils:\n  relecture_mois: ${months}\nlicence_du_contenu:`,
    ),
  });
  expect(await faults(period('36'))).toBe('');
  expect(await faults(period('0'))).toMatchInlineSnapshot(`"[too-small] publication.yaml:28:19 · boite_a_outils, relecture_mois : « 0 » ne convient pas : 1 au moins. Nombre de mois après lequel la fiche d’un outil est à relire ; 24 si rien n’est écrit."`);
  expect(await faults(period('deux ans'))).toMatchInlineSnapshot(`"[type] publication.yaml:28:19 · boite_a_outils, relecture_mois : on lit « deux ans », qui se lit comme un texte ; il faut un nombre entier. Nombre de mois après lequel la fiche d’un outil est à relire ; 24 si rien n’est écrit."`);
});
