import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mendFolder, writeChanges } from '../../scripts/corriger.ts';
import { readBytes } from '#src/checks/mend/bytes.ts';
import { diffText } from '#src/checks/mend/diff.ts';
import { mend } from '#src/checks/mend/index.ts';
import { columns } from '#src/checks/paint.ts';
import { formatIssue } from '#src/checks/report.ts';
import { change, DAY, type Overlay, read, VALID, write } from './publication.ts';

const STORY = 'histoires/port.md';
const TEAM = 'equipes/pole-du-port.yaml';
const SCAN = 'scans/2021/pole-du-port.yaml';

/** One fault, and the file that it is made in: mended, the file is again what it was, to the letter. */
const SURE: readonly (readonly [string, string, string, string])[] = [
  ['une date à la française', STORY, '2021-10-05', '05/10/2021'],
  ['une date en toutes lettres', STORY, '2021-10-05', '5 octobre 2021'],
  ['un mois à la française', STORY, 'publication: 2021-11', 'publication: 11/2021'],
  ['un code d’une autre forme', STORY, 'COORD/IC/012/1121', 'coord-ic-12-11/21'],
  ['la casse d’un mot de liste', STORY, '  - meme-lieu', '  - Meme-Lieu'],
  ['les accents et les espaces d’un mot de liste', STORY, '  - meme-lieu', '  - Même lieu'],
  ['le nom d’un fichier avec sa fin', STORY, 'equipe: pole-du-port', 'equipe: pole-du-port.yaml'],
  ['la casse d’un nom de champ', STORY, 'brouillon: false', 'Brouillon: false'],
  ['les accents d’un nom de champ', STORY, 'resume:', 'Résumé:'],
  ['une espace dans un nom de champ', TEAM, 'code_postal', 'Code postal'],
  ['« Faux » pour false, sous un nom mal écrit', STORY, 'brouillon: false', 'Brouillon: Faux'],
  ['« non » pour false', STORY, 'brouillon: false', 'brouillon: non'],
  ['un nombre entre guillemets', SCAN, 'nombre: 3', 'nombre: "3"'],
  ['un texte qui se lit comme un nombre', TEAM, '"29200"', '29200'],
  ['l’espace après le deux-points', TEAM, 'article: le', 'article:le'],
  ['une espace insécable autour du deux-points', TEAM, 'article: le', 'article\u00A0:\u202Fle'],
  ['une espace insécable après un signe de Markdown', STORY, '## Les', '##\u00A0Les'],
  ['l’espace après les dièses', STORY, '## Les', '##Les'],
  ['une espace de largeur nulle dans un nom de champ', TEAM, 'article', 'arti\u200Bcle'],
  ['une espace de largeur nulle dans un mot', TEAM, 'forme: msp', 'forme: msp\u200B'],
  ['une espace de largeur nulle dans un texte', TEAM, '"Brest"', '"Br\u200Best"'],
  ['des espaces à la fin d’une ligne', TEAM, 'article: le', 'article: le   '],
  ['des espaces au bord d’un texte', TEAM, '"Brest"', '" Brest "'],
  ['des espaces doublées', STORY, '"le Pôle du Port"', '"le  Pôle   du Port"'],
  ['une tabulation dans un texte', STORY, '"le Pôle du Port"', '"le\tPôle du Port"'],
  ['une tabulation en tête de ligne', STORY, '  - meme-lieu', '\t- meme-lieu'],
  ['les guillemets d’un traitement de texte', STORY, '"le Pôle du Port"', '“le Pôle du Port”'],
  ['les mêmes autour d’un oui ou non', STORY, 'brouillon: false', 'brouillon: “false”'],
  ['un guillemet jamais fermé', STORY, '"le Pôle du Port"', '"le Pôle du Port'],
  ['un guillemet fermé par un autre', STORY, '"le Pôle du Port"', '"le Pôle du Port”'],
  ['une couleur sans guillemets', 'vocabulaire/familles.yaml', '"#125A6B"', '#125A6B'],
  ['le site sans https://', 'publication.yaml', '"https://carnet.example"', '"carnet.example"'],
  ['le site avec une barre finale', 'publication.yaml', '"https://carnet.example"', '"https://carnet.example/"'],
  ['une adresse sans https://', 'publication.yaml', '"https://creativecommons', '"creativecommons'],
  ['la casse d’un bloc', STORY, ':::levier', ':::Levier'],
  ['une espace dans la ligne d’un bloc', STORY, ':::levier{', '::: levier{'],
  ['les guillemets d’un bloc', STORY, 'cle="meme-lieu"', 'cle=«\u00A0meme-lieu\u00A0»'],
  ['la casse d’un attribut', STORY, '{cle=', '{Cle='],
  ['l’accent d’un attribut', STORY, '{cle=', '{clé='],
  ['la casse du mot d’un passage', STORY, 'cle="meme-lieu"', 'cle="Meme-lieu"'],
  ['la barre finale d’une adresse du site', STORY, '/glossaire/#rcp', '/glossaire#rcp'],
  ['la casse d’une ancre', STORY, '#mode-d-emploi', '#Mode-d-emploi'],
  ['une espace dans un lien', STORY, '[le glossaire](', '[le glossaire] ('],
  ['des tirets longs à la fin des champs', STORY, 'brouillon: false\n---', 'brouillon: false\n—'],
  ['des tirets longs au début', STORY, '---\ntitre', '——\ntitre'],
];

