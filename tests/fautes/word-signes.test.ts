import fc from 'fast-check';
import { markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { formatIssue } from '#src/checks/report.ts';
import { FEATURES } from '#src/markdown/features.ts';
import { planWord } from '#src/import/word/index.ts';
import { docxOf } from '#src/import/word/open.ts';
import { docxBytes, li, p, r, table } from '#src/import/word/testing.ts';
import { DAY, read } from './publication.ts';

/** What Markdown, the site's blocks or HTML may take for a mark of their own. */
const SIGN = fc.constantFrom(...'*_`~#+-=|<>[](){}!^&:;.\\/"\'’«»$%@1234a éÀ\u00A0\u00AD'.split(''), 'mot', ' ', '1. ', '- ', '](', '::', ':::', '**', '<b>', '&amp;', 'http://x.fr/', 'www.x.fr', '[^1]', ' : ', 'levier', ' :action ', ':citation{x}', ':::colonnes', 'a@b.fr');
const WORDS = fc.array(SIGN, { minLength: 1, maxLength: 14 }).map((signs) => signs.join(''));
const RUN = fc.tuple(WORDS, fc.subarray(['b', 'i', 'strike'], { maxLength: 2 })).map(([words, marks]) => r(words, ...marks));
const LINE = fc.array(RUN, { minLength: 1, maxLength: 4 }).map((runs) => runs.join(''));
const BLOCK = fc.oneof(
  { weight: 4, arbitrary: LINE.map((line) => p(line)) },
  fc.tuple(LINE, fc.nat(2), fc.boolean()).map(([line, depth, ordered]) => li(line, depth, ordered)),
  LINE.map((line) => p(line, 'Titre2')),
  fc.tuple(LINE, LINE, LINE, LINE).map(([a, b, c, d]) => table([[p(a), p(b)], [p(c), p(d)]])),
);

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');
/** Letters alone: what no mark may swallow. The number of a list that was typed by hand is its own. */
const letters = (text: string) => text.normalize('NFC').replace(/\P{L}+/gu, '');

const contenu = await read({});

test('quels que soient les signes du texte, le brouillon passe la vérification et garde chaque lettre', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(BLOCK, { minLength: 1, maxLength: 6 }), async (blocks) => {
      const body = p('Le Pôle du Port', 'Titre') + p('Équipe : Pôle du Port') + p('Date : 05/10/2021') + p('Début', 'Titre1') + p('Un mot.') + blocks.join('') + p('Levier : meme-lieu') + p('Fin de texte.');
      const { draft } = await planWord(contenu, docxOf(docxBytes(body)), 'r.docx', 'histoires', { fichier: 'essai', themes: ['prevention'] }, DAY);
      expect(draft.issues.map(formatIssue)).toEqual([]);
      const markdown = String(draft.files[0]?.content).split('---\n\n').slice(1).join('---\n\n');
      const written = textOf(markdownToMdast(markdown.replace(/^:::.*$/gm, ''), { features: { ...FEATURES, directive: false } }) as unknown as Node);
      const typed = blocks.join('').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      expect(letters(written)).toBe(letters(`Début Un mot. ${typed} Fin de texte.`));
    }),
    { numRuns: Number(process.env['ESSAIS'] ?? 30) },
  );
}, 120_000);

test('le résultat d’un champ simple de Word (numéro de figure, date) reste dans le texte', async () => {
  const field = `<w:p>${r('Figure ')}<w:fldSimple w:instr=" IF 2 > 1 ">${r('douze')}</w:fldSimple>${r(' : le port.')}</w:p>`;
  const docx = docxOf(docxBytes(p('Un mot.') + field));
  const { draft } = await planWord(contenu, docx, 'r.docx', 'outils', { fichier: 'essai', themes: ['prevention'] }, DAY);
  expect(String(draft.files[0]?.content)).toContain('Figure douze : le port.');
});
