import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifier } from '#src/checks/index.ts';
import { again, bytesOf, content, importing, refused, RIGHT, TITLES, withColumn } from './importation.ts';
import { change } from './publication.ts';

test('un tableau juste est écrit, et passe la vérification', async () => {
  expect(await importing(RIGHT)).toMatchInlineSnapshot(`
    "r.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 ligne de réponses, 4 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Écrit
      scans/2025/pole-du-port.yaml (ligne 2) : nouveau, en brouillon

    Aucune erreur : 1 fichier écrit. Relire, puis « npm run verifier »."
  `);
  expect(await readFile(join(content, 'scans/2025/pole-du-port.yaml'), 'utf8')).toMatchInlineSnapshot(`
    "equipe: pole-du-port
    annee: 2025
    composition:
      - { profession: infirmier, nombre: 3 }
    aci:
      signe: true
    brouillon: true
    "
  `);
  expect((await verifier(content)).issues).toEqual([]);
});

test('importer deux fois de suite ne change rien', async () => {
  await importing(RIGHT);
  const before = await bytesOf(content);
  expect(await again('r.csv', {})).toMatchInlineSnapshot(`
    "r.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 ligne de réponses, 4 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Déjà là
      scans/2025/pole-du-port.yaml (ligne 2) : inchangé

    Rien à écrire : ces réponses sont déjà là."
  `);
  expect(await bytesOf(content)).toEqual(before);
});

test('un essai dit tout et n’écrit rien', async () => {
  expect(await importing(RIGHT, { essai: true })).toMatchInlineSnapshot(`
    "r.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 ligne de réponses, 4 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Serait écrit (c’est un essai)
      scans/2025/pole-du-port.yaml (ligne 2) : nouveau, en brouillon

    Aucune erreur : 1 fichier à écrire. Rien n’a été écrit ; relancer sans « --essai » pour écrire."
  `);
});

const OTHER = `${TITLES};Infirmier (signataires)\npole-du-port;2021;4;2\n`;

test('d’autres réponses sont refusées, avec ce qui changerait', async () => {
  expect(await importing(OTHER)).toMatchInlineSnapshot(`
    "r.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 ligne de réponses, 4 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Refusé
      ligne 2, colonne A (Équipe)
        scans/2021/pole-du-port.yaml contient déjà d’autres réponses. Si celles du formulaire sont les bonnes, relancer avec « --remplacer » ; sinon, supprimer cette ligne.

    Ce que donnerait cette importation, une fois corrigée
      scans/2021/pole-du-port.yaml (ligne 2) : remplacé
        composition, infirmier : « 3, 2 signataires » → « 4, 2 signataires »
        « brouillon: false » est gardé : ces réponses seront en ligne

    1 erreur : rien n’a été écrit. Corriger comme il est dit ci-dessus, puis relancer."
  `);
});

test('« --remplacer » les écrit ; l’état de brouillon reste celui que l’éditeur a choisi', async () => {
  const overlay = { 'scans/2021/pole-du-port.yaml': (valid: string) => `# Une remarque.\n${valid}source: "Un récit"\n` };
  expect(await importing(OTHER, { remplacer: true, overlay })).toMatchInlineSnapshot(`
    "r.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 ligne de réponses, 4 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Écrit
      scans/2021/pole-du-port.yaml (ligne 2) : remplacé
        composition, infirmier : « 3, 2 signataires » → « 4, 2 signataires »
        source : « Un récit » est ôtée, les réponses viennent du formulaire
        les remarques (lignes « # ») de ce fichier sont ôtées
        « brouillon: false » est gardé : ces réponses seront en ligne

    Aucune erreur : 1 fichier écrit. Relire, puis « npm run verifier »."
  `);
  expect(await readFile(join(content, 'scans/2021/pole-du-port.yaml'), 'utf8')).toMatchInlineSnapshot(`
    "equipe: pole-du-port
    annee: 2021
    composition:
      - { profession: infirmier, nombre: 4, signataires: 2 }
    brouillon: false
    "
  `);
  expect((await verifier(content)).issues).toEqual([]);
});

