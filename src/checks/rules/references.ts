import { basename } from 'node:path';
import type { z } from 'zod';
import { COLLECTIONS, type Collection, type Vocabulary, VOCABULARIES } from '#src/domain/collections.ts';
import { slugify } from '#src/domain/slugs.ts';
import { COLLECTION_SCHEMAS, PublicationSchema, VOCABULARY_SCHEMAS } from '#src/schemas/index.ts';
import type { ReferenceTarget } from '#src/schemas/fields.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { Contenu, SourceFile } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { eachValue, valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { type Candidate, nearest } from '#src/checks/nearest.ts';
import { unreadFile } from '#src/checks/better-path.ts';
import { excerpt, fr, hasInvisible, type Path, withoutInvisible } from '#src/checks/text.ts';
import { lineWithValue, yamlText } from '#src/checks/yaml-source.ts';

/** Every word that points to a team, a tool or a closed list's key leads to one that exists. */
export function checkReferences(context: CheckContext): Issue[] {
  const issues: Issue[] = [];
  eachReference(context.contenu, (file, path, target, value) => {
    const issue = brokenReference(context, file, path, target, value);
    if (issue) issues.push(issue);
  });
  return [...issues, ...repeatedReferences(context.contenu)];
}

type Visit = (file: SourceFile, path: Path, target: ReferenceTarget, value: string) => void;

/** Calls back with every reference written anywhere; found in the schemas, so a new field needs nothing here. */
export function eachReference(contenu: Contenu, visit: Visit): void {
  const walk = (file: SourceFile | undefined, schema: z.ZodType, data: unknown, base: Path = []) => {
    if (!file || data === undefined) return;
    eachValue(schema, data, (value, field, path) => {
      const target = field.meta.reference;
      if (target && typeof value === 'string' && value !== '') visit(file, [...base, ...path], target, value);
    });
  };
  walk(contenu.publication, PublicationSchema, contenu.publication?.data);
  for (const file of contenu.files) walk(file, COLLECTION_SCHEMAS[file.collection], file.data);
  for (const [name, file] of contenu.vocabulaires) {
    for (const key of keysOf(file)) walk(file, VOCABULARY_SCHEMAS[name], valueAt(file.data, [key]), [key]);
  }
}

function keysOf(file: SourceFile | undefined): string[] {
  const data = file?.data;
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.keys(data) : [];
}

export function isCollection(target: string): target is Collection {
  return COLLECTIONS.some((name) => name === target);
}

function isVocabulary(target: string): target is Vocabulary {
  return VOCABULARIES.some((name) => name === target);
}

/** The words that a reference may be, with the names that the site shows for them. */
export function candidatesOf({ contenu, index }: CheckContext, target: ReferenceTarget): Candidate[] {
  if (isCollection(target)) {
    const pages = index.pages.filter((page) => page.collection === target);
    return pages.map((page) => ({ word: page.id, names: [page.titre] }));
  }
  const file = isVocabulary(target) ? contenu.vocabulaires.get(target) : undefined;
  return keysOf(file).map((key) => {
    const names = [
      ...['nom', 'sigle', 'court', 'feminin', 'pluriel'].map((field) => valueAt(file?.data, [key, field])),
      ...[valueAt(file?.data, [key, 'synonymes'])].flat(),
    ];
    return { word: key, names: names.filter((name) => typeof name === 'string') };
  });
}

function brokenReference(
  context: CheckContext,
  file: SourceFile,
  path: Path,
  target: ReferenceTarget,
  value: string,
): Issue | undefined {
  const list = isVocabulary(target) ? context.contenu.vocabulaires.get(target) : undefined;
  // A list that cannot be read has its own message; its words are not held against anyone.
  if (list?.guessed) return undefined;
  const exists = isCollection(target)
    ? context.index.byKey.has(`${target}/${value}`)
    : typeof list?.data === 'object' && list.data !== null && Object.hasOwn(list.data, value);
  if (exists) return undefined;
  // A file of that name that is not read has its own message.
  if (unreadFile(context.contenu.assets.keys(), value, `${target}/`)) return undefined;
  const candidates = candidatesOf(context, target);
  const bare = basename(withoutInvisible(value)).replace(/\.(mdx?|ya?ml)$/i, '');
  const sameName = candidates.find(({ word }) => word === bare || word === slugify(bare))?.word;
  const suggestion = sameName ?? nearest(bare, candidates);
  const where = isCollection(target) ? fr`le dossier ${target}` : fr`vocabulaire/${target}.yaml`;
  const invisible = hasInvisible(value) ? fr` Le mot contient un caractère invisible.` : '';
  const renamed = isCollection(target) && suggestion ? fileToRename(context, target, value, suggestion) : '';
  if (renamed) {
    const message = fr`« ${excerpt(value)} » n'existe pas dans ${where}. Plusieurs fichiers écrivent ce nom, et aucun « ${suggestion ?? ''} » : renommer ${renamed}.`;
    return issueOfField(file, path, { rule: 'reference', read: value, expected: where, message });
  }
  return issueOfField(file, path, {
    rule: 'reference',
    read: value,
    expected: where,
    suggestion,
    message: fr`« ${excerpt(value)} » n'existe pas dans ${where}.${invisible}${question(suggestion)}`,
    correctedLine: suggestion && lineWithValue(file.yaml, path, yamlText(suggestion)),
  });
}

/** When all agree on a name that no file bears, and none names its nearest file: « a.yaml en b.yaml »; else nothing. */
function fileToRename(
  { contenu, index }: CheckContext,
  target: Collection,
  value: string,
  suggestion: string,
): string {
  const found = index.byKey.get(`${target}/${suggestion}`);
  if (!found || value !== slugify(value)) return '';
  const uses = (word: string) => {
    let count = 0;
    eachReference(contenu, (_file, _path, to, read) => (count += to === target && read === word ? 1 : 0));
    return count;
  };
  if (uses(value) < 2 || uses(suggestion) > 0) return '';
  return fr`${found.path} en ${found.path.replace(/[^/]+(?=\.[a-z]+$)/, value)}`;
}

/** The same word twice in one list. */
function repeatedReferences(contenu: Contenu): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  eachReference(contenu, (file, path, _target, value) => {
    if (typeof path.at(-1) !== 'number') return;
    const key = JSON.stringify([file.path, path.slice(0, -1), value]);
    if (seen.has(key)) {
      const message = fr`« ${excerpt(value)} » est déjà dans cette liste. Supprimer cette ligne.`;
      issues.push(issueOfField(file, path, { rule: 'repeated', read: value, message }));
    }
    seen.add(key);
  });
  return issues;
}
