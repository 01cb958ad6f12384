import { z } from 'zod';

/** A field as its author reads it: name, what to write, whether it must be there, one right value. */
export interface FieldDescription {
  readonly champ: string;
  readonly description: string;
  readonly obligatoire: boolean;
  readonly exemple?: string | undefined;
}

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly exemple?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
}

function rows(node: Node, prefix: string): FieldDescription[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const inner = field.items?.properties ? field.items : field;
    const champ = `${prefix}${name}`;
    const exemple = field.exemple ?? field.enum?.filter((value) => value !== '').join(' ou ');
    const row = {
      champ,
      description: `${field.type === 'array' ? '(liste) ' : ''}${field.description ?? ''}`,
      obligatoire: node.required?.includes(name) ?? false,
      ...(exemple ? { exemple } : {}),
    };
    return [row, ...rows(inner, `${champ} › `)];
  });
}

/** The fields of a collection in the order of its schema, those of a group after it (« photo › credit »). */
export function fieldTable(schema: z.ZodType): FieldDescription[] {
  return rows(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node, '');
}
