import { type Vocabulary, VOCABULARIES } from '#src/domain/collections.ts';
import { slugify } from '#src/domain/slugs.ts';
import {
  COLLECTION_SCHEMAS,
  FormulaireSchema,
  PublicationSchema,
  VOCABULARY_SCHEMAS,
} from '#src/schemas/index.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { SourceFile } from '#src/checks/contenu.ts';
import { explainFields } from '#src/checks/explain.ts';
import { valueAt } from '#src/checks/fields.ts';
import { type Issue, issueIn, issueOfField } from '#src/checks/issues.ts';
import { excerpt, fr } from '#src/checks/text.ts';
import { lineWithKey } from '#src/checks/yaml-source.ts';

/** What the schemas ask of each file's fields. */
export function checkFields({ contenu }: CheckContext): Issue[] {
  const issues: Issue[] = [];
  if (contenu.publication?.data !== undefined)
    issues.push(...fieldsOf(contenu.publication, PublicationSchema));
  if (contenu.formulaire?.data !== undefined) issues.push(...fieldsOf(contenu.formulaire, FormulaireSchema));
  for (const file of contenu.files) {
    if (file.data === undefined) continue;
    if (file.format !== 'yaml' && file.body.trim() === '') issues.push(withoutText(file.path, file.bodyLine));
    if (file.format === 'yaml' || file.yaml.document.contents !== null) {
      issues.push(...fieldsOf(file, COLLECTION_SCHEMAS[file.collection]));
    } else {
      issues.push(empty(file.path));
    }
  }
  for (const name of VOCABULARIES) {
    const file = contenu.vocabulaires.get(name);
    if (file && file.data !== undefined) issues.push(...vocabularyFields(file, name));
  }
  return issues;
}

function fieldsOf(file: SourceFile, schema: Parameters<typeof explainFields>[1]): Issue[] {
  if (typeof file.data === 'object' && file.data !== null && !Array.isArray(file.data)) {
    return explainFields(file, schema);
  }
  return file.data === null ? [empty(file.path)] : [notFields(file)];
}

function empty(path: string): Issue {
  return issueIn(path, { rule: 'empty-file', message: fr`ce fichier ne contient aucun champ.` });
}

function notFields(file: SourceFile): Issue {
  const message = fr`ce fichier doit contenir des champs : un nom, un deux-points, une espace et une valeur, un par ligne.`;
  return issueIn(file.path, { rule: 'not-fields', message }, { line: file.yaml.firstLine, column: 1 });
}

function withoutText(path: string, line: number): Issue {
  const message = fr`cette page n'a pas de texte après les trois tirets.`;
  return issueIn(path, { rule: 'empty-body', message }, { line: Math.max(line - 1, 1), column: 1 });
}

/** The key that an entry's own name would give, for a key that has no letter. */
function nameSlug({ data }: SourceFile, key: string): string {
  const name = ['nom', 'sigle']
    .map((field) => valueAt(data, [key, field]))
    .find((value) => value !== undefined);
  return slugify(typeof name === 'string' ? name : '');
}

function vocabularyFields(file: SourceFile, name: Vocabulary): Issue[] {
  // A list where nothing is written yet is an empty list.
  if (file.data === null) return [];
  if (typeof file.data !== 'object' || Array.isArray(file.data)) return [notFields(file)];
  return Object.keys(file.data).flatMap((key) => {
    const issues = explainFields(file, VOCABULARY_SCHEMAS[name], [key]);
    const right = slugify(key) || nameSlug(file, key);
    if (key === '' || key !== right) {
      issues.push(
        issueOfField(
          file,
          [key],
          {
            rule: 'vocabulary-key',
            read: key,
            suggestion: right || undefined,
            message: fr`${key === '' ? fr`cette clé est vide, et elle` : fr`la clé « ${excerpt(key)} »`} sert d'adresse : des minuscules sans accent, des chiffres et des tirets seulement.${right ? fr` Écrire « ${right} ».` : ''}`,
            correctedLine: right ? lineWithKey(file.yaml, [key], right) : undefined,
          },
          'key',
        ),
      );
    }
    return issues;
  });
}
