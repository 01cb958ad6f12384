import { isBlockName } from './blocks.ts';
import type { Report } from './problems.ts';

const OPENING = /^(\s*)(:{2,})([\s\u00A0\u202F]*)(\p{L}[\p{L}\p{N}_-]*)(.*)$/u;
const ATTRIBUTE = `[A-Za-z_-]+(?:=(?:"[^"]*"|'[^']*'|[^\\s"'={}“”„«»]+))?`;
const WELL_FORMED = new RegExp(`^\\{\\s*(?:${ATTRIBUTE}(?:\\s+${ATTRIBUTE})*)?\\s*\\}(?:\\s.*)?$`, 'u');
/** One attribute as a hasty hand or a word processor writes it: marks of any kind, or missing at one end. */
const LOOSE = new RegExp(
  [
    `[\\s,;]*([\\p{L}_-]+)\\s*=\\s*(?:`,
    `"([^"”“{}]*)["”“]|'([^'{}]*)'|[“”„«][\\s\\u00A0\\u202F]*([^"“”„«»{}]*?)[\\s\\u00A0\\u202F]*["”“»]|`,
    `["“„«]([^"{}]*?)(?=\\s*(?:\\}|$))|([^\\s"'={}“”„«»]+)(?=[\\s}]|$)|([^"'={}“”„«»]+)["”»])`,
  ].join(''),
  'uy',
);

const withoutAccents = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '');

/** « {cle=« x » » and the like, as they should be written; undefined when what is meant is not sure. */
function mendAttributes(written: string): string | undefined {
  const attributes: string[] = [];
  let at = 1;
  for (;;) {
    LOOSE.lastIndex = at;
    const found = LOOSE.exec(written);
    if (!found) break;
    const [whole, name = '', ...values] = found;
    attributes.push(`${withoutAccents(name)}="${values.find((value) => value !== undefined)?.trim() ?? ''}"`);
    at += whole.length;
  }
  const tail = written.slice(at).trim();
  if (attributes.length === 0 || !(tail === '' || tail.startsWith('}'))) return undefined;
  const after = tail.slice(1).trim();
  return `{${attributes.join(' ')}}${after && ` ${after}`}`;
}

/** The line that opens a block, as it should be written; undefined when it is right, or no such line. */
export function mendFence(line: string): string | undefined {
  const [, indent = '', colons = '', gap = '', name = '', rest = ''] = OPENING.exec(line) ?? [];
  if (name === '' || (gap !== '' && !isBlockName(name) && !/^\s*[{[]/.test(rest))) return undefined;
  const brace = rest.indexOf('{');
  const before = (brace < 0 ? rest : rest.slice(0, brace)).trim();
  const written = brace < 0 ? '' : rest.slice(brace).trim();
  // Words after the name are a fault of their own; a label may hold anything.
  if (before !== '' && !before.startsWith('[')) return gap === '' ? undefined : indent + colons + name + rest;
  const label = before === '' || before.endsWith(']') || written === '' ? before : `${before}]`;
  const attributes = written === '' || WELL_FORMED.test(written) ? written : mendAttributes(written);
  if (attributes === undefined) return undefined;
  const right = indent + colons + name + label + attributes;
  return right.trimEnd() === line.trimEnd() ? undefined : right;
}

/** Same text with the opening lines of its blocks mended, so that one slip does not hide what follows; each is reported. */
export function mendFences(source: string, report: Report): string {
  let code = '';
  return source
    .split('\n')
    .map((line, index) => {
      const [, fence = ''] = /^\s*(?:[-*+>]\s+)*(`{3,}|~{3,})/.exec(line) ?? [];
      if (fence !== '') code = code === '' ? fence : fence.startsWith(code) ? '' : code;
      const right = code === '' && line.includes('::') ? mendFence(line) : undefined;
      if (right === undefined) return line;
      const point = { line: index + 1, column: line.search(/\S/) + 1 };
      report('block-line', { position: { start: point, end: point } }, line.trim(), { detail: right });
      return right;
    })
    .join('\n');
}
