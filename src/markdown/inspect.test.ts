import { expect, test } from 'vitest';
import { inspectMarkdown } from './inspect.ts';
import { OPTIONS } from './testing.ts';

/** Each problem on one line: « rule line:column read (detail) [known] ». */
const told = (source: string, format: 'md' | 'mdx' = 'md'): string[] =>
  inspectMarkdown(source, format).problems.map(
    ({ rule, line, column, read, detail, known }) =>
      `${rule} ${line}:${column} ${read}${detail === undefined ? '' : ` (${detail})`}${known === undefined ? '' : ` [${known.length}]`}`,
  );

test.each<[string, string, string[]]>([
  ['un bloc inconnu', 'a\n\n:::consiel\nx\n:::', ['block-unknown 3:1 consiel [12]']],
  ['un bloc jamais fermé', 'a\n\n:::conseil\nx', ['block-unclosed 3:1 :::conseil (:::)']],
  [
    'un bloc jamais fermé qui avale la fin du suivant',
    ':::conseil\nx\n\n:::levier{cle=a}\ny\n:::',
    ['block-unclosed 1:1 :::conseil (:::)'],
  ],
  [
    'un bloc dans un bloc sans deux-points de plus',
    ':::levier{cle=a}\nx\n:::conseil\ny\n:::\n:::',
    ['block-nested 3:1 :::conseil (3)'],
  ],
  ['un seul deux-points', ':conseil[x]', ['block-colons 1:1 :conseil (:::conseil)']],
  ['une espace après les deux-points', '::: conseil\nx\n:::', ['block-line 1:1 ::: conseil (:::conseil)']],
  ['un titre sans crochets', ':::conseil Titre\nx\n:::', ['block-text-after-name 1:1 Titre (conseil)']],
  [
    'des accolades jamais fermées',
    ':::levier{cle="a"\nx\n:::',
    ['block-line 1:1 :::levier{cle="a" (:::levier{cle="a"})'],
  ],
  [
    'un attribut inconnu',
    ':::conseil{couleur=vert}\nx\n:::',
    ['attribute-unknown 1:1 couleur (conseil) [1]'],
  ],
  ['une citation sans auteur', ':::citation\nx\n:::', ['attribute-missing 1:1 citation (auteur)']],
  ['un chiffre sans valeur', ':::chiffre\nx\n:::', ['attribute-missing 1:1 chiffre (valeur)']],
  [
    'un total plus petit que la valeur',
    ':::chiffre{valeur=5 total=3}\nx\n:::',
    ['attribute-value 1:1 3 (total)'],
  ],
  ['un passage vide', ':::frein{cle=a}\n:::', ['passage-empty 1:1 frein']],
  ['du HTML', 'a <b>c</b>', ['raw-html 1:3 <b> (b)']],
  ['un script', '<script>x</script>', ['script 1:1 <script>x</script>']],
  ['un gestionnaire d’événement', 'a <b onclick="x">c</b>', ['event-handler 1:3 <b onclick="x">']],
  ['un commentaire', '<!-- a -->', ['html-comment 1:1 <!-- a -->']],
  ['une adresse dangereuse', '[a](JaVa&#115;cript:x)', ['address-dangerous 1:1 JaVascript:x (javascript)']],
  [
    'une image sans texte, hors d’une figure',
    '![](a.png)',
    ['image-alt-missing 1:1 a.png', 'image-outside-figure 1:1 a.png'],
  ],
  [
    'une image d’un autre site',
    ':::figure{credit=x}\n![a](https://b.fr/a.png)\n:::',
    ['image-remote 2:1 https://b.fr/a.png'],
  ],
  ['une figure sans image', ':::figure{credit=x}\ny\n:::', ['figure-image 1:1 0']],
  ['un titre de premier niveau', '# A', ['heading-level-1 1:1 A']],
  ['un niveau de titre sauté', '## A\n\n#### B', ['heading-skipped 3:1 B (2 4)']],
  ['une note appelée sans être écrite', 'a\nb [^x]', ['footnote-undefined 2:3 x [0]']],
  ['une note écrite sans être appelée', 'a\n\n[^x]: b', ['footnote-unused 3:1 x']],
  [
    'une date illisible',
    ':::chronologie\n- un jour : a\n- 2019-13 : b\n:::',
    ['chronologie-date 2:1 un jour : a', 'chronologie-date 3:1 2019-13 : b'],
  ],
  [
    'une chronologie en désordre',
    ':::chronologie\n- 2019-12 : a\n- 2019 : b\n- 2007 : c\n:::',
    ['chronologie-order 4:1 2007 (2019)'],
  ],
  ['une chronologie sans liste', ':::chronologie\na\n:::', ['chronologie-list 1:1 chronologie']],
  ['des colonnes sans liste', ':::colonnes\na\n:::', ['colonnes-list 1:1 colonnes']],
])('.md · %s', (_title, source, expected) => {
  expect(told(source)).toEqual(expected);
});

