import { excerpt, fr } from '#src/checks/text.ts';
import type { Account } from './account.ts';
import { type Atom, textOf } from './atoms.ts';
import type { Block, Lined } from './blocks.ts';

/** A heading longer than this is a sentence in bold. */
const MAX_HEADING = 100;
/** Letters of this size, in points, are those of a title. */
const TITLE_SIZE = 16;

/** Finds the title, and the headings that nobody named so: lines in bold, alone. What is guessed is told. */
export function findOutline(blocks: readonly Block[], account: Account): Block[] {
  const titled = withTitle(withBoldHeadings(blocks, account), account);
  return withLevels(titled);
}

const isBold = (line: readonly Atom[]) =>
  line.every(({ bold, text, note }) => bold || (note === undefined && text.trim() === ''));

function looksLikeHeading(block: Block): block is Lined & { kind: 'paragraph' } {
  if (block.kind !== 'paragraph' || !isBold(block.line)) return false;
  const text = textOf(block.line);
  // « Équipe : Pôle du Port » in bold is a line of the identity sheet.
  return (
    text.length <= MAX_HEADING && !/[.,;…]$/.test(text) && !/\S\s*:\s*\S/.test(text) && /\p{L}/u.test(text)
  );
}

function withBoldHeadings(blocks: readonly Block[], account: Account): Block[] {
  const bold = blocks.filter(looksLikeHeading).length;
  const plain = blocks.filter((block) => block.kind === 'paragraph').length - bold;
  // A text all in bold has no heading in it.
  if (bold === 0 || bold > plain + 1) return [...blocks];
  let level = 0;
  const found: string[] = [];
  const read = blocks.map((block, index): Block => {
    if (block.kind === 'heading') level = block.level;
    const next = blocks[index + 1];
    if (!looksLikeHeading(block) || !next || next.kind === 'caption') return block;
    found.push(fr`« ${excerpt(textOf(block.line), 50)} »`);
    return { ...block, kind: 'heading', level: level + 1 };
  });
  if (found.length > 0)
    account.guessed.push(
      fr`Lignes en gras, seules, lues comme des titres : ` +
        found.join(', ') +
        fr`. Dans Word, le style « Titre 1 » le dit sans que l'on devine.`,
    );
  return read;
}

function withTitle(blocks: readonly Block[], account: Account): Block[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const titles = blocks.filter((block) => block.kind === 'title');
  const [extra, ...more] = titles.slice(1);
  if (extra) {
    account.guessed.push(
      fr`Plusieurs lignes ont le style « Titre » : la première est le titre, les ${more.length + 1} autres des titres de partie.`,
    );
    const first = titles[0];
    return blocks.map((block) =>
      block.kind === 'title' && block !== first ? { ...block, kind: 'heading', level: 1 } : block,
    );
  }
  if (titles.length > 0) return [...blocks];
  const first = blocks.find((block) => block.kind !== 'picture');
  if (!first || !('line' in first)) return [...blocks];
  const top = Math.min(...headings.map(({ level }) => level));
  const alone =
    first.kind === 'heading' &&
    headings.length > 1 &&
    headings.filter(({ level }) => level === top).length === 1 &&
    first.level === top;
  const look = 'look' in first ? first.look : undefined;
  // « look » is there for lines that no style names.
  const large = (look?.size ?? 0) >= TITLE_SIZE;
  const centred = look?.centred === true && textOf(first.line).length <= MAX_HEADING;
  if (!alone && !large && !centred) return [...blocks];
  account.guessed.push(
    fr`« ${excerpt(textOf(first.line), 60)} », en tête du document, est lu comme son titre.`,
  );
  return blocks.map((block) =>
    block === first ? { kind: 'title', line: first.line, comments: first.comments } : block,
  );
}

/** Levels from 2 on, none skipped: the page's own title is the first. */
function withLevels(blocks: readonly Block[]): Block[] {
  const used = [...new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))].sort(
    (a, b) => a - b,
  );
  let before = 1;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const level = Math.min(2 + used.indexOf(block.level), before + 1, 6);
    before = level;
    return { ...block, level };
  });
}
