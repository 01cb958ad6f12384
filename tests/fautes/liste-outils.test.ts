import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContenu } from '#src/checks/contenu.ts';
import { verifier } from '#src/checks/index.ts';
import { EDITOR_FIELDS, FIELD_COLUMNS } from '#src/import/fiche/columns.ts';
import { columnNamed } from '#src/import/fiche/read.ts';
import { importTools, type ToolsImport } from '#src/import/outils/index.ts';
import { TEXT_COLUMNS } from '#src/import/outils/text.ts';
import { toolTemplateFiles } from '#src/import/outils/template.ts';
import { tableOf } from '#src/import/open.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import { bytesOf, content, folder } from './importation.ts';
import { type Overlay, write } from './publication.ts';

/** Imports a list into the valid publication: what is refused leaves every byte of it, what is written passes the check. */
async function importing(table: string | Uint8Array, { overlay = {}, ...options }: Partial<ToolsImport> & { overlay?: Overlay } = {}): Promise<string> {
  await write(content, overlay);
  return again(table, options);
}
async function again(table: string | Uint8Array, options: Partial<ToolsImport> = {}): Promise<string> {
  await writeFile(join(folder, 'liste.csv'), table);
  const before = await bytesOf(content);
  const { ok, text } = await importTools(content, join(folder, 'liste.csv'), {
    essai: false,
    remplacer: false,
    completer: false,
    ignorer: [],
    today: '2026-03-10',
    width: 200,
    ...options,
  });
  if (!ok || options.essai) expect(await bytesOf(content)).toEqual(before);
  else expect((await verifier(content)).issues).toEqual([]);
  return text;
}

const TITLES = 'Titre;Résumé;Type;Thèmes;Date de relecture;Lien;À quoi il sert';
const RIGHT = `${TITLES};Pour qui\nTrame de réunion;Préparer une réunion.;Modèle;prévention, Accès aux soins;03/2026;https://exemple.fr/;"Voici :\n- ne rien oublier\n- *finir* à l’heure";"coordinateurs ; toute l’équipe"\n`;

test('une ligne juste devient une fiche en brouillon, qui passe la vérification', async () => {
  expect(await importing(RIGHT)).toMatchInlineSnapshot(`
    "liste.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 outil, 8 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Écrit
      outils/trame-de-reunion.md (ligne 2) : nouveau, en brouillon

    Aucune erreur : 1 fichier écrit. Relire, puis « npm run verifier »."
  `);
  expect(await readFile(join(content, 'outils/trame-de-reunion.md'), 'utf8')).toMatchInlineSnapshot(`
    "---
    titre: "Trame de réunion"
    resume: "Préparer une réunion."
    type: modele
    themes:
      - prevention
      - acces-aux-soins
    pour:
      - "coordinateurs"
      - "toute l’équipe"
    relecture: "2026-03"
    lien: "https://exemple.fr/"
    brouillon: true
    ---

    ## À quoi il sert

    Voici :

    - ne rien oublier
    - \\*finir\\* à l’heure
    "
  `);
  expect((await again(RIGHT)).split('\n').at(-1)).toMatchInlineSnapshot(`"Rien à écrire : ces fiches sont déjà là."`);
});

test('toutes les fautes d’une liste sont dites d’un coup, à leur place', async () => {
  const table = [
    'Titre;Résume;Type;Thèmes;Date de relecture;Lien;À quoi il sert;Notes internes;Accès;Référence;Année;Titre de l’outil',
    'Livret neuf;;Modele;préventio;hier;javascript:x;Texte.;x;parfois;COORD/12;26;',
    ';Un résumé.;;;;;;;;;;',
    'Livret neuf;;;;;;;;;;;',
    '#N/A;Un résumé.;Modèle;prévention;2026;;Texte.;;adhérents;;;',
  ].join('\n');
  expect(await importing(table)).toMatchInlineSnapshot(`
    "liste.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 4 outils, 10 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Refusé
      ligne 1, colonne H (Notes internes)
        Cette colonne n’est pas connue. Colonnes connues : Titre, Résumé, Type, Thèmes, Leviers, Freins, Mots-clés, Pour qui, Référence, Année de parution, Date de relecture, À revoir le, Publication,
        Accès, Fichiers, Lien, Comment l’obtenir, Fait avec, Texte de la fiche, À quoi il sert, Quand s’en servir, Comment s’y prendre et Pièges à éviter. Corriger son titre, ou ajouter à la commande
        « --ignorer » et ce titre entre guillemets.
      ligne 1, colonne L (Titre de l’outil)
        Même champ (titre) que la colonne A (Titre). N’en garder qu’une.
      lignes 2 et 5
        Rien ne dit comment obtenir cet outil : ni « Lien », ni « Fichiers », ni « Comment l’obtenir ». Remplir l’une de ces colonnes ; ou ajouter « --completer » à la commande, et l’écrire ensuite dans
        la fiche.
      ligne 2, colonne B (Résume)
        Cette case est vide. La remplir ; ou ajouter « --completer » à la commande, et l’écrire ensuite dans la fiche.
      ligne 2, colonne D (Thèmes)
        « préventio » n’est pas un thème de vocabulaire/themes.yaml. Vouliez-vous dire « Prévention » ?
      ligne 2, colonne E (Date de relecture)
        « hier » n’est pas une date. Attendu : une année (2019), un mois (12/2019) ou un jour (05/03/2019).
      ligne 2, colonne F (Lien)
        « javascript:x » n’est pas une adresse. Attendu : une adresse entière, qui commence par https://.
      ligne 2, colonne I (Accès)
        « parfois » ne dit pas qui y a accès. Attendu : public ou adhérents.
      ligne 2, colonne J (Référence)
        « COORD/12 » n’est pas un code de référence. Attendu : famille, format, numéro, mois et année, comme COORD/IC/012/1121.
      ligne 2, colonne K (Année)
        « 26 » n’est pas une année. Attendu : quatre chiffres, par exemple 2026.
      ligne 3, colonne A (Titre)
        Cet outil n’a pas de titre. L’écrire, ou supprimer la ligne.
      ligne 4, colonne A (Titre)
        Même outil que la ligne 2. Garder une seule des deux lignes, ou changer un des deux titres.
      ligne 5, colonne A (Titre)
        « #N/A » est une erreur du tableur, ou une formule sans résultat. Écrire la valeur.

    Ce que donnerait cette importation, une fois corrigée
      outils/livret-neuf.md (ligne 2) : nouveau, en brouillon
      outils/n-a.md (ligne 5) : nouveau, en brouillon

    14 erreurs : rien n’a été écrit. Corriger comme il est dit ci-dessus, puis relancer."
  `);
});

