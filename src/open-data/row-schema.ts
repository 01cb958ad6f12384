import { z } from 'zod';
import type { ReferenceTarget } from '#src/schemas/fields.ts';
import { forReaders } from './words.ts';

/** A JSON Schema, or a part of one (draft 2020-12), with what our schemas add to their fields. */
export interface JsonNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonNode>>;
  readonly required?: readonly string[];
  readonly items?: JsonNode;
  readonly minItems?: number;
  readonly anyOf?: readonly JsonNode[];
  readonly reference?: ReferenceTarget;
}

export type Shape = Readonly<Record<string, z.ZodType>>;
/** One row as JSON holds it. */
export type Ligne = Readonly<Record<string, unknown>>;

/** What a key of a list or a file's identifier is called. */
export type NameOf = (target: ReferenceTarget, key: string) => string;

/** Fields of the content that are no data, with the reason; every other field is published, without more code. */
export const WITHHELD = {
  brouillon: 'Une fiche publiée n’est pas un brouillon.',
  anciennes_adresses: 'Elles ne servent qu’à l’hébergeur.',
  photo: 'Son crédit peut nommer une personne ; l’image est sur la page.',
  a_revoir: 'C’est une tâche des rédacteurs.',
} as const;

/** An address of the web, in whole. */
export const address = (description: string) => z.string().meta({ format: 'uri' }).describe(description);

const nodeOf = (schema: z.ZodType): JsonNode =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonNode;

/** What a field points to, alone or in a list. */
function targetOf(schema: z.ZodType): { target: ReferenceTarget; many: boolean } | undefined {
  const { reference, items } = nodeOf(schema);
  if (reference) return { target: reference, many: false };
  return items?.reference ? { target: items.reference, many: true } : undefined;
}

/**
 * The shape of a published row: fields of a collection without those that are withheld, and beside each key its name
 * in words.
 */
export function publishedShape(shape: Shape): Shape {
  const fields = Object.entries(shape).filter(([name]) => !Object.hasOwn(WITHHELD, name));
  return Object.fromEntries(
    fields.flatMap(([name, schema]) => {
      const found = targetOf(schema);
      if (!found) return [[name, schema] as const];
      const words = found.many ? z.array(z.string()) : z.string();
      const optional = schema.safeParse(undefined).success;
      const beside = (optional ? words.optional() : words).describe(
        `La colonne « ${name} » en toutes lettres.`,
      );
      return [[name, schema] as const, [`${name}_nom`, beside] as const];
    }),
  );
}

/** What makes a published row of a file's fields: what is withheld goes, keys get their names. */
export function rowMaker(shape: Shape, nameOf: NameOf): (data: Ligne) => Ligne {
  const fields = Object.entries(shape)
    .filter(([name]) => !Object.hasOwn(WITHHELD, name))
    .map(([name, schema]) => [name, targetOf(schema)] as const);
  return (data) => {
    const row: Record<string, unknown> = {};
    for (const [name, found] of fields) {
      const value = data[name];
      if (value === undefined) continue;
      row[name] = value;
      if (!found) continue;
      row[`${name}_nom`] = found.many
        ? (value as readonly string[]).map((key) => nameOf(found.target, key))
        : nameOf(found.target, value as string);
    }
    return row;
  };
}

/** Limits that only a writer has to keep: what is typeset may have a sign more. */
const FOR_WRITERS = ['maxLength', 'minLength', 'maximum', 'default'];

/** The JSON Schema of one row, its descriptions said to readers. */
export function rowNode(row: z.ZodType): JsonNode {
  return forData(nodeOf(row));
}

function forData(node: JsonNode): JsonNode {
  const { properties, items, anyOf, description, ...rest } = node;
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !FOR_WRITERS.includes(key)));
  const fields = Object.entries(properties ?? {}).map(([name, field]) => [name, forData(field)] as const);
  return {
    ...kept,
    // A bare year is a number in YAML; in the data, every date is a text.
    ...(node.pattern !== undefined ? { type: 'string' } : {}),
    ...(description === undefined ? {} : { description: forReaders(description) }),
    ...(properties ? { properties: Object.fromEntries(fields) } : {}),
    ...(items ? { items: forData(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(forData) } : {}),
  };
}
