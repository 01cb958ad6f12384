import { expect, test } from 'vitest';
import { change, faults } from './publication.ts';

test('espace insécable autour du deux-points d’un champ', async () => {
  expect(
    await faults({
      'equipes/pole-du-port.yaml': (text) =>
        text
          .replace('article: le', 'article\u00A0: le')
          .replace('forme: msp', 'forme:\u00A0msp')
          .replace('commune: ', 'commune: \u202F'),
    }),
  ).toMatchInlineSnapshot(`
    "[hard-space] equipes/pole-du-port.yaml:2:8 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire : article: le
    [hard-space] equipes/pole-du-port.yaml:3:7 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire : forme: msp
    [hard-space] equipes/pole-du-port.yaml:4:10 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire : commune: "Brest""
  `);
});

test('espace insécable après le tiret d’une liste', async () => {
  expect(
    await faults({
      'histoires/port.md': change('  - meme-lieu', '  -\u00A0meme-lieu'),
      'scans/2021/pole-du-port.yaml': change('  - profession', '  - \u00A0profession'),
    }),
  ).toMatchInlineSnapshot(`
    "[hard-space] histoires/port.md:12:4 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire :   - meme-lieu
    [hard-space] scans/2021/pole-du-port.yaml:4:5 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire :   - profession: infirmier"
  `);
});

test('espace insécable en tête de ligne, et dans un groupe entre accolades', async () => {
  expect(
    await faults({
      'scans/2021/pole-du-port.yaml': change(
        '  - profession: infirmier\n    nombre: 3\n    signataires: 2',
        '  - { profession:\u00A0infirmier, nombre\u00A0: 3 }\naci:\n\u00A0\u00A0signe: true',
      ),
    }),
  ).toMatchInlineSnapshot(`
    "[hard-space] scans/2021/pole-du-port.yaml:4:18 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire :   - { profession: infirmier, nombre : 3 }
    [hard-space] scans/2021/pole-du-port.yaml:6:1 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire :   signe: true"
  `);
});

test('une espace insécable dans le texte d’une valeur n’est pas une faute', async () => {
  expect(
    await faults({
      'equipes/pole-du-port.yaml': change(
        'article: le',
        'article: le\nadresse: "3\u00A0: quai"\nquartier: Le\u00A0Port\npresentation: |\n  Trois\u00A0: rien.\n  -\u00A0Deux.\nterritoire: Au bord\n  du\u00A0quai.',
      ),
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\nTrois\u00A0: rien.\n'),
    }),
  ).toMatchInlineSnapshot(`""`);
});

test('espace insécable après un signe de Markdown', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '##\u00A0Les débuts\n\n-\u00A0un\n\u00A0 - deux\n\n1.\u00A0trois\n\n| a | b |\n|\u00A0---\u00A0| --- |\n| 1 | 2 |\n\n```\n-\u00A0code\n```\n',
      ),
    }),
  ).toMatchInlineSnapshot(`
    "[hard-space] histoires/port.md:22:3 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire : ## Les débuts
    [hard-space] histoires/port.md:24:2 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire : - un
    [hard-space] histoires/port.md:25:1 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire :   - deux
    [hard-space] histoires/port.md:27:3 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire : 1. trois
    [hard-space] histoires/port.md:30:2 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire : | --- | --- |"
  `);
});

test('espace insécable après les deux-points qui ferment un bloc', async () => {
  expect(
    await faults({ 'histoires/port.md': change('jour.\n:::', 'jour.\n:::\u00A0') }),
  ).toMatchInlineSnapshot(`
    "[hard-space] histoires/port.md:28:4 · une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.
      Écrire : :::"
  `);
});

test('guillemets anglais autour d’une valeur', async () => {
  expect(
    await faults({ 'histoires/port.md': change('"le Pôle du Port"', '“le Pôle du Port”') }),
  ).toMatchInlineSnapshot(`
    "[word-quotes] histoires/port.md:2:8 · titre : ces guillemets sont ceux d’un traitement de texte : ils seraient lus comme une partie de la valeur. Écrire des guillemets droits, ou aucun.
      Écrire : titre: "le Pôle du Port""
  `);
});

test('guillemets anglais autour d’une valeur qui contient un deux-points', async () => {
  expect(
    await faults({ 'histoires/port.md': change('"le Pôle du Port"', '“le Port : une équipe”') }),
  ).toMatchInlineSnapshot(`
    "[yaml-colon] histoires/port.md:2:17 · cette valeur contient un deux-points suivi d’une espace : il faut des guillemets autour d’elle.
      Écrire : titre: "le Port : une équipe""
  `);
});

