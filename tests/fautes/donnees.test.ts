import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Contenu, readContenu } from '#src/checks/contenu.ts';
import { professionsOf } from '#src/checks/professions.ts';
import { plainSpaces } from '#src/domain/csv.ts';
import { planTable } from '#src/import/index.ts';
import { tableOf } from '#src/import/open.ts';
import { anyScan, asRead } from '#src/import/testing.ts';
import { type Contenus, nameIn } from '#src/open-data/contenus.ts';
import { csvOf, jsonOf } from '#src/open-data/files.ts';
import { type Jeu, jeu } from '#src/open-data/jeu.ts';
import { publishedShape, rowMaker, rowNode, WITHHELD } from '#src/open-data/row-schema.ts';
import { jeuxOf } from '#src/open-data/sets.ts';
import { scansOf } from '#src/open-data/team-sets.ts';
import { WORDS_WITHHELD } from '#src/open-data/text-sets.ts';
import { COLLECTION_SCHEMAS, VOCABULARY_SCHEMAS } from '#src/schemas/index.ts';
import { EXPORTED_BESIDE } from '#src/schemas/scan-columns.ts';
import { parse as parseYaml } from 'yaml';
import { autreContenus, passage } from './donnees.ts';

let contenu: Contenu;
let contenus: Contenus;
beforeAll(async () => {
  contenu = await readContenu('tests/autre-publication');
  contenus = await autreContenus();
});

const setOf = (name: string, more: Partial<Contenus> = {}): Jeu => {
  const found = jeuxOf({ ...contenus, ...more }).find(({ nom }) => nom === name);
  if (!found) throw new Error(name);
  return found;
};
const rowsOf = (set: Jeu): Record<string, string>[] =>
  parse(csvOf(set), { delimiter: ';', bom: true, columns: true }) as Record<string, string>[];
const EDITEUR = {
  publication: 'Carnets',
  site: 'https://carnets.example',
  organisation: { nom: 'La Criée', nomComplet: 'Réseau inventé' },
  region: 'Ponant',
  licence: { nom: 'CC0', adresse: 'https://creativecommons.org/publicdomain/zero/1.0/deed.fr' },
  themes: [],
};

test('chaque champ d’une équipe, d’un Scan’équipe ou d’un outil est publié, ou retenu avec sa raison', () => {
  for (const name of ['equipes', 'scans', 'outils'] as const) {
    const wanted = Object.keys(COLLECTION_SCHEMAS[name].shape).filter((field) => !(field in WITHHELD));
    expect(Object.keys(setOf(name).schema.properties ?? {})).toEqual(expect.arrayContaining(wanted));
  }
});

test('un champ ajouté à un schéma est dans les données sans rien de plus, avec le nom de ce qu’il désigne', () => {
  const shape = {
    devise: z.string().describe("Devise de l'équipe, entre guillemets."),
    metier: z.string().meta({ reference: 'professions' }).optional().describe('Un métier.'),
    brouillon: z.boolean(),
  };
  const row = rowMaker(shape, (target, key) => `${target}:${key}`);
  const set = jeu({
    nom: 'essai',
    titre: 'Essai',
    description: '',
    identifiant: '',
    page: '',
    shape: publishedShape(shape),
    lignes: [
      { identifiant: 'b', page: 'p', ...row({ devise: 'Ouvrir', metier: 'agent', brouillon: false }) },
      { identifiant: 'a', page: 'p', ...row({ devise: 'Lire', brouillon: false }) },
    ],
    licence: 'l',
    jours: ['2020', undefined, '2021-03'],
  });
  expect(csvOf(set)).toBe(
    '\uFEFFidentifiant;page;devise;metier;metier_nom;licence\r\na;p;Lire;;;l\r\nb;p;Ouvrir;agent;professions:agent;l\r\n',
  );
  expect(set.jour).toBe('2021-03');
  expect(set.schema.properties?.['devise']?.description).toBe('Devise de l’équipe.');
});

test('un champ qui prendrait le nom de ce que les données ajoutent est refusé', () => {
  const taken = { page: z.string() };
  const source = { nom: 'e', titre: '', description: '', identifiant: '', page: '', licence: '', jours: [] };
  expect(() => jeu({ ...source, shape: taken, lignes: [] })).toThrow('« page »');
});

test('chaque champ d’une liste est publié, ou retenu avec sa raison', () => {
  const fields = new Set(Object.values(VOCABULARY_SCHEMAS).flatMap(({ shape }) => Object.keys(shape)));
  const published = Object.keys(setOf('vocabulaires').schema.properties ?? {});
  expect([...fields].filter((field) => !published.includes(field)).sort()).toEqual(
    Object.keys(WORDS_WITHHELD)
      .filter((field) => fields.has(field))
      .sort(),
  );
});

test('aucune description ne parle à qui écrit les fiches', () => {
  for (const { nom, colonnes } of jeuxOf(contenus)) {
    for (const { nom: colonne, description } of colonnes) {
      expect(description, `${nom}, ${colonne}`).not.toBe('');
      expect(description, `${nom}, ${colonne}`).not.toMatch(
        /\.ya?ml|content\/|écrire la ligne|guillemets|true|\[\]|commande|dossier|'| [:;!?]/,
      );
    }
  }
});

