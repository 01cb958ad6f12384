import type { Image, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { excerpt, fr } from '#src/checks/text.ts';
import { prompt } from '#src/domain/prompts.ts';
import type { Account } from './account.ts';
import { type Atom, from, type Marks, readInline, textOf } from './atoms.ts';
import type { Block } from './blocks.ts';
import type { Bloc } from './markdown.ts';
import type { WordImage, WordModel, WordNode } from './model.ts';

/** A picture once it stands beside the text; undefined when it could not be kept. */
export type PictureNames = (
  image: WordImage,
) => { readonly name: string; readonly alt: string | undefined } | undefined;

/** The blocks of a document as a Markdown tree, its notes numbered from 1 at the end. */
export function treeOf(
  blocks: readonly Block[],
  model: WordModel,
  pictures: PictureNames,
  account: Account,
): RootContent[] {
  return new Tree(model, pictures, account).read(blocks);
}

/** « Photo : le préau », « Figure 2 – Les locaux ». */
const CAPTION =
  /^(photo|image|figure|fig\.|illustration|schéma|dessin|légende)[\s\u00A0]*(n°[\s\u00A0]*)?\d{0,3}[\s\u00A0]*[:.–-][\s\u00A0]?\S/i;

class Tree {
  readonly #model: WordModel;
  readonly #pictures: PictureNames;
  readonly #account: Account;
  /** Numbers of the notes called, in their order. */
  readonly #notes = new Map<string, number>();
  #undescribed = 0;
  #credits = 0;

  constructor(model: WordModel, pictures: PictureNames, account: Account) {
    this.#model = model;
    this.#pictures = pictures;
    this.#account = account;
  }

  read(blocks: readonly Block[]): RootContent[] {
    const content = this.#flow(blocks);
    const notes: RootContent[] = [];
    // A note may call another one, which comes after it.
    for (const [key, number] of this.#notes) {
      const line = noteLine(this.#model.notes.get(key) ?? [], this.#account);
      notes.push({
        type: 'footnoteDefinition',
        identifier: String(number),
        label: String(number),
        children: [paragraph(this.#phrasing(line))],
      });
    }
    const { toWrite } = this.#account;
    if (this.#undescribed > 0)
      toWrite.push(
        fr`Description des images (${this.#undescribed}) : ce que chacune montre, pour qui ne la voit pas. Elle s'écrit entre crochets, à la place de « À écrire ».`,
      );
    if (this.#credits > 0)
      toWrite.push(
        fr`Crédit des images (${this.#credits}) : qui les a faites, par son rôle. Il s'écrit entre les guillemets de « credit ».`,
      );
    return [...content, ...notes];
  }

  #flow(blocks: readonly Block[]): RootContent[] {
    const content: RootContent[] = [];
    for (let at = 0; at < blocks.length;) {
      const block = blocks[at];
      if (!block) break;
      const items = run(blocks, at, 'item');
      if (items.length > 0) {
        content.push(...this.#lists(items));
        at += items.length;
        continue;
      }
      at += 1;
      if (block.kind === 'picture') {
        const next = blocks[at];
        const caption = this.#caption(next);
        const figure = this.#figure(block.image, caption);
        if (figure && caption) at += 1;
        if (figure) content.push(figure);
      } else content.push(...this.#one(block));
    }
    return content;
  }

  /** The line under a picture that says what it is: by its style, or because it begins so. */
  #caption(next: Block | undefined): readonly Atom[] | undefined {
    if (next?.kind === 'caption') return next.line;
    if (next?.kind !== 'paragraph') return undefined;
    const words = textOf(next.line);
    if (!CAPTION.test(words)) return undefined;
    this.#account.guessed.push(fr`Légende d'une image : « ${excerpt(words)} ».`);
    return next.line;
  }

  #one(block: Exclude<Block, { kind: 'picture' | 'item' }> | Block): RootContent[] {
    switch (block.kind) {
      case 'heading':
        return [
          {
            type: 'heading',
            depth: Math.min(block.level, 6) as 2,
            children: this.#phrasing(block.line.map((atom) => ({ ...atom, bold: false }))),
          },
        ];
      case 'quote':
        return [{ type: 'blockquote', children: [paragraph(this.#phrasing(block.line))] }];
      case 'table':
        return [this.#table(block.rows)];
      case 'passage':
        return [bloc(block.passage, { cle: block.cle }, this.#flow(block.blocks))];
      case 'title':
      case 'subtitle':
      case 'caption':
      case 'paragraph':
        return [paragraph(this.#phrasing(block.line))];
      case 'picture':
      case 'item':
        return [];
    }
  }

  #figure(image: WordImage, caption: readonly Atom[] | undefined): RootContent | undefined {
    const placed = this.#pictures(image);
    if (!placed) return undefined;
    if (placed.alt === undefined) this.#undescribed += 1;
    this.#credits += 1;
    const node: Image = {
      type: 'image',
      url: `./${placed.name}`,
      alt: placed.alt ?? prompt(fr`ce que montre cette image`),
    };
    const legend = caption ? [paragraph(this.#phrasing(caption))] : [];
    return bloc('figure', { credit: prompt(fr`qui a fait cette image`) }, [paragraph([node]), ...legend]);
  }

  #lists(items: readonly Extract<Block, { kind: 'item' }>[]): List[] {
    const lists: List[] = [];
    const open: List[] = [];
    for (const item of items) {
      const depth = Math.min(item.depth - (items[0]?.depth ?? 0), open.length);
      open.length = Math.max(0, Math.min(open.length, depth + 1));
      const here = depth >= 0 ? open[depth] : undefined;
      const entry: ListItem = {
        type: 'listItem',
        spread: false,
        children: [paragraph(this.#phrasing(item.line))],
      };
      if (here && here.ordered === item.ordered) here.children.push(entry);
      else {
        open.length = Math.max(0, depth);
        const list: List = { type: 'list', ordered: item.ordered, spread: false, children: [entry] };
        const parent = open.at(-1)?.children.at(-1);
        if (parent) parent.children.push(list);
        else lists.push(list);
        open.push(list);
      }
    }
    return lists;
  }

  #table(rows: Extract<Block, { kind: 'table' }>['rows']): Table {
    return {
      type: 'table',
      children: rows.map((cells) => ({
        type: 'tableRow',
        children: cells.map((lines) => ({ type: 'tableCell', children: this.#phrasing(joinLines(lines)) })),
      })),
    };
  }

  #phrasing(written: readonly Atom[]): PhrasingContent[] {
    // Colons and hashes at the head of a line would be read as the site's own marks.
    const marks = /^(:(?=\p{L})|#{2,6}(?=\p{L}))\s*/u.exec(textOf(written))?.[0] ?? '';
    if (marks !== '')
      this.#account.lost.push(
        fr`Les signes « ${marks.trim()} » en tête de la ligne « ${excerpt(textOf(written), 50)} » : le site les lirait comme une marque.`,
      );
    const line = marks === '' ? written : from(written, marks.length);
    return nest(line.flatMap(withLinks), ['href', 'strike', 'bold', 'italic'], (key) => {
      if (!this.#model.notes.has(key)) {
        this.#account.lost.push(fr`Un appel de note dont le texte manque dans le document.`);
        return undefined;
      }
      const number = this.#notes.get(key) ?? this.#notes.size + 1;
      this.#notes.set(key, number);
      return number;
    });
  }
}

/** The lines of one cell as one: « ; » between those that no mark ends. */
function joinLines(lines: readonly (readonly Atom[])[]): Atom[] {
  return lines.flatMap((line, index) => {
    const last = index === lines.length - 1;
    return [...line, ...(last ? [] : [{ text: /[.,;:!?…]$/.test(textOf(line)) ? ' ' : ' ; ' }])];
  });
}

function noteLine(body: readonly WordNode[], account: Account): Atom[] {
  return body.flatMap((node, index) => {
    const { lines, images } = readInline(node.type === 'paragraph' ? node.children : [node], account);
    if (images.length > 0) account.lost.push(fr`Une image dans une note.`);
    if (node.type === 'table') account.lost.push(fr`Un tableau dans une note.`);
    const space = index > 0 && lines.length > 0 ? [{ text: ' ' }] : [];
    return [...space, ...lines.flatMap((line, at) => (at > 0 ? [{ text: ' ' }, ...line] : line))];
  });
}

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const bloc = (name: string, attributes: Bloc['attributes'], children: RootContent[]): RootContent =>
  ({ type: 'bloc', name, attributes, children }) as unknown as RootContent;

function run<Kind extends Block['kind']>(
  blocks: readonly Block[],
  start: number,
  kind: Kind,
): Extract<Block, { kind: Kind }>[] {
  const found: Extract<Block, { kind: Kind }>[] = [];
  for (let at = start; blocks[at]?.kind === kind; at += 1)
    found.push(blocks[at] as Extract<Block, { kind: Kind }>);
  return found;
}

/** An address typed as text becomes the link that its author meant; the mark that ends the sentence is not in it. */
function withLinks(atom: Atom): Atom[] {
  if (atom.href !== undefined || !atom.text.includes('://')) return [atom];
  return atom.text
    .split(/(?<![^\s(«“"'’])(https?:\/\/[^\s<>"«»“”()[\]{}|\\^`*]*[^\s<>"«»“”()[\]{}|\\^`*.,;:!?'’…_~&-])/)
    .filter((text) => text !== '')
    .map((text) =>
      /^https?:\/\//.test(text) && URL.canParse(text) ? { ...atom, text, href: text } : { ...atom, text },
    );
}

/** « [mots](adresse) », « [^1] » and « :mot[x] » typed in a document are words, and would look like marks that failed. */
const unmarked = (text: string): string =>
  text
    .replace(/\[([^\][]+)\]\s*\(/g, '$1 (')
    .replaceAll('[^', '[')
    .replace(/:(?=[\p{L}\p{N}_-]+[[{])/gu, ': ');

/** Marks around marks: the widest outside. */
function nest(
  atoms: readonly Atom[],
  keys: readonly (keyof Marks)[],
  numberOf: (note: string) => number | undefined,
): PhrasingContent[] {
  const [key, ...rest] = keys;
  if (key === undefined) {
    return atoms.flatMap(({ text, note }): PhrasingContent[] => {
      const number = note === undefined ? undefined : numberOf(note);
      if (number !== undefined)
        return [{ type: 'footnoteReference', identifier: String(number), label: String(number) }];
      return text === '' ? [] : [{ type: 'text', value: unmarked(text) }];
    });
  }
  const nodes: PhrasingContent[] = [];
  for (let start = 0; start < atoms.length;) {
    const value = atoms[start]?.[key] || undefined;
    let to = start + 1;
    while (to < atoms.length && (atoms[to]?.[key] || undefined) === value) to += 1;
    const children = nest(atoms.slice(start, to), rest, numberOf);
    if (value === undefined || children.length === 0) nodes.push(...children);
    else if (typeof value === 'string') nodes.push({ type: 'link', url: value, children });
    else nodes.push({ type: key === 'bold' ? 'strong' : key === 'italic' ? 'emphasis' : 'delete', children });
    start = to;
  }
  return nodes;
}