test('un tableau plein de fautes : toutes sont dites d’un coup, à leur place', async () => {
  const table = [
    `${TITLES};Infirmier (signataires);ACI signé;ACI signé depuis;Combien de RCP dans l’année;Sites;Coordination : heures par semaine;Date de remplissage`,
    'Pole du Pot;2025;-3;;peut-être;30/02/2020;2,5;A|B|C|D;beaucoup;mars 2025',
    '',
    ';20025;trois;2;x;;douze par an;;15 à 10;',
    'Pôle du Port;2025;3000;4000;oui;;1.200;;;',
    'Pôle du Port;2025;3;4;oui;;;;;',
  ].join('\r\n');
  expect(refused(await importing(table))).toMatchInlineSnapshot(`
    "  ligne 2, colonne A (Équipe)
        Aucune équipe ne s’appelle « Pole du Pot ». Vouliez-vous dire « Pôle du Port » ? Si c’est une équipe nouvelle, créer d’abord equipes/pole-du-pot.yaml.
      ligne 2, colonne C (Infirmier (nombre))
        « -3 » est négatif. Attendu : un nombre entier, en chiffres ; une case vide si l’équipe n’a pas répondu.
      ligne 2, colonne E (ACI signé)
        « peut-être » ne dit pas clairement oui ou non. Attendu : oui ou non ; une case vide si l’équipe n’a pas répondu.
      ligne 2, colonne F (ACI signé depuis)
        « 30/02/2020 » n’existe pas : février 2020 compte 29 jours. Attendu : une année (2019), un mois (12/2019) ou un jour (05/03/2019).
      ligne 2, colonne G (Combien de RCP dans l’année)
        « 2,5 » n’est pas un nombre entier. Attendu : un nombre entier, en chiffres ; une case vide si l’équipe n’a pas répondu.
      ligne 2, colonne H (Sites)
        « A|B|C|D » : trop de barres « | ». Attendu : le nom, la commune, puis qui s’y trouve.
      ligne 2, colonne I (Coordination : heures par semaine)
        « beaucoup » n’est pas un nombre d’heures. Attendu : un nombre d’heures (« 14 » ou « 3,5 »), ou deux bornes (« 10 à 15 »).
      ligne 2, colonne J (Date de remplissage)
        « mars 2025 » ne dit pas le jour. Attendu : un jour, par exemple 05/03/2026.
      ligne 4, colonne A (Équipe)
        Rien ne dit de quelle équipe vient cette ligne. Écrire son nom, ou supprimer la ligne.
      ligne 4, colonne B (Année des réponses)
        « 20025 » n’est pas une année. Attendu : quatre chiffres, par exemple 2026.
      ligne 4, colonne C (Infirmier (nombre))
        « trois » n’est pas un nombre. Attendu : un nombre entier, en chiffres ; une case vide si l’équipe n’a pas répondu.
      ligne 4, colonne E (ACI signé)
        « x » peut vouloir dire plusieurs choses. Écrire la réponse, ou vider la case si l’équipe n’a pas répondu.
      ligne 4, colonne G (Combien de RCP dans l’année)
        « douze par an » n’est pas un nombre. Attendu : un nombre entier, en chiffres ; une case vide si l’équipe n’a pas répondu.
      ligne 4, colonne I (Coordination : heures par semaine)
        « 15 à 10 » va en décroissant. Attendu : un nombre d’heures (« 14 » ou « 3,5 »), ou deux bornes (« 10 à 15 »).
      ligne 5, colonne C (Infirmier (nombre))
        3 000 personnes du même métier dans une équipe, c’est peu vraisemblable (400 au plus). Vérifier le nombre.
      ligne 5, colonne D (Infirmier (signataires))
        4 000 signataires pour 3 000 personnes : il ne peut y en avoir plus que de personnes.
      ligne 5, colonne G (Combien de RCP dans l’année)
        « 1.200 » se lit de deux façons : un nombre à virgule ou un millier. Pour un millier, écrire 1200. Attendu : un nombre entier, en chiffres ; une case vide si l’équipe n’a pas répondu.
      ligne 6, colonne A (Équipe)
        « Pôle du Port » a déjà répondu en ligne 5 pour 2025. Garder une seule des deux lignes.
      ligne 6, colonne D (Infirmier (signataires))
        4 signataires pour 3 personnes : il ne peut y en avoir plus que de personnes."
  `);
});

test('un métier nommé par un mot de tous les jours est deviné, et c’est dit', async () => {
  const valid = await importing('Équipe;Année des réponses;Kiné;Infirmières\nPôle du Port;2025;2;1\n');
  expect(valid).toMatchInlineSnapshot(`
    "r.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 ligne de réponses, 4 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).
      ligne 1, colonne C (Kiné)
        « Kiné » est lu comme « masseur-kinésithérapeute ».
      ligne 1, colonne D (Infirmières)
        Lue comme le nombre de personnes de ce métier (« Infirmier (nombre) »).

    Écrit
      scans/2025/pole-du-port.yaml (ligne 2) : nouveau, en brouillon

    Aucune erreur : 1 fichier écrit. Relire, puis « npm run verifier »."
  `);
});

