import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { verifier } from '#src/checks/index.ts';
import { importScans, type ImportOptions } from '#src/import/index.ts';
import { change, type Overlay, write } from './publication.ts';

let folder: string;
let content: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  content = join(folder, 'content');
});
afterEach(() => rm(folder, { recursive: true }));

/** Every file of the content folder with its bytes. */
async function bytesOf(dir: string): Promise<Map<string, string>> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.sort().map(async (path) => [path, await readFile(path, 'base64')] as const)));
}

interface Given extends Partial<ImportOptions> {
  readonly overlay?: Overlay;
  readonly nom?: string;
}

/** Imports a table into the valid publication; whatever is refused must leave every byte of it as it was. */
async function importing(table: string | Uint8Array, { overlay = {}, nom = 'r.csv', ...options }: Given = {}): Promise<string> {
  await write(content, overlay);
  await writeFile(join(folder, nom), table);
  return again(nom, options);
}

async function again(nom: string, options: Partial<ImportOptions>): Promise<string> {
  const before = await bytesOf(content);
  const { ok, text } = await importScans(content, join(folder, nom), { essai: false, remplacer: false, width: 200, ...options });
  if (!ok || options.essai) expect(await bytesOf(content)).toEqual(before);
  return text;
}

/** What is refused alone, without what every report says. */
const refused = (text: string): string => /Refusé\n([\s\S]*?)\n\n/.exec(text)?.[1] ?? text;

const TITLES = 'Équipe;Année des réponses;Infirmier (nombre)';
/** One row of a right table, with more columns. */
const withColumn = (title: string, answer: string) =>
  `${TITLES};"${title}"\nPôle du Port;2025;3;"${answer.replaceAll('"', '""')}"\n`;
const RIGHT = withColumn('ACI signé', 'oui');

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

