import { isMap, isNode, isSeq } from 'yaml';
import type { Details } from './issues.ts';
import { fr, type Path } from './text.ts';
import { lineText, lineWithValue, nodeAt, positionAt, type YamlSource } from './yaml-source.ts';

type Remedy = Pick<Details, 'addedLine' | 'addedWhere' | 'correctedLine'>;

/** Says that a line is to be put at a place of the file, what stands there going down. */
export function atLine(line: number): string {
  return fr`à la ligne ${line}`;
}

/** A word to add to a list of the first level, which may be empty or not be there. */
export function itemToAdd(source: YamlSource, list: string, word: string): Remedy {
  const node = nodeAt(source, [list]);
  if (!isSeq(node) || !node.range) return fieldToAdd(source, [], `${list}: [${word}]`);
  const last = node.items.at(-1);
  if (node.flow || !isNode(last) || !last.range) {
    const words = [...node.items.map(String), word].join(', ');
    return { correctedLine: lineWithValue(source, [list], `[${words}]`) };
  }
  const { line } = positionAt(source, last.range[0]);
  const indent = /^\s*/.exec(lineText(source, line))?.[0] ?? '  ';
  return { addedLine: `${indent}- ${word}`, addedWhere: atLine(line + 1) };
}

/** A field to add at the end of a group: a new line with its place or, in « { … } », the line with the field in it. */
export function fieldToAdd(source: YamlSource, group: Path, field: string): Remedy {
  const node = group.length === 0 ? source.document.contents : nodeAt(source, group);
  const range = node?.range;
  if (!isMap(node) || !range) return {};
  const key = node.items[0]?.key as { range?: readonly number[] } | undefined;
  if (node.flow) {
    const from = positionAt(source, range[0]);
    const brace = positionAt(source, range[1] - 1);
    if (from.line !== brace.line) return {};
    const line = lineText(source, from.line);
    const before = line.slice(0, brace.column - 1).trimEnd();
    const comma = /[{,]$/.test(before) ? '' : ',';
    return { correctedLine: `${before}${comma} ${field} ${line.slice(brace.column - 1)}` };
  }
  const { column } = positionAt(source, key?.range?.[0] ?? range[0]);
  const end = source.text.slice(0, range[1]).trimEnd().length;
  const { line } = positionAt(source, Math.max(end - 1, 0));
  return { addedLine: ' '.repeat(column - 1) + field, addedWhere: atLine(line + 1) };
}