test('un synonyme de deux métiers n’est pas deviné', async () => {
  const overlay = {
    'vocabulaire/professions.yaml': (valid: string) =>
      valid.replace('  court: kiné\n', '  court: soignant\n').replace('  pluriel: infirmiers\n', '  pluriel: infirmiers\n  synonymes: [soignant]\n'),
  };
  expect(refused(await importing(withColumn('Stagiaires : de quels métiers', 'soignants'), { overlay }))).toMatchInlineSnapshot(`
    "  ligne 2, colonne D (Stagiaires : de quels métiers)
        « soignants » peut vouloir dire « infirmier » ou « masseur-kinésithérapeute » : écrire l’un des deux en entier."
  `);
});

test('« ne sait pas » compte comme pas de réponse, et c’est dit ; rien n’est écrit pour cette question', async () => {
  const text = await importing(withColumn('ACI signé', 'Ne sait pas'));
  expect(text).toContain('Compris comme «\u00A0pas de réponse\u00A0»\n  ligne 2, colonne D (ACI signé)\n    «\u00A0Ne sait pas\u00A0»');
  expect(await readFile(join(content, 'scans/2025/pole-du-port.yaml'), 'utf8')).not.toContain('aci');
});

test('« aucun » donne une liste vide, zéro reste zéro, le vide n’écrit pas de ligne', async () => {
  const table = `${TITLES};Protocoles écrits en équipe;Actions de prévention;Patients suivis dans l’année;Groupes d’éducation thérapeutique\nPôle du Port;2025;3;Aucun;;0;néant\n`;
  await importing(table);
  expect(await readFile(join(content, 'scans/2025/pole-du-port.yaml'), 'utf8')).toMatchInlineSnapshot(`
    "equipe: pole-du-port
    annee: 2025
    composition:
      - { profession: infirmier, nombre: 3 }
    protocoles: []
    etp: []
    patients: 0
    brouillon: true
    "
  `);
});

test('l’année demandée n’est pas celle des réponses', async () => {
  expect(refused(await importing(RIGHT, { annee: 2024 }))).toMatchInlineSnapshot(`
    "  ligne 2, colonne B (Année des réponses)
        Ces réponses sont de 2025, et la commande demande 2024. Corriger l’une ou l’autre."
  `);
});

test('rien ne dit l’année', async () => {
  const table = 'Équipe;Infirmier (nombre)\nPôle du Port;3\n';
  expect(refused(await importing(table))).toMatchInlineSnapshot(`
    "  ligne 2
        Rien ne dit l’année de ces réponses. Remplir la colonne de l’année, ou ajouter à la commande « --annee » et l’année."
  `);
  await rm(content, { recursive: true });
  expect(await importing(table, { annee: 2025 })).toContain('scans/2025/pole-du-port.yaml');
});

test('aucune réponse sur la composition', async () => {
  expect(refused(await importing('Équipe;Année des réponses;ACI signé\nPôle du Port;2025;oui\n'))).toMatchInlineSnapshot(`
    "  ligne 2
        Aucun métier n’a de nombre de personnes. Remplir au moins une colonne de métier."
  `);
});

test('un titre général et des rubriques au-dessus des titres : ils sont dits, et non lus', async () => {
  const table = `Scan’équipe 2025;;;\n\nIdentité;;Composition;\n${RIGHT}`;
  expect(await importing(table, { essai: true })).toMatchInlineSnapshot(`
    "r.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 ligne de réponses, 4 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).
      les titres sont lus en ligne 4, où est celui de l’équipe ; ce qui est au-dessus n’est pas lu.

    Serait écrit (c’est un essai)
      scans/2025/pole-du-port.yaml (ligne 5) : nouveau, en brouillon

    Aucune erreur : 1 fichier à écrire. Rien n’a été écrit ; relancer sans « --essai » pour écrire."
  `);
});

test('une case de plusieurs réponses séparées par des virgules est lue comme une seule, et c’est dit', async () => {
  const said = await importing(withColumn('Actions de prévention', 'Bouger, bien manger'), { essai: true });
  expect(/Deviné.*?\n([^]*?)\n\n/.exec(said)?.[1]).toMatchInlineSnapshot(`
    "  les colonnes sont séparées par : « ; » (point-virgule).
      ligne 2, colonne D (Actions de prévention)
        Lu comme un seul élément, malgré les virgules. S’il y en a plusieurs, les séparer par « ; »."
  `);
});

test('un tableau qui n’est pas celui d’un Scan’équipe', async () => {
  expect(refused(await importing('Date;Libellé;Débit\n01/02/2025;Loyer;800\n'))).toMatchInlineSnapshot(`
    "  ligne 1
        Aucune colonne de ce tableau n’est celle d’un Scan’équipe. Titres lus : « Date », « Libellé », « Débit ». La première ligne porte les titres ; une colonne s’intitule « Équipe », ou est nommée dans
        formulaires/scans.yaml : « colonnes », puis le titre et « equipe »."
  `);
});

