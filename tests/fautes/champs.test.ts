import { expect, test } from 'vitest';
import { change, faults } from './publication.ts';

test('champ manquant', async () => {
  expect(
    await faults({ 'histoires/port.md': change('resume: "Une équipe raconte ses débuts."\n', '') }),
  ).toMatchInlineSnapshot(
    `
    "[missing] histoires/port.md:2:1 · resume : ce champ manque. Deux ou trois phrases qui donnent envie de lire ; elles ouvrent la page et les listes.
      Ajouter à la ligne 19 : resume: "…""
  `,
  );
});

test('date manquante : un exemple la montre, la ligne à ajouter attend la vraie', async () => {
  expect(await faults({ 'outils/livret.md': change('relecture: 2024-05\n', '') })).toMatchInlineSnapshot(
    `
    "[missing] outils/livret.md:2:1 · relecture : ce champ manque. Date de la dernière relecture de cette fiche : AAAA-MM-JJ ou AAAA-MM. Par exemple : 2019-12
      Ajouter à la ligne 9 : relecture: …"
  `,
  );
});

test('champ vide', async () => {
  expect(
    await faults({ 'histoires/port.md': change('resume: "Une équipe raconte ses débuts."', 'resume:') }),
  ).toMatchInlineSnapshot(
    `"[empty] histoires/port.md:3:1 · resume : rien n’est écrit après le deux-points. Deux ou trois phrases qui donnent envie de lire ; elles ouvrent la page et les listes."`,
  );
});

test('champ inconnu : propose le plus proche', async () => {
  expect(await faults({ 'histoires/port.md': change('themes:', 'thèmes:') })).toMatchInlineSnapshot(`
    "[unknown-field] histoires/port.md:9:1 · thèmes : « thèmes » n’est pas un champ connu ici. Vouliez-vous dire « themes » ?
      Écrire : themes:"
  `);
});

test('champ inconnu sans voisin : les dit tous', async () => {
  expect(
    await faults({ 'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\nxyz: 1') }),
  ).toMatchInlineSnapshot(
    `"[unknown-field] outils/livret.md:7:1 · xyz : « xyz » n’est pas un champ connu ici. Champs possibles : titre, resume, type, themes, leviers, freins, mots_cles, pour, reference, annee, relecture, a_revoir, publication, acces, fichiers, lien, obtention, avec, consultations, anciennes_adresses, demonstration ou brouillon."`,
  );
});

test('clé qui contient un caractère invisible', async () => {
  expect(await faults({ 'histoires/port.md': change('scan: 2021', 'sc​an: 2021') })).toMatchInlineSnapshot(`
    "[unknown-field] histoires/port.md:8:1 · sc​an : « scan » n’est pas un champ connu ici. Il contient un caractère invisible. Vouliez-vous dire « scan » ?
      Écrire : scan: 2021"
  `);
});

test('oui au lieu de true', async () => {
  expect(await faults({ 'histoires/port.md': change('brouillon: false', 'brouillon: oui') }))
    .toMatchInlineSnapshot(`
    "[type] histoires/port.md:19:12 · brouillon : on lit « oui » ; il faut « true » (oui) ou « false » (non), sans guillemets. « true » : visible sur votre poste seulement. « false » : en ligne.
      Écrire : brouillon: true"
  `);
});

test('nombre entre guillemets', async () => {
  expect(await faults({ 'scans/2021/pole-du-port.yaml': change('nombre: 3', 'nombre: "3"') }))
    .toMatchInlineSnapshot(`
      "[type] scans/2021/pole-du-port.yaml:5:13 · composition, 1ᵉʳ élément, nombre : on lit « 3 », qui se lit comme un texte ; il faut un nombre entier. Nombre de personnes.
        Écrire :     nombre: 3"
    `);
});

test('nombre négatif', async () => {
  expect(
    await faults({ 'scans/2021/pole-du-port.yaml': change('nombre: 3\n    signataires: 2', 'nombre: -3') }),
  ).toMatchInlineSnapshot(
    `"[too-small] scans/2021/pole-du-port.yaml:5:13 · composition, 1ᵉʳ élément, nombre : « -3 » ne convient pas : 1 au moins. Nombre de personnes."`,
  );
});

