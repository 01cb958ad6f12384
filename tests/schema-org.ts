import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** schema.org's own vocabulary, as the package schema-dts takes it over: types, what each may hold, and of what kind. */
interface Vocabulary {
  /** What an object of this type may say, with the kinds of thing that it may say of each. */
  readonly properties: (type: string) => ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** Whether something of a type may stand where another type is expected. */
  readonly isA: (type: string, expected: string) => boolean;
}

const words = (union: string): string[] =>
  union
    .split('|')
    .map((word) => word.trim().replace(/Leaf$/, ''))
    .filter((word) => /^[A-Z]\w*$/.test(word) && word !== 'IdReference');

function read(): Vocabulary {
  const require = createRequire(import.meta.url);
  const text = readFileSync(require.resolve('schema-dts').replace(/\.js$/, '.d.ts'), 'utf8');
  const bases = new Map<string, { parents: string[]; own: Map<string, Set<string>> }>();
  const baseOf = new Map<string, string>();
  for (const [, name = '', parents = '', body = ''] of text.matchAll(
    /interface (\w+Base)(?: extends ([^{]+))? \{([\s\S]*?)\n\}/g,
  )) {
    const own = [...body.matchAll(/^ {4}"(\w+)"\?: SchemaValue<(.*), "\w+">;$/gm)].map(
      ([, property = '', kinds = '']) => [property, new Set(words(kinds))] as const,
    );
    bases.set(name, {
      parents: parents.split(/,\s*/).map((parent) => parent.trim().replace(/^Partial<|>$/g, '')),
      own: new Map(own),
    });
  }
  for (const [, base = '', type = ''] of text.matchAll(
    /interface \w+Leaf extends (\w+) \{\s*"@type": "(\w+)"/g,
  ))
    baseOf.set(type, base);
  const kinds = new Map(
    [...text.matchAll(/^export type (\w+) = (.*);$/gm)].map(([, name = '', union = '']) => [
      name,
      words(union),
    ]),
  );
  const all = (base: string): (readonly [string, ReadonlySet<string>])[] => {
    const found = bases.get(base);
    return found ? [...found.parents.flatMap(all), ...found.own] : [];
  };
  const isA = (type: string, expected: string): boolean =>
    type === expected || (kinds.get(expected) ?? []).some((kind) => kind !== expected && isA(type, kind));
  return {
    properties: (type) => {
      const base = baseOf.get(type);
      return base === undefined ? undefined : new Map(all(base));
    },
    isA,
  };
}

const vocabulary = read();
const TEXTS = ['Text', 'URL', 'Date', 'DateTime', 'CssSelectorType', 'XPathType', 'PronounceableText'];

/** What an object says that schema.org has no word for, with its place. */
export function unknownWords(value: unknown, place = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => unknownWords(each, `${place}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  if (Object.keys(node).join() === '@id') return [];
  const type = String(node['@type']);
  const properties = vocabulary.properties(type);
  if (!properties) return [`${place} : le type « ${type} » n’existe pas`];
  return Object.entries(node).flatMap(([name, held]) => {
    if (name.startsWith('@')) return [];
    // An input of an action: https://schema.org/docs/actions.html.
    if (name === 'query-input') return vocabulary.isA(type, 'Action') ? [] : [`${place}.${name}`];
    const expected = properties.get(name);
    const here = `${place}.${name}`;
    if (!expected) return [`${here} : « ${type} » n’a pas de propriété « ${name} »`];
    return [held].flat().flatMap((one) => [...unknownWords(one, here), ...misfit(one, expected, here)]);
  });
}

/** The value's kind, when it is none of those that the property takes. */
function misfit(value: unknown, expected: ReadonlySet<string>, place: string): string[] {
  const fits = (...types: string[]) =>
    types.some((type) => [...expected].some((kind) => vocabulary.isA(type, kind)));
  const fault = [`${place} : ${JSON.stringify(value)} n’est pas ${[...expected].join(' ou ')}`];
  if (typeof value === 'string') return fits(...TEXTS) ? [] : fault;
  if (typeof value === 'boolean') return expected.has('Boolean') ? [] : fault;
  if (typeof value === 'number') return fits('Number', 'Integer') ? [] : fault;
  const type = (value as Record<string, unknown>)['@type'];
  return type === undefined || fits(String(type)) ? [] : fault;
}