test('les dates de la fiche d’équipe sont comparées, jamais écrites', async () => {
  const table = `${TITLES};Création de l’équipe;Reconnaissance de l’équipe\nPôle du Port;2025;3;12/2008;05/03/2010\n`;
  const before = await importing(table);
  expect(/Fiches[\s\S]*?\n\n/.exec(before)?.[0]).toMatchInlineSnapshot(`
    "Fiches d’équipe à compléter (l’importation n’y écrit pas)
      equipes/pole-du-port.yaml : la date de création est 2007 ; le formulaire dit décembre 2008. Garder la bonne.
        Écrire : creation: "2008-12"
      equipes/pole-du-port.yaml : la date de reconnaissance manque.
        Ajouter à la ligne 9 : reconnaissance: 2010-03-05

    "
  `);
  expect(await readFile(join(content, 'equipes/pole-du-port.yaml'), 'utf8')).toContain('creation: 2007');
});

test('les mots du formulaire de la publication sont compris', async () => {
  const formulaire = `colonnes:
  "Votre structure": equipe
  "Combien d’IDE ?": composition.infirmier
  "Signé ?": aci.signe
  "Une CPTS ?": cpts.membre
ignorer:
  - Horodateur
oui: ["x"]
sans_reponse: [NC]
`;
  const table = "Horodateur,votre  STRUCTURE,Combien d'IDE ?,signe,Une CPTS ?\n2025-01-05 10:00,Pôle du Port,3,X,nc\n";
  await importing(table, { annee: 2025, overlay: { 'formulaires/scans.yaml': formulaire } });
  expect(await readFile(join(content, 'scans/2025/pole-du-port.yaml'), 'utf8')).toMatchInlineSnapshot(`
    "equipe: pole-du-port
    annee: 2025
    composition:
      - { profession: infirmier, nombre: 3 }
    aci:
      signe: true
    brouillon: true
    "
  `);
});

test('un fichier du formulaire fautif est à corriger d’abord', async () => {
  const overlay = { 'formulaires/scans.yaml': 'colonnes:\n  "Signé ?": aci.signé\n' };
  expect(await importing(RIGHT, { overlay })).toMatchInlineSnapshot(`
    "r.csv : formulaires/scans.yaml est à corriger d’abord.
    formulaires/scans.yaml:2:14 · colonnes, Signé ? : « aci.signé » n’est pas un champ du Scan’équipe. Vouliez-vous dire « aci.signe » ? Les champs sont dans le guide, « Importer les réponses du formulaire ».
      Écrire :   "Signé ?": aci.signe
    Rien n’a été écrit."
  `);
});

test('un récit en ligne qui mène à ces réponses : la faute est dite avant d’écrire', async () => {
  const overlay = {
    'histoires/port.md': change('scan: 2021', 'scan: 2025'),
    'scans/2021/pole-du-port.yaml': null,
  };
  expect(refused(await importing(RIGHT, { overlay }))).toMatchInlineSnapshot(`"  histoires/port.md:8:7 · scan : le Scan’équipe 2025 de « pole-du-port » est un brouillon, et cette page est en ligne. Écrire « brouillon: false » dans scans/2025/pole-du-port.yaml, ou « brouillon: true » ici en attendant."`);
});

const TWO_TRADES = `${TITLES};Infirmier (signataires);Masseur-kinésithérapeute (nombre);Masseur-kinésithérapeute (signataires);Composition en une case\n`;

test('zéro personne d’un métier : pas de ligne ; zéro signataire : une réponse', async () => {
  await importing(`${TWO_TRADES}Pôle du Port;2025;3;0;0;;\n`);
  const text = await readFile(join(content, 'scans/2025/pole-du-port.yaml'), 'utf8');
  expect(text).toContain('composition:\n  - { profession: infirmier, nombre: 3, signataires: 0 }\nbrouillon');
});

test('des signataires sans personne, un métier compté deux fois', async () => {
  expect(refused(await importing(`${TWO_TRADES}Pôle du Port;2025;3;;;2;infirmier : 1\n`))).toMatchInlineSnapshot(`
    "  ligne 2, colonne F (Masseur-kinésithérapeute (signataires))
        Des signataires, mais pas de nombre de personnes pour ce métier. Remplir les deux cases, ou vider celle-ci.
      ligne 2, colonne G (Composition en une case)
        « infirmier » est compté deux fois sur cette ligne. Garder une seule des deux réponses, avec le total."
  `);
});
