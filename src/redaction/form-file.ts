import { sameData } from './same-data.ts';
import { parse } from 'yaml';
import type { z } from 'zod';
import { splitFrontmatter } from '#src/checks/frontmatter.ts';
import { fieldsYaml } from '#src/drafts/fields-yaml.ts';
import type { FormField } from './form-fields.ts';
import { type Data, fromForm, toForm } from './form-values.ts';
import { keepLines } from './kept-lines.ts';
import { keepUntouched } from './untouched.ts';

/** A sort of file that the form opens. `entries`: a closed list, whose every top key is an entry. */
export interface FileForm {
  readonly shape: 'markdown' | 'yaml' | 'entries';
  readonly schema: z.ZodType;
  readonly fields: readonly FormField[];
}

/** Where the form keeps the text that it opened, without showing it. */
export const SOURCE = 'fichier_ouvert';
/** Where the form keeps the text under the fields. */
export const BODY = 'texte';
/** The one field of a closed list's form. */
export const ENTRIES = 'entrees';

interface Parts {
  readonly head: string;
  readonly body: string;
}

/** A text without the mark and the line ends of some systems. */
const plain = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

/** A text with the mark and the line ends of the file that it comes from. */
function likeSource(source: string | undefined, text: string): string {
  if (source === undefined) return text;
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + (source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text);
}

function partsOf(form: FileForm, text: string): Parts {
  if (form.shape !== 'markdown') return { head: text, body: '' };
  const { head, body, fault } = splitFrontmatter(text);
  if (fault) throw new Error(fault.details.message);
  return { head: `${head}\n`, body };
}

function dataOf(form: FileForm, head: string): Data {
  const data: unknown = parse(head) ?? {};
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error('not fields');
  return (form.shape === 'entries' ? { [ENTRIES]: data } : data) as Data;
}

/** What the form shows of a file; takes its whole text. Fails for a text that cannot be read: it is not opened. */
export function openFile(form: FileForm, text: string): Record<string, unknown> {
  const { head, body } = partsOf(form, plain(text));
  const shown = toForm(form.fields, dataOf(form, head));
  if (form.shape === 'markdown') shown[BODY] = body.trim();
  return { ...shown, [SOURCE]: text };
}

/** The whole text of the file that the form saves: the lines that were opened, but for the fields that changed. */
export function saveFile(form: FileForm, content: Data): string {
  const source = typeof content[SOURCE] === 'string' ? content[SOURCE] : undefined;
  const opened = source === undefined ? undefined : partsOf(form, plain(source));
  const before = opened && dataOf(form, opened.head);
  const saved = fromForm(form.fields, content, before);
  const after = before
    ? (keepUntouched(before, fromForm(form.fields, toForm(form.fields, before), before), saved) as Data)
    : saved;
  const head = headOf(form, opened?.head, before, after);
  if (form.shape !== 'markdown') return likeSource(source, head);
  const written = String(content[BODY] ?? '').trim();
  const body = opened && opened.body.trim() === written ? opened.body : `\n${written}\n`;
  return likeSource(source, `---\n${head}---\n${body}`);
}

function headOf(form: FileForm, text: string | undefined, before: Data | undefined, after: Data): string {
  const [old, now] = form.shape === 'entries' ? [before?.[ENTRIES], after[ENTRIES] ?? {}] : [before, after];
  const data = now as Data;
  const write = (name: string): string[] => {
    if (form.shape !== 'entries')
      return fieldsYaml(form.schema, { [name]: data[name] })
        .trimEnd()
        .split('\n');
    const lines = fieldsYaml(form.schema, data[name] as Data)
      .trimEnd()
      .split('\n');
    return [`${name}:`, ...lines.map((line) => `  ${line}`)];
  };
  const names = form.shape === 'entries' ? Object.keys(data) : orderOf(form, old as Data | undefined, data);
  const same = (name: string) => sameData((old as Data | undefined)?.[name], data[name]);
  const kept =
    text === undefined ? undefined : keepLines(text, names, (name) => (same(name) ? undefined : write(name)));
  return kept ?? (names.length > 0 ? `${names.flatMap(write).join('\n')}\n` : '{}\n');
}

/** The order of the file that was opened; a new field comes after the one that the schema has before it. */
function orderOf({ fields }: FileForm, old: Data | undefined, now: Data): string[] {
  const order = Object.keys(old ?? {}).filter((name) => now[name] !== undefined);
  let previous = -1;
  for (const { name } of fields) {
    if (now[name] === undefined) continue;
    if (!order.includes(name)) order.splice(previous + 1, 0, name);
    previous = order.indexOf(name);
  }
  return order;
}
