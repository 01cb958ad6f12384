import type { ContentFile } from '#src/checks/contenu.ts';
import type { Path } from '#src/checks/text.ts';
import { nodeAt, positionAt } from '#src/checks/yaml-source.ts';

/** A stretch of a file's text and what takes its place; offsets in that text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text once every edit is made; of two that overlap, the first one counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .filter((edit, index) => !edits.slice(0, index).some((one) => one.from < edit.to && edit.from < one.to))
    .toSorted((a, b) => b.from - a.from)
    .reduce((done, edit) => done.slice(0, edit.from) + edit.text + done.slice(edit.to), text);
}

/** Where a line begins in a text; lines are counted from 1. */
export function lineStart(text: string, line: number): number {
  let at = 0;
  for (let number = 1; number < line; number += 1) {
    const end = text.indexOf('\n', at);
    // A last line without an end: what comes after it comes after the text.
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at;
}

/** Another value for a field that is written on one line; undefined when nothing is written there. */
export function valueEdit(
  file: Pick<ContentFile, 'text' | 'yaml'>,
  path: Path,
  value: string,
): Edit | undefined {
  const range = nodeAt(file.yaml, path)?.range;
  if (!range) return undefined;
  const { line, column } = positionAt(file.yaml, range[0]);
  const from = lineStart(file.text, line) + column - 1;
  return { from, to: from + file.yaml.text.slice(range[0], range[1]).trimEnd().length, text: value };
}

/**
 * Another list in a field of the first level, one item a line; a new field goes before `brouillon`, or at the end.
 * An empty list takes the field away.
 */
export function listEdit(
  file: Pick<ContentFile, 'text' | 'yaml'>,
  champ: string,
  items: readonly string[],
): Edit {
  const written = items.length === 0 ? '' : `${champ}:\n${items.map((item) => `  - ${item}\n`).join('')}`;
  const { yaml, text } = file;
  const firstLine = (pattern: RegExp) => yaml.lines.findIndex((line) => pattern.test(line));
  const at = (index: number) => lineStart(text, yaml.firstLine + index);
  const key = firstLine(new RegExp(`^${champ}\\s*:`));
  if (key >= 0) {
    const after = yaml.lines.findIndex((line, index) => index > key && /^[^\s#-]/.test(line));
    const next = after < 0 ? lastLine(yaml.lines) : after;
    // Remarks at the margin, below the list, speak of the field that follows.
    const remark = yaml.lines.findIndex((line, index) => index > key && index < next && line.startsWith('#'));
    return { from: at(key), to: at(remark < 0 ? next : remark), text: written };
  }
  const draft = firstLine(/^brouillon\s*:/);
  const where = at(draft >= 0 ? draft : lastLine(yaml.lines));
  const cut = where > 0 && text[where - 1] !== '\n' && written !== '' ? '\n' : '';
  return { from: where, to: where, text: cut + written };
}

/** The line after the last one that says something. */
function lastLine(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== '') + 1;
}
