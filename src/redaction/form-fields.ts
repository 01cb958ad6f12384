import type { z } from 'zod';
import { unwrap } from '#src/checks/fields.ts';
import type { ReferenceTarget } from '#src/schemas/fields.ts';

/** What every field of the form says, whatever it holds. */
interface Common {
  readonly name: string;
  /** The schema's words for its author, as they are written there. */
  readonly description: string;
  /** Whether the line may be left out of the file. */
  readonly optional: boolean;
  /** What the schema reads when the line is left out; undefined when it reads nothing. */
  readonly default?: unknown;
  readonly exemple?: string | undefined;
}

interface Texts {
  readonly kind: 'text' | 'prose' | 'date' | 'day' | 'colour' | 'email';
  readonly max?: number | undefined;
  /** A shape that the browser can test; the check knows the whole rule. */
  readonly pattern?: string | undefined;
}
interface Numbers {
  readonly kind: 'number';
  readonly whole: boolean;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}
interface Files {
  readonly kind: 'file';
  readonly file: 'image' | 'document';
}

/**
 * One field of the form, read out of a schema. `switch`: yes or no, with a default. `answer`: yes, no or no answer.
 * `either`: one value, or a group of them. `map`: entries with a key each, in an order.
 */
export type FormField = Common &
  (
    | Texts
    | Numbers
    | Files
    | { readonly kind: 'switch' | 'answer' }
    | { readonly kind: 'choice'; readonly values: readonly string[] }
    | { readonly kind: 'reference'; readonly target: ReferenceTarget }
    | { readonly kind: 'group' | 'either'; readonly fields: readonly FormField[] }
    | { readonly kind: 'list'; readonly item: FormField; readonly min: number }
    | { readonly kind: 'map'; readonly key: FormField; readonly item: FormField }
  );

/** Shapes that stand for the schemas' own rules; what they let through, the check still reads. */
const PATTERNS: Readonly<Record<string, string>> = {
  date: String.raw`^\d{4}(-\d{2}(-\d{2})?)?$`,
  code: String.raw`^[A-Z]{2,12}/[A-Z]{2,8}/\d{3}/\d{4}$`,
  url: String.raw`^https?://\S+$`,
  site: String.raw`^https?://[^\s/]+$`,
  'former-address': String.raw`^/[A-Za-z0-9._~/-]+$`,
};

interface Check {
  readonly check: string;
  readonly params?: { readonly rule?: string };
  readonly maximum?: number;
  readonly minimum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
}
type Def = Omit<z.core.$ZodTypeDef, 'checks'> & {
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly defaultValue?: unknown;
  readonly checks?: readonly { readonly _zod: { readonly def: Check & { readonly pattern?: RegExp } } }[];
  readonly format?: string;
  readonly entries?: Readonly<Record<string, string>>;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
};

/** A schema and all that it wraps, the outermost first. */
function layers(schema: z.core.$ZodType): Def[] {
  const def = schema._zod.def as Def;
  const inner = def.innerType ?? def.in;
  return inner ? [def, ...layers(inner)] : [def];
}

/** The fields of an object's schema, in its order. */
export function formFields(schema: z.core.$ZodType): FormField[] {
  const { shape } = unwrap(schema).schema._zod.def as Def;
  return Object.entries(shape ?? {}).map(([name, child]) => formField(name, child));
}

/** One field, as the form shows it. Fails for a shape that it has no way to show: the form never drops a field. */
export function formField(name: string, schema: z.core.$ZodType): FormField {
  const { meta, optional } = unwrap(schema);
  const all = layers(schema);
  const given = all.find(({ type }) => type === 'default' || type === 'prefault');
  const common: Common = {
    name,
    description: meta.description ?? '',
    optional,
    ...(given?.type === 'default' ? { default: given.defaultValue } : {}),
    exemple: meta.exemple,
  };
  const def = all.at(-1) as Def;
  const checks = all.flatMap((layer) => (layer.checks ?? []).map(({ _zod }) => _zod.def));
  const rules = checks.flatMap(({ params }) => params?.rule ?? []);
  const max = checks.find(({ check }) => check === 'max_length')?.maximum;
  if (meta.reference) return { ...common, kind: 'reference', target: meta.reference };
  if (meta.file) return { ...common, kind: 'file', file: meta.file };
  switch (def.type) {
    case 'string':
      return { ...common, ...textKind(def, rules, checks), max };
    case 'number':
      return { ...common, ...numberKind(def, checks) };
    case 'boolean':
      return { ...common, kind: given ? 'switch' : 'answer' };
    case 'enum':
      return { ...common, kind: 'choice', values: Object.values(def.entries ?? {}) };
    case 'object':
      return { ...common, kind: 'group', fields: formFields(schema) };
    case 'array': {
      const min = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0;
      return { ...common, kind: 'list', item: formField(name, def.element as z.core.$ZodType), min };
    }
    case 'record': {
      const item = formField('valeur', def.valueType as z.core.$ZodType);
      const key = { ...formField('cle', def.keyType as z.core.$ZodType), description: '' };
      return { ...common, kind: 'map', key, item };
    }
    case 'union':
      if (rules.includes('date')) return { ...common, kind: 'date', pattern: PATTERNS['date'] };
      return { ...common, kind: 'either', fields: groupOf(name, def.options ?? []) };
    default:
      throw new Error(`the form cannot show the field « ${name} » (${def.type})`);
  }
}

function textKind(
  def: Def,
  rules: readonly string[],
  checks: readonly (Check & { pattern?: RegExp })[],
): Texts {
  const own = checks.find(({ check, pattern }) => check === 'string_format' && pattern)?.pattern?.source;
  if (rules.includes('day')) return { kind: 'day' };
  if (def.format === 'email') return { kind: 'email' };
  if (own?.startsWith('^#[0-9a-f')) return { kind: 'colour', pattern: own };
  const named = rules.find((rule) => Object.hasOwn(PATTERNS, rule));
  const prose = rules.includes('blank') && !rules.includes('control');
  return { kind: prose ? 'prose' : 'text', pattern: own ?? (named && PATTERNS[named]) };
}

function numberKind(def: Def, checks: readonly Check[]): Numbers {
  const whole = def.format === 'safeint';
  const least = checks.filter(({ check }) => check === 'greater_than').map(({ value = 0 }) => value);
  const most = checks.filter(({ check }) => check === 'less_than').map(({ value = 0 }) => value);
  return {
    kind: 'number',
    whole,
    min: least.length > 0 ? Math.max(...least) : undefined,
    max: most.length > 0 ? Math.min(...most) : undefined,
  };
}

/** « A number, or two bounds »: the group's fields, of which the first alone stands for the single value. */
function groupOf(name: string, options: readonly z.core.$ZodType[]): FormField[] {
  const group = options.find((option) => (unwrap(option).schema._zod.def as Def).shape);
  const scalars = options.length - (group ? 1 : 0);
  if (!group || scalars !== 1) throw new Error(`the form cannot show the field « ${name} » (union)`);
  return formFields(group);
}
