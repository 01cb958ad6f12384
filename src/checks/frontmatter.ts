import type { Details } from './issues.ts';
import { fr } from './text.ts';
import type { Position } from './yaml-source.ts';

/** A Markdown file cut in two: its fields between two lines of dashes, and its text. */
export interface FrontmatterParts {
  readonly head: string;
  readonly headLine: number;
  readonly body: string;
  readonly bodyLine: number;
  readonly fault?: { readonly details: Details; readonly place: Position };
}

const FENCE = /^---[ \t]*$/;
/** What a word processor or a hasty hand makes of three dashes. */
const NEARLY_FENCE = /^\s*([—–-]{1,2}|[—–-]{4,}|\s+---|---\s+|[—–]{3})\s*$/;

/** Takes a whole Markdown text. */
export function splitFrontmatter(text: string): FrontmatterParts {
  const lines = text.split('\n');
  if (!FENCE.test(lines[0] ?? '')) return withoutOpening(text, lines);
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (close < 0) return withoutClosing(lines);
  return {
    head: lines.slice(1, close).join('\n'),
    headLine: 2,
    body: lines.slice(close + 1).join('\n'),
    bodyLine: close + 2,
  };
}

function withoutOpening(text: string, lines: string[]): FrontmatterParts {
  const first = lines.findIndex((line) => line.trim() !== '');
  const written = (lines[first] ?? '').trim();
  const late = first > 0 && FENCE.test(lines[first] ?? '');
  const message = late
    ? fr`la ligne de trois tirets doit être la toute première du fichier : supprimer ce qui la précède.`
    : fr`ce fichier doit commencer par une ligne de trois tirets, puis les champs (titre, résumé…), puis trois tirets.`;
  const nearly = NEARLY_FENCE.test(written);
  const details: Details = {
    rule: 'frontmatter-missing',
    message,
    ...(nearly ? { correctedLine: '---' } : late ? {} : { addedLine: '---', addedWhere: fr`à la ligne 1` }),
  };
  const line = nearly ? first + 1 : 1;
  return { head: '', headLine: 1, body: text, bodyLine: 1, fault: { details, place: { line, column: 1 } } };
}

function withoutClosing(lines: string[]): FrontmatterParts {
  const end = lines.findIndex(
    (line, index) => index > 0 && !/^\s*(#.*|-\s.*|[\w-]+\s*:.*|\s+\S.*)?$/u.test(line),
  );
  const blank = lines.findIndex((line, index) => index > 0 && line.trim() === '');
  const before = [end, blank].filter((index) => index > 0);
  const at = before.length > 0 ? Math.min(...before) : lines.length;
  const nearly = NEARLY_FENCE.test(lines[at] ?? '');
  const details: Details = {
    rule: 'frontmatter-unclosed',
    message: fr`les champs du début doivent se fermer par une ligne de trois tirets, avant le texte.`,
    ...(nearly ? { correctedLine: '---' } : { addedLine: '---', addedWhere: fr`à la ligne ${at + 1}` }),
  };
  return {
    head: lines.slice(1, at).join('\n'),
    headLine: 2,
    body: lines.slice(at).join('\n'),
    bodyLine: at + 1,
    fault: { details, place: { line: at + 1, column: 1 } },
  };
}
