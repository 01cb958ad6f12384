import { beforeAll, expect, test } from 'vitest';
import { type Contenu, readContenu } from '#src/checks/contenu.ts';
import { planTable } from './index.ts';
import { tableOf } from './open.ts';
import { templateColumns, templateFiles } from './template.ts';
import { zipEntries } from '#src/files/zip.ts';

let contenu: Contenu;
beforeAll(async () => {
  contenu = await readContenu('tests/autre-publication');
});

const shown = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

test('chaque colonne du modèle explique comment la remplir, sans parler de YAML', () => {
  for (const { header, help } of templateColumns(contenu)) {
    expect(help, header).toMatch(/\p{L}{3,}.*[.»]$/u);
    expect(help, header).not.toMatch(/yaml|ne pas écrire|\[\]|AAAA|undefined/i);
  }
});

test('les mots de l’aide viennent des schémas', () => {
  const help = Object.fromEntries(
    templateColumns(contenu).map((column) => [shown(column.header), shown(column.help)]),
  );
  expect(help['Membre d’une CPTS']).toMatchInlineSnapshot(
    `"L’équipe est-elle membre d’une CPTS ? oui ou non. Vide : pas de réponse."`,
  );
  expect(help['Agent d’accueil (signataires)']).toMatchInlineSnapshot(
    `"Combien ont signé le projet de santé. Un nombre entier, en chiffres ; 0 s’il n’y en a pas. Vide : pas de réponse."`,
  );
  expect(help['Création de l’équipe']).toMatchInlineSnapshot(
    `"Création de l’équipe. Une année (2019), un mois (12/2019) ou un jour (05/03/2019). Vide : pas de réponse."`,
  );
});

test('le CSV s’ouvre dans un Excel français : marque UTF-8, points-virgules, fins de ligne CR LF', async () => {
  const [csv] = await templateFiles(contenu);
  expect(csv?.content).toMatch(/^\uFEFFÉquipe;Année des réponses;[^\n]*\r\n/);
  expect(csv?.content).not.toMatch(/[^\r]\n/);
});

test('le classeur propose oui et non, et fige les titres', async () => {
  const [, xlsx] = await templateFiles(contenu);
  const sheet = zipEntries(Buffer.from(xlsx?.content ?? ''))?.find(
    ({ name }) => name === 'xl/worksheets/sheet1.xml',
  );
  const xml = sheet?.read(10_000_000).toString() ?? '';
  expect(xml).toContain('state="frozen"');
  const yesNo = templateColumns(contenu).filter(({ kind }) => kind === 'oui-non');
  expect(xml.match(/<formula1>"oui,non,ne sait pas"<\/formula1>/g)).toHaveLength(yesNo.length);
  // The order of elements is the format's own: Excel calls the file damaged otherwise.
  expect(xml.indexOf('</sheetData>')).toBeLessThan(xml.indexOf('<dataValidations'));
});

test('le modèle rendu tel quel est un tableau sans réponse', async () => {
  for (const { content } of await templateFiles(contenu)) {
    const table = await tableOf(Buffer.from(content));
    expect(() => planTable(contenu, table, 'modele', { essai: true, remplacer: false })).toThrow(
      /pas de réponse/,
    );
  }
});
