import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { verifier } from '#src/checks/index.ts';
import { fr } from '#src/checks/text.ts';
import { importWord, type WordImport } from '#src/import/word/index.ts';
import { commented, docxBytes, type DocxParts, li, link, note, p, picture, r, table } from '#src/import/word/testing.ts';
import { bytesOf, content, folder } from './importation.ts';
import { type Overlay, write } from './publication.ts';

interface Given extends Partial<WordImport>, DocxParts {
  readonly overlay?: Overlay;
  readonly collection?: 'histoires' | 'outils';
}

/** Imports a document into the valid publication; a draft that is written must pass the check. */
async function importing(body: string, { overlay = {}, collection = 'histoires', ...given }: Given = {}): Promise<string> {
  await write(content, overlay);
  await writeFile(join(folder, 'recit.docx'), docxBytes(body, given));
  const before = await bytesOf(content);
  const { ok, text } = await importWord(content, join(folder, 'recit.docx'), collection, { essai: false, width: 200, fichier: 'essai', today: '2026-03-10', ...given });
  if (!ok || given.essai) expect(await bytesOf(content)).toEqual(before);
  else expect((await verifier(content)).issues).toEqual([]);
  return text;
}

const written = (path = 'histoires/essai.md') => readFile(join(content, path), 'utf8');
/** The text alone, without the fields. */
const bodyOf = async (path?: string) => (await written(path)).split('---\n\n').slice(1).join('---\n\n');

const SHEET = table([
  ['Équipe', 'Pôle du Port'],
  ['Date de la rencontre', '5 octobre 2021'],
  ['Date de publication', 'novembre 2021'],
  ['Thèmes', 'Prévention'],
  ['Professionnels', 'une vingtaine'],
]);

test('un récit écrit dans Word devient un brouillon qui passe la vérification', async () => {
  const body = [
    p('Le Pôle du Port', 'Titre'),
    p('Une équipe raconte ses débuts.', 'Sous-titre'),
    SHEET,
    p('Les débuts', 'Titre1'),
    p(r('Tout\u00A0commence en ') + r('2007 ', 'b') + r('par une note') + note(1) + r('.')),
    p('Levier : même lieu'),
    p('Se croiser chaque jour.'),
    p('Ce que l’on retient', 'Titre1'),
    li('Un'),
    li('Deux', 1),
    li('Trois', 0),
  ].join('');
  expect(await importing(body, { notes: ['Le texte de la note.'] })).toMatchInlineSnapshot(`
    "Lu
      recit.docx : 4 paragraphes, 3 titres, 3 lignes de liste, 1 tableau, 1 note.

    Deviné (à vérifier)
      - Résumé : « Une équipe raconte ses débuts. », le sous-titre du document.

    Écrit
      histoires/essai.md

    C’est un brouillon, qui passe la vérification. Ouvrir content/histoires/essai.md, remplacer ce qui suit « À écrire : », relire ce qui est deviné et perdu, regarder la page avec « npm run dev », puis
    écrire « brouillon: false »."
  `);
  expect(await written()).toMatchInlineSnapshot(`
    "---
    titre: "le Pôle du Port"
    resume: "Une équipe raconte ses débuts."
    reference: "COORD/IC/013/1121"
    equipe: pole-du-port
    rencontre: 2021-10-05
    publication: "2021-11"
    participants: "une vingtaine"
    themes:
      - prevention
    leviers:
      - meme-lieu
    brouillon: true
    ---

    ## Les débuts

    Tout commence en **2007** par une note[^1].

    :::levier{cle="meme-lieu"}
    Se croiser chaque jour.
    :::

    ## Ce que l’on retient

    - Un
      - Deux
    - Trois

    [^1]: Le texte de la note.
    "
  `);
});

