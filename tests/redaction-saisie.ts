import type { Page } from 'playwright-core';
import type { Path } from '#src/checks/text.ts';
import { FILE_FORMS } from '#src/redaction/file-forms.ts';
import type { FormField } from '#src/redaction/form-fields.ts';

/** What an editor does in one field: `path` is where the form shows it. */
export type Step =
  | { readonly path: string; readonly how: 'type' | 'choose' | 'switch'; readonly value: string }
  | { readonly path: string; readonly how: 'open' }
  /** `value`: rank of the element that is added, the first when it is not said. */
  | { readonly path: string; readonly how: 'add'; readonly value?: string }
  | { readonly path: string; readonly how: 'file'; readonly value: FileToGive };

export interface FileToGive {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Values that a field must have to agree with others, by its path; any other gets one of its kind. */
export type Values = Readonly<Record<string, string | readonly string[] | FileToGive>>;

/** What to do to fill every field of a sort of file, in the order of its schema. */
export function everyField(name: string, values: Values): Step[] {
  const fields = FILE_FORMS.get(name)?.fields ?? [];
  return fields.flatMap((field) => stepsOf(field, field.name, values));
}

/** Where each field of a form is in the data of its file. */
export const writtenPaths = (fields: readonly FormField[], prefix: Path = []): Path[] =>
  fields.flatMap((field) => {
    const path = [...prefix, field.name];
    if (field.kind === 'group' || field.kind === 'either') return [path, ...writtenPaths(field.fields, path)];
    if (field.kind !== 'list') return [path];
    const item = field.item.kind === 'group' ? field.item.fields : [];
    return [[...path, 0], ...writtenPaths(item, [...path, 0])];
  });

/** A text whose passages are those of a whole story. */
export const RECIT = `## L’arrivée

Une équipe inventée[^1].

:::levier{cle="meme-lieu"}
On se croise.
:::

:::frein{cle="temps-organisation"}
Le temps manque.
:::

:::benefice{cle="orientation-articulee"}
On s’oriente mieux.
:::

:::motivation{cle="exercer-en-equipe"}
On voulait travailler ensemble.
:::

:::action{cle="prevention-etp"}
On prévient.
:::

[^1]: Une note.`;

function stepsOf(field: FormField, path: string, values: Values): Step[] {
  const given = values[path] ?? values[path.replace(/\.\d+/g, '.*')];
  switch (field.kind) {
    case 'group':
    case 'either': {
      const inside = field.fields.flatMap((each) => stepsOf(each, `${path}.${each.name}`, values));
      return field.optional ? [{ path, how: 'open' }, ...inside] : inside;
    }
    case 'map': {
      const item = field.item.kind === 'group' ? field.item.fields : [field.item];
      const inside = [field.key, ...item].flatMap((each) => stepsOf(each, `${path}.0.${each.name}`, values));
      return [{ path, how: 'add' }, ...inside];
    }
    case 'list':
      if (field.item.kind === 'file') return [{ path, how: 'file', value: given as FileToGive }];
      if (field.item.kind === 'reference')
        return [given ?? []].flat().map((value) => ({ path, how: 'choose', value: value as string }));
      return [{ path, how: 'add' }, ...itemSteps(field.item, `${path}.0`, values)];
    case 'file':
      return [{ path, how: 'file', value: given as FileToGive }];
    case 'switch':
      return [{ path, how: 'switch', value: String(given ?? 'true') }];
    case 'answer':
      return [{ path, how: 'choose', value: String(given ?? 'non') }];
    case 'choice':
      return [{ path, how: 'choose', value: String(given ?? field.values[0]) }];
    case 'reference':
      return [{ path, how: 'choose', value: given as string }];
    default:
      return [{ path, how: 'type', value: String(given ?? sample(field)) }];
  }
}

function itemSteps(item: FormField, path: string, values: Values): Step[] {
  if (item.kind !== 'group') return stepsOf(item, path, values);
  return item.fields.flatMap((each) => stepsOf(each, `${path}.${each.name}`, values));
}

function sample(field: FormField): string {
  if (field.exemple !== undefined) return field.exemple;
  if (field.kind === 'number') return String(Math.max(field.min ?? 0, 1));
  if (field.kind === 'email') return 'essai@exemple.fr';
  return field.kind === 'prose' ? 'Une phrase inventée.' : 'Mot inventé';
}

/** Does it all in the page, as fast as the page follows. */
export async function fill(page: Page, steps: readonly Step[]): Promise<void> {
  let batch: Exclude<Step, { how: 'file' }>[] = [];
  for (const step of steps) {
    if (step.how !== 'file') {
      batch.push(step);
      continue;
    }
    await page.evaluate(fillInPage, batch);
    batch = [];
    await page.locator(`[data-key-path="${step.path}"] input[type=file]`).first().setInputFiles(step.value);
  }
  await page.evaluate(fillInPage, batch);
}

/** Runs in the browser: it may name nothing of this file. */
async function fillInPage(steps: readonly { path: string; how: string; value?: string }[]): Promise<void> {
  const pause = (time: number) => new Promise((done) => setTimeout(done, time));
  const until = async <T>(what: string, find: () => T | null | undefined | false): Promise<T> => {
    for (let turn = 0; turn < 300; turn++) {
      const found = find();
      if (found) return found;
      await pause(20);
    }
    throw new Error(`not in the form: ${what}`);
  };
  const sectionOf = (path: string) => document.querySelector<HTMLElement>(`[data-key-path="${path}"]`);
  const within = (path: string, selector: string) =>
    [...(sectionOf(path)?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(
      (element) => element.closest('[data-key-path]') === sectionOf(path),
    );
  /** A part of the form may be drawn again under the finger: it is pressed until it is seen to be. */
  const press = async (
    what: string,
    find: () => HTMLElement | undefined,
    done: () => boolean,
    patience = 15,
  ) => {
    for (let turn = 0; turn < 20 && !done(); turn++) {
      (await until(what, find)).click();
      for (let wait = 0; wait < patience && !done(); wait++) await pause(20);
    }
    if (!done()) throw new Error(`without effect: ${what}`);
  };
  const isOn = (element: HTMLElement | undefined) => element?.getAttribute('aria-checked') === 'true';
  const type = async (path: string, value: string) => {
    const input = await until(path, () => within(path, 'input:not([hidden]), textarea')[0]);
    const kind = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const choose = async (path: string, value: string) => {
    const what = `${path} = ${value}`;
    const opener = await until(what, () => within(path, '[role=radio], [role=checkbox], [role=combobox]')[0]);
    const ofValue = (selector: string) => (element: HTMLElement) =>
      element.matches(selector) && element.dataset['value'] === value;
    if (opener.getAttribute('role') !== 'combobox') {
      // Buttons of one choice listen once they have a single place in the order of tabs.
      const radios = () => within(path, '[role=radio]');
      await until(
        what,
        () => radios().length < 2 || radios().filter(({ tabIndex }) => tabIndex === 0).length === 1,
      );
      const box = () => within(path, '[role=radio], [role=checkbox]').find(ofValue('*'));
      return press(what, box, () => isOn(box()));
    }
    const options = () => [...document.querySelectorAll<HTMLElement>('[role=listbox] [role=option]')];
    await press(
      path,
      () => within(path, '[role=combobox]')[0],
      () => options().length > 0,
    );
    return press(
      what,
      () => options().find(ofValue('*')),
      () => options().length === 0,
    );
  };
  for (const { path, how, value = '' } of steps) {
    if (how === 'type') await type(path, value);
    else if (how === 'choose') await choose(path, value);
    else if (how === 'add') {
      const button = () => within(path, 'button').find(({ textContent }) => textContent.includes('Ajouter'));
      const added = `[data-key-path^="${path}.${value || '0'}"]`;
      await press(path, button, () => document.querySelector(added) !== null, 300);
    } else {
      const wanted = how === 'open' || value === 'true';
      const button = () => within(path, how === 'open' ? '[role=checkbox]' : '[role=switch]')[0];
      await until(path, button);
      await press(path, button, () => isOn(button()) === wanted);
    }
    // A group that opens gets its empty values a moment later.
    await pause(how === 'open' || how === 'add' ? 100 : 0);
  }
}