test.each(SURE)('--corriger : %s', async (_name, path, right, wrong) => {
  const contenu = await read({ [path]: change(right, wrong) });
  const { files, issues, abandoned } = mend(contenu, { day: DAY });
  expect(issues.map(formatIssue)).toEqual([]);
  expect(abandoned).toEqual([]);
  expect(files.map((file) => [file.path, file.after])).toEqual([[path, VALID[path]]]);
});

const QUESTIONS: readonly (readonly [string, string, string, string])[] = [
  ['une faute de frappe', STORY, '  - meme-lieu', '  - meme-leiu'],
  ['un nom de champ mal tapé', STORY, 'leviers:', 'levier:'],
  ['un champ sous un autre nom', STORY, 'publication:', 'date:'],
  ['des guillemets français autour d’une phrase', STORY, '"le Pôle du Port"', '« le Pôle du Port »'],
  ['des guillemets droits dans un texte', STORY, '"le Pôle du Port"', '"le "Pôle" du Port"'],
  ['un guillemet d’un côté seulement', STORY, '"le Pôle du Port"', 'le Pôle du Port"'],
  ['un point à la fin d’un titre', STORY, '"le Pôle du Port"', '"le Pôle du Port."'],
  ['deux champs sur une ligne', TEAM, 'article: le\nforme: msp', 'article: le forme: msp'],
  ['un document pris pour un site', STORY, 'scan: 2021', 'scan: 2021\nlien: livret.odt'],
  ['des milliers, ou trois décimales', SCAN, 'annee: 2021', 'annee: 2021\ncoordination:\n  heures_par_semaine: 14,000'],
  ['une date sans jour', STORY, '2021-10-05', 'octobre 2021'],
  ['un jour qui n’existe pas', STORY, '2021-10-05', '31/02/2021'],
  ['« # » au milieu d’une valeur', TEAM, '"Brest"', 'Port #2 de Brest'],
  ['plusieurs mots pour une liste', STORY, 'themes:\n  - prevention', 'themes: prevention, acces'],
  ['une étoile en tête de valeur', STORY, '"le Pôle du Port"', '*Le Port*'],
  ['un site dans un dossier', 'publication.yaml', 'carnet.example', 'union.example/carnet'],
  ['un titre de premier niveau', STORY, '## Les débuts', '# Les débuts'],
  ['une clé de vocabulaire', 'vocabulaire/leviers.yaml', 'meme-lieu', 'Meme-Lieu'],
];

