import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemaOf, snippets, yamlSchemas } from '#src/drafts/editor-files.ts';
import { checkContenu } from '#src/checks/index.ts';
import { withFiles } from '#src/checks/contenu.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import { read } from './publication.ts';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly examples?: readonly string[];
}

test('un schéma pour VS Code dit en français chaque champ, et les mots des listes avec leur nom', async () => {
  const schema = jsonSchemaOf(await read({}), COLLECTION_SCHEMAS.scans) as Node;
  expect(schema.properties?.['composition']?.items?.properties?.['profession']).toMatchObject({
    enum: ['infirmier', 'masseur-kinesitherapeute'],
    enumDescriptions: ['infirmier', 'masseur-kinésithérapeute'],
  });
  for (const [name, field] of Object.entries(schema.properties ?? {}))
    expect(field.description, name).toMatch(/\p{L}/u);
  expect(JSON.stringify(yamlSchemas(await read({})))).not.toMatch(/"(reference|exemple|file|pictogramme)":"/);
});

test('chaque sorte de fichier YAML a son schéma', async () => {
  const files = yamlSchemas(await read({})).map((one) => one.files);
  expect(files).toContain('publication.yaml');
  expect(files).toContain('scans/**/*.yaml');
  expect(files).toContain('vocabulaire/leviers.yaml');
  expect(new Set(files).size).toBe(files.length);
});

/** What an editor has once a snippet is filled as it is proposed. */
const filled = (body: readonly string[]) =>
  body
    .join('\n')
    .replace(/\$\{\d+\|(.*?)(?:,.*?)?\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$0/g, 'Suite')
    .replaceAll('\\', '');

test('une fiche toute faite se lit, et a chaque champ nécessaire', async () => {
  const contenu = await read({});
  for (const [name, { body }] of Object.entries(snippets(contenu)).filter(([one]) => one.startsWith('fiche'))) {
    const collection = name.replace('fiche ', '') as keyof typeof COLLECTION_SCHEMAS;
    const head = filled(body).replace(/^---\n([\s\S]*?)\n---[\s\S]*$/, '$1');
    const issues = COLLECTION_SCHEMAS[collection].safeParse(parse(head)).error?.issues ?? [];
    expect(issues.filter(({ code }) => code === 'invalid_type' || code === 'unrecognized_keys'), name).toEqual([]);
  }
});

test('un bloc tout fait est un bloc juste', async () => {
  const contenu = await read({});
  const blocks = Object.entries(snippets(contenu)).filter(([one]) => /^bloc (conseil|citation|chronologie|colonnes)/.test(one));
  const text = blocks.map(([, { body }]) => filled(body)).join('\n\n');
  const page = `---\ntitre: "Blocs"\nresume: "Tous."\nbrouillon: false\n---\n\n${text}\n`;
  const future = withFiles(contenu, { texts: new Map([['pages/blocs.md', page]]) });
  expect(checkContenu(future).filter(({ file }) => file === 'pages/blocs.md')).toEqual([]);
  expect(filled(snippets(contenu)['bloc levier']?.body ?? [])).toContain(':::levier{cle="meme-lieu"}');
});
