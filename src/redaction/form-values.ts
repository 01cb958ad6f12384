import type { FormField } from './form-fields.ts';
import { fr } from '#src/checks/text.ts';

/** Plain data, as YAML reads it or as the form holds it. */
export type Data = Readonly<Record<string, unknown>>;

/** The form's words for an answer: three states, with the empty one. */
export const YES = 'oui';
export const NO = 'non';

/** A list whose absence means « no answer » has a box beside it, for « none ». */
export const noneName = (name: string): string => `${name}_aucun`;

/** Whether an empty list of this field is an answer, and its absence another. */
export function hasNone(field: FormField): boolean {
  return field.kind === 'list' && field.optional && field.default === undefined;
}

const isGroup = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** What the form shows of a file's data: entries of a map become a list, a default that is not written is shown. */
export function toForm(fields: readonly FormField[], data: Data): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const field of fields) {
    const value = data[field.name] ?? (shownDefault(field) ? field.default : undefined);
    if (hasNone(field)) shown[noneName(field.name)] = Array.isArray(value) && value.length === 0;
    if (value !== undefined && value !== null) shown[field.name] = valueToForm(field, value);
  }
  return shown;
}

/** A switch or a choice shows something in any case: let it be what the site does when the line is left out. */
const shownDefault = ({ kind }: FormField): boolean => kind === 'switch' || kind === 'choice';

function valueToForm(field: FormField, value: unknown): unknown {
  switch (field.kind) {
    case 'date':
      return String(value);
    case 'number':
      return typeof value === 'number' ? String(value).replace('.', ',') : value;
    case 'answer':
      return typeof value === 'boolean' ? (value ? YES : NO) : value;
    case 'group':
      return isGroup(value) ? toForm(field.fields, value) : value;
    case 'either':
      return isGroup(value) ? toForm(field.fields, value) : aloneToForm(field.fields[0], value);
    case 'list':
      return Array.isArray(value) ? value.map((item) => valueToForm(field.item, item)) : value;
    case 'map':
      return isGroup(value)
        ? Object.entries(value).map(([cle, item]) => ({ cle, ...entryToForm(field.item, item) }))
        : value;
    default:
      return value;
  }
}

const aloneToForm = (first: FormField | undefined, value: unknown): Data =>
  first ? { [first.name]: valueToForm(first, value) } : {};

function entryToForm(item: FormField, value: unknown): Data {
  if (item.kind !== 'group') return { valeur: valueToForm(item, value) };
  return isGroup(value) ? toForm(item.fields, value) : {};
}

/**
 * What the form holds, as the data of a file: what was left empty has no line.
 * @param before the data of the file that was opened; undefined for a new one
 */
export function fromForm(fields: readonly FormField[], form: Data, before?: Data): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueFromForm(field, form, before);
    if (value !== undefined) data[field.name] = value;
  }
  return data;
}

function valueFromForm(field: FormField, form: Data, before?: Data): unknown {
  const held = form[field.name];
  if (field.kind === 'list') return listFromForm(field, held, form[noneName(field.name)] === true, before);
  const none = field.kind === 'choice' && field.values.includes('') ? '' : undefined;
  const value = scalarFromForm(field, held, before?.[field.name]) ?? none;
  return value === undefined || isSilentDefault(field, value, before) ? undefined : value;
}

/**
 * A default that no one wrote stays unwritten. In a new file, a default of « yes » (the draft) is written all the same: the
 * author must see what holds the page back.
 */
function isSilentDefault({ name, default: usual, kind }: FormField, value: unknown, before?: Data): boolean {
  if (value !== usual) return false;
  if (before) return before[name] === undefined;
  return !(kind === 'switch' && usual === true);
}

function scalarFromForm(field: FormField, held: unknown, before: unknown): unknown {
  if (isBlank(held)) return undefined;
  switch (field.kind) {
    case 'group': {
      const group = isGroup(held) ? fromForm(field.fields, held, isGroup(before) ? before : undefined) : {};
      return Object.keys(group).length === 0 && field.optional ? undefined : group;
    }
    case 'either':
      return eitherFromForm(field.fields, isGroup(held) ? held : {});
    case 'map':
      return mapFromForm(
        field,
        Array.isArray(held) ? (held as Data[]) : [],
        isGroup(before) ? before : undefined,
      );
    case 'date': {
      const date = String(held).trim();
      return /^\d{4}$/.test(date) ? Number(date) : date;
    }
    case 'file':
      return besides(String(held));
    case 'answer':
      return held === YES ? true : held === NO ? false : held;
    case 'number':
      return numberOf(held);
    default:
      return typeof held === 'string' ? held.trim() : held;
  }
}

/** « 4 200 » and « 12,5 » as numbers; what is no number stays as it was written, for the check to tell. */
function numberOf(held: unknown): unknown {
  const text = String(held).replaceAll(/\s/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : held;
}

/** Files stand beside the text that names them, and the guide writes « ./ » before their names. */
const besides = (path: string): string => (/^(\.{1,2}\/|\/|https?:)/.test(path) ? path : `./${path}`);

/** The first field alone is the value itself; with another, they are a group. */
function eitherFromForm(fields: readonly FormField[], held: Data): unknown {
  const group = fromForm(fields, held);
  const first = fields[0]?.name ?? '';
  const names = Object.keys(group);
  if (names.length === 0) return undefined;
  return names.length === 1 && names[0] === first ? group[first] : group;
}

function listFromForm(
  field: FormField & { kind: 'list' },
  held: unknown,
  none: boolean,
  before?: Data,
): unknown {
  // One word written without a list is the check's matter: it is not lost for having been opened.
  if (typeof held === 'string' && !isBlank(held) && held === before?.[field.name]) return held;
  const items = (Array.isArray(held) ? held : [])
    .map((item: unknown) => scalarFromForm(field.item, item, undefined))
    .filter((item) => item !== undefined && !(isGroup(item) && Object.keys(item).length === 0));
  if (items.length > 0) return items;
  if (hasNone(field)) return none ? [] : undefined;
  return Array.isArray(before?.[field.name]) ? [] : undefined;
}

function mapFromForm(
  field: FormField & { kind: 'map' },
  entries: readonly Data[],
  before?: Data,
): Data | undefined {
  const map = new Map<string, unknown>();
  for (const entry of entries) {
    const key = String(entry['cle'] ?? '').trim();
    if (key === '') throw new Error(fr`Une entrée n'a pas de clé : donnez-lui en une, ou supprimez-la.`);
    if (map.has(key)) throw new Error(fr`La clé « ${key} » est écrite deux fois : changez l'une des deux.`);
    const old = before?.[key];
    const value =
      field.item.kind === 'group'
        ? fromForm(field.item.fields, entry, isGroup(old) ? old : undefined)
        : scalarFromForm(field.item, entry['valeur'], old);
    map.set(key, value ?? '');
  }
  return map.size === 0 && field.optional && !before ? undefined : Object.fromEntries(map);
}
