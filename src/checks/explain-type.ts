import { z } from 'zod';
import type { Context } from './explain.ts';
import { CUSTOM_RULES } from './explain-custom.ts';
import { describe, type Field, fieldAt } from './fields.ts';
import { fieldToAdd } from './yaml-additions.ts';
import { isoFromFrench } from '#src/domain/french-dates.ts';
import type { Details } from './issues.ts';
import { excerpt, fr, french, showValue } from './text.ts';
import { lineWithValue, quoted, writtenValue, yamlText } from './yaml-source.ts';

/** What a person would call each type of value. */
const WANTED: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: '« true » (oui) ou « false » (non), sans guillemets',
  array: 'une liste, un élément par ligne après un tiret',
  object: 'un groupe de lignes décalées',
  record: 'un groupe de lignes décalées',
  'string|number': 'une date : AAAA-MM-JJ, AAAA-MM ou AAAA',
  'number|object': 'un nombre, ou un groupe « de » et « a »',
};

const YES = /^(oui|vrai|yes|on|true|o|y)$/i;
const NO = /^(non|faux|no|off|false|n)$/i;
const NONE = /^(0|non|no|false|aucune?|néant|rien)$/i;

/** A value of another kind than the one wanted, or a missing one; `wanted` is the schema's word for the kind. */
export function explainType(context: Context, asked: string): Details {
  const { field, value, path, source } = context;
  const wanted = asked === 'number' && isWhole(field) ? 'int' : asked;
  const description = describe(field);
  const example = field?.meta.exemple;
  if (value === undefined) {
    return {
      rule: 'missing',
      expected: description,
      message: fr`ce champ manque. ${description}${example ? fr` Par exemple : ${example}` : ''}`,
      ...missingField(context),
    };
  }
  if (value === null) {
    return {
      rule: 'empty',
      read: '',
      expected: description,
      message: fr`rien n'est écrit après le deux-points. ${description}${field?.optional ? fr` Ou bien supprimer la ligne.` : ''}`,
    };
  }
  const day = CUSTOM_RULES['day'];
  // A bare year is a number in YAML; where a day is wanted, the day is what lacks.
  if (day && typeof value === 'number' && isDay(example)) return day(context);
  const replacement = replacementFor(context, wanted);
  const written = writtenValue(source.yaml, path) ?? value;
  return {
    rule: 'type',
    read: excerpt(String(written)),
    expected: WANTED[wanted] ?? description,
    suggestion: replacement,
    message: fr`on lit ${showValue(written)}${kindRead(value, wanted)} ; il faut ${french(WANTED[wanted] ?? 'autre chose')}. ${description}`,
    correctedLine: replacement && lineWithValue(source.yaml, path, replacement),
  };
}

function isDay(example: string | undefined): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(example ?? '');
}

/** Says what kind was read when the words alone do not show it. */
function kindRead(value: unknown, wanted: string): string {
  if (wanted === 'string' && typeof value === 'number') return ', qui se lit comme un nombre';
  if (wanted === 'string' && typeof value === 'boolean') return ', qui se lit comme oui ou non';
  if (/^(number|int)/.test(wanted) && typeof value === 'string') return ', qui se lit comme un texte';
  return '';
}

/** The value that the person meant, as it should be written. */
function replacementFor({ field, value, source, path }: Context, wanted: string): string | undefined {
  const written = writtenValue(source.yaml, path) ?? '';
  if (wanted === 'boolean')
    return YES.test(String(value)) ? 'true' : NO.test(String(value)) ? 'false' : undefined;
  if (wanted.startsWith('number') || wanted === 'int') return numberMeant(value, wanted, field?.meta.exemple);
  if (wanted === 'array' && typeof value !== 'object') return listMeant(written, field);
  if (wanted !== 'string') return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') {
    // « 4400 » in quotes would still be no postcode: then only the rule is told.
    const fits = !field || z.safeParse(field.schema, written).success;
    return fits ? quoted(written) : undefined;
  }
  return textMeant(value);
}

/** « a, b » as the list that it was meant to be, « aucun » as an empty one; « oui » does not say which. */
function listMeant(written: string, field: Field | undefined): string | undefined {
  if (NONE.test(written)) return '[]';
  if (YES.test(written)) return undefined;
  const element = field && fieldAt(field.schema, [0]);
  const write = element?.meta.reference ? yamlText : quoted;
  const words = written.split(/[,;]/).map((word) => word.trim());
  return `[${words
    .filter((word) => word !== '')
    .map(write)
    .join(', ')}]`;
}

function isWhole(field: Field | undefined): boolean {
  const { error } = field ? z.safeParse(field.schema, 0.5) : {};
  return error?.issues.some((issue) => issue.code === 'invalid_type' && issue.expected === 'int') ?? false;
}

/** A line for a field that is not there, with a place to fill. */
export function missingField({ source, path, field }: Context): Partial<Details> {
  const key = String(path.at(-1) ?? '');
  const { type } = field?.schema._zod.def ?? {};
  if (!field || key === '' || type === 'object' || type === 'record') return {};
  // Never the schema's example: copied to the letter, it would become a false answer.
  const text = type === 'string' && !field.meta.reference && field.meta.exemple === undefined ? '"…"' : '…';
  const value = type === 'array' ? `[${text}]` : text;
  return fieldToAdd(source.yaml, path.slice(0, -1), `${key}: ${value}`);
}

function numberMeant(value: unknown, wanted: string, example: string | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const plain = value
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(',', '.')
    .replace(/(%|ans?|h)$/, '');
  const valid = wanted === 'int' ? /^\d+$/ : /^\d+(\.\d+)?$/;
  if (valid.test(plain)) return plain;
  const isYear = /^\d{4}$/.test(example ?? '');
  return isYear ? isoFromFrench(value)?.slice(0, 4) : undefined;
}

/** « Le Port : une équipe » without quotes reads as a group of one line: the text is given back. */
function textMeant(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [key, text] = entries[0] ?? [];
  const single = entries.length === 1 && key !== undefined && ['string', 'number'].includes(typeof text);
  return single ? quoted(`${key} : ${String(text)}`) : undefined;
}