test('nombre à virgule pour un compte', async () => {
  expect(
    await faults({ 'scans/2021/pole-du-port.yaml': change('nombre: 3', 'nombre: 2.5') }),
  ).toMatchInlineSnapshot(
    `"[type] scans/2021/pole-du-port.yaml:5:13 · composition, 1ᵉʳ élément, nombre : on lit « 2.5 » ; il faut un nombre entier. Nombre de personnes."`,
  );
});

test('zéro personne d’un métier', async () => {
  expect(
    await faults({ 'scans/2021/pole-du-port.yaml': change('nombre: 3\n    signataires: 2', 'nombre: 0') }),
  ).toMatchInlineSnapshot(
    `"[too-small] scans/2021/pole-du-port.yaml:5:13 · composition, 1ᵉʳ élément, nombre : « 0 » ne convient pas : 1 au moins. Nombre de personnes."`,
  );
});

test('code postal sans guillemets', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': change('code_postal: "29200"', 'code_postal: 29200') }))
    .toMatchInlineSnapshot(`
    "[type] equipes/pole-du-port.yaml:5:14 · code_postal : on lit « 29200 », qui se lit comme un nombre ; il faut un texte. Code postal à cinq chiffres, entre guillemets.
      Écrire : code_postal: "29200""
  `);
});

test('code postal trop court : aucune ligne n’est proposée, il y manque un chiffre', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('code_postal: "29200"', 'code_postal: 2920') }),
  ).toMatchInlineSnapshot(`"[type] equipes/pole-du-port.yaml:5:14 · code_postal : on lit « 2920 », qui se lit comme un nombre ; il faut un texte. Code postal à cinq chiffres, entre guillemets."`);
});

test('code postal qui commence par zéro : rendu tel quel', async () => {
  expect(await faults({ 'equipes/pole-du-port.yaml': change('code_postal: "29200"', 'code_postal: 01000') }))
    .toMatchInlineSnapshot(`
    "[type] equipes/pole-du-port.yaml:5:14 · code_postal : on lit « 01000 », qui se lit comme un nombre ; il faut un texte. Code postal à cinq chiffres, entre guillemets.
      Écrire : code_postal: "01000""
  `);
});

test('code postal trop court', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('code_postal: "29200"', 'code_postal: "2920"') }),
  ).toMatchInlineSnapshot(
    `"[format] equipes/pole-du-port.yaml:5:14 · code_postal : « 2920 » n’a pas la forme attendue. Code postal à cinq chiffres, entre guillemets. Par exemple : 44190"`,
  );
});

test('texte trop long', async () => {
  expect(
    await faults({
      'equipes/pole-du-port.yaml': change(
        'commune: "Brest"',
        'commune: "Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest Brest "',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[too-long] equipes/pole-du-port.yaml:4:10 · commune : ce texte compte 120 caractères ; 90 au plus. Le raccourcir. Commune du lieu principal."`,
  );
});

test('texte fait d’espaces', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('commune: "Brest"', 'commune: "  "') }),
  ).toMatchInlineSnapshot(
    `"[blank] equipes/pole-du-port.yaml:4:10 · commune : ce texte est vide : rien ne s’y voit. Commune du lieu principal."`,
  );
});

test('texte avec un retour à la ligne', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('commune: "Brest"', 'commune: "Brest\\nCentre"') }),
  ).toMatchInlineSnapshot(
    `"[control] equipes/pole-du-port.yaml:4:10 · commune : ce texte doit tenir sur une ligne, sans tabulation ni autre caractère de commande. Le récrire."`,
  );
});

test('mot au lieu d’une liste', async () => {
  expect(await faults({ 'outils/livret.md': change('themes: [prevention]', 'themes: prevention') }))
    .toMatchInlineSnapshot(`
    "[type] outils/livret.md:5:9 · themes : on lit « prevention » ; il faut une liste, un élément par ligne après un tiret. Au moins un thème, clés de vocabulaire/themes.yaml ; le premier classe la fiche.
      Écrire : themes: [prevention]"
  `);
});

