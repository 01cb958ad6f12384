import type { z } from 'zod';
import { CUSTOM_RULES } from './explain-custom.ts';
import { explainType, missingField } from './explain-type.ts';
import { fieldMeant } from './field-names.ts';
import { describe, type Field, fieldAt, keysAt, valueAt } from './fields.ts';
import { type Details, type Issue, issueOfField } from './issues.ts';
import { nearest } from './nearest.ts';
import {
  either,
  excerpt,
  formatCount,
  fr,
  hasInvisible,
  type Path,
  plural,
  withoutInvisible,
} from './text.ts';
import type { YamlSource } from './yaml-source.ts';
import {
  lineText,
  lineWithKey,
  lineWithValue,
  positionOfKey,
  writtenValue,
  yamlText,
} from './yaml-source.ts';

/** Fields to be checked against a schema. */
export interface Checked {
  readonly path: string;
  readonly yaml: YamlSource;
  readonly data: unknown;
}

/** All that is known of a problem when its sentence is written. */
export interface Context {
  readonly source: Checked;
  readonly path: Path;
  readonly field: Field | undefined;
  readonly value: unknown;
}

/** Every problem that a schema finds in a file, in French; `base` is the path of the data in the file. */
export function explainFields(source: Checked, schema: z.ZodType, base: Path = []): Issue[] {
  const result = schema.safeParse(valueAt(source.data, base));
  if (result.success) return [];
  const misspelt = misspeltKeys(source, schema, base, result.error.issues);
  const emptied = emptiedGroups(source, schema, base, result.error.issues);
  return result.error.issues
    .filter((issue, index, all) => {
      const place = issue.path.map(String).join('/');
      // A field that is there under a misspelt name is not missing as well.
      if (misspelt.has(place) && valueAt(source.data, [...base, ...plain(issue.path)]) === undefined)
        return false;
      // The lines of an empty group stand below it, not shifted.
      if (emptied.has(place)) return false;
      // Of two bounds that a number breaks, the last one is the tighter.
      const same = (other: z.core.$ZodIssue) =>
        other.code === issue.code && other.path.map(String).join('/') === place;
      return issue.code !== 'too_small' || !all.slice(index + 1).some(same);
    })
    .flatMap((issue) => explain(source, schema, base, issue));
}

/** A zod path without the symbols that no YAML holds. */
function plain(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

/** Paths of the fields that unknown keys were meant to be. */
function misspeltKeys(
  source: Checked,
  schema: z.ZodType,
  base: Path,
  issues: readonly z.core.$ZodIssue[],
): Set<string> {
  const found = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const parent = plain(issue.path);
    const valid = keysAt(schema, parent);
    const there = keysThere(source, [...base, ...parent]);
    for (const key of issue.keys)
      found.add([...issue.path, fieldMeant(key, valid, there) ?? ''].map(String).join('/'));
  }
  return found;
}

/** Names of the fields written at a path. */
function keysThere(source: Checked, path: Path): string[] {
  return Object.keys(valueAt(source.data, path) ?? {});
}

/** The empty group to which an unknown field belongs: « photo » for « credit » written just under it, not shifted. */
function groupOf(
  source: Checked,
  schema: z.ZodType,
  parent: Path,
  data: Path,
  key: string,
): string | undefined {
  const around = valueAt(source.data, data);
  if (typeof around !== 'object' || around === null) return undefined;
  return keysAt(schema, parent).find(
    (name) => valueAt(around, [name]) === null && keysAt(schema, [...parent, name]).includes(key),
  );
}

function emptiedGroups(
  source: Checked,
  schema: z.ZodType,
  base: Path,
  issues: readonly z.core.$ZodIssue[],
): Set<string> {
  const found = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const parent = plain(issue.path);
    for (const key of issue.keys) {
      const group = groupOf(source, schema, parent, [...base, ...parent], key);
      if (group !== undefined) found.add([...parent, group].join('/'));
    }
  }
  return found;
}

function explain(source: Checked, schema: z.ZodType, base: Path, issue: z.core.$ZodIssue): Issue[] {
  const inner = plain(issue.path);
  const path = [...base, ...inner];
  const context: Context = { source, path, field: fieldAt(schema, inner), value: valueAt(source.data, path) };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(source, schema, inner, [...path, key]));
    case 'invalid_union': {
      // The branch that went furthest says what is wrong inside a group; otherwise no branch fits.
      const deep = issue.errors.flat().filter((error) => error.path.length > 0);
      const inside = deep.map((error) => ({ ...error, path: [...issue.path, ...error.path] }));
      if (inside.length > 0) return inside.flatMap((error) => explain(source, schema, base, error));
      return [issueOfField(source, path, explainType(context, unionWants(issue.errors)))];
    }
    case 'invalid_key':
      return [issueOfField(source, path, invalidKey(context, fieldAt(schema, inner.slice(0, -1))), 'key')];
    default:
      return [issueOfField(source, path, detailsOf(context, issue))];
  }
}

/** « string|number » for a union of these. */
function unionWants(errors: readonly (readonly z.core.$ZodIssue[])[]): string {
  return errors
    .flatMap((list) => list.map((error) => ('expected' in error ? String(error.expected) : '')))
    .join('|');
}

