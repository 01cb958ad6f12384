import { slugify } from '#src/domain/slugs.ts';
import { excerpt, fr } from '#src/checks/text.ts';
import type { Account } from './account.ts';
import type { WordImage, WordNode } from './model.ts';

/** How a piece of text is set; what is not asked for is off. */
export interface Marks {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly strike?: boolean | undefined;
  readonly href?: string | undefined;
}

/** The smallest piece of a paragraph: some text, all set alike, or the call of a note. */
export interface Atom extends Marks {
  readonly text: string;
  /** « footnote-2 », for a call. */
  readonly note?: string;
}

/** A paragraph taken to pieces: its lines (cut where the author forced one), and what hangs on it. */
export interface Inline {
  readonly lines: readonly (readonly Atom[])[];
  readonly images: readonly WordImage[];
  readonly comments: readonly string[];
  /** The largest letters of the paragraph that say their size, in points. */
  readonly size: number;
}

/** Signs of fonts of symbols that Word leaves as such. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF0A7': '▪',
  '\uF0D8': '➢',
  '\uF0FC': '✓',
  '\uF0E0': '→',
};

/** A text with ordinary spaces, composed accents, and nothing that no one sees: the site sets the rest. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uE000-\uF8FF]/g, (sign) => SYMBOLS[sign] ?? '')
    .replace(/[\uFB00-\uFB06]/g, (sign) => sign.normalize('NFKC'))
    .replaceAll('\u2011', '-')
    .replace(/[\s\p{Zs}]+/gu, ' ')
    .replace(/[\u00AD\u200B\u200C\u2060\uFFFC\uFFFD\u202A-\u202E\u2066-\u2069\p{Cc}]/gu, '');
}

const RAISED: Readonly<Record<string, string>> = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹', subscript: '₀₁₂₃₄₅₆₇₈₉' };

/** « m2 » with a raised 2 gives « m² »; letters come down, the site raises those of « 1er ». */
function levelled(text: string, alignment: string): string {
  const digits = RAISED[alignment];
  return digits && /^\d+$/.test(text) ? text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit) : text;
}

const BOLD_STYLES = ['strong', 'lev', 'accentuation-intense', 'intense-emphasis'];
const ITALIC_STYLES = [
  'emphasis',
  'accentuation',
  'accentuation-legere',
  'subtle-emphasis',
  'accentuation-intense',
  'intense-emphasis',
];

/** Takes a paragraph's content to pieces. */
export function readInline(nodes: readonly WordNode[], account: Account): Inline {
  const lines: Atom[][] = [[]];
  const images: WordImage[] = [];
  const comments: string[] = [];
  let size = 0;
  const put = (atom: Atom) => lines.at(-1)?.push(atom);
  const visit = (node: WordNode, marks: Marks, alignment: string): void => {
    switch (node.type) {
      case 'text':
        put({ ...marks, text: levelled(plainText(node.value), alignment) });
        break;
      case 'tab':
        put({ ...marks, text: ' ' });
        break;
      case 'checkbox':
        put({ ...marks, text: node.checked ? '☑ ' : '☐ ' });
        break;
      case 'break':
        if (node.breakType === 'line') lines.push([]);
        break;
      case 'noteReference':
        put({ text: '', note: `${node.noteType}-${node.noteId}` });
        break;
      case 'commentReference':
        comments.push(node.commentId);
        break;
      case 'image':
        images.push(node);
        break;
      case 'hyperlink': {
        const href = safeAddress(node, account);
        for (const child of node.children)
          visit(child, href === undefined ? marks : { ...marks, href }, alignment);
        break;
      }
      case 'run': {
        const style = slugify(node.styleName ?? '');
        const bold = marks.bold || node.isBold || BOLD_STYLES.includes(style);
        const italic = marks.italic || node.isItalic || ITALIC_STYLES.includes(style);
        const strike = marks.strike || node.isStrikethrough;
        size = Math.max(size, node.fontSize ?? 0);
        for (const child of node.children)
          visit(child, { ...marks, bold, italic, strike }, node.verticalAlignment);
        break;
      }
      case 'paragraph':
      case 'table':
      case 'bookmarkStart':
        break;
    }
  };
  for (const node of nodes) visit(node, {}, 'baseline');
  return { lines: lines.map(tidy).filter((line) => line.length > 0), images, comments, size };
}

