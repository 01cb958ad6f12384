import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { Path } from './text.ts';

/** Where something stands in a file: line and column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML text with the places of its values: a whole file, or the head of a Markdown one. */
export interface YamlSource {
  readonly text: string;
  /** Line of the file where this text begins, from 1. */
  readonly firstLine: number;
  readonly document: Document.Parsed;
  readonly counter: LineCounter;
  readonly lines: readonly string[];
}

/** Takes a YAML text and the line of the file where it begins. Never throws: faults are in `document.errors`. */
export function parseYaml(text: string, firstLine: number): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'error' });
  return { text, firstLine, document, counter, lines: text.split('\n') };
}

export function positionAt(source: YamlSource, offset: number): Position {
  const { line, col } = source.counter.linePos(offset);
  return { line: Math.max(line, 1) + source.firstLine - 1, column: Math.max(col, 1) };
}

/** Line (of the file) as written, without its end. */
export function lineText(source: YamlSource, line: number): string {
  return source.lines[line - source.firstLine] ?? '';
}

interface Found {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
  /** False when the path leads further than what is written. */
  readonly whole: boolean;
}

/** Follows a path as far as it is written. */
function follow(source: YamlSource, path: Path): Found {
  let value: Node | undefined = source.document.contents ?? undefined;
  let key: Node | undefined;
  for (const step of path) {
    if (!isCollection(value)) return { key, value, whole: false };
    const item: unknown = isMap(value)
      ? value.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))
      : value.items[Number(step)];
    if (item === undefined) return { key, value, whole: false };
    if (isPair(item)) {
      const pair: Pair = item;
      key = isNode(pair.key) ? pair.key : key;
      value = isNode(pair.value) ? pair.value : undefined;
    } else {
      key = undefined;
      value = isNode(item) ? item : undefined;
    }
  }
  return { key, value, whole: true };
}

/** The node that a path leads to; undefined when nothing is written there. */
export function nodeAt(source: YamlSource, path: Path): Node | undefined {
  const found = follow(source, path);
  return found.whole ? found.value : undefined;
}

function start(node: Node | undefined): number | undefined {
  return node?.range?.[0];
}

/** Place of a value; of its key when the value is empty; of the group that should hold it when it is missing. */
export function positionOfValue(source: YamlSource, path: Path): Position {
  const { key, value, whole } = follow(source, path);
  const empty = isScalar(value) && value.range?.[0] === value.range?.[1];
  const offset = whole && !empty ? (start(value) ?? start(key)) : (start(key) ?? start(value));
  return positionAt(source, offset ?? 0);
}

/** Place of a key; of the group that should hold it when it is missing. */
export function positionOfKey(source: YamlSource, path: Path): Position {
  const { key, value } = follow(source, path);
  return positionAt(source, start(key) ?? start(value) ?? 0);
}

/** The text of a value as it is written: « 01000 » and not 1000. */
export function writtenValue(source: YamlSource, path: Path): string | undefined {
  const node = nodeAt(source, path);
  return isScalar(node) ? node.source : undefined;
}

/** The whole line of a value written on one line, with another text in its place; undefined otherwise. */
export function lineWithValue(source: YamlSource, path: Path, replacement: string): string | undefined {
  const { key, value, whole } = follow(source, path);
  if (!whole) return undefined;
  const range = value?.range;
  if (!range || range[0] === range[1]) {
    const end = key?.range?.[1];
    if (end === undefined) return undefined;
    const { line } = positionAt(source, end);
    return `${lineText(source, line).replace(/:\s*$/, ':')} ${replacement}`;
  }
  return spliceLine(source, range[0], range[1], replacement);
}

/** The whole line of a key, with another key in its place. */
export function lineWithKey(source: YamlSource, path: Path, replacement: string): string | undefined {
  const range = follow(source, path).key?.range;
  return range ? spliceLine(source, range[0], range[1], replacement) : undefined;
}

function spliceLine(source: YamlSource, from: number, to: number, replacement: string): string | undefined {
  const written = source.text.slice(from, to).trimEnd();
  if (written.includes('\n')) return undefined;
  const { line, column } = positionAt(source, from);
  const text = lineText(source, line);
  return text.slice(0, column - 1) + replacement + text.slice(column - 1 + written.length);
}

/** Writes a text as a YAML value: plain when it can be, otherwise between double quotes. */
export function yamlText(text: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{N} ’'_./-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text);
  return plain ? text.trim() : quoted(text);
}

/** Writes a text between double quotes. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
