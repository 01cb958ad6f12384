import { expect, test } from 'vitest';
import { fr } from '#src/checks/text.ts';
import { commented, li, link, note, p, r, table } from '#src/import/word/testing.ts';
import { bodyOf, importing, SHEET, written } from './word-importation.ts';

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

