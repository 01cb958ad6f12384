import type { CheckContext } from '#src/checks/context.ts';
import type { ContentFile } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import type { Details, Issue } from '#src/checks/issues.ts';
import {
  issueInText,
  linesOf,
  lineWithWord,
  type MarkdownProblem,
  writtenLine,
} from '#src/checks/markdown.ts';
import { nearest } from '#src/checks/nearest.ts';
import { atLine } from '#src/checks/yaml-additions.ts';
import { either, fr } from '#src/checks/text.ts';
import { TEXT_WORDS } from './text-words.ts';

/** What is wrong in the writing of each text: blocks, notes, headings, images, and what no page may hold. */
export function checkText(context: CheckContext): Issue[] {
  return context.contenu.files
    .filter((file) => file.format !== 'yaml')
    .flatMap((file) =>
      context.facts(file).problems.map((problem) => issueInText(file, problem, detailsOf(file, problem))),
    );
}

/** What spoils the page without losing anything, and may be meant. */
const PRINTED = new Set<MarkdownProblem['rule']>(['bold-unclosed', 'small-signs', 'table-dashes']);

function detailsOf(file: ContentFile, problem: MarkdownProblem): Details {
  const { rule, read, known } = problem;
  const bare = read.replace(/^:+/, '');
  // Notes are often numbered: the nearest number means nothing.
  const suggestion = known && !/^\d+$/.test(bare) ? nearest(bare, known) : undefined;
  const choices =
    known && known.length > 0 && !suggestion && rule !== 'footnote-undefined'
      ? fr` Possibles : ${either(known)}.`
      : '';
  return {
    rule,
    read,
    expected: known && either(known),
    suggestion,
    message: `${TEXT_WORDS[rule](problem)}${question(suggestion)}${choices}`,
    ...(PRINTED.has(rule) ? { severity: 'avertissement' as const } : {}),
    ...lines(file, problem, suggestion),
  };
}

/** Line where an unclosed block most likely ends: before the next title, block or note, or at the end of the text. */
function endOfBlock(file: ContentFile, opening: number): number {
  const lines = linesOf(file);
  const colons = /:{3,}/.exec(lines[opening - 1] ?? '')?.[0] ?? ':::';
  const stop = lines.findIndex(
    (line, index) =>
      index >= opening && (/^(#{1,6}\s|\[\^)/.test(line) || new RegExp(`^${colons}:*\\p{L}`, 'u').test(line)),
  );
  let end = stop < 0 ? lines.length : stop;
  while (end > opening && (lines[end - 1] ?? '').trim() === '') end -= 1;
  return end + 1;
}

/** The line as it should be written, or the line to add, where it is sure. */
function lines(
  file: ContentFile,
  { rule, read, line, detail }: MarkdownProblem,
  suggestion: string | undefined,
): Pick<Details, 'correctedLine' | 'addedLine' | 'addedWhere'> {
  const written = writtenLine(file, line);
  switch (rule) {
    case 'link-broken':
    case 'small-signs':
      return { correctedLine: lineWithWord(file, line, read, detail ?? '') };
    case 'heading-space':
      return { correctedLine: written.replace(/^(\s*#+)/, '$1 ') };
    case 'chronologie-dash':
      return { correctedLine: `- ${written.trim()}` };
    case 'table-dashes':
      return /^[\s|:-]+$/.test(written)
        ? { correctedLine: detail }
        : { addedLine: detail, addedWhere: atLine(line + 1) };
    case 'block-line':
      return { correctedLine: detail };
    case 'block-unclosed':
      return { addedLine: detail ?? ':::', addedWhere: atLine(endOfBlock(file, line)) };
    case 'block-colons':
      return { correctedLine: lineWithWord(file, line, read, detail ?? '') };
    case 'heading-level-1':
      return { correctedLine: written.replace(/^(\s*)#(?=\s)/, '$1##') };
    case 'heading-skipped': {
      const right = Number((detail ?? '1').split(' ')[0]) + 1;
      return { correctedLine: written.replace(/^(\s*)#+/, `$1${'#'.repeat(right)}`) };
    }
    case 'footnote-undefined':
      return suggestion
        ? { correctedLine: lineWithWord(file, line, `[^${read}]`, `[^${suggestion}]`) }
        : { addedLine: `[^${read}]: …`, addedWhere: fr`à la fin du fichier` };
    case 'image-outside-figure':
      return { addedLine: ':::figure{credit="…"}', addedWhere: atLine(line) };
    default:
      return suggestion
        ? { correctedLine: lineWithWord(file, line, read.replace(/^:+/, ''), suggestion) }
        : {};
  }
}
