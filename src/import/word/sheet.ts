import { excerpt, fr } from '#src/checks/text.ts';
import { PASSAGE_KINDS } from '#src/domain/collections.ts';
import { slugify } from '#src/domain/slugs.ts';
import { columnNamed } from '#src/import/fiche/read.ts';
import type { FieldColumn, SheetCollection } from '#src/import/fiche/columns.ts';
import type { Account } from './account.ts';
import { textOf } from './atoms.ts';
import type { Block, Lined } from './blocks.ts';

/** What a document says of itself at its head: « Équipe : … », or the rows of a table. */
export interface Sheet {
  readonly answers: readonly {
    readonly column: FieldColumn;
    readonly label: string;
    readonly text: string;
  }[];
  /** The title and the subtitle, when a style or a place tells them. */
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  /** The text, without all that. */
  readonly blocks: readonly Block[];
}

/** A heading that only announces the sheet. */
const SHEET_HEADING = /^(fiche|carte|identite|informations|renseignements|en-bref)(-|$)/;
const MAX_LABEL = 45;

/** Takes the identity sheet out of a document: its lines before the first part, and the first table that is one. */
export function takeSheet(blocks: readonly Block[], collection: SheetCollection, account: Account): Sheet {
  const answers: Sheet['answers'][number][] = [];
  const rest: Block[] = [];
  let table = false;
  let parts = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table' && !table && isSheetTable(block, collection)) {
      table = true;
      answers.push(...tableAnswers(block, collection, account));
      continue;
    }
    if (block.kind === 'heading') {
      const next = blocks[index + 1];
      const announces =
        SHEET_HEADING.test(slugify(textOf(block.line))) && next !== undefined && isSheet(next, collection);
      if (announces) {
        parts = 0;
        continue;
      }
      parts += 1;
    }
    const line = parts === 0 ? lineAnswer(block, collection) : undefined;
    if (line) answers.push(line);
    else if (block.kind !== 'title' && block.kind !== 'subtitle') rest.push(block);
  }
  const said = (kind: 'title' | 'subtitle') => {
    const block = blocks.find((one) => one.kind === kind);
    return block && 'line' in block ? textOf(block.line) : undefined;
  };
  const extra = blocks.filter(({ kind }) => kind === 'subtitle').slice(1);
  for (const block of extra)
    if ('line' in block)
      account.lost.push(fr`Sous-titre « ${excerpt(textOf(block.line))} » : il n'y en a qu'un.`);
  return { answers, title: said('title'), subtitle: said('subtitle'), blocks: rest };
}

const isSheet = (block: Block, collection: SheetCollection): boolean =>
  block.kind === 'table' ? isSheetTable(block, collection) : lineAnswer(block, collection) !== undefined;

/** « Équipe : le Pôle du Port », in a paragraph or a line of a list. */
function lineAnswer(block: Block, collection: SheetCollection): Sheet['answers'][number] | undefined {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return undefined;
  const found = /^([^:]{2,45}?)\s*:\s*(.+)$/s.exec(textOf(block.line));
  // « Levier : … » on a line of its own marks the passage below.
  const mark = Object.hasOwn(PASSAGE_KINDS, slugify(found?.[1] ?? ''));
  const column = found?.[1] === undefined || mark ? undefined : columnOf(found[1], collection);
  return column && found
    ? { column, label: found[1] ?? '', text: addressOr(block, column, found[2] ?? '') }
    : undefined;
}

/** Where an address is asked, the one that a link leads to wins over its words. */
function addressOr(block: Lined, { kind }: FieldColumn, text: string): string {
  const href = kind === 'adresse' ? block.line.find((atom) => atom.href !== undefined)?.href : undefined;
  return href ?? text;
}

/** Places that the team's own sheet holds already. */
const TEAM_LABELS =
  /^(commune|ville|adresse|departement|code-postal|territoire|lieu|date-de-creation|creation|forme|statut)$/;

const columnOf = (label: string, collection: SheetCollection): FieldColumn | undefined =>
  columnNamed(collection, label);

type TableBlock = Extract<Block, { kind: 'table' }>;
const cellsOf = ({ rows }: TableBlock): string[][] =>
  rows.map((row) => row.map((lines) => lines.map(textOf).join('\n')));
const labelOf = (cell: string): string => cell.replace(/\s*:?\s*$/, '');

/** Two columns, and names of fields in the first one: two at least, and half of it. */
function isSheetTable(block: TableBlock, collection: SheetCollection): boolean {
  const cells = cellsOf(block);
  if (cells.some((row) => row.length !== 2)) return false;
  const labels = cells.map(([label = '']) => labelOf(label));
  const known = labels.filter(
    (label) => columnOf(label, collection) !== undefined || TEAM_LABELS.test(slugify(label)),
  );
  return (
    known.length > 1 &&
    known.length * 2 >= labels.length &&
    labels.some((label) => columnOf(label, collection) !== undefined)
  );
}

function tableAnswers(
  block: TableBlock,
  collection: SheetCollection,
  account: Account,
): Sheet['answers'][number][] {
  return cellsOf(block).flatMap(([label = '', text = '']) => {
    const name = labelOf(label);
    const column = name.length <= MAX_LABEL ? columnOf(name, collection) : undefined;
    if (column) return text.trim() === '' ? [] : [{ column, label: name, text }];
    if (text.trim() !== '') {
      const team = TEAM_LABELS.test(slugify(name));
      account.lost.push(
        fr`Fiche du document, « ${excerpt(name, 40)} : ${excerpt(text, 60)} » : ` +
          (team
            ? fr`cela se lit dans la fiche de l'équipe.`
            : fr`aucun champ ne porte ce nom. Le dire dans le texte, s'il le faut.`),
      );
    }
    return [];
  });
}
