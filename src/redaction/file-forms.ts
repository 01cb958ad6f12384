import { z } from 'zod';
import { type Place } from '#src/checks/places.ts';
import { COLLECTIONS, VOCABULARIES } from '#src/domain/collections.ts';
import {
  COLLECTION_SCHEMAS,
  FormulaireSchema,
  PublicationSchema,
  VOCABULARY_SCHEMAS,
} from '#src/schemas/index.ts';
import { type FileForm, ENTRIES } from './form-file.ts';
import { formFields } from './form-fields.ts';

const MARKDOWN: readonly string[] = ['histoires', 'outils', 'pages'];

const KEY = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const fileForm = (shape: 'markdown' | 'yaml', schema: z.ZodType): FileForm => ({
  shape,
  schema,
  fields: formFields(schema),
});

function entriesForm(schema: z.ZodType): FileForm {
  const fields = formFields(z.strictObject({ [ENTRIES]: z.record(KEY, schema) }));
  return { shape: 'entries', schema, fields };
}

/** Every sort of file that the form opens, by the name that it bears in the form. */
export const FILE_FORMS: ReadonlyMap<string, FileForm> = new Map<string, FileForm>([
  ...COLLECTIONS.map(
    (name) =>
      [name, fileForm(MARKDOWN.includes(name) ? 'markdown' : 'yaml', COLLECTION_SCHEMAS[name])] as const,
  ),
  ['publication', fileForm('yaml', PublicationSchema)],
  ['formulaires', fileForm('yaml', FormulaireSchema)],
  ...VOCABULARIES.map((name) => [listForm(name), entriesForm(VOCABULARY_SCHEMAS[name])] as const),
]);

/** The name of a closed list's form: a list and a collection may bear the same name. */
export function listForm(name: string): string {
  return `liste-${name}`;
}

/** The form of a content file, from its place; undefined for an image or a document. */
export function formNameOf(place: Place): string | undefined {
  switch (place.kind) {
    case 'publication':
      return 'publication';
    case 'formulaire':
      return 'formulaires';
    case 'vocabulaire':
      return listForm(place.vocabulary);
    case 'entry':
      return place.collection;
    case 'asset':
      return undefined;
  }
}

/** The name of a form's file format; the package wants this ending for Markdown. */
export function formatOf(name: string): string {
  return FILE_FORMS.get(name)?.shape === 'markdown' ? `${name}-frontmatter` : name;
}
