import type { z } from 'zod';
import { fieldAt, keysAt } from '#src/checks/fields.ts';
import type { Path } from '#src/checks/text.ts';
import { yamlText } from '#src/checks/yaml-source.ts';

/** Beyond, a group in braces is written one field per line. */
const WIDTH = 100;
/** Lists whose lines are short groups, written in braces; the others hold sentences. */
const IN_BRACES: readonly unknown[] = ['composition', 'structures'];

/** Fields as the schema takes them, before it reads them; one that is not there writes no line. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Fields as YAML in the publication's hand: in the order of the schema, texts in quotes, a group inside a group in
 * braces.
 * @returns lines, the last one ended too; what they say is `data` again when read as YAML
 */
export function fieldsYaml(schema: z.ZodType, data: Fields): string {
  return `${new Writer(schema).fields(data, []).join('\n')}\n`;
}

/** A Markdown file: its fields between two lines of dashes, an empty line, and its text. */
export function markdownFile(schema: z.ZodType, data: Fields, body: string): string {
  return `---\n${fieldsYaml(schema, data)}---\n\n${body.trim()}\n`;
}

class Writer {
  readonly #schema: z.ZodType;

  constructor(schema: z.ZodType) {
    this.#schema = schema;
  }

  fields(data: object, path: Path): string[] {
    return this.#ordered(data, path).flatMap(([key, value]) => {
      const at = [...path, key];
      if (Array.isArray(value)) return this.#list(key, value, at);
      const name = path.length > 0 && keysAt(this.#schema, path).length === 0 ? recordKey(key) : key;
      if (isGroup(value) && path.length === 0 && Object.keys(value).length > 0)
        return [`${name}:`, ...this.fields(value, at).map((line) => `  ${line}`)];
      return [`${name}: ${this.#scalar(value, at)}`];
    });
  }

  #list(key: string, items: readonly unknown[], path: Path): string[] {
    if (items.length === 0) return [`${key}: []`];
    if (isGroup(items[0]))
      return [`${key}:`, ...items.flatMap((item) => this.#group(item as object, [...path, 0]))];
    // Words of a closed list inside a group stand on one line; those of a whole page, one below the other.
    if (path.length > 1 && this.#isReference([...path, 0])) return [`${key}: ${this.#inline(items, path)}`];
    return [`${key}:`, ...items.map((item) => `  - ${this.#scalar(item, [...path, 0])}`)];
  }

  #group(item: object, path: Path): string[] {
    const flow = `  - ${this.#inline(item, path)}`;
    if (IN_BRACES.includes(path[0]) && flow.length <= WIDTH) return [flow];
    return this.fields(item, path).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`));
  }

  /** A value on one line: « { profession: infirmier, nombre: 3 } », « [a, b] ». */
  #inline(value: unknown, path: Path): string {
    if (Array.isArray(value)) return `[${value.map((item) => this.#scalar(item, [...path, 0])).join(', ')}]`;
    if (!isGroup(value)) return this.#scalar(value, path);
    const inside = this.#ordered(value, path).map(
      ([key, inner]) => `${key}: ${this.#inline(inner, [...path, key])}`,
    );
    return inside.length > 0 ? `{ ${inside.join(', ')} }` : '{}';
  }

  /** The fields that have a value, in the order of the schema; where any name may stand, in their own. */
  #ordered(data: object, path: Path): [string, unknown][] {
    const entries = new Map(Object.entries(data));
    // What the schema does not know comes last: nothing is lost, and the check says what it thinks of it.
    return [...new Set([...keysAt(this.#schema, path), ...entries.keys()])].flatMap((key) => {
      const value: unknown = entries.get(key);
      return value === undefined ? [] : [[key, value] as [string, unknown]];
    });
  }

  #isReference(path: Path): boolean {
    return fieldAt(this.#schema, path)?.meta.reference !== undefined;
  }

  #scalar(value: unknown, path: Path): string {
    if (isGroup(value)) return this.#inline(value, path);
    if (typeof value !== 'string') return String(value);
    if (this.#isReference(path)) return yamlText(value);
    const { exemple = '' } = fieldAt(this.#schema, path)?.meta ?? {};
    // A month alone stays in quotes: other readers of YAML make a day of it.
    if (/^\d{4}-\d{2}/.test(exemple) && /^\d{4}(-\d{2}-\d{2})?$/.test(value)) return value;
    // JSON's strings are YAML's: line breaks and signs that no one sees are written out.
    return JSON.stringify(value);
  }
}

/** A name that its author chose, « 44 » or « Combien de kinés ? »: in quotes, unless it is a plain word. */
const recordKey = (key: string): string => (/^[A-Za-z][\w-]*$/.test(key) ? key : JSON.stringify(key));

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
