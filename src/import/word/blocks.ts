import { excerpt, fr, plural } from '#src/checks/text.ts';
import type { PassageKind } from '#src/domain/collections.ts';
import { slugify } from '#src/domain/slugs.ts';
import type { Account } from './account.ts';
import { type Atom, readInline, textOf } from './atoms.ts';
import type { WordImage, WordModel, WordNode, WordParagraph, WordTable } from './model.ts';

/** One block of the document, in reading order; lists are lines that say their depth. */
export type Block = { readonly comments: readonly string[] } & (
  | {
      readonly kind: 'title' | 'subtitle' | 'paragraph' | 'caption' | 'quote';
      readonly line: readonly Atom[];
      readonly look?: Look | undefined;
    }
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly line: readonly Atom[];
      readonly look?: Look | undefined;
    }
  | {
      readonly kind: 'item';
      readonly depth: number;
      readonly ordered: boolean;
      readonly line: readonly Atom[];
    }
  /** Each cell as its lines. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly (readonly Atom[])[])[])[] }
  | { readonly kind: 'picture'; readonly image: WordImage }
  /** What shows a lever, an obstacle… */
  | {
      readonly kind: 'passage';
      readonly passage: PassageKind;
      readonly cle: string;
      readonly blocks: readonly Block[];
    }
);
export type Lined = Extract<Block, { line: readonly Atom[] }>;

/** What makes a line of text look like a heading that nobody named so. */
export interface Look {
  readonly centred: boolean;
  readonly size: number;
}

/** Names of styles in French and in English, Word's and LibreOffice's. */
const STYLES = {
  title: /^(title|titre|titre-principal|titre-du-document)$/,
  subtitle: /^(subtitle|sous-titre)$/,
  caption: /^(caption|legende|illustration|figure|drawing|dessin|table-caption)$/,
  quote: /^(quote|quotations|intense-quote|citation|citation-intense|block-text|texte-cite)$/,
  contents:
    /^(toc|tm|contents|table-of-figures|table-des-(matieres|illustrations)|table-of-contents|index)(-.*|\d)*$/,
} as const;

/** The level of a heading's style, « heading 2 », « Titre 2 », « Titre2 »; undefined for any other style. */
function headingLevel({ styleName, styleId }: WordParagraph): number | undefined {
  for (const name of [styleName, styleId]) {
    const level = /^(?:heading|titre)-?([1-9])$/.exec(slugify(name ?? ''))?.[1];
    if (level !== undefined) return Number(level);
  }
  return undefined;
}

/** A list deeper than this is a slip. */
const MAX_DEPTH = 5;

/** Reads the blocks of a document; what has no place in a page is told in `account`. */
export function readBlocks(model: WordModel, account: Account): Block[] {
  const reader = new Reader(account);
  reader.read(model.children);
  reader.tell();
  return reader.blocks;
}

class Reader {
  readonly blocks: Block[] = [];
  readonly #account: Account;
  #contents = 0;
  #merged = 0;
  #cellLines = 0;

  constructor(account: Account) {
    this.#account = account;
  }

