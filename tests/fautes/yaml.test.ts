import { expect, test } from 'vitest';
import { change, faults, VALID } from './publication.ts';

/** A text as an old Windows editor saves it. */
const latin1 = (text: string) => Buffer.from(text, 'latin1');

test('deux-points dans une valeur sans guillemets', async () => {
  expect(
    await faults({ 'histoires/port.md': change('titre: "le Pôle du Port"', 'titre: Le Port : une équipe') }),
  ).toMatchInlineSnapshot(`
    "[yaml-colon] histoires/port.md:2:16 · cette valeur contient un deux-points suivi d’une espace : il faut des guillemets autour d’elle.
      Écrire : titre: "Le Port : une équipe""
  `);
});

test('guillemet jamais fermé : dit à l’ouverture', async () => {
  expect(await faults({ 'histoires/port.md': change('titre: "le Pôle du Port"', 'titre: "le Pôle du Port') }))
    .toMatchInlineSnapshot(`
    "[yaml-quote] histoires/port.md:2:8 · ce guillemet ouvert n’est jamais fermé : en ajouter un à la fin du texte.
      Écrire : titre: "le Pôle du Port""
  `);
});

test('apostrophe entre guillemets simples', async () => {
  expect(
    await faults({ 'histoires/port.md': change('titre: "le Pôle du Port"', "titre: 'l'équipe du Port'") }),
  ).toMatchInlineSnapshot(`
    "[yaml-apostrophe] histoires/port.md:2:10 · l’apostrophe ferme le texte commencé par un guillemet simple. Entourer ce texte de guillemets doubles.
      Écrire : titre: "l'équipe du Port""
  `);
});

test('guillemets droits dans un texte entre guillemets', async () => {
  expect(
    await faults({ 'histoires/port.md': change('titre: "le Pôle du Port"', 'titre: "le "Pôle" du Port"') }),
  ).toMatchInlineSnapshot(`
    "[yaml-inner-quote] histoires/port.md:2:12 · un guillemet droit à l’intérieur du texte le ferme trop tôt. Écrire des guillemets français.
      Écrire : titre: "le « Pôle » du Port""
  `);
});

test('tabulation en tête de ligne', async () => {
  expect(await faults({ 'histoires/port.md': change('  - meme-lieu', '\t- meme-lieu') }))
    .toMatchInlineSnapshot(`
    "[yaml-tab] histoires/port.md:12:1 · cette ligne commence par une tabulation. Le décalage s’écrit avec des espaces, deux par niveau.
      Écrire :   - meme-lieu"
  `);
});

test('décalage qui ne suit aucune ligne', async () => {
  expect(await faults({ 'scans/2021/pole-du-port.yaml': change('    nombre: 3', '   nombre: 3') }))
    .toMatchInlineSnapshot(`
    "[yaml-indent] scans/2021/pole-du-port.yaml:5:4 · le décalage de cette ligne ne correspond à aucune ligne au-dessus : elle commence par 3 espaces, il en faut 4.
      Écrire :     nombre: 3"
  `);
});

test('élément de liste décalé autrement que les autres', async () => {
  expect(await faults({ 'histoires/port.md': change('  - meme-lieu', '  - meme-lieu\n - valeurs-communes') }))
    .toMatchInlineSnapshot(`
      "[yaml-indent] histoires/port.md:13:2 · le décalage de cette ligne ne correspond à aucune ligne au-dessus : elle commence par 1 espace, il en faut 2.
        Écrire :   - valeurs-communes
      [passage-missing] histoires/port.md:13:5 · leviers, 2ᵉ élément : « valeurs-communes » est annoncé, mais aucun passage du texte ne le montre. Entourer ce passage d’un bloc « levier », fermé par une ligne « ::: », ou retirer cette ligne.
        Ajouter avant ce passage : :::levier{cle="valeurs-communes"}"
    `);
});