test.each<[string, string, string]>([
  ['oui ou non : une croix', 'ACI signé', 'x'],
  ['oui ou non : une phrase', 'ACI signé', 'oui, depuis 2019'],
  ['précision sans sa réponse', 'ACI signé depuis', '2019'],
  ['nombre avec son unité', 'Patients suivis dans l’année', '3 200 patients'],
  ['nombre immense', 'Patients suivis dans l’année', '99999999999999999999'],
  ['formule prise pour du texte', 'Patients suivis dans l’année', "=cmd|' /C calc'!A0"],
  ['liste : « oui » ne dit pas lesquels', 'Actions de prévention', 'oui'],
  ['élément trop long', 'Actions de prévention', `${'mot '.repeat(30)}`],
  ['métier inconnu', 'Stagiaires : de quels métiers', 'infirmiers, kinésithérapeute ; plombier'],
  ['métier écrit deux fois', 'Stagiaires : de quels métiers', 'infirmier, infirmière'],
  ['structure inconnue', 'Structures juridiques', 'SIZA : 1'],
  ['structure : précision sans étiquette', 'Structures juridiques', 'SISA : une | 31 membre | créée en 2012'],
  ['composition en une case', 'Composition en une case', 'kiné : 2 | 3 signataires\nplombier\ninfirmier : 1'],
  ['texte de plusieurs lignes', 'CPTS : laquelle', 'Une\nDeux'],
  ['accents abîmés', 'CPTS : laquelle', 'CPTS de la SÃ¨vre'],
  ['titre inconnu, un proche existe', 'Patient suivi dans l’anée', '12'],
  ['titre inconnu, aucun proche', 'Couleur préférée', 'bleu'],
  ['deux fois la même question', 'INFIRMIER  (Nombre)', '3'],
  ['réponses sans titre', '', '3'],
])('refusé : %s', async (name, title, answer) => {
  expect(refused(await importing(withColumn(title, answer)))).toMatchSnapshot(name);
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

test('un tableau qui n’est pas celui d’un Scan’équipe', async () => {
  expect(refused(await importing('Date;Libellé;Débit\n01/02/2025;Loyer;800\n'))).toMatchInlineSnapshot(`
    "  ligne 1
        Aucune colonne de ce tableau n’est celle d’un Scan’équipe. La première ligne porte les titres ; une colonne s’intitule « Équipe », ou est nommée dans formulaires/scans.yaml : « colonnes », puis le
        titre et « equipe »."
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

test.each<[string, string | Uint8Array, string]>([
  ['un fichier vide', '', 'r.csv'],
  ['des titres sans réponse', `${TITLES}\n\n`, 'r.csv'],
  ['un PDF nommé CSV', '%PDF-1.7 …', 'r.csv'],
  ['une page web', '<!doctype html><p>Connexion', 'r.csv'],
  ['des octets sans texte', Uint8Array.from({ length: 600 }, (_, index) => (index * 7) % 256), 'r.csv'],
  ['un ancien classeur ou un mot de passe', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'r.xls'],
  ['un classeur coupé', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'r.xlsx'],
  ['un guillemet jamais fermé', `${TITLES}\nPôle du Port;2025;"3\n`, 'r.csv'],
  ['trop de lignes', `${TITLES}\n${'Pôle du Port;2025;3\n'.repeat(5001)}`, 'r.csv'],
])('refusé en une phrase : %s', async (name, bytes, nom) => {
  expect(await importing(bytes, { nom })).toMatchSnapshot(name);
});

test('un fichier de 50 Mo est refusé sans être lu', async () => {
  await write(content, {});
  await writeFile(join(folder, 'gros.csv'), 'Équipe\n');
  await truncate(join(folder, 'gros.csv'), 50_000_000);
  const start = performance.now();
  expect(await again('gros.csv', {})).toMatchInlineSnapshot(`"gros.csv : ce fichier pèse 50 Mo : 10 Mo au plus. N’y garder que la feuille des réponses, sans image. Rien n’a été écrit."`);
  expect(performance.now() - start).toBeLessThan(200);
});

test('un classeur XLSX juste est lu : date, nombre, vrai et faux d’Excel', async () => {
  const rows = [
    ['Équipe', 'Année des réponses', 'Infirmier (nombre)', 'ACI signé', 'Date de remplissage', 'ACI signé depuis'],
    ['Pôle du Port', 2025, 3, true, { value: new Date('2025-03-12'), format: 'dd/mm/yyyy' }, { value: new Date('2019-06-01'), format: 'mmm yy' }],
  ];
  const bytes = await writeExcelFile([{ sheet: 'Mars', data: rows }, { sheet: 'Brouillon', data: [['a']] }]).toBuffer();
  expect(await importing(bytes, { nom: 'r.xlsx' })).toMatchInlineSnapshot(`
    "r.xlsx : XLSX, feuille « Mars », 1 ligne de réponses, 6 colonnes lues.

    Deviné (à vérifier)
      seule la première feuille est lue ; non lue : « Brouillon ».
      ligne 2, colonne F (ACI signé depuis)
        Lu comme le jour 2019-06-01, tel que le tableur le donne. Si l’équipe a écrit un mois ou une année seulement, mettre la case au format « Texte » et la récrire.

    Écrit
      scans/2025/pole-du-port.yaml (ligne 2) : nouveau, en brouillon

    Aucune erreur : 1 fichier écrit. Relire, puis « npm run verifier »."
  `);
  expect(await readFile(join(content, 'scans/2025/pole-du-port.yaml'), 'utf8')).toMatchInlineSnapshot(`
    "equipe: pole-du-port
    annee: 2025
    date: 2025-03-12
    composition:
      - { profession: infirmier, nombre: 3 }
    aci:
      signe: true
      depuis: 2019-06-01
    brouillon: true
    "
  `);
});

test('un nombre à virgule, une date pour un nombre, dans un classeur', async () => {
  const rows = [
    ['Équipe', 'Année des réponses', 'Infirmier (nombre)', 'Coordination : heures par semaine'],
    ['Pôle du Port', 2025, 2.5, { value: new Date('2025-10-15'), format: 'dd/mm' }],
  ];
  const bytes = await writeExcelFile(rows).toBuffer();
  expect(refused(await importing(bytes, { nom: 'r.xlsx' }))).toMatchInlineSnapshot(`
    "  ligne 2, colonne C (Infirmier (nombre))
        « 2,5 » n’est pas un nombre entier. Attendu : un nombre entier, en chiffres ; une case vide si l’équipe n’a pas répondu.
      ligne 2, colonne D (Coordination : heures par semaine)
        Le tableur a pris cette réponse pour une date (2025-10-15) : mettre la case au format « Texte » et la récrire. Attendu : un nombre d’heures (« 14 » ou « 3,5 »), ou deux bornes (« 10 à 15 »)."
  `);
});

/** A workbook whose sheet is changed by hand: what no library writes and what people send all the same. */
async function workbook(edit: (xml: string) => string): Promise<Buffer> {
  const rows = [
    ['Équipe', 'Année des réponses', 'Infirmier (nombre)', 'Patients suivis dans l’année'],
    ['Pôle du Port', 2025, 3, 1234],
  ];
  const features = [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform: edit } } } }];
  return writeExcelFile(rows, {}, { features }).toBuffer();
}
const CELL = /<c r="D2"[^>]*>.*?<\/c>/;

test('une formule est lue par son résultat', async () => {
  const bytes = await workbook((xml) => xml.replace(CELL, '<c r="D2"><f>B2-1000</f><v>1025</v></c>'));
  await importing(bytes, { nom: 'r.xlsx' });
  expect(await readFile(join(content, 'scans/2025/pole-du-port.yaml'), 'utf8')).toContain('patients: 1025\n');
});

test.each<[string, string]>([
  ['formule en erreur', '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
  ['formule jamais calculée', '<c r="D2" t="str"><f>A1</f></c>'],
  ['formule numérique jamais calculée', '<c r="D2"><f>B2-1000</f></c>'],
  ['case perdue au loin', '<c r="ZZZ9999"><v>1</v></c>'],
  ['texte qui renvoie nulle part', '<c r="D2" t="s"><v>999</v></c>'],
])('classeur refusé : %s', async (name, cell) => {
  const bytes = await workbook((xml) => xml.replace(CELL, cell));
  expect(refused(await importing(bytes, { nom: 'r.xlsx' }))).toMatchSnapshot(name);
});

test('un classeur qui se déplie à l’excès est refusé sans être déplié', async () => {
  const bytes = await workbook((xml) => xml.replace('</worksheet>', `${' '.repeat(120_000_000)}</worksheet>`));
  expect(bytes.length).toBeLessThan(1_000_000);
  const start = performance.now();
  expect(await importing(bytes, { nom: 'r.xlsx' })).toMatchInlineSnapshot(`"r.xlsx : une fois déplié, ce classeur dépasse 100 Mo : ce n’est pas un export du formulaire. N’y garder que la feuille des réponses, sans image. Rien n’a été écrit."`);
  expect(performance.now() - start).toBeLessThan(1000);
});