  read(nodes: readonly WordNode[]): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.#paragraph(node);
      else if (node.type === 'table') this.#table(node);
      else
        this.#paragraph({
          type: 'paragraph',
          children: [node],
          styleId: null,
          styleName: null,
          numbering: null,
          alignment: null,
        });
    }
  }

  tell(): void {
    const { lost, kept } = this.#account;
    if (this.#contents > 0) lost.push(fr`La table des matières : le site fait la sienne.`);
    if (this.#merged > 0)
      lost.push(
        plural(this.#merged, 'case fusionnée', 'cases fusionnées') +
          fr` dans les tableaux : le texte est dans la première, les autres sont vides. Relire ces tableaux.`,
      );
    if (this.#cellLines > 0)
      kept.push(
        fr`Les lignes d'une même case de tableau, mises bout à bout (${plural(this.#cellLines, 'case')}).`,
      );
  }

  #paragraph(paragraph: WordParagraph): void {
    const style = slugify(paragraph.styleName ?? paragraph.styleId ?? '');
    const { lines, images, comments, size } = readInline(paragraph.children, this.#account);
    if (STYLES.contents.test(style)) {
      if (lines.length > 0) this.#contents += 1;
    } else
      this.#lines(paragraph, style, lines, comments, { centred: paragraph.alignment === 'center', size });
    for (const image of images) this.blocks.push({ kind: 'picture', image, comments: [] });
  }

  #lines(
    paragraph: WordParagraph,
    style: string,
    lines: readonly (readonly Atom[])[],
    comments: readonly string[],
    look: Look,
  ): void {
    const level = headingLevel(paragraph);
    const whole = lines.reduce(
      (all, line, index) => [...all, ...(index > 0 ? [{ text: ' ' }] : []), ...line],
      [] as readonly Atom[],
    );
    if (whole.length === 0) {
      // A comment on nothing but a picture or an empty line hangs on what stands before.
      const last = this.blocks.at(-1);
      if (last && comments.length > 0)
        this.blocks[this.blocks.length - 1] = { ...last, comments: [...last.comments, ...comments] };
      return;
    }
    if (level !== undefined) this.blocks.push({ kind: 'heading', level, line: whole, comments });
    else if (STYLES.title.test(style)) this.blocks.push({ kind: 'title', line: whole, comments });
    else if (STYLES.subtitle.test(style)) this.blocks.push({ kind: 'subtitle', line: whole, comments });
    else if (STYLES.caption.test(style)) this.blocks.push({ kind: 'caption', line: whole, comments });
    else if (paragraph.numbering) {
      const depth = Math.min(Number(paragraph.numbering.level) || 0, MAX_DEPTH);
      this.blocks.push({
        kind: 'item',
        depth,
        ordered: paragraph.numbering.isOrdered,
        line: whole,
        comments,
      });
    } else {
      const kind = STYLES.quote.test(style) ? 'quote' : 'paragraph';
      // A forced line is a paragraph of its own: Markdown has no better word for it.
      for (const line of lines)
        this.blocks.push({ kind, line, look, comments: line === lines.at(-1) ? comments : [] });
    }
  }

  #table(table: WordTable): void {
    if (table.children.length === 1 || table.children.every(({ children }) => children.length === 1)) {
      this.#frame(table);
      return;
    }
    const pictures: WordImage[] = [];
    const comments: string[] = [];
    const spans: number[] = [];
    const rows = table.children.map(({ children }) => {
      const row: (readonly (readonly Atom[])[])[] = [];
      const fill = () => {
        while ((spans[row.length] ?? 0) > 0) {
          spans[row.length] = (spans[row.length] ?? 0) - 1;
          row.push([]);
        }
      };
      for (const cell of children) {
        fill();
        const inside = new Reader(this.#account);
        inside.read(cell.children);
        const lines: (readonly Atom[])[] = [];
        for (const block of inside.blocks) {
          comments.push(...block.comments);
          if (block.kind === 'picture') pictures.push(block.image);
          else if (block.kind === 'table') {
            this.#account.lost.push(
              fr`Un tableau dans une case d'un autre : son texte est dans la case, ligne à ligne.`,
            );
            lines.push(...block.rows.flat(2));
          } else if ('line' in block) lines.push(block.line);
        }
        if (lines.length > 1) this.#cellLines += 1;
        if (cell.colSpan > 1 || cell.rowSpan > 1) this.#merged += 1;
        for (let column = 0; column < Math.min(cell.colSpan, 60); column += 1) {
          if (cell.rowSpan > 1) spans[row.length] = cell.rowSpan - 1;
          row.push(column === 0 ? lines : []);
        }
      }
      fill();
      return row;
    });
    const width = Math.max(0, ...rows.map((row) => row.length));
    const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
    const even = filled.map((row) => [...row, ...Array.from({ length: width - row.length }, () => [])]);
    if (filled.length > 0) this.blocks.push({ kind: 'table', rows: even, comments });
    if (pictures.length > 0)
      this.#account.kept.push(
        fr`${plural(pictures.length, 'image')} d'un tableau, placée${pictures.length > 1 ? 's' : ''} après lui.`,
      );
    for (const image of pictures) this.blocks.push({ kind: 'picture', image, comments: [] });
  }

  /** A table of one column or of one row is a frame around a text, or a way to put a picture beside it. */
  #frame(table: WordTable): void {
    const before = this.blocks.length;
    for (const row of table.children) for (const cell of row.children) this.read(cell.children);
    const words = this.blocks.slice(before).find((block): block is Lined => 'line' in block);
    if (words)
      this.#account.kept.push(
        fr`Un cadre (tableau d'une seule ligne ou d'une seule colonne), devenu du texte : « ${excerpt(textOf(words.line), 40)} ».`,
      );
  }
}