test('« --completer » laisse à écrire ce que la liste ne dit pas, « --ignorer » ne lit pas une colonne', async () => {
  const table = 'Titre;Type;Thèmes;Notes\nTrame;Modèle;prévention;x\n';
  expect(await importing(table)).toMatchInlineSnapshot(`
    "liste.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 outil, 3 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Refusé
      ligne 1, colonne D (Notes)
        Cette colonne n’est pas connue. Colonnes connues : Titre, Résumé, Type, Thèmes, Leviers, Freins, Mots-clés, Pour qui, Référence, Année de parution, Date de relecture, À revoir le, Publication,
        Accès, Fichiers, Lien, Comment l’obtenir, Fait avec, Texte de la fiche, À quoi il sert, Quand s’en servir, Comment s’y prendre et Pièges à éviter. Corriger son titre, ou ajouter à la commande
        « --ignorer » et ce titre entre guillemets.
      ligne 2
        Le tableau n’a pas de colonne « Résumé ». L’ajouter ; ou ajouter « --completer » à la commande, et l’écrire ensuite dans la fiche.
      ligne 2
        Le tableau n’a pas de colonne « Date de relecture ». L’ajouter ; ou ajouter « --completer » à la commande, et l’écrire ensuite dans la fiche.
      ligne 2
        Rien ne dit comment obtenir cet outil : ni « Lien », ni « Fichiers », ni « Comment l’obtenir ». Remplir l’une de ces colonnes ; ou ajouter « --completer » à la commande, et l’écrire ensuite dans
        la fiche.
      ligne 2
        Rien ne donne le texte de cette fiche. Remplir une colonne « Texte de la fiche », ou « À quoi il sert », « Quand s’en servir »… ; ou ajouter « --completer » à la commande, et l’écrire ensuite dans
        la fiche.

    Ce que donnerait cette importation, une fois corrigée
      outils/trame.md (ligne 2) : nouveau, en brouillon

    5 erreurs : rien n’a été écrit. Corriger comme il est dit ci-dessus, puis relancer."
  `);
  expect(await again(table, { completer: true, ignorer: ['notes'] })).toMatchInlineSnapshot(`
    "liste.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 outil, 3 colonnes lues, 1 ignorée.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).
      sans date de relecture dans le tableau, la fiche porte « 2026-03 », le mois de cette importation.

    Écrit
      outils/trame.md (ligne 2) : nouveau, en brouillon

    Aucune erreur : 1 fichier écrit. Relire, puis « npm run verifier »."
  `);
  expect(await readFile(join(content, 'outils/trame.md'), 'utf8')).toMatchInlineSnapshot(`
    "---
    titre: "Trame"
    resume: "À écrire : une phrase : à quoi sert l’outil, et à qui"
    type: modele
    themes:
      - prevention
    relecture: "2026-03"
    obtention: "À écrire : comment obtenir l’outil"
    brouillon: true
    ---

    ## À quoi il sert

    > À écrire : ce que l’outil change, en deux phrases.

    ## Quand s’en servir

    > À écrire : à quel moment, avec qui, combien de temps.

    ## Comment s’y prendre

    > À écrire : les étapes, dans l’ordre.

    ## Pièges à éviter

    > À écrire : ce qui fait échouer, et comment l’éviter.
    "
  `);
});

