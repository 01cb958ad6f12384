import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifier } from '#src/checks/index.ts';
import { importWord } from '#src/import/word/index.ts';
import { content } from './importation.ts';
import { write } from './publication.ts';

/** Imports a document that LibreOffice wrote (tests/word) into the valid publication, which must pass the check. */
async function importing(name: string): Promise<string> {
  await write(content, {});
  const { text } = await importWord(content, join('tests/word', name), 'histoires', { essai: false, fichier: 'essai', today: '2026-03-10', width: 200 });
  expect((await verifier(content)).issues).toEqual([]);
  return text;
}

test('un récit fait dans LibreOffice : titres, fiche, notes, commentaire, image, tableau', async () => {
  expect(await importing('recit.docx')).toMatchInlineSnapshot(`
    "Lu
      recit.docx : 5 paragraphes, 4 titres, 4 lignes de liste, 2 tableaux, 1 image, 2 notes.

    Deviné (à vérifier)
      - Résumé : « Une équipe inventée raconte ses débuts. », le sous-titre du document.

    Perdu
      - En-tête : « En-tête à ne pas publier ».
      - Pied de page : « Pied de page ».

    À écrire
      - Crédit des images (1) : qui les a faites, par son rôle. Il s’écrit entre les guillemets de « credit ».

    Écrit
      histoires/essai/index.md
      histoires/essai/image-1.png

    C’est un brouillon, qui passe la vérification. Ouvrir content/histoires/essai/index.md, remplacer ce qui suit « À écrire : », relire ce qui est deviné et perdu, regarder la page avec « npm run dev »,
    puis écrire « brouillon: false »."
  `);
  expect(await readFile(join(content, 'histoires/essai/index.md'), 'utf8')).toMatchInlineSnapshot(`
    "---
    titre: "La Maison de santé du Port"
    resume: "Une équipe inventée raconte ses débuts."
    reference: "COORD/IC/013/1121"
    equipe: pole-du-port
    rencontre: 2021-10-05
    publication: "2021-11"
    participants: "une vingtaine de personnes"
    themes:
      - prevention
    leviers:
      - meme-lieu
    brouillon: true
    ---

    ## Les débuts

    Tout commence en **2007**, avec *trois métiers* : une infirmière, un kinésithérapeute[^1] et [un site](https://exemple.fr/).

    :::levier{cle="meme-lieu"}
    Un paragraphe commenté jusqu’ici.
    :::

    ### Une sous-partie

    - Un
    - Deux

    1. Premier
    2. Second

    | Métier | Nombre |
    | --- | --- |
    | Infirmier | 3 |
    | Kinésithérapeute | 2 |

    :::figure{credit="À écrire : qui a fait cette image"}
    ![Un aplat bleu.](./image-1.png)

    Le bleu du port.
    :::

    ## Ce que l’on retient

    Une note de fin[^2].

    [^1]: Il est parti depuis.
    [^2]: Placée à la fin du document.
    "
  `);
});

test('l’aller-retour d’un récit par un traitement de texte rend le même Markdown', async () => {
  await importing('aller-retour.docx');
  expect(await readFile(join(content, 'histoires/essai.md'), 'utf8')).toBe(await readFile('tests/word/aller-retour.md', 'utf8'));
});