test.each(QUESTIONS)('ce qui n’est pas sûr est dit, et n’est pas touché : %s', async (_name, path, right, wrong) => {
  const { files, issues } = mend(await read({ [path]: change(right, wrong) }), { day: DAY });
  expect(issues).not.toEqual([]);
  expect(files).toEqual([]);
});

test('une faute peut en cacher une autre : on recommence jusqu’à la dernière', async () => {
  const { files, issues } = mend(
    await read({
      [STORY]: (text) =>
        text
          .replace('brouillon: false', 'Brouillon:Faux  ')
          .replace('  - meme-lieu', '\t-\u00A0“Même  Lieu”')
          .replace('rencontre: 2021-10-05', 'Rencontre\u00A0: « 5\u00A0octobre 2021 »'),
    }),
    { day: DAY },
  );
  expect(issues.map(formatIssue)).toEqual([]);
  expect(files.map(({ after }) => after)).toEqual([VALID[STORY]]);
});

test('une correction qui ferait paraître une autre faute est abandonnée, et les autres restent', async () => {
  const { files, abandoned } = mend(
    await read({
      [STORY]: (text) => text.replace('  - meme-lieu', '  - Meme-Lieu').replace('2021-10-05', '5/12/2021'),
      [TEAM]: change('"29200"', '29200'),
    }),
    { day: DAY },
  );
  expect(files.map(({ path }) => path)).toEqual([TEAM]);
  expect(abandoned.map(({ path, issue }) => [path, issue.rule])).toEqual([[STORY, 'visit-after']]);
});

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'corriger-'));
});
afterEach(() => rm(dir, { recursive: true }));

const FAULTY: Overlay = {
  [STORY]: (text) =>
    text
      .replace('2021-10-05', '05/10/2021')
      .replace('brouillon: false', 'Brouillon: Faux')
      .replace('## Les débuts', '##\u00A0Les débuts')
      .replace(
        'Tout commence',
        `${'Une longue phrase pour commencer. '.repeat(6)}[un site] (https://a.example) ${'Et une autre pour finir. '.repeat(4)}Tout commence`,
      ),
  [TEAM]: (text) => text.replace('article: le', 'article: le  ').replace('"Brest"', '"Br\u200Best"'),
  'pages/a-propos.md': Buffer.from('---\ntitre: "Été"\nresume: "Où"\nbrouillon: false\n---\n\nÀ côté.\n', 'latin1'),
  'outils/livret.md': change('type: modele', 'type: modelle'),
};

test('l’essai montre les lignes avant et après, et n’écrit rien', async () => {
  await write(dir, FAULTY);
  const before = await readFile(join(dir, STORY));
  const { text, publishable, after } = await mendFolder(dir, { trial: true, day: DAY });
  expect(text).toMatchInlineSnapshot(`
    "equipes/pole-du-port.yaml
      ligne 2
        - article: le··
        + article: le
      ligne 4
        - commune: "Br¦est"
        + commune: "Brest"

    histoires/port.md
      ligne 6
        - rencontre: 05/10/2021
        + rencontre: 2021-10-05
      ligne 19
        - Brouillon: Faux
        + brouillon: false
      ligne 22
        - ##␣Les débuts
        + ##·Les débuts
      ligne 24
        - …ue phrase pour commencer. [un site]·(https://a.example) Et une autre pou…
        + …gue phrase pour commencer. [un site](https://a.example) Et une autre pou…

    pages/a-propos.md
      tout le fichier : enregistré en UTF-8, au lieu de Windows-1252

    Essai : 6 lignes dans 3 fichiers à corriger. Rien n’est écrit ; ce qui resterait
    à faire suit."
  `);
  expect(after.issues.map(formatIssue)).toMatchInlineSnapshot(`
    [
      "outils/livret.md:4:7 · type : « modelle » n’existe pas dans vocabulaire/types-outils.yaml. Vouliez-vous dire « modele » ?
      Écrire : type: modele",
    ]
  `);
  expect(publishable).toBe(false);
  expect(await readFile(join(dir, STORY))).toEqual(before);
});

