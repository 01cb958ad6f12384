import { mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { again, content, folder, importing, refused, TITLES, withColumn } from './importation.ts';
import { write } from './publication.ts';

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
  ['sites : plusieurs sur une ligne', 'Sites', 'Maison du Port | Rezé ; Annexe | Nantes\nAnnexe ; Dépôt'],
  ['structures : plusieurs sur une ligne', 'Structures juridiques', 'SISA : 1 ; SCM : 2\nSISA, association'],
  ['composition : plusieurs sur une ligne', 'Composition en une case', 'Pharmacien : 2 ; médecin : 3'],
  ['un métier compté dans une case et dans sa colonne', 'Composition en une case', 'Infirmier : 2'],
  ['nombre et demi : rien n’est proposé', 'Patients suivis dans l’année', '1 et demi'],
])('refusé : %s', async (name, title, answer) => {
  expect(refused(await importing(withColumn(title, answer)))).toMatchSnapshot(name);
});

test('refusé : 0 dans la colonne d’un métier, et des personnes dans l’autre case', async () => {
  const table = 'Équipe;Année des réponses;Infirmier (nombre);Composition en une case\nPôle du Port;2025;0;"Infirmier : 2"\n';
  expect(refused(await importing(table))).toMatchInlineSnapshot(`
    "  ligne 2, colonne C (Infirmier (nombre))
        0 ici, et ce métier est compté dans une autre case de la ligne. Garder une seule des deux réponses."
  `);
});

test('plusieurs titres inconnus : une seule fois, avec les lignes à copier et les champs probables', async () => {
  const table = `${TITLES};Combien de masseurs-kinésithérapeutes ?;Infirmiers (libéraux), dont signataires;Avez-vous signé un ACI ?;Remarques;Membre d’une CPTS;CPTS : laquelle\nPôle du Port;2025;3;2;1;oui;;;Sèvre\n`;
  expect(refused(await importing(table))).toMatchInlineSnapshot(`
    "  ligne 1
        4 colonnes ne sont pas connues (D, E, F et G). Corriger leur titre dans le tableau, ou copier ces lignes dans formulaires/scans.yaml, sous le mot « colonnes » qui s’y trouve, vérifier les champs
        proposés et remplacer « … » par le champ où vont les réponses. Une colonne à ne pas lire se met plutôt sous « ignorer », son titre entre guillemets après un tiret.
          colonnes:
            "Combien de masseurs-kinésithérapeutes ?": composition.masseur-kinesitherapeute
            "Infirmiers (libéraux), dont signataires": composition.infirmier.signataires
            "Avez-vous signé un ACI ?": aci.signe
            "Remarques": …
      ligne 2, colonne H (Membre d’une CPTS)
        Une précision est donnée, mais pas la réponse à « Membre d’une CPTS ». Remplir cette réponse, ou vider la précision."
  `);
});

test('ce qu’une colonne encore inconnue dit peut-être n’est pas réclamé', async () => {
  const table = 'Équipe;Année des réponses;Adhérez-vous à une CPTS ?;CPTS : laquelle\nPôle du Port;2025;oui;Sèvre\n';
  expect(refused(await importing(table))).toMatchInlineSnapshot(`
    "  ligne 1, colonne C (Adhérez-vous à une CPTS ?)
        Cette colonne n’est pas connue. Corriger son titre dans le tableau, ou écrire dans formulaires/scans.yaml le champ où vont ses réponses, ou qu’elle n’est pas à lire :
          colonnes:
            "Adhérez-vous à une CPTS ?": …
          ignorer:
            - "Adhérez-vous à une CPTS ?""
  `);
});

test('la même chose dite de plusieurs lignes entières se dit une fois', async () => {
  const table = 'Équipe;Infirmier (nombre)\nPôle du Port;3\nPôle du Port;3\nPôle du Port;3\nTOTAL;9\n';
  expect(refused(await importing(table))).toMatchInlineSnapshot(`
    "  lignes 2 à 5
        Rien ne dit l’année de ces réponses. Remplir la colonne de l’année, ou ajouter à la commande « --annee » et l’année.
      ligne 5, colonne A (Équipe)
        « TOTAL » n’est pas une équipe : cette ligne est un calcul du tableur. La supprimer."
  `);
});

test('un dossier d’année qui est un raccourci : rien n’est écrit au travers', async () => {
  await write(content, {});
  const outside = join(folder, 'ailleurs');
  await mkdir(outside);
  await symlink(outside, join(content, 'scans/2027'));
  await writeFile(join(folder, 'r.csv'), `${TITLES}\nPôle du Port;2027;3\n`);
  expect(refused(await again('r.csv', {}))).toMatchInlineSnapshot(`"  scans/2027:1:1 · c’est un raccourci vers un fichier rangé ailleurs : le site ne le suit pas. Copier le fichier lui-même ici."`);
  expect(await readdir(outside)).toEqual([]);
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
  ['une case immense', `${TITLES}\nPôle du Port;2025;${'3 '.repeat(20_000)}\n`, 'r.csv'],
  ['trop de lignes', `${TITLES}\n${'Pôle du Port;2025;3\n'.repeat(2001)}`, 'r.csv'],
])('refusé en une phrase : %s', async (name, bytes, nom) => {
  expect(await importing(bytes, { nom })).toMatchSnapshot(name);
});

test.each<[string, string]>([
  ['un fichier tient la place du dossier de l’année', 'scans/2025'],
  ['un dossier tient la place du fichier', 'scans/2025/pole-du-port.yaml/note.txt'],
])('%s : rien n’est écrit, pas même l’autre équipe', async (_, path) => {
  const table = `${TITLES}\nPôle du Port;2025;3\nPôle du Port;2024;3\n`;
  const said = (await importing(table, { overlay: { [path]: 'x' } })).replace(content, '.');
  expect(said).toMatch(/^r\.csv\u00A0: autre chose tient déjà la place de «\u00A0\.\/scans\/2025.* Rien n’a été écrit\.$/);
});

test('un classeur dont une case est immense est refusé sans attendre', async () => {
  await write(content, {});
  const rows = [['Équipe'], ['é"'.repeat(200_000)]];
  await writeFile(join(folder, 'r.xlsx'), await writeExcelFile(rows).toBuffer());
  expect(await again('r.xlsx', {})).toMatchInlineSnapshot(`"r.xlsx : une case de ce classeur contient plus de 32 767 caractères : c’est plus qu’une case d’Excel n’en contient. La vider ou la raccourcir. Rien n’a été écrit."`);
});

test('un fichier de 50 Mo est refusé sans être lu', async () => {
  await write(content, {});
  await writeFile(join(folder, 'gros.csv'), 'Équipe\n');
  await truncate(join(folder, 'gros.csv'), 50_000_000);
  const start = performance.now();
  expect(await again('gros.csv', {})).toMatchInlineSnapshot(`"gros.csv : ce fichier pèse 50 Mo : 10 Mo au plus. N’y garder que la feuille à importer, sans image. Rien n’a été écrit."`);
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
  expect(await importing(bytes, { nom: 'r.xlsx' })).toMatchInlineSnapshot(`"r.xlsx : une fois déplié, ce classeur dépasse 100 Mo. N’y garder que la feuille à importer, sans image. Rien n’a été écrit."`);
  expect(performance.now() - start).toBeLessThan(1000);
});