test('ce que le document ne dit pas devient une valeur sûre, rappelée dans le texte, ou un texte à écrire', async () => {
  expect(await importing(p('Équipe : Pôle du Port') + p('Un seul paragraphe.'))).toMatchInlineSnapshot(`
    "Lu
      recit.docx : 2 paragraphes.

    Deviné (à vérifier)
      - Scan’équipe de la fiche d’identité : 2021, le plus proche de la rencontre.
      - Date de publication : « 2026-03 », le mois de cette importation.
      - Titre : « le Pôle du Port », le nom de l’équipe.

    À écrire
      - Le résumé (champ « resume »).
      - Dans la fiche, posé faute d’avoir trouvé mieux : « rencontre » (2026-03-10), « themes » (prevention) et « leviers » (meme-lieu). Une ligne du texte le rappelle.
      - 1 passage à placer, à la fin du texte : levier « meme-lieu ».

    Écrit
      histoires/essai.md

    C’est un brouillon, qui passe la vérification. Ouvrir content/histoires/essai.md, remplacer ce qui suit « À écrire : », relire ce qui est deviné et perdu, regarder la page avec « npm run dev », puis
    écrire « brouillon: false »."
  `);
  expect(await written()).toMatchInlineSnapshot(`
    "---
    titre: "le Pôle du Port"
    resume: "À écrire : deux ou trois phrases qui donnent envie de lire"
    reference: "COORD/IC/013/0326"
    equipe: pole-du-port
    rencontre: 2026-03-10
    publication: "2026-03"
    scan: 2021
    themes:
      - prevention
    leviers:
      - meme-lieu
    brouillon: true
    ---

    À écrire : dans la fiche, en haut de ce fichier, les bonnes valeurs de « rencontre » (2026-03-10), « themes » (prevention) et « leviers » (meme-lieu) ; puis supprimer cette ligne.

    Un seul paragraphe.

    :::levier{cle="meme-lieu"}
    À écrire : le passage du texte qui montre « Un même lieu ». Entourer ce passage des deux lignes de ce bloc, à sa place, et supprimer celui-ci.
    :::
    "
  `);
});

test('un commentaire de Word marque les paragraphes qu’il couvre, les autres sont dits', async () => {
  const body =
    SHEET +
    `<w:p><w:commentRangeStart w:id="0"/>${r('Premier paragraphe.')}</w:p>` +
    `<w:p>${r('Second paragraphe.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>` +
    p(commented(1, r('Troisième.')));
  const text = await importing(body, { comments: ['levier meme-lieu', 'À vérifier avec l’équipe'] });
  expect(text).toContain(fr`Commentaire « À vérifier avec l'équipe » : il n'est pas repris.`);
  expect(await bodyOf()).toMatchInlineSnapshot(`
    ":::levier{cle="meme-lieu"}
    Premier paragraphe.

    Second paragraphe.
    :::

    Troisième.
    "
  `);
});

test('deux marques au-dessus d’un même passage le marquent deux fois, et « Fin » le ferme', async () => {
  const body = SHEET + ['Levier : même lieu', 'Frein : le manque de temps', 'Un.', 'Deux.', 'Fin', 'Fin du levier', 'Trois.'].map((line) => p(line)).join('');
  await importing(body);
  expect(await bodyOf()).toMatchInlineSnapshot(`
    "::::levier{cle="meme-lieu"}
    :::frein{cle="temps"}
    Un.

    Deux.
    :::
    ::::

    Trois.
    "
  `);
});