/** The address of a link that a browser may open; what leads nowhere or to a program is told, its words stay. */
function safeAddress(link: Extract<WordNode, { type: 'hyperlink' }>, account: Account): string | undefined {
  const said = excerpt(linkText(link.children), 40);
  if (link.href === undefined) {
    if (said !== '' && !/^_Toc/.test(link.anchor ?? ''))
      account.lost.push(fr`Lien vers une autre place du document, sur « ${said} » : le texte reste.`);
    return undefined;
  }
  const address = link.href.trim().replace(/ /g, '%20');
  const url = URL.parse(address);
  if (url && ['http:', 'https:', 'mailto:'].includes(url.protocol) && !/[\s\p{C}<>]/u.test(address))
    return address;
  account.lost.push(
    fr`Lien « ${excerpt(link.href, 60)} », sur « ${said} » : le site n'ouvre que https://, http:// et mailto:. Le texte reste.`,
  );
  return undefined;
}

const linkText = (nodes: readonly WordNode[]): string =>
  nodes
    .map((node) =>
      node.type === 'text'
        ? node.value
        : 'children' in node
          ? linkText(node.children as readonly WordNode[])
          : '',
    )
    .join('')
    .trim();

const KEYS = ['href', 'strike', 'bold', 'italic'] as const;

/** Words and spaces apart, each set alike from end to end; no space at the ends, none twice. */
function tidy(line: readonly Atom[]): Atom[] {
  const tokens = line.flatMap((atom): Atom[] =>
    atom.note === undefined
      ? (atom.text.match(/[\p{L}\p{M}\p{N}]+['’]|[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []).map(
          (text) => ({ ...atom, text }),
        )
      : [atom],
  );
  // « ](» would make a link of what stands on both sides.
  const apart = tokens.flatMap((token, index) =>
    token.text === '(' && tokens[index - 1]?.text === ']' ? [{ text: ' ' }, token] : [token],
  );
  const whole = apart.filter((token, index) => !isRepeated(token, apart[index - 1]));
  while (isSpace(whole[0])) whole.shift();
  while (isSpace(whole.at(-1))) whole.pop();
  return joined(evenWords(whole));
}

/** A second space, or a second colon: three of them are the site's own mark. */
const isRepeated = (token: Atom, before: Atom | undefined) =>
  isSpace(token) ? isSpace(before) : token.text === ':' && before?.text === ':';
const isSpace = (token: Atom | undefined) => token?.note === undefined && token?.text.trim() === '';
const isWord = (token: Atom | undefined) =>
  token?.note === undefined && /^[\p{L}\p{M}\p{N}]/u.test(token?.text ?? '');

/** A space is set like its two neighbours or not at all; a word whose letters are set in two ways is set in neither. */
function evenWords(tokens: readonly Atom[]): Atom[] {
  const even: Writable<Atom>[] = tokens.map((token) => ({
    ...token,
    ...(isSpace(token) ? { text: ' ' } : {}),
  }));
  for (const key of KEYS) {
    for (let from = 0; from < even.length; from += 1) {
      if (!isWord(even[from])) continue;
      let to = from + 1;
      while (isWord(even[to]) && !/['’]$/.test(even[to - 1]?.text ?? '')) to += 1;
      const word = even.slice(from, to);
      if (word.some((token) => token[key] !== word[0]?.[key]) && key !== 'href')
        for (const token of word) token[key] = undefined;
      from = to - 1;
    }
    for (const [index, token] of even.entries()) {
      const next = even[index + 1];
      const elided = isWord(next) && /['’]$/.test(token.text) && !next?.[key];
      const loose = token.note === undefined && token.text === ' ' && even[index - 1]?.[key] !== next?.[key];
      if ((elided && key !== 'href') || (loose && token[key])) token[key] = undefined;
    }
  }
  return even;
}
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Neighbours set alike as one. */
function joined(tokens: readonly Atom[]): Atom[] {
  const atoms: Atom[] = [];
  for (const token of tokens) {
    const last = atoms.at(-1);
    const same =
      last &&
      last.note === undefined &&
      token.note === undefined &&
      KEYS.every((key) => (last[key] || undefined) === (token[key] || undefined));
    if (same) atoms[atoms.length - 1] = { ...last, text: last.text + token.text };
    else atoms.push(token);
  }
  return atoms;
}

/** The words of a line, without their setting nor the calls of notes. */
export const textOf = (line: readonly Atom[]): string =>
  line
    .map(({ text }) => text)
    .join('')
    .replace(/ +/g, ' ')
    .trim();

/** A line from a place of its text on, its setting kept. */
export function from(line: readonly Atom[], start: number): Atom[] {
  let skip = start;
  const rest: Atom[] = [];
  for (const atom of line) {
    const text = atom.text.slice(skip);
    skip = Math.max(0, skip - atom.text.length);
    if (text !== '' || atom.note !== undefined) rest.push({ ...atom, text });
  }
  return tidy(rest);
}

/** A text without any setting, as a line. */
export const plainLine = (text: string): Atom[] => tidy([{ text: plainText(text) }]);