test('une formule plantée dans un récit, une équipe ou un outil reste un texte dans le tableau', () => {
  const formula = '=HYPERLINK("https://exemple.fr";"Cliquer")';
  const set = setOf('analyse', { passages: [passage({ html: `<p>${formula.replaceAll('"', '&quot;')}</p>` })] });
  expect(set.lignes[0]?.['texte']).toBe(formula);
  expect(rowsOf(set)[0]?.['texte']).toBe(`'${formula}`);
});

test('une adresse électronique n’est pas dans les données', () => {
  const html = '<p>Écrire à prenom.nom@exemple.fr pour venir.</p>';
  const set = setOf('analyse', { passages: [passage({ html })] });
  expect(set.lignes[0]?.['texte']).toBe('Écrire à (courriel\u00A0: voir la page) pour venir.');
  expect(jsonOf(set, EDITEUR)).not.toContain('@exemple');
});

test('la photo d’une équipe n’est pas dans les données : son crédit peut nommer une personne', () => {
  const [first] = contenus.equipes;
  if (!first) throw new Error();
  const photo = { fichier: './p.jpg', alternative: 'Un hall.', credit: 'Prénom Nom' };
  const set = setOf('equipes', { equipes: [{ ...first, data: { ...first.data, photo } as typeof first.data }], scans: [], passages: [] });
  expect(jsonOf(set, EDITEUR)).not.toContain('Prénom');
});

test('un outil réservé aux adhérents est décrit, sans document', () => {
  const [first] = contenus.outils;
  if (!first) throw new Error();
  const reserved = { ...first, data: { ...first.data, acces: 'adherents' as const, fichiers: [] }, documents: [] };
  const [row] = rowsOf(setOf('outils', { outils: [reserved] }));
  expect([row?.['acces'], row?.['fichiers'], row?.['licence_des_fichiers']]).toEqual(['adherents', '', '']);
});

test('l’ordre dans lequel le disque donne les fiches ne change pas un octet', () => {
  const back = {
    equipes: contenus.equipes.toReversed(),
    scans: contenus.scans.toReversed(),
    outils: contenus.outils.toReversed(),
    passages: contenus.passages.toReversed(),
  };
  const written = (more: Partial<Contenus>) =>
    jeuxOf({ ...contenus, ...more }).map((set) => csvOf(set) + jsonOf(set, EDITEUR));
  expect(written(back)).toEqual(written({}));
});

test('sans réponse, non, aucun et zéro restent quatre choses dans le tableau', () => {
  const [first] = contenus.scans;
  if (!first) throw new Error();
  const answers = { ...first.data, etp: [], protocoles: undefined, aci: { signe: false }, patients: 0 };
  const [row] = rowsOf(setOf('scans', { scans: [{ ...first, data: answers }] }));
  expect([row?.['protocoles'], row?.['aci.signe'], row?.['etp'], row?.['patients']]).toEqual(['', 'non', 'aucun', '0']);
});

test('ce que les données ajoutent aux réponses, l’import le connaît', () => {
  const asked = setOf('scans').colonnes.map(({ nom }) => nom);
  expect(asked).toEqual(expect.arrayContaining([...EXPORTED_BESIDE].filter((name) => name !== 'brouillon')));
});

/** Answers without an address: those are withheld, which has its own test. */
const scans = anyScan(['le-phare', 'l-ecume'], ['bibliothecaire', 'agent'], ['regie']).filter(
  (scan) => !JSON.stringify(scan).includes('@'),
);

/** Spreadsheets look for plain spaces: no-break ones that an author has typed are not in the table. */
const plain = (scan: unknown): unknown => JSON.parse(plainSpaces(JSON.stringify(scan)));

test('tout Scan’équipe sorti dans les données ouvertes se réimporte le même, aux espaces insécables près', async () => {
  const nameOf = nameIn(contenus);
  await fc.assert(
    fc.asyncProperty(scans, async (scan) => {
      const data = asRead({ ...scan, demonstration: true, brouillon: false });
      const csv = csvOf(scansOf({ ...contenus, scans: [{ id: `${data.annee}/${data.equipe}`, data }] }, nameOf));
      const table = await tableOf(Buffer.from(csv));
      const { plan } = planTable(contenu, table, 'scans', { essai: true, remplacer: false });
      expect(plan.problems).toEqual([]);
      const read = asRead(parseYaml(plan.files[0]?.text ?? ''));
      expect(plain({ ...read, brouillon: false })).toEqual(plain(data));
    }),
    { numRuns: 25 },
  );
});

test('les colonnes du tableau des réponses sont celles du formulaire, métiers compris', () => {
  const names = setOf('scans').colonnes.map(({ nom }) => nom);
  for (const { cle } of professionsOf(contenu)) expect(names).toContain(`composition.${cle}.signataires`);
  expect(names).toContain('coordination.heures_par_semaine');
});

test('la date d’une fiche est un jour, un mois ou une année, et le schéma le dit', () => {
  const node = rowNode(z.strictObject(publishedShape(COLLECTION_SCHEMAS.outils.shape)));
  expect(node.properties?.['relecture']).toMatchInlineSnapshot(`
    {
      "description": "Date de la dernière relecture de cette fiche : AAAA-MM-JJ ou AAAA-MM.",
      "exemple": "2019-12",
      "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
      "type": "string",
    }
  `);
});