function detailsOf(context: Context, issue: z.core.$ZodIssue): Details {
  const { field, value, source, path } = context;
  const expected = describe(field);
  switch (issue.code) {
    case 'invalid_type':
      return explainType(context, issue.expected);
    case 'invalid_value':
      return invalidValue(context, issue.values.map(String));
    case 'too_big':
    case 'too_small':
      return size(context, issue);
    case 'custom': {
      const rule: unknown = issue.params?.['rule'];
      const explained = typeof rule === 'string' ? CUSTOM_RULES[rule]?.(context) : undefined;
      if (explained) return explained;
      break;
    }
    case 'invalid_format': {
      const example = field?.meta.exemple;
      const written = writtenValue(source.yaml, path) ?? String(value);
      const email =
        issue.format === 'email' ? fr` Une adresse électronique s'écrit comme « contact@exemple.fr ».` : '';
      return {
        rule: 'format',
        read: String(value),
        expected,
        message:
          fr`« ${excerpt(written)} » n'a pas la forme attendue. ${expected}` +
          (example ? fr` Par exemple : ${example}` : email),
      };
    }
  }
  return { rule: 'invalid', expected, message: fr`cette valeur ne convient pas. ${expected}` };
}

function invalidValue({ source, path, value, field }: Context, values: string[]): Details {
  const expected = fr`Valeurs possibles : ${either(values.map((word) => (word === '' ? '""' : word)))}.`;
  if (value === undefined) {
    const message = fr`ce champ manque. ${describe(field)} ${expected}`;
    return { rule: 'missing', expected, message, ...missingField({ source, path, field, value }) };
  }
  const suggestion = nearest(String(value), values);
  return {
    rule: 'enum',
    read: String(value),
    expected,
    suggestion,
    message: fr`« ${excerpt(String(value))} » n'est pas une valeur possible. ${expected}${question(suggestion)}`,
    correctedLine: suggestion && lineWithValue(source.yaml, path, yamlText(suggestion)),
  };
}

function size({ value, field }: Context, issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Details {
  const limit = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
  const expected = describe(field);
  const rule = issue.code === 'too_big' ? 'too-big' : 'too-small';
  if (issue.origin === 'string') {
    const length = Array.from(String(value)).length;
    const message = fr`ce texte compte ${plural(length, 'caractère')} ; ${formatCount(limit)} au plus. Le raccourcir. ${expected}`;
    return { rule: 'too-long', read: excerpt(String(value)), expected, message };
  }
  if (issue.origin === 'array') {
    return {
      rule: 'empty-list',
      expected,
      message: fr`cette liste est vide : au moins ${plural(limit, 'élément')}. ${expected}`,
    };
  }
  const bound =
    issue.code === 'too_big'
      ? fr`${limit > 1900 && limit <= 2100 ? String(limit) : formatCount(limit)} au plus`
      : issue.inclusive
        ? fr`${limit === 1900 ? String(limit) : formatCount(limit)} au moins`
        : fr`plus de ${formatCount(limit)}`;
  return {
    rule,
    read: String(value),
    expected,
    message: fr`« ${String(value)} » ne convient pas : ${bound}. ${expected}`,
  };
}

function unknownKey(source: Checked, schema: z.ZodType, parent: Path, path: Path): Issue {
  const key = String(path.at(-1));
  const valid = keysAt(schema, parent);
  const group = groupOf(source, schema, parent, path.slice(0, -1), key);
  if (group !== undefined) {
    const message = fr`ce champ fait partie de « ${group} » : décaler cette ligne de deux espaces, sous « ${group} ».`;
    const correctedLine = `  ${lineText(source.yaml, positionOfKey(source.yaml, path).line)}`;
    return issueOfField(source, path, { rule: 'group-shift', read: key, message, correctedLine }, 'key');
  }
  const suggestion = fieldMeant(key, valid, keysThere(source, path.slice(0, -1)));
  const invisible = hasInvisible(key) ? fr` Il contient un caractère invisible.` : '';
  const list = suggestion ? '' : fr` Champs possibles : ${either(valid)}.`;
  return issueOfField(
    source,
    path,
    {
      rule: 'unknown-field',
      read: key,
      expected: either(valid),
      suggestion,
      message: fr`« ${withoutInvisible(key)} » n'est pas un champ connu ici.${invisible}${question(suggestion)}${list}`,
      correctedLine: suggestion && lineWithKey(source.yaml, path, suggestion),
    },
    'key',
  );
}

function invalidKey({ path }: Context, parent: Field | undefined): Details {
  const key = String(path.at(-1));
  const expected = describe(parent);
  return {
    rule: 'key-format',
    read: key,
    expected,
    message: fr`« ${key} » n'a pas la forme attendue. ${expected}`,
  };
}

/** « Vouliez-vous dire « meme-lieu » ? », or nothing. */
export function question(suggestion: string | undefined): string {
  return suggestion ? fr` Vouliez-vous dire « ${suggestion} » ?` : '';
}