test('champ écrit deux fois', async () => {
  expect(await faults({ 'histoires/port.md': change('scan: 2021', 'scan: 2021\nscan: 2019') }))
    .toMatchInlineSnapshot(`
    "[scan-missing] histoires/port.md:8:7 · scan : il n’y a pas de Scan’équipe 2019 pour « pole-du-port », et la fiche d’identité du récit en a besoin. Cette équipe a répondu en 2021 : l’écrire dans le champ « scan ».
      Écrire : scan: 2021
    [yaml-duplicate] histoires/port.md:9:1 · scan : « scan » est déjà écrit plus haut (ligne 8). Garder une seule des deux lignes, ou réunir leurs valeurs."
  `);
});

test('espace oubliée après le deux-points', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': change('article: le', 'article:le') }))
    .toMatchInlineSnapshot(`
    "[yaml-colon-space] equipes/pole-du-port.yaml:2:8 · il manque une espace après le deux-points.
      Écrire : article: le"
  `);
});

test('deux-points oublié', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('article: le', 'article le') }),
  ).toMatchInlineSnapshot(
    `"[yaml-missing-colon] equipes/pole-du-port.yaml:2:1 · « article le » n’est ni un champ, ni un élément de liste. Un champ s’écrit avec un nom, un deux-points, une espace et une valeur."`,
  );
});

test('crochet jamais fermé', async () => {
  expect(await faults({ 'outils/livret.md': change('themes: [prevention]', 'themes: [prevention') }))
    .toMatchInlineSnapshot(`
    "[yaml-bracket] outils/livret.md:5:9 · « [ » est ouvert et jamais fermé : ajouter « ] » à la fin.
      Écrire : themes: [prevention]"
  `);
});

test('valeur qui commence par un signe réservé', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': change('article: le', 'adresse: @brest') }))
    .toMatchInlineSnapshot(`
    "[yaml-reserved] equipes/pole-du-port.yaml:2:10 · une valeur ne peut pas commencer par « @ » sans guillemets.
      Écrire : adresse: "@brest""
  `);
});

test('étoile en tête de valeur : une commande refusée', async () => {
  expect(await faults({ 'histoires/port.md': change('titre: "le Pôle du Port"', 'titre: *Le Port*') }))
    .toMatchInlineSnapshot(`
    "[yaml-reserved] histoires/port.md:2:8 · une valeur ne peut pas commencer par « * » sans guillemets.
      Écrire : titre: "*Le Port*""
  `);
});

test('commande « !!js » refusée', async () => {
  expect(
    await faults({ 'histoires/port.md': change('titre: "le Pôle du Port"', 'titre: !!js/function "x"') }),
  ).toMatchInlineSnapshot(`
    "[yaml-mark] histoires/port.md:2:8 · « ! » en tête d’une valeur est une commande que ce site refuse. Si c’est du texte, l’entourer de guillemets.
      Écrire : titre: "!!js/function \\"x\\"""
  `);
});

test('renvois en cascade refusés', async () => {
  expect(await faults({ 'vocabulaire/freins.yaml': 'a: &a [x, x]\nb: &b [*a, *a]\n' }))
    .toMatchInlineSnapshot(`
    "[yaml-mark] vocabulaire/freins.yaml:1:4 · « & » en tête d’une valeur est une commande que ce site refuse. Si c’est du texte, l’entourer de guillemets.
    [yaml-mark] vocabulaire/freins.yaml:2:4 · « & » en tête d’une valeur est une commande que ce site refuse. Si c’est du texte, l’entourer de guillemets.
    [yaml-mark] vocabulaire/freins.yaml:2:8 · « * » en tête d’une valeur est une commande que ce site refuse. Si c’est du texte, l’entourer de guillemets.
    [yaml-mark] vocabulaire/freins.yaml:2:12 · « * » en tête d’une valeur est une commande que ce site refuse. Si c’est du texte, l’entourer de guillemets."
  `);
});