test('liste vide de leviers', async () => {
  expect(await faults({ 'histoires/port.md': change('leviers:\n  - meme-lieu', 'leviers: []') }))
    .toMatchInlineSnapshot(`
      "[empty-list] histoires/port.md:11:10 · leviers : cette liste est vide : au moins 1 élément. Au moins un levier qu’une autre équipe peut actionner ; chacun a son passage dans le texte.
      [passage-unlisted] histoires/port.md:25:1 · passage « levier » : ce passage montre « meme-lieu », que le champ « leviers » du début n’annonce pas. L’y ajouter.
        Écrire : leviers: [meme-lieu]"
    `);
});

test('nombre entier écrit avec une virgule : rien n’est proposé', async () => {
  expect(
    await faults({
      'scans/2021/pole-du-port.yaml': change(
        'annee: 2021',
        'annee: 2021\nrcp:\n  tenues: true\n  par_an: 10,5',
      ),
    }),
  ).toMatchInlineSnapshot(`"[type] scans/2021/pole-du-port.yaml:5:11 · rcp, par_an : on lit « 10,5 », qui se lit comme un texte ; il faut un nombre entier. Combien par an."`);
});

test('mots séparés par des virgules au lieu d’une liste', async () => {
  expect(
    await faults({
      'outils/livret.md': (text) =>
        change('type: modele', 'type: modele\nmots_cles: accueil, arrivée, nouveau')(
          text.replace('themes: [prevention]', 'themes: prevention, acces-aux-soins'),
        ),
    }),
  ).toMatchInlineSnapshot(`
    "[type] outils/livret.md:5:12 · mots_cles : on lit « accueil, arrivée, nouveau » ; il faut une liste, un élément par ligne après un tiret. Mots que le lecteur pourrait taper et que le texte ne contient pas.
      Écrire : mots_cles: ["accueil", "arrivée", "nouveau"]
    [type] outils/livret.md:6:9 · themes : on lit « prevention, acces-aux-soins » ; il faut une liste, un élément par ligne après un tiret. Au moins un thème, clés de vocabulaire/themes.yaml ; le premier classe la fiche.
      Écrire : themes: [prevention, acces-aux-soins]"
  `);
});

test('champs d’un groupe qui ne sont pas décalés', async () => {
  expect(
    await faults({
      'scans/2021/pole-du-port.yaml': change('annee: 2021', 'annee: 2021\naci:\nsigne: true\ndepuis: 2019'),
    }),
  ).toMatchInlineSnapshot(`
    "[group-shift] scans/2021/pole-du-port.yaml:4:1 · signe : ce champ fait partie de « aci » : décaler cette ligne de deux espaces, sous « aci ».
      Écrire :   signe: true
    [group-shift] scans/2021/pole-du-port.yaml:5:1 · depuis : ce champ fait partie de « aci » : décaler cette ligne de deux espaces, sous « aci ».
      Écrire :   depuis: 2019"
  `);
});

test('champ manquant dans un groupe entre accolades', async () => {
  expect(
    await faults({
      'scans/2021/pole-du-port.yaml': change(
        '  - profession: infirmier\n    nombre: 3\n    signataires: 2',
        '  - { profession: infirmier }',
      ),
    }),
  ).toMatchInlineSnapshot(`
    "[missing] scans/2021/pole-du-port.yaml:4:5 · composition, 1ᵉʳ élément, nombre : ce champ manque. Nombre de personnes.
      Écrire :   - { profession: infirmier, nombre: … }"
  `);
});

test('points de suspension laissés à la place du texte', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('commune: "Brest"', 'commune: "…"') }),
  ).toMatchInlineSnapshot(`"[placeholder] equipes/pole-du-port.yaml:4:10 · commune : les points de suspension tiennent la place d’un texte : l’écrire. Commune du lieu principal."`);
});
