import { fr } from '#src/checks/text.ts';
import { prompt } from '#src/domain/prompts.ts';
import { slugify } from '#src/domain/slugs.ts';
import { TOOL_PARTS } from '#src/drafts/outil.ts';
import type { FieldColumn } from '#src/import/fiche/columns.ts';
import { Account } from '#src/import/word/account.ts';
import type { Block } from '#src/import/word/blocks.ts';
import { plainLine } from '#src/import/word/atoms.ts';
import { findHandLists } from '#src/import/word/hand-lists.ts';
import { markdownOf } from '#src/import/word/markdown.ts';
import { treeOf } from '#src/import/word/tree.ts';

/** Columns that hold the text of a sheet: one per heading, or the whole of it. */
export const TEXT_COLUMNS: readonly FieldColumn[] = [
  {
    champ: 'texte',
    entete: fr`Texte de la fiche`,
    autres: ['Texte', 'Contenu', 'Mode d’emploi'],
    kind: 'phrase',
  },
  ...TOOL_PARTS.map(([part], index): FieldColumn => ({
    champ: `texte.${index}`,
    entete: part,
    autres: [],
    kind: 'phrase',
  })),
];

/** The column of the text that a title means. */
export const textColumnNamed = (title: string): FieldColumn | undefined =>
  TEXT_COLUMNS.find(({ entete, autres }) =>
    [entete, ...autres].some((name) => slugify(name) === slugify(title)),
  );

/**
 * The text of a sheet, from its cells by column; lines become paragraphs, or lists when a dash or a bullet opens them.
 * @param completer whether a heading without words asks for them
 * @returns an empty text when no cell has words and nothing is to be completed
 */
export function textOfCells(cells: ReadonlyMap<string, string>, completer: boolean): string {
  const whole = cells.get('texte');
  const parts = TOOL_PARTS.flatMap(([part, what], index) => {
    const text = cells.get(`texte.${index}`);
    if (text !== undefined) return [`## ${part}\n\n${markdownOfText(text)}`];
    return completer && whole === undefined ? [`## ${part}\n\n> ${prompt(what)}`] : [];
  });
  return [...(whole === undefined ? [] : [markdownOfText(whole)]), ...parts].join('\n\n');
}

const NO_NOTES = { children: [], notes: new Map(), comments: new Map() };

function markdownOfText(text: string): string {
  const account = new Account();
  const lines = text.split('\n').map(plainLine);
  const blocks = lines.flatMap((line): Block[] =>
    line.length === 0 ? [] : [{ kind: 'paragraph', line, comments: [] }],
  );
  return markdownOf(treeOf(findHandLists(blocks, account), NO_NOTES, () => undefined, account)).trim();
}
