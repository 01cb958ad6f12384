import { fr } from '#src/checks/text.ts';
import { COLLECTIONS, PASSAGE_KINDS, VOCABULARIES, type Vocabulary } from '#src/domain/collections.ts';
import type { ReferenceTarget } from '#src/schemas/fields.ts';
import type { FormField } from './form-fields.ts';
import { ENTRIES } from './form-file.ts';
import { listForm } from './file-forms.ts';
import { hasNone, NO, noneName, YES } from './form-values.ts';
import { choiceOf, hintOf, labelOf } from './words.ts';

/** One field as Sveltia CMS takes it; its own schema says which options each widget has. */
export type CmsField = Readonly<Record<string, unknown>> & { readonly name: string; readonly widget: string };

/** The collection of the form that holds every closed list. */
export const LISTS = 'vocabulaire';

/** The fields of a file, as the form shows them. */
export function cmsFields(fields: readonly FormField[]): CmsField[] {
  return fields.flatMap((field) =>
    hasNone(field) ? [cmsField(field), noneField(field)] : [cmsField(field)],
  );
}

/** Beside a list that no one may have answered: « none » is an answer. */
function noneField({ name }: FormField): CmsField {
  return {
    name: noneName(name),
    widget: 'boolean',
    required: false,
    label: fr`${labelOf(name)} : aucun`,
    hint: fr`À allumer si l'équipe a répondu qu'il n'y en a pas. Éteint, et la liste vide : pas de réponse.`,
  };
}

