import type { Contenu } from '#src/checks/contenu.ts';
import { slugify } from '#src/domain/slugs.ts';
import { termsOf } from '#src/import/fiche/read.ts';
import { singular, type Term } from '#src/import/words.ts';
import { textOf } from './atoms.ts';
import type { Block } from './blocks.ts';

/** The plain words of blocks, tables and passages included. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if ('line' in block) return textOf(block.line);
      if (block.kind === 'table') return block.rows.flat(2).map(textOf).join(' ');
      return block.kind === 'passage' ? wordsOfBlocks(block.blocks) : '';
    })
    .join('\n');
}

/** The words of a closed list that a text speaks of most, by their names and synonyms: three at most, with their names. */
export function termsSpokenOf(contenu: Contenu, target: string, text: string, max = 3): Term[] {
  const whole = `-${singular(text)}-`;
  const counts = termsOf(contenu, target).map((term) => {
    const names = new Set([...term.noms, ...term.synonymes].map(singular).filter((name) => name.length > 2));
    const count = [...names].reduce((sum, name) => sum + whole.split(`-${name}-`).length - 1, 0);
    return { term, count };
  });
  return counts
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, max)
    .map(({ term }) => term);
}

/** The only word of a list, or file of a collection, whose name stands in a text; undefined when none or several do. */
export function termNamedIn(contenu: Contenu, target: string, text: string): Term | undefined {
  const whole = `-${slugify(text)}-`;
  const found = termsOf(contenu, target).filter(({ noms }) =>
    noms.some((name) => whole.includes(`-${slugify(name)}-`)),
  );
  return found.length === 1 ? found[0] : undefined;
}