test.each<[string, string, string[]]>([
  ['un import', 'import a from "b"\n\nx', ['mdx-import 1:1 import a from "b"']],
  ['un export', 'x\n\nexport const a = 1', ['mdx-import 3:1 export const a = 1']],
  ['une expression', 'x {1 + 1}', ['mdx-expression 1:3 {1 + 1}']],
  ['un composant inconnu', '<Consiel>\nx\n</Consiel>', ['mdx-component-unknown 1:1 Consiel [12]']],
  [
    'un attribut calculé',
    '<Conseil titre={x}>\ny\n</Conseil>',
    ['attribute-not-literal 1:1 titre (Conseil)'],
  ],
  ['un composant dans une phrase', 'a <Conseil>b</Conseil>', ['block-inline 1:3 <Conseil>']],
  ['du HTML', '<div>\nx\n</div>', ['raw-html 1:1 <div> (div)']],
  [
    'une adresse dangereuse',
    '<a href="javascript:x">b</a>',
    ['address-dangerous 1:1 javascript:x (javascript)', 'raw-html 1:1 <a> (a)'],
  ],
  ['une balise jamais fermée', 'a\n\n<Conseil>\n\nb', ['mdx-syntax 3:1 <Conseil> (element-unclosed)']],
  ['une autre balise fermée', '<Conseil>\nx\n</Citation>', ['mdx-syntax 1:1 <Conseil> (element-mismatch)']],
  ['une balise jamais ouverte', 'x </b> y', ['mdx-syntax 1:3 </b> y (element-not-opened)']],
  ['une accolade jamais fermée', 'a\n\n{ b', ['mdx-syntax 3:1 { b (expression-unclosed)']],
  ['une adresse entre chevrons', '<https://a.fr>', ['mdx-syntax 1:1 <https://a.fr> (address-in-brackets)']],
  ['un signe « plus petit que »', 'moins de <5 ans', ['mdx-syntax 1:10 <5 ans (less-than)']],
  ['un commentaire HTML', 'a <!-- b -->', ['html-comment 1:3 <!-- b -->']],
])('.mdx · %s', (_title, source, expected) => {
  expect(told(source, 'mdx').toSorted()).toEqual(expected);
});

test('un texte juste n’a aucun problème', () => {
  const source = `Intro à 14:30[^1].

## Suite

::::levier{cle="meme-lieu"}
Un lieu.

:::conseil[Se parler]
Chaque lundi.
:::
::::

:::figure{credit="l'équipe"}
![Une salle](salle.jpg)
:::

[^1]: Une note.
`;
  expect(told(source)).toEqual([]);
  expect(told(source, 'mdx')).toEqual([]);
});

test('dit ce que le texte contient et où', () => {
  const facts = inspectMarkdown(
    "## L'*été*\n\nVoir [le livret](livret-rcp.md#a).\n\n:::frein{cle=temps}\nLe temps[^n] de la MJC, voir [là](#l-ete).\n:::\n\n:::figure{credit=Moi}\n![Alt](a.png)\n:::\n\n[^n]: note",
    'md',
    { ...OPTIONS, html: true },
  );
  expect(facts.headings).toEqual([{ depth: 2, text: 'L’été', id: 'l-ete', line: 1, column: 1 }]);
  expect(facts.links).toEqual([
    { url: 'livret-rcp.md#a', text: 'le livret', line: 3, column: 6 },
    { url: '#l-ete', text: 'là', line: 6, column: 30 },
  ]);
  expect(facts.images).toEqual([{ url: 'a.png', alt: 'Alt', credit: 'Moi', line: 10, column: 1 }]);
  expect(facts.footnotes).toEqual([{ label: 'n', calls: 1, line: 13, column: 1 }]);
  expect(facts.passages).toEqual([
    {
      kind: 'frein',
      cle: 'temps',
      id: 'frein-temps',
      heading: 'L’été',
      headingId: 'l-ete',
      text: 'Le temps de la MJC, voir là.',
      line: 5,
      column: 1,
      html: '<p>Le temps de la <a class="sigle" href="/glossaire/#mjc"><abbr title="Maison des jeunes et de la culture">MJC</abbr></a>, voir là.</p>',
    },
  ]);
  expect(facts.words).toBe(12);
});

test('les fins de ligne de Windows et les emojis ne déplacent pas les lignes', () => {
  expect(told('🙂 a\r\n\r\n:::consiel\r\nx\r\n:::\r\n')).toEqual(['block-unknown 3:1 consiel [12]']);
});

test('un .mdx qui ne se lit pas garde ses titres et ses liens pour les autres fichiers', () => {
  const facts = inspectMarkdown('## Titre\n\n[a](b.md)\n\n<Conseil>', 'mdx');
  expect(facts.headings.map(({ id }) => id)).toEqual(['titre']);
  expect(facts.links.map(({ url }) => url)).toEqual(['b.md']);
  expect(facts.problems).toHaveLength(1);
});