test.each([60, 80, 100])('la différence tient en %i colonnes, en couleurs ou non', async (width) => {
  await write(dir, FAULTY);
  const options = { trial: true, day: DAY, width };
  const { text } = await mendFolder(dir, options);
  for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(width);
  const coloured = (await mendFolder(dir, { ...options, colour: true })).text;
  expect(stripVTControlCharacters(coloured)).toBe(text);
  expect(coloured).toContain('\u001B[1m\u001B[4m');
});

test('chaque ligne garde sa fin, et le fichier la sienne', async () => {
  const windows = (VALID[TEAM] ?? '').replaceAll('\n', '\r\n').trimEnd();
  await write(dir, { [TEAM]: `\uFEFF${windows.replace('"29200"', '29200')}` });
  const { text, publishable } = await mendFolder(dir, { trial: false, day: DAY });
  expect(text).toMatchInlineSnapshot(`
    "equipes/pole-du-port.yaml
      tout le fichier : sans la marque invisible du début (BOM)
      ligne 5
        - code_postal: 29200
        + code_postal: "29200"

    Corrigé : 1 ligne dans 1 fichier. Ce qui reste à faire suit."
  `);
  expect(publishable).toBe(true);
  expect(await readFile(join(dir, TEAM), 'utf8')).toBe(windows);
  expect((await mendFolder(dir, { trial: false, day: DAY })).text).toBe('Rien ne se corrige sans vous.');
});

test.each([
  ['Windows-1252', Buffer.from('nom: "L\x92été \x96 là"\r\n', 'latin1'), 'nom: "L’été – là"\n'],
  ['Mac OS Roman', Uint8Array.from([0x6e, 0x3a, 0x20, 0x8e, 0x74, 0x8e, 0x0d, 0x62, 0x3a]), 'n: été\nb:'],
  ['UTF-16', Buffer.from('\uFEFFnom: été\r\n', 'utf16le'), 'nom: été\n'],
  ['UTF-8', Buffer.from('nom: été\rb: 1\r'), 'nom: été\nb: 1\n'],
])('un fichier en %s se relit à la lettre', (_name, bytes, text) => {
  const file = readBytes(bytes);
  expect(file?.text).toBe(text);
  expect(file?.saved).not.toEqual([]);
});

test('un codage qui n’est pas certain n’est pas touché', () => {
  expect(readBytes(Uint8Array.from([0x6e, 0xe9, 0x8e, 0x81, 0xd5]))).toBeUndefined();
});

test('un fichier qui a changé entre-temps : rien n’est écrit', async () => {
  await write(dir, {});
  const bytes = await readFile(join(dir, TEAM));
  const known = readBytes(bytes);
  if (!known) throw new Error('UTF-8');
  const text = VALID[TEAM] ?? '';
  const changes = [{ path: TEAM, before: text, after: text.replace('Brest', 'Lorient'), saved: [] }];
  await writeFile(join(dir, TEAM), `${text}# Une note.\n`);
  await expect(writeChanges(dir, changes, new Map([[TEAM, { ...known, bytes }]]))).rejects.toThrow(
    'equipes/pole-du-port.yaml a changé pendant la correction\u00A0: rien n’est écrit. Relancer la commande.',
  );
  expect(await readFile(join(dir, TEAM), 'utf8')).toContain('# Une note.');
});

test('la différence rend visibles les espaces qui ne se voient pas', () => {
  const files = [{ path: 'a.yaml', before: 'a:\u00A0b\nc: d  ', after: 'a: b\nc: d', saved: [] }];
  expect(diffText(files)).toMatchInlineSnapshot(`
    "a.yaml
      ligne 1
        - a:␣b
        + a:·b
      ligne 2
        - c: d··
        + c: d"
  `);
});