test('guillemets français autour d’un texte : avertissement', async () => {
  expect(
    await faults({ 'histoires/port.md': change('"le Pôle du Port"', '« le Pôle du Port »') }),
  ).toMatchInlineSnapshot(`
    "[word-quotes] histoires/port.md:2:8 · titre : ces guillemets seront imprimés. S’ils ne font qu’entourer la valeur, écrire des guillemets droits.
      Écrire : titre: "le Pôle du Port""
  `);
});

test('guillemets français dans un texte : rien à dire', async () => {
  expect(
    await faults({ 'histoires/port.md': change('"le Pôle du Port"', '« Pôle » et « Port »') }),
  ).toMatchInlineSnapshot(`""`);
});

test('guillemets de traitement de texte autour d’une date, d’un code, d’un mot de liste, d’un nombre', async () => {
  expect(
    await faults({
      'histoires/port.md': (text) =>
        text
          .replace('2021-10-05', '“2021-10-05”')
          .replace('COORD/IC/012/1121', '«\u00A0COORD/IC/012/1121\u00A0»')
          .replace('  - prevention', '  - « prevention »')
          .replace('brouillon: false', 'brouillon: “false”'),
      'equipes/pole-du-port.yaml': change('"29200"', '“29200”'),
      'scans/2021/pole-du-port.yaml': change('nombre: 3', 'nombre: “3”'),
    }),
  ).toMatchInlineSnapshot(`
    "[word-quotes] equipes/pole-du-port.yaml:5:14 · code_postal : ces guillemets sont ceux d’un traitement de texte : ils seraient lus comme une partie de la valeur. Écrire des guillemets droits, ou aucun.
      Écrire : code_postal: "29200"
    [word-quotes] histoires/port.md:4:12 · reference : ces guillemets sont ceux d’un traitement de texte : ils seraient lus comme une partie de la valeur. Écrire des guillemets droits, ou aucun.
      Écrire : reference: COORD/IC/012/1121
    [word-quotes] histoires/port.md:6:12 · rencontre : ces guillemets sont ceux d’un traitement de texte : ils seraient lus comme une partie de la valeur. Écrire des guillemets droits, ou aucun.
      Écrire : rencontre: 2021-10-05
    [word-quotes] histoires/port.md:10:5 · themes, 1ᵉʳ élément : ces guillemets sont ceux d’un traitement de texte : ils seraient lus comme une partie de la valeur. Écrire des guillemets droits, ou aucun.
      Écrire :   - prevention
    [word-quotes] histoires/port.md:19:12 · brouillon : ces guillemets sont ceux d’un traitement de texte : ils seraient lus comme une partie de la valeur. Écrire des guillemets droits, ou aucun.
      Écrire : brouillon: false
    [word-quotes] scans/2021/pole-du-port.yaml:5:13 · composition, 1ᵉʳ élément, nombre : ces guillemets sont ceux d’un traitement de texte : ils seraient lus comme une partie de la valeur. Écrire des guillemets droits, ou aucun.
      Écrire :     nombre: 3"
  `);
});

test('guillemet d’un côté seulement', async () => {
  expect(
    await faults({
      'histoires/port.md': change('"le Pôle du Port"', 'le Pôle du Port"'),
      'outils/livret.md': change('"Livret d’accueil"', '"Livret d’accueil”'),
    }),
  ).toMatchInlineSnapshot(`
    "[word-quote-lone] histoires/port.md:2:8 · titre : « le Pôle du Port" » a un guillemet d’un côté seulement.
      Écrire : titre: "le Pôle du Port"
    [yaml-quote] outils/livret.md:2:8 · ce guillemet ouvert n’est jamais fermé : en ajouter un à la fin du texte.
      Écrire : titre: "Livret d’accueil""
  `);
});

test('« # » dans une valeur sans guillemets : ce qui suit est perdu', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('commune: "Brest"', 'commune: Port #2 de Brest') }),
  ).toMatchInlineSnapshot(`
    "[yaml-hash] equipes/pole-du-port.yaml:4:15 · ce qui suit « # » est ignoré. Si c’est du texte, entourer la valeur de guillemets droits.
      Écrire : commune: "Port #2 de Brest""
  `);
});

test('« # » en tête d’une valeur', async () => {
  expect(
    await faults({ 'vocabulaire/familles.yaml': change('couleur: "#125A6B"', 'couleur: #125A6B') }),
  ).toMatchInlineSnapshot(`
    "[yaml-hash] vocabulaire/familles.yaml:4:12 · une valeur qui commence par « # » n’est pas lue : l’entourer de guillemets droits.
      Écrire :   couleur: "#125A6B""
  `);
});

test('un commentaire n’est pas une faute', async () => {
  expect(
    await faults({
      'equipes/pole-du-port.yaml': change(
        'forme: msp\n',
        'forme: msp # une maison\n# Tout un commentaire\nadresse: "3, quai #2" # le quai\n',
      ),
    }),
  ).toMatchInlineSnapshot(`""`);
});
