import type { Contenu } from '#src/checks/contenu.ts';
import { excerpt, fr } from '#src/checks/text.ts';
import { PASSAGE_KINDS, type PassageKind } from '#src/domain/collections.ts';
import { slugify } from '#src/domain/slugs.ts';
import { readTerm } from '#src/import/fiche/read.ts';
import type { Account } from './account.ts';
import { readInline, textOf } from './atoms.ts';
import type { Block } from './blocks.ts';
import type { Docx } from './open.ts';
import type { WordModel, WordNode } from './model.ts';

/** A run of blocks that shows something of the reading grid. */
interface Region {
  readonly passage: PassageKind;
  readonly cle: string;
  readonly from: number;
  /** Index of its last block. */
  to: number;
}

const KINDS = Object.keys(PASSAGE_KINDS) as PassageKind[];
/** « Levier : un même lieu », « [frein : le temps] », « :::levier{cle="meme-lieu"} ». */
const MARK =
  /^[[(]?\s*:*\s*(levier|frein|b[ée]n[ée]fice|motivation|action)s?\s*(?::|\{\s*cle\s*=|\s)\s*["“«]?\s*([\p{L}\p{N}][^\]")}”»]*?)\s*["”»]?\s*[\])}]?\.?$/iu;
const END =
  /^[[(]?\s*(:+|fin(\s+(du|de la|de l['’]|de)\s*(passage|levier|frein|b[ée]n[ée]fice|motivation|action))?)\s*[\])]?\.?$/iu;

interface Found {
  readonly passage: PassageKind;
  readonly cle: string;
}

/** What a line or a comment marks; undefined when it is no mark. An unknown word is told. */
function markIn(text: string, contenu: Contenu, account: Account, place: string): Found | undefined {
  const read = MARK.exec(text);
  const passage = KINDS.find((kind) => kind === slugify(read?.[1] ?? ''));
  if (!read || !passage) return undefined;
  const words = (read[2] ?? '').trim();
  const { value, guess, problem } = readTerm(contenu, PASSAGE_KINDS[passage], words, true);
  if (problem !== undefined) {
    account.lost.push(`${place} ${problem}`);
    return undefined;
  }
  if (guess !== undefined) account.guessed.push(`${place} ${guess}`);
  return { passage, cle: String(value) };
}

/**
 * Finds the passages that a document marks: by a line « Levier : … » above one, closed by the next mark, heading or
 * « Fin », or by a comment on it. A line alone marks the block below; a comment, all the paragraphs it was put on.
 */
export function findPassages(
  blocks: readonly Block[],
  model: WordModel,
  docx: Docx,
  contenu: Contenu,
  account: Account,
): Block[] {
  const { kept, regions } = byLines(blocks, contenu, account);
  regions.push(...byComments(kept, model, docx, contenu, account));
  return wrap(kept, regions);
}

function byLines(
  blocks: readonly Block[],
  contenu: Contenu,
  account: Account,
): { kept: Block[]; regions: Region[] } {
  const kept: Block[] = [];
  const regions: Region[] = [];
  let pending: Found[] = [];
  let closed: number | undefined;
  let open: { region: Region; ends: boolean } | undefined;
  for (const [index, block] of blocks.entries()) {
    const text = block.kind === 'paragraph' ? textOf(block.line) : '';
    const mark =
      text.length > 0 && text.length < 120 && /[:{]/.test(text)
        ? markIn(text, contenu, account, fr`Ligne « ${excerpt(text)} » :`)
        : undefined;
    if (mark) {
      pending.push(mark);
      open = undefined;
      continue;
    }
    // Two marks above one passage may have their two ends below it.
    if (END.test(text) && (open !== undefined || closed === kept.length)) {
      open = undefined;
      closed = kept.length;
      continue;
    }
    const at = kept.push(block) - 1;
    if (block.kind === 'heading') {
      for (const { passage, cle } of pending)
        account.lost.push(fr`La marque « ${passage} : ${cle} » n'a pas de paragraphe au-dessous d'elle.`);
      pending = [];
      open = undefined;
    } else if (pending.length > 0) {
      for (const { passage, cle } of pending) {
        const region = { passage, cle, from: at, to: at };
        regions.push(region);
        open = { region, ends: endsLater(blocks, index) };
      }
      pending = [];
    } else if (open && (open.ends || continuesList(kept, at))) {
      for (const region of regions.filter(({ to }) => to === at - 1)) region.to = at;
    } else open = undefined;
  }
  for (const { passage, cle } of pending)
    account.lost.push(fr`La marque « ${passage} : ${cle} » n'a pas de paragraphe au-dessous d'elle.`);
  return { kept, regions };
}

/** Whether a line « Fin » closes the passage, before the next heading or mark. */
function endsLater(blocks: readonly Block[], from: number): boolean {
  for (const block of blocks.slice(from + 1)) {
    if (block.kind === 'heading') return false;
    const text = block.kind === 'paragraph' ? textOf(block.line) : '';
    if (END.test(text)) return true;
    if (MARK.test(text) && /[:{]/.test(text)) return false;
  }
  return false;
}

const continuesList = (blocks: readonly Block[], at: number) =>
  blocks[at]?.kind === 'item' && blocks[at - 1]?.kind === 'item';

function byComments(
  blocks: readonly Block[],
  model: WordModel,
  docx: Docx,
  contenu: Contenu,
  account: Account,
): Region[] {
  const regions: Region[] = [];
  const told = new Set<string>();
  for (const [at, block] of blocks.entries()) {
    for (const id of block.comments) {
      const text = wordsOf(model.comments.get(id) ?? []);
      told.add(id);
      const mark = markIn(text, contenu, account, fr`Commentaire « ${excerpt(text)} » :`);
      if (mark && block.kind !== 'heading')
        regions.push({ ...mark, from: firstBlock(blocks, at, paragraphsUnder(docx, id)), to: at });
      else if (text !== '') account.lost.push(fr`Commentaire « ${excerpt(text)} » : il n'est pas repris.`);
    }
  }
  // A comment in a note, in a sheet or in a cell.
  for (const [id, body] of model.comments) {
    const text = wordsOf(body);
    if (!told.has(id) && text !== '')
      account.lost.push(fr`Commentaire « ${excerpt(text)} » : il n'est pas repris.`);
  }
  return regions;
}

const wordsOf = (body: readonly WordNode[]): string =>
  body
    .flatMap((node) =>
      node.type === 'paragraph'
        ? readInline(node.children, { kept: [], guessed: [], lost: [], toWrite: [], names: [] }).lines.map(
            textOf,
          )
        : [],
    )
    .join(' ')
    .trim();

/** How many paragraphs end under a comment, besides the one that holds its sign. */
function paragraphsUnder(docx: Docx, id: string): number {
  const { main } = docx;
  const mark = (name: string) => main.search(new RegExp(`<w:${name}\\s[^>]*w:id="${id.replace(/\D/g, '')}"`));
  const [from, to] = [mark('commentRangeStart'), mark('commentRangeEnd')];
  return from < 0 || to < from ? 0 : (main.slice(from, to).match(/<\/w:p>/g)?.length ?? 0);
}

function firstBlock(blocks: readonly Block[], at: number, paragraphs: number): number {
  let from = at;
  for (let left = paragraphs; left > 0 && from > 0 && blocks[from - 1]?.kind !== 'heading'; left -= 1)
    from -= 1;
  return from;
}

/** Puts blocks around runs of others; two that cross become one inside the other. */
function wrap(blocks: readonly Block[], regions: readonly Region[]): Block[] {
  const once = new Map(regions.map((region) => [Object.values(region).join('/'), { ...region }]));
  const sorted = [...once.values()].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const [index, outer] of sorted.entries())
    for (const inner of sorted.slice(index + 1))
      if (inner.from <= outer.to && inner.to > outer.to) outer.to = inner.to;
  const build = (from: number, to: number, inside: readonly Region[]): Block[] => {
    const done: Block[] = [];
    for (let at = from; at <= to;) {
      const [region] = inside.filter((one) => one.from === at);
      if (region) {
        const within = inside.filter(
          (one) => one !== region && one.from >= region.from && one.to <= region.to,
        );
        done.push({
          kind: 'passage',
          passage: region.passage,
          cle: region.cle,
          blocks: build(region.from, region.to, within),
          comments: [],
        });
        at = region.to + 1;
      } else {
        const block = blocks[at];
        if (block) done.push(block);
        at += 1;
      }
    }
    return done;
  };
  return build(0, blocks.length - 1, sorted);
}
