import { fr, plural } from '#src/checks/text.ts';
import type { Account } from './account.ts';
import { from, textOf } from './atoms.ts';
import type { Block } from './blocks.ts';

/** Signs that open a line of a list and nothing else. */
const BULLET = /^[•▪●◦■□➢➤➔✓✔❖·*o]\s+|^[•▪●◦■➢➤✓✔❖]/u;
/** A dash opens a line of a list, or a line of dialogue: alone, it is left as it is. */
const DASH = /^[-–]\s+/;
const NUMBER = /^(\d{1,2})\s*[.)°]\s+/;

interface Mark {
  readonly kind: 'bullet' | 'dash' | 'number';
  readonly length: number;
  readonly number: number;
}

function markOf(block: Block | undefined): Mark | undefined {
  if (block?.kind !== 'paragraph') return undefined;
  const text = textOf(block.line);
  for (const [kind, shape] of [
    ['bullet', BULLET],
    ['dash', DASH],
    ['number', NUMBER],
  ] as const) {
    const found = shape.exec(text);
    if (found && found[0].length < text.length)
      return { kind, length: found[0].length, number: Number(found[1] ?? 0) };
  }
  return undefined;
}

/** Makes lists of the lines whose bullet, dash or number was typed by hand; told as a guess. */
export function findHandLists(blocks: readonly Block[], account: Account): Block[] {
  const done: Block[] = [];
  let lists = 0;
  for (let start = 0; start < blocks.length;) {
    const first = markOf(blocks[start]);
    const run: Block[] = [];
    for (let at = start; first && at < blocks.length; at += 1) {
      const block = blocks[at];
      const mark = markOf(block);
      const follows =
        mark?.kind === first.kind && (first.kind !== 'number' || mark.number === first.number + run.length);
      if (!mark || !follows || block?.kind !== 'paragraph') break;
      run.push({
        kind: 'item',
        depth: 0,
        ordered: first.kind === 'number',
        line: from(block.line, mark.length),
        comments: block.comments,
      });
    }
    const isList =
      first !== undefined &&
      (run.length > 1 || first.kind === 'bullet') &&
      (first.kind !== 'number' || first.number === 1);
    if (isList) {
      lists += 1;
      done.push(...run);
      start += run.length;
    } else {
      const block = blocks[start];
      if (block) done.push(block);
      start += 1;
    }
  }
  if (lists > 0)
    account.guessed.push(
      plural(lists, 'liste tapée', 'listes tapées') +
        fr` à la main (« • », « - », « 1. »), devenue${lists > 1 ? 's' : ''} de vraie${lists > 1 ? 's' : ''} liste${lists > 1 ? 's' : ''}.`,
    );
  return done;
}
