import { z } from 'zod';
import { french, type Path } from './text.ts';

/** What a schema says of one field, wrappers (optional, default, transform…) taken off. */
export interface Field {
  readonly schema: z.core.$ZodType;
  readonly meta: z.GlobalMeta;
  /** Whether the line may be left out. */
  readonly optional: boolean;
}

type Def = z.core.$ZodTypeDef & {
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
};

function defOf(schema: z.core.$ZodType): Def {
  return schema._zod.def;
}

/** Takes the wrappers off; what an outer wrapper says of the field wins over what is inside. */
export function unwrap(schema: z.core.$ZodType): Field {
  const field = UNWRAPPED.get(schema) ?? unwrapped(schema);
  UNWRAPPED.set(schema, field);
  return field;
}

/** A schema does not change, and every value of every file asks for its own: worth a tenth of the check of ten thousand files. */
const UNWRAPPED = new WeakMap<z.core.$ZodType, Field>();

function unwrapped(schema: z.core.$ZodType): Field {
  const own = z.globalRegistry.get(schema) ?? {};
  const def = defOf(schema);
  const inner = def.innerType ?? def.in;
  if (!inner) return { schema, meta: own, optional: false };
  const field = unwrap(inner);
  const optional = field.optional || ['optional', 'default', 'prefault'].includes(def.type);
  return { schema: field.schema, meta: { ...field.meta, ...own }, optional };
}

/** The field of a schema at a path; undefined when the schema has none there. */
export function fieldAt(schema: z.core.$ZodType, path: Path): Field | undefined {
  const field = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return field;
  const children = childrenOf(field, step);
  for (const child of children) {
    const found = fieldAt(child, rest);
    if (!found) continue;
    // An element of a list is described by its list.
    const { description } = field.meta;
    const inherits = typeof step === 'number' && found.meta.description === undefined && description;
    return inherits ? { ...found, meta: { ...found.meta, description } } : found;
  }
  return undefined;
}

function childrenOf({ schema }: Field, step: string | number): z.core.$ZodType[] {
  const def = defOf(schema);
  if (def.element) return [def.element];
  if (def.shape) {
    const child = Object.hasOwn(def.shape, String(step)) ? def.shape[String(step)] : undefined;
    return child ? [child] : [];
  }
  if (def.valueType) return [def.valueType];
  return (def.options ?? []).flatMap((option) => childrenOf(unwrap(option), step));
}

/** Names of the fields that may stand at a path; empty when any name may. */
export function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const field = fieldAt(schema, path);
  if (!field) return [];
  const { shape, options } = defOf(field.schema);
  return shape ? Object.keys(shape) : (options ?? []).flatMap((option) => keysAt(option, []));
}

/** Every name that a field may have in a schema, at whatever depth. */
export function everyKey(schema: z.core.$ZodType, found = new Set<string>()): Set<string> {
  const { element, shape, valueType, options } = defOf(unwrap(schema).schema);
  for (const [key, child] of Object.entries(shape ?? {})) {
    found.add(key);
    everyKey(child, found);
  }
  for (const child of [element, valueType, ...(options ?? [])]) if (child) everyKey(child, found);
  return found;
}

/** Calls back with every single value written in the data, along with what the schema says of it. */
export function eachValue(
  schema: z.core.$ZodType,
  data: unknown,
  visit: (value: unknown, field: Field, path: Path) => void,
  path: Path = [],
): void {
  const field = unwrap(schema);
  if (typeof data !== 'object' || data === null) {
    visit(data, field, path);
    return;
  }
  const steps: (string | number)[] = Array.isArray(data) ? [...data.keys()] : Object.keys(data);
  for (const step of steps) {
    const [child] = childrenOf(field, step);
    if (child) eachValue(child, (data as Record<string | number, unknown>)[step], visit, [...path, step]);
  }
}

/** The description written in the schema for the field's author, with French typography. */
export function describe(field: Field | undefined): string {
  return french(field?.meta.description ?? '');
}

/** The value that a path leads to in plain data. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}