test('barre oblique inverse entre guillemets doubles', async () => {
  expect(
    await faults({
      'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\nobtention: "C:\\docs"'),
    }),
  ).toMatchInlineSnapshot(`
    "[yaml-backslash] outils/livret.md:7:15 · la barre « \\ » a un sens spécial entre guillemets doubles : la doubler.
      Écrire : obtention: "C:\\\\docs""
  `);
});

test('liste commencée sur la ligne du champ', async () => {
  expect(
    await faults({ 'histoires/port.md': change('themes:\n  - prevention', 'themes: - prevention') }),
  ).toMatchInlineSnapshot(
    `"[yaml-list] histoires/port.md:9:9 · une liste commence à la ligne suivante : un tiret, une espace et un élément par ligne."`,
  );
});

test('fichier coupé en deux par des tirets', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('article: le', '---\narticle: le') }),
  ).toMatchInlineSnapshot(
    `"[yaml-documents] equipes/pole-du-port.yaml:2:1 · une ligne « --- » ou « ... » coupe ce fichier en deux. La supprimer."`,
  );
});

test('ligne que rien n’explique : dite simplement', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('article: le', 'presentation: |\n   trois\n  deux') }),
  ).toMatchInlineSnapshot(
    `"[yaml-syntax] equipes/pole-du-port.yaml:4:1 · l’écriture de cette ligne n’est pas comprise. Vérifier les guillemets, les deux-points et le décalage, ici et juste au-dessus."`,
  );
});

test('tirets d’ouverture oubliés', async () => {
  expect(await faults({ 'histoires/port.md': change('---\ntitre', 'titre') })).toMatchInlineSnapshot(`
    "[frontmatter-missing] histoires/port.md:1:1 · ce fichier doit commencer par une ligne de trois tirets, puis les champs (titre, résumé…), puis trois tirets.
      Ajouter à la ligne 1 : ---"
  `);
});

test('tirets de fermeture oubliés', async () => {
  expect(await faults({ 'histoires/port.md': change('brouillon: false\n---\n', 'brouillon: false\n') }))
    .toMatchInlineSnapshot(`
      "[frontmatter-unclosed] histoires/port.md:20:1 · les champs du début doivent se fermer par une ligne de trois tirets, avant le texte.
        Ajouter à la ligne 20 : ---"
    `);
});

test('tirets changés en tiret long par le traitement de texte', async () => {
  expect(await faults({ 'histoires/port.md': change('---\ntitre', '—\ntitre') })).toMatchInlineSnapshot(`
    "[frontmatter-missing] histoires/port.md:1:1 · ce fichier doit commencer par une ligne de trois tirets, puis les champs (titre, résumé…), puis trois tirets.
      Écrire : ---"
  `);
});

test('ligne vide avant les tirets', async () => {
  expect(await faults({ 'histoires/port.md': change('---\ntitre', '\n---\ntitre') })).toMatchInlineSnapshot(
    `"[frontmatter-missing] histoires/port.md:1:1 · la ligne de trois tirets doit être la toute première du fichier : supprimer ce qui la précède."`,
  );
});

test('fichier en Windows-1252 : dit à la première lettre fautive', async () => {
  expect(
    await faults({
      'pages/a-propos.md': latin1('---\ntitre: Accès\nresume: Été\nbrouillon: false\n---\n\nTexte.\n'),
    }),
  ).toMatchInlineSnapshot(
    `"[encoding] pages/a-propos.md:2:11 · ce fichier n’est pas enregistré en UTF-8 (sans doute en Windows-1252, dit « ANSI ») : ses accents seraient illisibles. Dans l’éditeur de texte, choisir « Enregistrer sous », puis le codage « UTF-8 »."`,
  );
});

test('fichier en Mac OS Roman', async () => {
  expect(
    await faults({
      'pages/a-propos.md': Uint8Array.from([
        ...Buffer.from('---\ntitre: Et'),
        0x8e,
        ...Buffer.from('\nresume: R\nbrouillon: false\n---\n\nTexte.\n'),
      ]),
    }),
  ).toMatchInlineSnapshot(
    `"[encoding] pages/a-propos.md:2:10 · ce fichier n’est pas enregistré en UTF-8 (sans doute en Mac OS Roman) : ses accents seraient illisibles. Dans l’éditeur de texte, choisir « Enregistrer sous », puis le codage « UTF-8 »."`,
  );
});

