import { expect, test } from 'vitest';
import { change, faults } from './publication.ts';

test('HTML', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n<font color="red">Rouge</font>\n'),
    }),
  ).toMatchInlineSnapshot(
    `"[raw-html] histoires/port.md:24:1 · « <font color="red"> » est du HTML : l’écrire en Markdown, ou avec un bloc du site."`,
  );
});

test('programme', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n<script>alert(1)</script>\n'),
    }),
  ).toMatchInlineSnapshot(
    `"[script] histoires/port.md:24:1 · « <script>alert(1)</script> » est un programme : le site n’en publie aucun. Le supprimer."`,
  );
});

test('attribut qui lance un programme', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n<img src="x" onerror="alert(1)">\n'),
    }),
  ).toMatchInlineSnapshot(
    `"[event-handler] histoires/port.md:24:1 · « <img src="x" onerror="alert(1)"> » contient un programme (attribut « on… ») : le site n’en publie aucun. Le supprimer."`,
  );
});

test('commentaire', async () => {
  expect(
    await faults({ 'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n<!-- à revoir -->\n') }),
  ).toMatchInlineSnapshot(
    `"[html-comment] histoires/port.md:24:1 · « <!-- à revoir --> » est un commentaire : il serait publié avec la page. Le supprimer, ou le garder hors du fichier."`,
  );
});

test('adresse dangereuse', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n[clic](javascript:alert(1))\n'),
    }),
  ).toMatchInlineSnapshot(
    `"[address-dangerous] histoires/port.md:24:1 · l’adresse « javascript:alert(1) » n’est pas de celles que le site ouvre : elle doit commencer par https://, http:// ou mailto:, ou être le nom d’un fichier."`,
  );
});

test('image sans texte de remplacement', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::figure{credit="Équipe"}\n![](./port.svg)\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[image-alt-missing] histoires/port.md:25:1 · l’image « ./port.svg » n’a pas de texte de remplacement : écrire entre les crochets ce qu’elle montre, pour qui ne la voit pas."`,
  );
});

test('image sans crédit', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n![Le port.](./port.svg)\n'),
    }),
  ).toMatchInlineSnapshot(`
    "[image-outside-figure] histoires/port.md:24:1 · l’image « ./port.svg » n’a pas de crédit : l’entourer d’un bloc « figure » qui le donne.
      Ajouter à la ligne 24 : :::figure{credit="…"}"
  `);
});

test('image d’un autre site', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::figure{credit="Équipe"}\n![Le port.](https://exemple.fr/x.png)\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[image-remote] histoires/port.md:25:1 · l’image « https://exemple.fr/x.png » est sur un autre site : l’enregistrer à côté de ce texte et écrire son nom."`,
  );
});

test('figure sans image', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::figure{credit="Équipe"}\nRien.\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[figure-image] histoires/port.md:24:1 · ce bloc « figure » ne contient pas d’image : il en faut une."`,
  );
});

test('titre de premier niveau', async () => {
  expect(await faults({ 'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n# Grand titre\n') }))
    .toMatchInlineSnapshot(`
    "[heading-level-1] histoires/port.md:24:1 · « Grand titre » est un titre de premier niveau, réservé au titre de la page : écrire deux dièses.
      Écrire : ## Grand titre"
  `);
});

test('niveau de titre sauté', async () => {
  expect(
    await faults({ 'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n#### Petit titre\n') }),
  ).toMatchInlineSnapshot(`
    "[heading-skipped] histoires/port.md:24:1 · le titre « Petit titre » saute un niveau : 4 dièses, alors que le titre d’avant permet 3 au plus.
      Écrire : ### Petit titre"
  `);
});

test('titre vide', async () => {
  expect(
    await faults({ 'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n##\n\nTexte.\n') }),
  ).toMatchInlineSnapshot(
    `"[heading-empty] histoires/port.md:24:1 · ce titre est vide : l’écrire, ou supprimer la ligne."`,
  );
});

test('note appelée sans texte', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\nUne autre note[^2].\n'),
    }),
  ).toMatchInlineSnapshot(`
    "[footnote-undefined] histoires/port.md:24:15 · la note « 2 » est appelée, mais son texte manque. L’écrire à la fin du fichier.
      Ajouter à la fin du fichier : [^2]: …"
  `);
});

test('note jamais appelée', async () => {
  expect(
    await faults({ 'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n[^9]: Oubliée.\n') }),
  ).toMatchInlineSnapshot(
    `"[footnote-unused] histoires/port.md:24:1 · la note « 9 » n’est appelée nulle part : ajouter « [^9] » dans le texte, ou supprimer la note."`,
  );
});

test('note de texte : un nom proche est proposé', async () => {
  expect(
    await faults({
      'pages/a-propos.md': change('Une page.\n', 'Une page[^kakemnos].\n\n[^kakemonos]: Des affiches.\n'),
    }),
  ).toMatchInlineSnapshot(`
    "[footnote-undefined] pages/a-propos.md:7:9 · la note « kakemnos » est appelée, mais son texte manque. L’écrire à la fin du fichier. Vouliez-vous dire « kakemonos » ?
      Écrire : Une page[^kakemonos].
    [footnote-unused] pages/a-propos.md:9:1 · la note « kakemonos » n’est appelée nulle part : ajouter « [^kakemonos] » dans le texte, ou supprimer la note."
  `);
});
