import { plainSpaces } from '#src/domain/csv.ts';
import { uncapitalised } from '#src/domain/french.ts';
import type { ReferenceTarget } from '#src/schemas/fields.ts';
import type { JsonNode, Ligne } from './row-schema.ts';

/** What a cell holds, in the words of Table Schema. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** One column of a set's table. */
export interface Colonne {
  readonly nom: string;
  readonly description: string;
  readonly type: CellType;
  /** « uri » for an address. */
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly reference?: ReferenceTarget | undefined;
  /** Whether each row fills it. */
  readonly obligatoire: boolean;
  /** Several values in one cell, between « | ». */
  readonly liste: boolean;
  /** The text of a row's cell. */
  readonly cell: (row: Ligne) => string;
}

/** What separates the values of a cell that holds several. */
export const BETWEEN = ' | ';

const isFields = (value: unknown): value is Ligne =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number with a decimal comma, as a French spreadsheet reads it. */
export const frenchNumber = (value: number): string => String(value).replace('.', ',');

/** Two bounds as the form writes them. */
const between = ({ de, a }: Ligne): string => `de ${frenchNumber(Number(de))} à ${frenchNumber(Number(a))}`;

/** One value as the text of a cell; what has no value is an empty one. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return frenchNumber(value);
  if (Array.isArray(value)) return value.map(cellOf).join(BETWEEN);
  if (isFields(value))
    return 'de' in value && 'a' in value ? between(value) : Object.values(value).map(cellOf).join(' : ');
  return plainSpaces(String(value));
}

/** The value of a row at « aci.signe ». */
export function valueOf(row: Ligne, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (isFields(value) ? value[step] : undefined), row);
}

const TYPES: Readonly<Record<string, CellType>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
};

/** The columns of a row's schema, in its order: a group gives one for each of its fields, « aci.signe ». */
export function columnsOf(node: JsonNode, prefix = '', always = true, about = ''): Colonne[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const nom = `${prefix}${name}`;
    const obligatoire = always && (node.required?.includes(name) ?? false);
    const description = about + (about ? uncapitalised(field.description ?? '') : (field.description ?? ''));
    if (!field.properties) return [columnOf(nom, { ...field, description }, obligatoire)];
    // Away from its group, « how many a year » must say of what.
    const group = `${description.split('.')[0] ?? ''}\u00A0: `;
    return columnsOf(field, `${nom}.`, obligatoire, group);
  });
}

/** The column of one field that is no group. */
export function columnOf(nom: string, field: JsonNode, obligatoire: boolean): Colonne {
  const liste = field.type === 'array';
  const known = typeof field.type === 'string' ? TYPES[field.type] : undefined;
  const words = field.enum?.filter((word) => word !== '');
  return {
    nom,
    description: field.description ?? '',
    type: field.format === 'date' ? 'date' : (known ?? 'string'),
    ...(field.format === 'uri' ? { format: 'uri' } : {}),
    ...(field.pattern === undefined ? {} : { pattern: field.pattern }),
    ...(words ? { enum: words } : {}),
    ...(field.reference ? { reference: field.reference } : {}),
    // A list that is there may be empty, and so is its cell.
    obligatoire: obligatoire && (!liste || (field.minItems ?? 0) > 0),
    liste,
    cell: (row) => cellOf(valueOf(row, nom)),
  };
}
