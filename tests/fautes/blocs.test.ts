import { expect, test } from 'vitest';
import { change, faults } from './publication.ts';

test('bloc inconnu', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n:::consiel\nEssayer.\n:::\n'),
    }),
  ).toMatchInlineSnapshot(`
    "[block-unknown] histoires/port.md:24:1 · « consiel » n’est pas un bloc connu. Vouliez-vous dire « conseil » ?
      Écrire : :::conseil"
  `);
});

test('bloc jamais fermé', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n:::conseil\nEssayer.\n'),
    }),
  ).toMatchInlineSnapshot(
    `
    "[block-unclosed] histoires/port.md:24:1 · le bloc « :::conseil » n’est jamais fermé : ajouter une ligne « ::: » là où il finit.
      Ajouter à la ligne 28 : :::"
  `,
  );
});

test('bloc dans un bloc', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::conseil\n:::citation{auteur="une infirmière"}\nBien.\n:::\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[block-nested] histoires/port.md:25:1 · le bloc « citation » commence alors qu’un autre n’est pas fermé. Fermer l’autre avant, par une ligne « ::: » ; ou, si celui-ci doit rester à l’intérieur, ouvrir et fermer l’autre avec un deux-points de plus."`,
  );
});

test('bloc : nombre de deux-points', async () => {
  expect(await faults({ 'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n::conseil\n') }))
    .toMatchInlineSnapshot(`
    "[block-colons] histoires/port.md:24:1 · « ::conseil » n’a pas le bon nombre de deux-points : écrire « :::conseil ».
      Écrire : :::conseil"
  `);
});

test('fermeture sans ouverture', async () => {
  expect(
    await faults({ 'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\nTexte.\n\n:::\n') }),
  ).toMatchInlineSnapshot(
    `"[block-stray-fence] histoires/port.md:26:1 · cette ligne « ::: » ne ferme aucun bloc : la supprimer, ou ouvrir le bloc plus haut."`,
  );
});

test('texte sur la ligne d’ouverture', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::citation{auteur="une infirmière"} Bien.\n\nTrès bien.\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[block-text-after-name] histoires/port.md:24:1 · « Bien. » est écrit sur la ligne qui ouvre le bloc « citation » : le mettre à la ligne suivante."`,
  );
});

test('bloc vide', async () => {
  expect(
    await faults({ 'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n:::conseil\n:::\n') }),
  ).toMatchInlineSnapshot(
    `"[block-empty] histoires/port.md:24:1 · le bloc « conseil » est vide : y écrire un texte, ou le supprimer."`,
  );
});

test('passage vide', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n:::levier{cle="meme-lieu"}\n:::\n'),
    }),
  ).toMatchInlineSnapshot(
    `"[passage-empty] histoires/port.md:24:1 · ce passage « levier » est vide : y mettre le texte qui le montre, ou le supprimer."`,
  );
});

test('attribut inconnu', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::citation{auteure="une infirmière" auteur="un médecin"}\nBien.\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(`
    "[attribute-unknown] histoires/port.md:24:1 · « auteure » n’est pas un attribut du bloc « citation ». Vouliez-vous dire « auteur » ?
      Écrire : :::citation{auteur="une infirmière" auteur="un médecin"}"
  `);
});

test('attribut manquant', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n:::citation\nBien.\n:::\n'),
    }),
  ).toMatchInlineSnapshot(
    `"[attribute-missing] histoires/port.md:24:1 · il manque « auteur » au bloc « citation » (qui parle, par son rôle : « une infirmière »). Écrire auteur="…" entre accolades, après le nom du bloc."`,
  );
});

test('valeur d’attribut', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::chiffre{valeur="12" total="trente"}\nÉquipes.\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[attribute-value] histoires/port.md:24:1 · « trente » ne convient pas pour « total » : il faut un nombre en chiffres, comme « 31 », « 22000 » ou « 2,5 » ; l’unité et « plus de » ont leurs attributs, « unite » et « precision »."`,
  );
});

test('chronologie sans liste', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n:::chronologie\nRien.\n:::\n'),
    }),
  ).toMatchInlineSnapshot(
    `"[chronologie-list] histoires/port.md:24:1 · un bloc « chronologie » contient une liste : un tiret, une date, un deux-points et un texte par ligne."`,
  );
});

test('chronologie : date illisible', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::chronologie\n- Un jour : le début.\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[chronologie-date] histoires/port.md:25:1 · « Un jour : le début. » ne commence pas par une date que l’on comprend. Écrire d’abord « 2007 », « décembre 2019 » ou « 5 octobre 2021 », puis un deux-points."`,
  );
});

test('chronologie : dates en désordre', async () => {
  expect(
    await faults({
      'histoires/port.md': change(
        '## Les débuts\n',
        '## Les débuts\n\n:::chronologie\n- 2010 : la fin.\n- 2007 : le début.\n:::\n',
      ),
    }),
  ).toMatchInlineSnapshot(
    `"[chronologie-order] histoires/port.md:26:1 · 2007 vient après 2010 dans la liste : ranger les dates de la plus ancienne à la plus récente."`,
  );
});

