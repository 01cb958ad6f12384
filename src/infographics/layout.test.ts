import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, READABLE } from '#src/domain/theme.ts';
import { layoutFaults, wordFaults } from './faults.ts';
import { layOut, wordsOf } from './layout.ts';
import { type Format, FORMATS } from './picture.ts';
import { scanContents } from './scan-contents.ts';
import { scanA4 } from './scenes/scan-a4.ts';
import { scanLink } from './scenes/scan-link.ts';
import { scanSocial } from './scenes/scan-social.ts';
import { colourArbitrary, scanArbitrary } from './testing.ts';
import { column, type Node, type Style, text } from './tree.ts';

const MINUTES = 600_000;
const SCENES = { a4: scanA4, reseaux: scanSocial, lien: scanLink } as const;
/** Teams drawn for each format; `ESSAIS=10 npx vitest…` draws ten times as many. */
const TIMES = Number(process.env['ESSAIS'] ?? 1);
const RUNS: readonly (readonly [Format, number])[] = [
  ['a4', 100],
  ['reseaux', 100],
  ['lien', 250],
];

/** Texts whose colour is too near to what they stand on. */
function paleTexts(node: Node, inherited: Style = {}): string[] {
  const { style, children } = node.props;
  const backgroundColor = style['backgroundColor'] ?? inherited['backgroundColor'];
  if (typeof children === 'string') {
    const ratio = contrast(String(style['color']), String(backgroundColor));
    return ratio >= READABLE - 0.01 ? [] : [`${children} : ${ratio.toFixed(2)}`];
  }
  return (children ?? []).flatMap((child) => paleTexts(child, { backgroundColor }));
}

describe.each(RUNS)('%s', (format, runs) => {
  test(
    'quelles que soient les réponses, rien n’est coupé, rien ne se croise, tout se lit',
    async () => {
      await fc.assert(
        fc.asyncProperty(scanArbitrary, async ({ data }) => {
          const { node, fits } = await SCENES[format](scanContents(data), data.edition);
          expect(fits).toBe(true);
          const layout = await layOut(node, FORMATS[format].size);
          expect([layout.width, layout.height]).toEqual([
            FORMATS[format].size.width,
            FORMATS[format].size.height,
          ]);
          expect(layoutFaults(layout)).toEqual([]);
          expect(wordFaults(layout, wordsOf(layout))).toEqual([]);
          expect(paleTexts(node)).toEqual([]);
        }),
        { numRuns: runs * TIMES, endOnFailure: true },
      );
    },
    MINUTES,
  );
});

test(
  'les couleurs d’une publication, quelles qu’elles soient, laissent chaque texte lisible',
  async () => {
    const theme = fc.record(
      Object.fromEntries(
        [
          'papier',
          'carte',
          'creux',
          'texte',
          'encre',
          'lien',
          'discret',
          'accent',
          'bandeau',
          'bordure',
          'miel',
          'surligne',
        ].map((name) => [name, colourArbitrary]),
      ),
    );
    const [{ data } = { data: undefined }] = fc.sample(scanArbitrary, { numRuns: 1, seed: 3 });
    if (!data) throw new Error('aucun exemple');
    const contents = scanContents(data);
    await fc.assert(
      fc.asyncProperty(
        theme,
        fc.array(colourArbitrary, { minLength: 8, maxLength: 8 }),
        async (colours, own) => {
          const familles = Object.fromEntries(
            Object.keys(data.edition.familles).map((cle, index) => [
              cle,
              { clair: own[index] ?? '#000000', sombre: own[index + 4] ?? '#000000' },
            ]),
          );
          const edition = { ...data.edition, familles, theme: { ...data.edition.theme, ...colours } };
          for (const scene of Object.values(SCENES))
            expect(paleTexts((await scene(contents, edition)).node)).toEqual([]);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  },
  MINUTES,
);

test('les fautes que l’on cherche sont vues quand elles y sont', async () => {
  const box = (style: Style, children: string | Node[], said = { texte: '', sources: [] }): Node => ({
    type: 'div',
    key: null,
    props: { style: { display: 'flex', ...style }, children, said },
  });
  const page = (children: Node[]) => box({ width: 400, height: 200, position: 'relative' }, children);
  const words = (style: Style, content = 'Un texte qui se lit') =>
    box({ fontSize: 20, position: 'absolute', ...style }, content);
  const faultsOf = async (children: Node[]) => {
    const layout = await layOut(page(children), { width: 400, height: 200 });
    return [...layoutFaults(layout), ...wordFaults(layout, wordsOf(layout))];
  };
  expect(await faultsOf([words({ left: 10, top: 10 }), words({ left: 10, top: 60 })])).toEqual([]);
  expect((await faultsOf([words({ left: 10, top: 10 }), words({ left: 20, top: 15 })])).join()).toContain(
    'se croisent',
  );
  expect((await faultsOf([words({ left: 300, top: 10, whiteSpace: 'nowrap' })])).join()).toContain(
    'hors de son cadre',
  );
  expect((await faultsOf([words({ left: 10, top: 10, width: 60, whiteSpace: 'nowrap' })])).join()).toContain(
    'mot qui dépasse',
  );
});

test.each([
  ['un emoji', 'Le port 😀', '😀'],
  ['une autre écriture', 'עברי', 'עברי'],
  ['un signe que l’on ne voit pas', 'Le \u202Eport', 'U+202E'],
  ['une marque qui ne fait pas de lettre', 'Le po\u0335rt', 'U+0335'],
])('ce qui n’a pas de dessin est refusé, dans son texte seul : %s', async (_, texte, named) => {
  const said = (content: string, source: string) =>
    text({ texte: content, sources: [source] }, { fontSize: 20 });
  const root = column({ width: 400, height: 200 }, [
    said('Un café, 3 Œuvres', 'nom'),
    said(texte, 'gouvernance'),
    said('Autre 🏥', 'perspectives'),
  ]);
  await expect(layOut(root, { width: 400, height: 200 })).rejects.toMatchObject({
    message: `«\u00A0${named}\u00A0» n’a pas de dessin dans la police des infographies\u00A0: écrire ce passage avec des lettres latines, sans emoji ni symbole.`,
    said: { sources: ['gouvernance'] },
  });
});