function cmsField(field: FormField): CmsField {
  const common = {
    name: field.name,
    label: labelOf(field.name),
    required: !field.optional,
    ...(hintOf(field) ? { hint: hintOf(field) } : {}),
  };
  switch (field.kind) {
    case 'text':
    case 'date':
      return { ...common, widget: 'string', ...plain, ...limits(field), ...shape(field) };
    case 'email':
      return { ...common, widget: 'string', ...plain, type: 'email' };
    case 'prose':
      return { ...common, widget: 'text', ...plain, ...limits(field) };
    case 'day':
      return { ...common, widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
    case 'colour':
      return { ...common, widget: 'color', allowInput: true };
    case 'number':
      return { ...common, widget: 'string', ...plain, ...numberShape(field) };
    case 'switch':
      return { ...common, widget: 'boolean', required: false, default: field.default };
    case 'answer':
      return { ...common, ...answer(field.optional) };
    case 'choice':
      return { ...common, ...choice(field) };
    case 'reference':
      return { ...common, ...relation(field.target) };
    case 'file':
      return { ...common, ...file(field.file, false) };
    case 'group':
      return { ...common, widget: 'object', collapsed: 'auto', fields: cmsFields(field.fields) };
    case 'either':
      return { ...common, widget: 'object', fields: cmsFields(bounds(field.fields)) };
    case 'list':
      return { ...common, ...list(field) };
    case 'map':
      return { ...common, ...map(field) };
  }
}

/** No list of emoji opens under « : », which French puts before many words. */
const plain = { use_emoji_autocomplete: false };

const limits = ({ max }: { readonly max?: number | undefined }) =>
  max === undefined ? {} : { maxlength: max };

function shape({ pattern, exemple }: { pattern?: string | undefined; exemple?: string | undefined }): object {
  if (pattern === undefined) return {};
  const expected =
    exemple === undefined ? fr`Cette écriture n'est pas la bonne.` : fr`À écrire comme « ${exemple} ».`;
  return { pattern: [pattern, expected] };
}

/**
 * A number is written as French writes it, « 4 200 » or « 12,5 »: the package's own box for numbers empties itself at the
 * first space, and goes on with what follows.
 */
function numberShape({ whole, exemple }: FormField & { kind: 'number' }): object {
  const [decimals, usual] = whole ? ['', '4200'] : ['([.,][0-9]+)?', '12,5'];
  const expected = fr`Un nombre${whole ? ' entier' : ''}, en chiffres : « ${exemple ?? usual} ».`;
  return { pattern: [String.raw`^\s*-?[0-9][0-9\s]*${decimals}\s*$`, expected] };
}

/** A question that may stay without an answer: neither « yes » nor « no » is there before someone chooses. The package takes a bare `false` for a question left out. */
function answer(optional: boolean): { widget: string } & Record<string, unknown> {
  const options = [
    { label: 'Oui', value: YES },
    { label: 'Non', value: NO },
  ];
  return {
    widget: 'select',
    options: optional ? [...options, { label: fr`Pas de réponse`, value: '' }] : options,
  };
}

function choice(field: FormField & { kind: 'choice' }): { widget: string } & Record<string, unknown> {
  const { values, optional, default: usual } = field;
  const options = values.map((value) => ({ label: choiceOf(value), value }));
  const empty = optional && usual === undefined && !values.includes('');
  return {
    widget: 'select',
    required: !optional && !values.includes(''),
    options: empty ? [{ label: fr`Pas de réponse`, value: '' }, ...options] : options,
    ...(usual === undefined ? {} : { default: usual }),
  };
}

const TITLES: Readonly<Record<string, string>> = {
  equipes: '{{nom}}',
  // The text names a tool by its file.
  outils: '{{titre}} · {{slug}}',
  histoires: '{{titre}}',
  pages: '{{titre}}',
};

const isVocabulary = (target: ReferenceTarget): target is Vocabulary =>
  !COLLECTIONS.some((name) => name === target) && VOCABULARIES.some((name) => name === target);

/** The names of what a field may point to, read in the files themselves: a new one is offered as soon as it is saved. */
function relation(target: ReferenceTarget): { widget: string } & Record<string, unknown> {
  if (!isVocabulary(target)) {
    return {
      widget: 'relation',
      collection: target,
      value_field: '{{slug}}',
      display_fields: [TITLES[target] ?? '{{slug}}'],
    };
  }
  const shown = target === 'sigles' ? 'sigle' : 'nom';
  const name = `${ENTRIES}.*.${shown}`;
  // What a text marks, it names by its key.
  const marked = Object.values(PASSAGE_KINDS).some((list) => list === target);
  return {
    widget: 'relation',
    collection: LISTS,
    file: listForm(target),
    value_field: `${ENTRIES}.*.cle`,
    display_fields: [marked ? `{{${name}}} · {{${ENTRIES}.*.cle}}` : name],
  };
}

/** Pictures beside the text that shows them; documents in a folder of their own, as the guide says. */
function file(kind: 'image' | 'document', multiple: boolean): { widget: string } & Record<string, unknown> {
  const folder = kind === 'image' ? '' : 'fichiers';
  return {
    widget: kind === 'image' ? 'image' : 'file',
    choose_url: false,
    multiple,
    media_folder: folder,
    public_folder: folder || '.',
  };
}

function list({
  item,
  min,
  name,
}: FormField & { kind: 'list' }): { widget: string } & Record<string, unknown> {
  const least = min > 0 ? { min } : {};
  if (item.kind === 'reference') return { ...relation(item.target), multiple: true, ...least };
  if (item.kind === 'file') return { ...file(item.file, true), ...least };
  const common = { widget: 'list', label_singular: fr`élément`, ...least };
  if (item.kind !== 'group') {
    const single = cmsField({
      ...item,
      name: 'element',
      optional: false,
      description: '',
      exemple: undefined,
    });
    return { ...common, field: { ...single, label: labelOf(name) } };
  }
  return { ...common, ...collapsible(item.fields), fields: cmsFields(item.fields) };
}

/** A closed line says what it holds: the first field that is a word. */
function collapsible(fields: readonly FormField[]): object {
  const told = fields
    .filter(({ kind }) => kind === 'text' || kind === 'reference' || kind === 'number')
    .slice(0, 2);
  return { collapsed: 'auto', summary: told.map(({ name }) => `{{${name}}}`).join(' · ') };
}

function map({ key, item }: FormField & { kind: 'map' }): { widget: string } & Record<string, unknown> {
  const inner = item.kind === 'group' ? item.fields : [{ ...item, optional: false }];
  const fields = [{ ...key, optional: false }, ...inner];
  const named = inner.find(({ kind }) => kind === 'text')?.name ?? 'cle';
  return {
    widget: 'list',
    label_singular: fr`entrée`,
    collapsed: true,
    summary: `{{${named}}} · {{cle}}`,
    fields: cmsFields(fields),
  };
}

/** « A number, or two bounds »: the second may be left out. */
const bounds = (fields: readonly FormField[]): FormField[] =>
  fields.map((field, index) => (index === 0 ? field : { ...field, optional: true }));