test('une fiche qui est là n’est changée que par « --remplacer », et garde son texte', async () => {
  const table = 'Titre;Résumé;Mots-clés\nLivret d’accueil;Un autre résumé.;guide\n';
  expect(await importing(table)).toMatchInlineSnapshot(`
    "liste.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 outil, 3 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Refusé
      ligne 2, colonne A (Titre)
        outils/livret.md existe déjà, et dit autre chose. Si la liste a raison, relancer avec « --remplacer » ; sinon, supprimer cette ligne.

    Ce que donnerait cette importation, une fois corrigée
      outils/livret.md (ligne 2) : remplacé
        resume : « Accueillir une personne nouvelle. » → « Un autre résumé. »
        mots_cles : rien → « guide »
        « brouillon: false » est gardé : la fiche reste en ligne

    1 erreur : rien n’a été écrit. Corriger comme il est dit ci-dessus, puis relancer."
  `);
  expect(await again(table, { remplacer: true })).toMatchInlineSnapshot(`
    "liste.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 outil, 3 colonnes lues.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Écrit
      outils/livret.md (ligne 2) : remplacé
        resume : « Accueillir une personne nouvelle. » → « Un autre résumé. »
        mots_cles : rien → « guide »
        « brouillon: false » est gardé : la fiche reste en ligne

    Aucune erreur : 1 fichier écrit. Relire, puis « npm run verifier »."
  `);
  expect(await readFile(join(content, 'outils/livret.md'), 'utf8')).toMatchInlineSnapshot(`
    "---
    titre: "Livret d’accueil"
    resume: "Un autre résumé."
    type: modele
    themes:
      - prevention
    mots_cles:
      - "guide"
    relecture: "2024-05"
    fichiers:
      - "./livret.csv"
    brouillon: false
    ---

    ## Mode d’emploi

    Distribuer le livret le premier jour.
    "
  `);
});

test('un tableau qui n’est pas une liste d’outils est refusé', async () => {
  expect(await importing('Équipe;Année\nPôle du Port;2026\n')).toMatchInlineSnapshot(`
    "liste.csv : CSV, codage UTF-8, séparateur « ; » (point-virgule), 1 outil, 1 colonne lue.

    Deviné (à vérifier)
      les colonnes sont séparées par : « ; » (point-virgule).

    Refusé
      ligne 1
        Aucune colonne ne dit le titre des outils. La première ligne porte les titres des colonnes ; l’une s’intitule « Titre ».
      ligne 1, colonne A (Équipe)
        Cette colonne n’est pas connue. Colonnes connues : Titre, Résumé, Type, Thèmes, Leviers, Freins, Mots-clés, Pour qui, Référence, Année de parution, Date de relecture, À revoir le, Publication,
        Accès, Fichiers, Lien, Comment l’obtenir, Fait avec, Texte de la fiche, À quoi il sert, Quand s’en servir, Comment s’y prendre et Pièges à éviter. Corriger son titre, ou ajouter à la commande
        « --ignorer » et ce titre entre guillemets.

    2 erreurs : rien n’a été écrit. Corriger comme il est dit ci-dessus, puis relancer."
  `);
  expect(await again('Titre;Type\n')).toMatchInlineSnapshot(`"liste.csv : ce tableau n’a pas d’outil : une ligne de titres, et aucune ligne au-dessous. Rien n’a été écrit."`);
  expect(await again('%PDF-1.7')).toMatchInlineSnapshot(`"liste.csv : ce fichier est un PDF, pas un tableau. Attendu : un tableau en CSV ou en XLSX. Rien n’a été écrit."`);
});

test('le modèle de la liste s’importe : sa ligne d’explications n’est pas lue, chaque colonne est connue', async () => {
  await write(content, {});
  const [csv, xlsx] = await toolTemplateFiles(await readContenu(content));
  const header = FIELD_COLUMNS.outils.map(({ entete }) => entete).concat(TEXT_COLUMNS.map(({ entete }) => entete));
  for (const file of [csv, xlsx]) {
    const { rows } = await tableOf(Buffer.from(file?.content ?? ''));
    expect(rows[0]?.slice(0, header.length)).toEqual(header);
    expect(await again(file?.content ?? '')).toContain('aucune ligne au-dessous');
  }
});

test('chaque champ d’une fiche a sa colonne, ou est à l’éditeur ; deux noms ne mènent jamais à deux champs', () => {
  for (const collection of ['histoires', 'outils'] as const) {
    const columns = FIELD_COLUMNS[collection];
    expect([...columns.map(({ champ }) => champ), ...EDITOR_FIELDS[collection]].sort()).toEqual(Object.keys(COLLECTION_SCHEMAS[collection].shape).sort());
    for (const { champ, entete, autres } of columns) for (const name of [champ, entete, ...autres]) expect([name, columnNamed(collection, name)?.champ]).toEqual([name, champ]);
  }
});
