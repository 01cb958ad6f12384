import { z } from 'zod';
import { checkContext } from '#src/checks/context.ts';
import type { Contenu } from '#src/checks/contenu.ts';
import { fieldAt, keysAt } from '#src/checks/fields.ts';
import { candidatesOf } from '#src/checks/rules/references.ts';
import { french, type Path } from '#src/checks/text.ts';
import { type Collection, COLLECTIONS, PASSAGE_KINDS, VOCABULARIES } from '#src/domain/collections.ts';
import { BLOCKS, BLOCK_NAMES, type BlockName, isPassageKind } from '#src/markdown/blocks.ts';
import type { ReferenceTarget } from '#src/schemas/fields.ts';
import {
  COLLECTION_SCHEMAS,
  FormulaireSchema,
  PublicationSchema,
  VOCABULARY_SCHEMAS,
} from '#src/schemas/index.ts';

/** A JSON Schema, or a part of one (draft 2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Collections whose files are all fields: a YAML language server checks them as they are typed. */
const IN_YAML: readonly Collection[] = ['equipes', 'scans', 'regions'];

/** A schema as other programs read it: closed lists written out with their names, descriptions in French. */
export function jsonSchemaOf(contenu: Contenu, schema: z.ZodType): JsonSchema {
  const context = checkContext(contenu);
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const node = jsonSchema as Record<string, unknown>;
      const { description, exemple, reference } = node;
      if (typeof description === 'string') node['description'] = french(description);
      if (exemple !== undefined) node['examples'] = [exemple];
      if (typeof reference === 'string') {
        const words = candidatesOf(context, reference as ReferenceTarget);
        // A list where nothing is written yet holds nothing that could be refused.
        if (words.length > 0) {
          node['enum'] = words.map(({ word }) => word);
          node['enumDescriptions'] = words.map(({ word, names = [] }) => names[0] ?? word);
        }
      }
      for (const ours of ['exemple', 'reference', 'file', 'pictogramme']) Reflect.deleteProperty(node, ours);
    },
  });
}

/** Each kind of YAML file of the publication: its schema, and which files it is for, from the content folder. */
export function yamlSchemas(
  contenu: Contenu,
): readonly { name: string; files: string; schema: JsonSchema }[] {
  const one = (name: string, files: string, schema: z.ZodType) => ({
    name,
    files,
    schema: jsonSchemaOf(contenu, schema),
  });
  return [
    one('publication', 'publication.yaml', PublicationSchema),
    one('formulaires', 'formulaires/scans.yaml', FormulaireSchema),
    ...IN_YAML.map((name) => one(name, `${name}/**/*.yaml`, COLLECTION_SCHEMAS[name])),
    ...VOCABULARIES.map((name) =>
      one(name, `vocabulaire/${name}.yaml`, z.record(z.string(), VOCABULARY_SCHEMAS[name])),
    ),
  ];
}

export interface Snippet {
  readonly prefix: string;
  readonly scope: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** What a few letters and the key « Tab » write: a whole sheet for each collection, each block of a text. */
export function snippets(contenu: Contenu): Readonly<Record<string, Snippet>> {
  const sheets = COLLECTIONS.map((name) => [`fiche ${name}`, sheet(contenu, name)] as const);
  const blocks = BLOCK_NAMES.filter((name) => !BLOCKS[name].leaf).map(
    (name) => [`bloc ${name}`, block(contenu, name)] as const,
  );
  return Object.fromEntries([...sheets, ...blocks]);
}

/** Places where the cursor stops, numbered as they come. */
class Stops {
  #count = 0;

  text(hint: string): string {
    return `\${${++this.#count}:${hint.replace(/[\\$}]/g, '\\$&')}}`;
  }

  choice(words: readonly string[]): string {
    if (words.length === 0) return this.text('…');
    return `\${${++this.#count}|${words.map((word) => word.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
  }
}

function sheet(contenu: Contenu, name: Collection): Snippet {
  const yaml = IN_YAML.includes(name);
  const lines = sheetLines(contenu, COLLECTION_SCHEMAS[name], [], new Stops());
  return {
    prefix: `fiche-${name}`,
    scope: yaml ? 'yaml' : 'markdown,mdx',
    description: french(`Une fiche neuve pour content/${name}`),
    body: yaml ? lines : ['---', ...lines, '---', '', '## $0'],
  };
}

/** The fields that must be there, those of a group shifted under its name. */
function sheetLines(contenu: Contenu, schema: z.ZodType, path: Path, stops: Stops): string[] {
  return keysAt(schema, path).flatMap((key): string[] => {
    const at = [...path, key];
    const field = fieldAt(schema, at);
    if (key === 'brouillon') return ['brouillon: true'];
    if (!field || field.optional) return [];
    const item = [...at, 0];
    if (keysAt(schema, item).length > 0) {
      const [first = '', ...more] = sheetLines(contenu, schema, item, stops);
      return [`${key}:`, `  - ${first}`, ...more.map((line) => `    ${line}`)];
    }
    if (fieldAt(schema, item)) return [`${key}:`, `  - ${valueOf(contenu, schema, item, stops)}`];
    if (keysAt(schema, at).length > 0) {
      const inside = sheetLines(contenu, schema, at, stops).map((line) => `  ${line}`);
      return inside.length > 0 ? [`${key}:`, ...inside] : [`${key}: {}`];
    }
    return [`${key}: ${valueOf(contenu, schema, at, stops)}`];
  });
}

function valueOf(contenu: Contenu, schema: z.ZodType, path: Path, stops: Stops): string {
  const field = fieldAt(schema, path);
  const { reference, exemple, description = '…' } = field?.meta ?? {};
  if (reference) return stops.choice(candidatesOf(checkContext(contenu), reference).map(({ word }) => word));
  if (field?.schema instanceof z.core.$ZodNumber) return stops.text(exemple ?? '1');
  const plain = exemple !== undefined && /^\d{4}(-\d\d-\d\d)?$/.test(exemple);
  return plain ? stops.text(exemple) : `"${stops.text(exemple ?? french(description))}"`;
}

function block(contenu: Contenu, name: BlockName): Snippet {
  const stops = new Stops();
  const { attributes, label } = BLOCKS[name];
  const kind = isPassageKind(name) ? PASSAGE_KINDS[name] : undefined;
  const required = Object.entries(attributes).filter(([, needed]) => needed);
  const written = required.map(([attribute]) => {
    const words = kind && candidatesOf(checkContext(contenu), kind).map(({ word }) => word);
    return `${attribute}="${words ? stops.choice(words) : stops.text(attribute)}"`;
  });
  const title = label ? `[${stops.text('Titre')}]` : '';
  const inside: Partial<Record<BlockName, readonly string[]>> = {
    chronologie: [`- ${stops.text('2021')} : ${stops.text('Ce qui se passe.')}`],
    colonnes: [`- ${stops.text('Titre')}`, `  - ${stops.text('Ligne')}`],
    figure: [`![${stops.text('Ce que montre l’image.')}](./${stops.text('photo.jpg')})`],
  };
  return {
    prefix: name,
    scope: 'markdown,mdx',
    description: french(`Un bloc « ${name} »`),
    body: [
      `:::${name}${title}${written.length > 0 ? `{${written.join(' ')}}` : ''}`,
      ...(inside[name] ?? [stops.text('Texte.')]),
      ':::',
      '$0',
    ],
  };
}
