import { fieldAt, keysAt } from '#src/checks/fields.ts';
import type { Path } from '#src/checks/text.ts';
import { yamlText } from '#src/checks/yaml-source.ts';
import { ScanSchema } from '#src/schemas/scan.ts';

/** Beyond, a group in braces is written one field per line. */
const WIDTH = 100;
/** Lists whose lines are short groups, written in braces; the others hold sentences. */
const IN_BRACES: readonly unknown[] = ['composition', 'structures'];

/**
 * A scan as a YAML file in the publication's hand: fields in the order of the schema, texts in quotes, a group inside
 * a group in braces.
 * @param data answers as the schema takes them; a field that is not there writes no line
 */
export function scanYaml(data: Readonly<Record<string, unknown>>): string {
  return `${fieldLines(data, []).join('\n')}\n`;
}

function fieldLines(data: object, path: Path): string[] {
  return ordered(data, path).flatMap(([key, value]) => {
    const at = [...path, key];
    if (Array.isArray(value)) return listLines(key, value, at);
    if (isGroup(value) && path.length === 0)
      return [`${key}:`, ...fieldLines(value, at).map((line) => `  ${line}`)];
    return [`${key}: ${scalar(value, at)}`];
  });
}

function listLines(key: string, items: readonly unknown[], path: Path): string[] {
  if (items.length === 0) return [`${key}: []`];
  const [first] = items;
  if (!isGroup(first)) {
    if (isReference([...path, 0])) return [`${key}: ${inline(items, path)}`];
    return [`${key}:`, ...items.map((item) => `  - ${scalar(item, [...path, 0])}`)];
  }
  return [`${key}:`, ...items.flatMap((item) => groupLines(item as object, [...path, 0]))];
}

function groupLines(item: object, path: Path): string[] {
  const flow = `  - ${inline(item, path)}`;
  if (IN_BRACES.includes(path[0]) && flow.length <= WIDTH) return [flow];
  return fieldLines(item, path).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`));
}

/** A value on one line: « { profession: infirmier, nombre: 3 } », « [a, b] ». */
function inline(value: unknown, path: Path): string {
  if (Array.isArray(value)) return `[${value.map((item) => scalar(item, [...path, 0])).join(', ')}]`;
  if (!isGroup(value)) return scalar(value, path);
  return `{ ${ordered(value, path)
    .map(([key, inner]) => `${key}: ${inline(inner, [...path, key])}`)
    .join(', ')} }`;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields that have a value, in the order of the schema. */
function ordered(data: object, path: Path): [string, unknown][] {
  const entries = new Map(Object.entries(data));
  return keysAt(ScanSchema, path).flatMap((key) => {
    const value: unknown = entries.get(key);
    return value === undefined ? [] : [[key, value] as [string, unknown]];
  });
}

function isReference(path: Path): boolean {
  return fieldAt(ScanSchema, path)?.meta.reference !== undefined;
}

function scalar(value: unknown, path: Path): string {
  if (isGroup(value)) return inline(value, path);
  if (typeof value !== 'string') return String(value);
  if (isReference(path)) return yamlText(value);
  const { exemple = '' } = fieldAt(ScanSchema, path)?.meta ?? {};
  // A month alone stays in quotes: other readers of YAML make a day of it.
  if (/^\d{4}-\d{2}/.test(exemple) && /^\d{4}(-\d{2}-\d{2})?$/.test(value)) return value;
  // JSON's strings are YAML's: line breaks and signs that no one sees are written out.
  return JSON.stringify(value);
}
