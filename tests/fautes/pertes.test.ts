import { expect, test } from 'vitest';
import { change, faults } from './publication.ts';

const page = (text: string) => faults({ 'pages/a-propos.md': change('Une page.', text) });

test('lien dont l’écriture ne tient pas', async () => {
  expect(
    await page(
      [
        'Voir [le livret] (livret.md).',
        'Voir [le livret](livret.md et le reste.',
        'Voir [le livret](livret d’accueil.md).',
        'Un mot [sic] (p.3), `[code] (x.md)`, [à venir] (bientôt).',
      ].join('\n\n'),
    ),
  ).toMatchInlineSnapshot(`
    "[link-broken] pages/a-propos.md:7:6 · « [le livret] (livret.md) » ne sera pas un lien : pas d’espace entre les crochets et la parenthèse, ni dans l’adresse, et une parenthèse à la fin.
      Écrire : Voir [le livret](livret.md).
    [link-broken] pages/a-propos.md:9:6 · « [le livret](livret.md et le reste. » ne sera pas un lien : pas d’espace entre les crochets et la parenthèse, ni dans l’adresse, et une parenthèse à la fin.
      Écrire : Voir [le livret](livret.md) et le reste.
    [link-broken] pages/a-propos.md:11:6 · « [le livret](livret d’accueil.md) » ne sera pas un lien : pas d’espace entre les crochets et la parenthèse, ni dans l’adresse, et une parenthèse à la fin.
      Écrire : Voir [le livret](livret%20d’accueil.md)."
  `);
});

test('titre sans espace après les dièses', async () => {
  expect(await page('##Les débuts\n\nTexte, et #mot-clé.')).toMatchInlineSnapshot(`
    "[heading-space] pages/a-propos.md:7:1 · « ##Les débuts » ne sera pas un titre : il manque une espace après les dièses.
      Écrire : ## Les débuts"
  `);
});

test('gras jamais fermé : avertissement', async () => {
  expect(await page('Un **mot en gras.\n\nUn **autre**, et `**`.')).toMatchInlineSnapshot(`"[bold-unclosed] pages/a-propos.md:7:4 · « **mot en gras. » : ces deux étoiles seront imprimées. Le gras commence et finit par deux étoiles, collées aux mots."`);
});

test('tableau sans sa ligne de tirets, ou avec trop peu de colonnes : avertissement', async () => {
  expect(
    await page('| a | b |\n| 1 | 2 |\n\nTexte.\n\n| a | b |\n| --- |\n| 1 | 2 |'),
  ).toMatchInlineSnapshot(`
    "[table-dashes] pages/a-propos.md:7:1 · ces lignes ne seront pas un tableau : il faut une ligne de tirets sous les titres, avec autant de colonnes.
      Ajouter à la ligne 8 : | --- | --- |
    [table-dashes] pages/a-propos.md:13:1 · ces lignes ne seront pas un tableau : il faut une ligne de tirets sous les titres, avec autant de colonnes.
      Écrire : | --- | --- |"
  `);
});

test('date d’une chronologie sans son tiret', async () => {
  expect(
    await page(':::chronologie\n- 2007 : Le début.\n2010 : La suite.\n\n2012 : La fin.\n:::'),
  ).toMatchInlineSnapshot(`
    "[chronologie-dash] pages/a-propos.md:9:1 · « 2010 : La suite. » se lira à la suite de la ligne d’avant : chaque date commence par un tiret et une espace.
      Écrire : - 2010 : La suite.
    [chronologie-dash] pages/a-propos.md:11:1 · « 2012 : La fin. » se lira à la suite de la ligne d’avant : chaque date commence par un tiret et une espace.
      Écrire : - 2012 : La fin."
  `);
});

test('note dont le deux-points n’est pas collé', async () => {
  expect(await page('Un mot[^1] et un autre[^2].\n\n[^1] : La note.\n\n[^2]\u00A0: L’autre.')).toMatchInlineSnapshot(`
    "[note-space] pages/a-propos.md:9:1 · le texte d’une note commence par son numéro entre crochets, et un deux-points collé au crochet.
      Écrire : [^1]: La note.
    [note-space] pages/a-propos.md:11:1 · le texte d’une note commence par son numéro entre crochets, et un deux-points collé au crochet.
      Écrire : [^2]: L’autre."
  `);
});

test('mots de lien qui ne disent rien : avertissement', async () => {
  expect(await page('[Cliquez ici](livret.md), ou [ici](livret.md), ou [le livret ici](livret.md).')).toMatchInlineSnapshot(`
    "[link-text] pages/a-propos.md:7:1 · « Cliquez ici » ne dit pas où mène ce lien : écrire le nom de la page.
    [link-text] pages/a-propos.md:7:30 · « ici » ne dit pas où mène ce lien : écrire le nom de la page."
  `);
});

test('titre qui répète l’ouverture du format, titre avec un point final : avertissements', async () => {
  expect(
    await faults({
      'publication.yaml': change('nom: "Récit"', 'nom: "Récit"\n    ouverture: "Il était une fois…"'),
      'histoires/port.md': change('"le Pôle du Port"', '"Il était une fois… le Pôle du Port"'),
      'outils/livret.md': change('"Livret d’accueil"', '"Livret d’accueil."'),
      'pages/a-propos.md': change('"À propos"', '"À propos…"'),
    }),
  ).toMatchInlineSnapshot(`
    "[title-opening] histoires/port.md:2:8 · titre : le site écrit déjà « Il était une fois… » devant ce titre.
      Écrire : titre: "le Pôle du Port"
    [title-point] outils/livret.md:2:8 · titre : un titre s’écrit sans point final.
      Écrire : titre: "Livret d’accueil""
  `);
});