test('listes et titres faits à la main, mise en forme, tableaux, liens : ce qui se garde, ce qui se perd', async () => {
  const cell = (words: string, properties: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(words)}</w:tc>`;
  const body = [
    SHEET,
    p(r('Un titre en gras', 'b')),
    p(r('gras au mi', 'b') + r('lieu d’un mot, ') + r('italique ', 'i') + r('et  barré', 'strike')),
    p('• un'),
    p('•\u00A0deux'),
    p('1. premier'),
    p('2. second'),
    p('1. seul'),
    p(`${r('ligne une')}<w:r><w:br/></w:r>${r('ligne deux')}`),
    table([
      [cell('large', '<w:gridSpan w:val="2"/>'), 'c'],
      ['a | b', p('l1') + p('l2'), p(r('<b>'))],
    ]),
    p(`${link('a', 'programme')}${r(', ')}${link('b', 'site')}`),
    p('[lien](x) :::'),
    p('::: piège'),
    p('Levier : même lieu'),
    p('Le passage.'),
  ].join('');
  expect(await importing(body, { links: { a: 'javascript:alert(1)', b: 'https://exemple.fr/une page' } })).toMatchInlineSnapshot(`
    "Lu
      recit.docx : 9 paragraphes, 1 titre, 4 lignes de liste, 2 tableaux.

    Gardé, autrement que dans Word
      - Les lignes d’une même case de tableau, mises bout à bout (1 case).

    Deviné (à vérifier)
      - Titre : « le Pôle du Port », le nom de l’équipe.
      - 2 listes tapées à la main (« • », « - », « 1. »), devenues de vraies listes.
      - Lignes en gras, seules, lues comme des titres : « Un titre en gras ». Dans Word, le style « Titre 1 » le dit sans que l’on devine.

    Perdu
      - Lien « javascript:alert(1) », sur « programme » : le site n’ouvre que https://, http:// et mailto:. Le texte reste.
      - 1 case fusionnée dans les tableaux : le texte est dans la première, les autres sont vides. Relire ces tableaux.

    À écrire
      - Le résumé (champ « resume »).

    Écrit
      histoires/essai.md

    C’est un brouillon, qui passe la vérification. Ouvrir content/histoires/essai.md, remplacer ce qui suit « À écrire : », relire ce qui est deviné et perdu, regarder la page avec « npm run dev », puis
    écrire « brouillon: false »."
  `);
  expect(await bodyOf()).toMatchInlineSnapshot(`
    "## Un titre en gras

    **gras au** milieu d’un mot, *italique* ~~et barré~~

    - un
    - deux

    1. premier
    2. second

    1\\. seul

    ligne une

    ligne deux

    | large | | c |
    | --- | --- | --- |
    | a \\| b | l1 ; l2 | \\<b> |

    programme, [site](https://exemple.fr/une%20page)

    lien (x) :

    : piège

    :::levier{cle="meme-lieu"}
    Le passage.
    :::
    "
  `);
});

test('une image est réduite, sans rien de qui l’a prise ni où ; description et crédit sont demandés', async () => {
  const photo = await sharp({ create: { width: 2600, height: 1300, channels: 3, background: '#b8431c' } })
    .withExif({ IFD0: { Artist: 'Personne Inventée', Make: 'Appareil' }, IFD3: { GPSLatitude: '47/1 5/1 0/1' } })
    .jpeg()
    .toBuffer();
  const media = { i: { name: 'photo.jpg', content: photo }, e: { name: 'dessin.emf', content: Buffer.from('emf') } };
  const body = SHEET + p('Levier : même lieu') + p('Texte.') + p(picture('i', 'IMG_2034.jpg')) + p('Le port.', 'Caption') + p(picture('e'));
  const text = await importing(body, { media });
  expect(text.split('\n\n').slice(3)).toMatchInlineSnapshot(`
    [
      "À écrire
      - Le résumé (champ « resume »).
      - Description des images (1) : ce que chacune montre, pour qui ne la voit pas. Elle s’écrit entre crochets, à la place de « À écrire ».
      - Crédit des images (1) : qui les a faites, par son rôle. Il s’écrit entre les guillemets de « credit ».",
      "Écrit
      histoires/essai/index.md
      histoires/essai/image-1.jpg",
      "C’est un brouillon, qui passe la vérification. Ouvrir content/histoires/essai/index.md, remplacer ce qui suit « À écrire : », relire ce qui est deviné et perdu, regarder la page avec « npm run dev »,
    puis écrire « brouillon: false ».",
    ]
  `);
  expect(await bodyOf('histoires/essai/index.md')).toMatchInlineSnapshot(`
    ":::levier{cle="meme-lieu"}
    Texte.
    :::

    :::figure{credit="À écrire : qui a fait cette image"}
    ![À écrire : ce que montre cette image](./image-1.jpg)

    Le port.
    :::
    "
  `);
  const bytes = await readFile(join(content, 'histoires/essai/image-1.jpg'));
  const { width, height, exif } = await sharp(bytes).metadata();
  expect({ width, height, exif }).toEqual({ width: 2000, height: 1000, exif: undefined });
  expect(bytes.includes('Inventée')).toBe(false);
});

test('une réponse de la fiche que la vérification refuse est dite et laissée', async () => {
  const sheet = table([['Équipe', 'Pôle du Port'], ['Référence', 'COORD/IC/012/1121'], ['Date', '31/02/2021'], ['Auteur', 'Jeanne Invention'], ['Thèmes', 'Prévention ; zorglub']]);
  const text = await importing(sheet + p('Texte.'));
  expect(/Perdu\n([\s\S]*?)\n\n/.exec(text)?.[1]).toMatchInlineSnapshot(`
    "  - « Référence : COORD/IC/012/1121 » : le code finit par « 1121 », mais la date de publication est « 2026-03 » : mois et année devraient donner « 0326 ». Corriger le code ou la date.
      - Date : « 31/02/2021 » n’existe pas : février 2021 compte 28 jours. Attendu : un jour, par exemple 05/03/2026.
      - « Auteur : Jeanne Invention » : cela ressemble au nom d’une personne. Le site dit un rôle (« une infirmière de l’équipe ») : l’écrire dans « auteur ».
      - Thèmes : « zorglub » n’est pas un thème de vocabulaire/themes.yaml. Possibles : Prévention ou Accès aux soins."
  `);
});

test('la fiche d’un outil vient d’un document de même', async () => {
  const body = p('Trame de réunion', 'Title') + p('Type : modèle') + p('Thèmes : prévention') + p('Lien : https://exemple.fr/trame') + p('À quoi il sert', 'Heading1') + p('À ne rien oublier.');
  expect(await importing(body, { collection: 'outils' })).toMatchInlineSnapshot(`
    "Lu
      recit.docx : 4 paragraphes, 2 titres.

    Deviné (à vérifier)
      - Date de relecture : « 2026-03 », le mois de cette importation.

    À écrire
      - Le résumé (champ « resume »).

    Écrit
      outils/essai.md

    C’est un brouillon, qui passe la vérification. Ouvrir content/outils/essai.md, remplacer ce qui suit « À écrire : », relire ce qui est deviné et perdu, regarder la page avec « npm run dev », puis
    écrire « brouillon: false »."
  `);
  expect(await written('outils/essai.md')).toMatchInlineSnapshot(`
    "---
    titre: "Trame de réunion"
    resume: "À écrire : une phrase : à quoi sert l’outil, et à qui"
    type: modele
    themes:
      - prevention
    relecture: "2026-03"
    lien: "https://exemple.fr/trame"
    brouillon: true
    ---

    ## À quoi il sert

    À ne rien oublier.
    "
  `);
});

test('une légende tapée sous l’image est sa légende ; un nom de personne resté dans le texte se dit', async () => {
  const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#b8431c' } }).png().toBuffer();
  const body =
    SHEET +
    p('Auteur : Personne Inventée') +
    p('Levier : même lieu') +
    p('Texte.') +
    p(picture('i', 'Le préau.')) +
    p('Photo : le préau en juin.') +
    p('Personne Inventée, en octobre.');
  const text = await importing(body, { media: { i: { name: 'a.png', content: photo } } });
  expect(text).toContain('Légende d’une image : « Photo : le préau en juin. ».');
  expect(text).toContain('« Personne Inventée » paraît encore dans le texte : le remplacer par un rôle. « npm run retirer » dit où.');
  expect(await bodyOf('histoires/essai/index.md')).toContain(
    '![Le préau.](./image-1.png)\n\nPhoto : le préau en juin.\n:::',
  );
});
