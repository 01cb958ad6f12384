import { posix, relative, sep } from 'node:path';
import { PASSAGE_KINDS, type PassageKind, type Vocabulary } from '#src/domain/collections.ts';
import type { MarkdownOptions, SigleTerm } from '#src/markdown/options.ts';
import { fieldTable } from '#src/schemas/field-table.ts';
import {
  COLLECTION_SCHEMAS,
  FormulaireSchema,
  PublicationSchema,
  VOCABULARY_SCHEMAS,
} from '#src/schemas/index.ts';
import { contentIndex, resolveLink } from './content-index.ts';
import type { Contenu } from './contenu.ts';

function entriesOf(contenu: Contenu, name: Vocabulary): [string, unknown][] {
  return Object.entries((contenu.vocabulaires.get(name)?.data ?? {}) as Record<string, unknown>);
}

function sigles(contenu: Contenu): SigleTerm[] {
  return entriesOf(contenu, 'sigles').flatMap(([cle, entry]) => {
    const { data } = VOCABULARY_SCHEMAS.sigles.safeParse(entry);
    return data ? [{ cle, sigle: data.sigle, developpe: data.developpe }] : [];
  });
}

function names(contenu: Contenu, kind: PassageKind): Record<string, string> {
  const list = PASSAGE_KINDS[kind];
  const known = entriesOf(contenu, list).flatMap(([cle, entry]) => {
    const { data } = VOCABULARY_SCHEMAS[list].safeParse(entry);
    return data ? [[cle, data.nom] as const] : [];
  });
  return Object.fromEntries(known);
}

/** What Markdown needs to know of a publication: its acronyms, its reading grid, its files, its fields. */
export function markdownOptions(contenu: Contenu): MarkdownOptions {
  const index = contentIndex(contenu);
  const kinds = Object.keys(PASSAGE_KINDS) as PassageKind[];
  return {
    sigles: sigles(contenu),
    terms: Object.fromEntries(kinds.map((kind) => [kind, names(contenu, kind)])) as MarkdownOptions['terms'],
    tables: Object.fromEntries(
      Object.entries({
        ...COLLECTION_SCHEMAS,
        formulaires: FormulaireSchema,
        publication: PublicationSchema,
      }).map(([name, schema]) => [name, fieldTable(schema)]),
    ),
    resolveLink: (url, from) => {
      const path = relative(contenu.dir, from).split(sep).join(posix.sep);
      const found = resolveLink(index, url, path);
      return 'problem' in found ? undefined : found;
    },
    linksVersion: index.pages.map(({ path, href }) => `${path}>${href}`).join('\n'),
  };
}
