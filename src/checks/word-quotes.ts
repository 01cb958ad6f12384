import { isPair, isScalar, isSeq, Scalar, visit } from 'yaml';
import type { z } from 'zod';
import { fieldAt } from './fields.ts';
import { type FieldSource, type Issue, issueOfField } from './issues.ts';
import { excerpt, fr, type Path } from './text.ts';
import { lineWithValue, quoted, yamlText } from './yaml-source.ts';

interface Stripped {
  readonly inner: string;
  /** « both »: one at each end; « one »: the other is not there. */
  readonly ends: 'both' | 'one';
}

/** Each opening mark, and those that may close it: word processors mix them. */
const MARKS: Readonly<Record<string, string>> = {
  '“': '”“"',
  '”': '”"',
  '„': '”“"',
  '«': '»"',
  '‘': '’',
};

/** What stands between the quotation marks that a word processor puts round a value; undefined when there are none. */
export function withoutWordQuotes(text: string): Stripped | undefined {
  const closes = MARKS[text.charAt(0)];
  const last = text.charAt(text.length - 1);
  if (closes !== undefined && text.length > 1) {
    const inner = text.slice(1, -1);
    // « ici » et « là »: the marks at both ends are not of one pair.
    const pair = !/^[^“„«]*[”»]/.test(inner);
    if (closes.includes(last) && pair) return { inner: inner.trim(), ends: 'both' };
    return /[”»]/.test(text.slice(1)) ? undefined : { inner: text.slice(1).trim(), ends: 'one' };
  }
  const odd = last === '"' && text.split('"').length % 2 === 0;
  const lone = odd || (/[”»]/.test(last) && !/[“„«]/.test(text));
  return lone ? { inner: text.slice(0, -1).trim(), ends: 'one' } : undefined;
}

/**
 * Values that a word processor put between its own quotation marks, which YAML takes for letters of the value. The document
 * is mended, so that the other checks see what was meant.
 */
export function wordQuotes(source: FieldSource, schema: z.ZodType): Issue[] {
  const issues: Issue[] = [];
  visit(source.yaml.document, {
    Scalar: (place, node, ancestors) => {
      if (place === 'key' || node.type !== Scalar.PLAIN || typeof node.value !== 'string') return;
      const stripped = withoutWordQuotes(node.value);
      if (!stripped || stripped.inner === '') return;
      const path = pathOf([...ancestors, node]);
      const { meant, text } = meaning(stripped.inner, schema, path);
      const correctedLine = lineWithValue(source.yaml, path, text);
      const field = fieldAt(schema, path);
      const prose = !field?.meta.reference && !field?.meta.file && !field?.meta.exemple;
      const details = { rule: 'word-quotes', read: excerpt(node.value), correctedLine };
      if (stripped.ends === 'both' && node.value.startsWith('«') && prose && meant === stripped.inner) {
        const message = fr`ces guillemets seront imprimés. S'ils ne font qu'entourer la valeur, écrire des guillemets droits.`;
        issues.push(issueOfField(source, path, { ...details, message, severity: 'avertissement' }));
        return;
      }
      const message =
        stripped.ends === 'both'
          ? fr`ces guillemets sont ceux d'un traitement de texte : ils seraient lus comme une partie de la valeur. Écrire des guillemets droits, ou aucun.`
          : fr`« ${excerpt(node.value)} » a un guillemet d'un côté seulement.`;
      const rule = stripped.ends === 'both' ? details.rule : 'word-quote-lone';
      issues.push(issueOfField(source, path, { ...details, rule, message }));
      node.value = meant;
    },
  });
  return issues;
}

/** The value inside the marks, of the kind that the field wants, and how to write it. */
function meaning(inner: string, schema: z.ZodType, path: Path): { meant: unknown; text: string } {
  const field = fieldAt(schema, path);
  const kind = (field?.schema as z.ZodType | undefined) ?? undefined;
  const fits = (value: unknown) => kind?.safeParse(value).success ?? false;
  const number = Number(inner.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'));
  const bare = [true, false].find((value) => String(value) === inner) ?? number;
  if (!fits(inner) && fits(bare)) return { meant: bare, text: String(bare) };
  const word = field?.meta.reference ?? field?.meta.exemple;
  const plain =
    /^\d{4}-\d{2}(-\d{2})?$/.test(inner) || (word !== undefined && !yamlText(inner).startsWith('"'));
  return { meant: inner, text: plain ? inner : quoted(inner) };
}

function pathOf(nodes: readonly unknown[]): Path {
  const path: (string | number)[] = [];
  for (const [index, node] of nodes.entries()) {
    if (isPair(node)) path.push(isScalar(node.key) ? String(node.key.value) : '');
    else if (isSeq(node)) path.push(node.items.indexOf(nodes[index + 1]));
  }
  return path;
}