test('fichier en UTF-16', async () => {
  expect(
    await faults({ 'pages/a-propos.md': Buffer.from('\uFEFF' + VALID['pages/a-propos.md'], 'utf16le') }),
  ).toMatchInlineSnapshot(
    `"[encoding] pages/a-propos.md:1:1 · ce fichier n’est pas enregistré en UTF-8 (sans doute en UTF-16) : ses accents seraient illisibles. Dans l’éditeur de texte, choisir « Enregistrer sous », puis le codage « UTF-8 »."`,
  );
});

test('caractère nul', async () => {
  expect(await faults({ 'pages/a-propos.md': change('Une page', 'Une\u0000 page') })).toMatchInlineSnapshot(
    `"[nul] pages/a-propos.md:7:4 · ce fichier contient un caractère nul : ce n’est pas un texte, ou il est abîmé. L’ouvrir, en copier le texte dans un nouveau fichier et l’enregistrer en UTF-8."`,
  );
});

test('caractère perdu', async () => {
  expect(await faults({ 'pages/a-propos.md': change('Une page', 'Une p�ge') })).toMatchInlineSnapshot(
    `"[lost-character] pages/a-propos.md:7:6 · un caractère a été perdu (« � ») lors d’un enregistrement ou d’un copier-coller. Le récrire."`,
  );
});

test('accents abîmés', async () => {
  expect(await faults({ 'pages/a-propos.md': change('Une page', 'Une idÃ©e') })).toMatchInlineSnapshot(
    `"[garbled-accents] pages/a-propos.md:7:7 · des accents sont abîmés (« Ã© » au lieu de « é »). Récrire ce passage, ou repartir du texte d’origine enregistré en UTF-8."`,
  );
});

test('après une ligne qui ne se lit pas, les autres champs sont vérifiés quand même', async () => {
  expect(
    await faults({
      'histoires/port.md': (text) =>
        text
          .replace('titre: "le Pôle du Port"', 'titre: Le Port : une équipe')
          .replace('2021-10-05', '5 octobre 2021')
          .replace('themes:\n  - prevention', 'themes: - prevention')
          .replace('outils:', 'outil:'),
      'equipes/pole-du-port.yaml': (text) =>
        text.replace('article: le', 'article le').replace('"29200"', '29200'),
    }),
  ).toMatchInlineSnapshot(`
    "[yaml-missing-colon] equipes/pole-du-port.yaml:2:1 · « article le » n’est ni un champ, ni un élément de liste. Un champ s’écrit avec un nom, un deux-points, une espace et une valeur.
    [type] equipes/pole-du-port.yaml:5:14 · code_postal : on lit « 29200 », qui se lit comme un nombre ; il faut un texte. Code postal à cinq chiffres, entre guillemets.
      Écrire : code_postal: "29200"
    [yaml-colon] histoires/port.md:2:16 · cette valeur contient un deux-points suivi d’une espace : il faut des guillemets autour d’elle.
      Écrire : titre: "Le Port : une équipe"
    [date] histoires/port.md:6:12 · rencontre : « 5 octobre 2021 » doit s’écrire en chiffres, l’année d’abord : « 2021-10-05 ». Jour de la visite qui a donné lieu au récit : AAAA-MM-JJ.
      Écrire : rencontre: 2021-10-05
    [yaml-list] histoires/port.md:9:9 · une liste commence à la ligne suivante : un tiret, une espace et un élément par ligne.
    [unknown-field] histoires/port.md:12:1 · outil : « outil » n’est pas un champ connu ici. Vouliez-vous dire « outils » ?
      Écrire : outils:"
  `);
});