test('colonnes sans liste', async () => {
  expect(
    await faults({
      'histoires/port.md': change('## Les débuts\n', '## Les débuts\n\n:::colonnes\nRien.\n:::\n'),
    }),
  ).toMatchInlineSnapshot(
    `"[colonnes-list] histoires/port.md:24:1 · un bloc « colonnes » contient une liste à deux niveaux : le titre de chaque colonne, puis ses lignes décalées."`,
  );
});

test('bloc jamais fermé, en fin de texte', async () => {
  expect(await faults({ 'pages/a-propos.md': change('Une page.\n', ':::conseil\nEssayer.\n') }))
    .toMatchInlineSnapshot(`
      "[block-unclosed] pages/a-propos.md:7:1 · le bloc « :::conseil » n’est jamais fermé : ajouter une ligne « ::: » là où il finit.
        Ajouter à la ligne 9 : :::"
    `);
});

test.each([
  ['espace après les deux-points', '::: levier{cle="meme-lieu"}'],
  ['espace avant l’accolade', ':::levier {cle="meme-lieu"}'],
  ['accolade jamais fermée', ':::levier{cle="meme-lieu"'],
  ['guillemet oublié à la fin', ':::levier{cle="meme-lieu}'],
  ['guillemet oublié au début', ':::levier{cle=meme-lieu"}'],
  ['guillemets français', ':::levier{cle=« meme-lieu »}'],
  ['guillemets anglais', ':::levier{cle=“meme-lieu”}'],
  ['espaces insécables', ':::\u00A0levier\u00A0{cle="meme-lieu"}'],
])('ligne d’ouverture d’un bloc : %s', async (_, line) => {
  expect(await faults({ 'histoires/port.md': change(':::levier{cle="meme-lieu"}', line) })).toBe(
    '[block-line] histoires/port.md:26:1 · cette ligne n’ouvre pas le bloc\u00A0: pas d’espace après les deux-points ni avant l’accolade, des guillemets droits autour de chaque valeur, des noms sans accent, une accolade fermée.\n' +
      '  Écrire\u00A0: :::levier{cle="meme-lieu"}',
  );
});

test('bloc de passage mal nommé : le passage n’est pas dit manquant', async () => {
  expect(
    await faults({ 'histoires/port.md': change(':::levier{', ':::leviers{') }),
  ).toMatchInlineSnapshot(`
    "[block-unknown] histoires/port.md:26:1 · « leviers » n’est pas un bloc connu. Vouliez-vous dire « levier » ?
      Écrire : :::levier{cle="meme-lieu"}"
  `);
});

test.each(['22000', '22 000', '22\u00A0000', '2,5', '2.5'])('chiffre « %s » : accepté', async (valeur) => {
  expect(
    await faults({
      'pages/a-propos.md': change('Une page.', `:::chiffre{valeur="${valeur}"}\nÉquipes.\n:::`),
    }),
  ).toBe('');
});

test('chiffre : chaque attribut répond de lui-même', async () => {
  const block = (attributes: string) => `:::chiffre{${attributes}}\nÉquipes.\n:::\n`;
  expect(
    await faults({
      'pages/a-propos.md': change(
        'Une page.',
        [
          'valeur="une trentaine"',
          'valeur="30 %"',
          'valeur="trente" total="40"',
          'valeur="2,5" total="40"',
          'valeur="50" total="40"',
        ]
          .map(block)
          .join('\n'),
      ),
    }),
  ).toMatchInlineSnapshot(`
    "[attribute-value] pages/a-propos.md:7:1 · « une trentaine » ne convient pas pour « valeur » : il faut un nombre en chiffres, comme « 31 », « 22000 » ou « 2,5 » ; l’unité et « plus de » ont leurs attributs, « unite » et « precision ».
    [attribute-value] pages/a-propos.md:11:1 · « 30 % » ne convient pas pour « valeur » : il faut un nombre en chiffres, comme « 31 », « 22000 » ou « 2,5 » ; l’unité et « plus de » ont leurs attributs, « unite » et « precision ».
    [attribute-value] pages/a-propos.md:15:1 · « trente » ne convient pas pour « valeur » : il faut un nombre en chiffres, comme « 31 », « 22000 » ou « 2,5 » ; l’unité et « plus de » ont leurs attributs, « unite » et « precision ».
    [attribute-value] pages/a-propos.md:19:1 · « 2,5 » ne convient pas pour « valeur » : avec un « total », il faut un nombre entier.
    [attribute-value] pages/a-propos.md:23:1 · « 40 » ne convient pas pour « total » : il ne peut pas être plus petit que la valeur."
  `);
});
