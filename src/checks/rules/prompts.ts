import { isPrompt } from '#src/domain/prompts.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { ContentFile } from '#src/checks/contenu.ts';
import { eachValue } from '#src/checks/fields.ts';
import { type Issue, issueIn, issueOfField } from '#src/checks/issues.ts';
import { excerpt, fr } from '#src/checks/text.ts';

/** What a draft leaves for its author to write is written, or taken away, before the page goes on line. */
export function checkPrompts(context: CheckContext): Issue[] {
  const { contenu, index } = context;
  return contenu.files
    .filter((file) => index.byPath.get(file.path)?.draft === false)
    .flatMap((file) => [...inFields(file), ...inText(file), ...bareHeadings(context, file)]);
}

/** A title with nothing under it before the next one of its level: the part was begun, and never written. */
function bareHeadings({ facts }: CheckContext, file: ContentFile): Issue[] {
  if (file.format === 'yaml') return [];
  const lines = file.text.split('\n');
  const { headings } = facts(file);
  return headings.flatMap(({ line, column, depth, text }, index) => {
    const next = headings[index + 1];
    // A title that is wrong itself has its own message, and may be no title once it is right.
    if (text === '' || next?.text === '' || next?.depth === 1 || (next && next.depth > depth)) return [];
    const under = lines.slice(line, next ? next.line - 1 : undefined);
    if (under.some((one) => one.trim() !== '' && !/^\[\^/.test(one))) return [];
    const message = fr`il n'y a rien sous le titre « ${excerpt(text)} » : écrire cette partie, ou supprimer le titre.`;
    return [issueIn(file.path, { rule: 'heading-bare', read: text, message }, { line, column })];
  });
}

const details = (read: string) => ({
  rule: 'prompt-left',
  read: excerpt(read),
  message: fr`« ${excerpt(read.replace(/^[>\s]+/, ''))} » est resté du brouillon. Écrire ce texte, ou supprimer cette ligne ; en attendant, écrire « brouillon: true ».`,
});

/** Nothing but « … » where a text goes: a line, an item, a note, a title, what happened at a date. */
const ELLIPSIS =
  /^[>\s]*(?:[-*+]\s+|\d+[.)]\s+|#+\s+)?(?:\[\^[^\]]+\]:\s*|[^:]{0,30}\b\d{4}\s*:\s*)?(?:…|\.{3})\s*$/u;

const POINTS = /(?:…|\.{3})\s*$/;

const placeholder = (line: string) => ({
  rule: 'placeholder',
  read: excerpt(line),
  message: fr`« ${excerpt(line)} » : les points de suspension tiennent la place d'un texte. L'écrire, ou supprimer cette ligne ; en attendant, écrire « brouillon: true ».`,
});

function inFields(file: ContentFile): Issue[] {
  const issues: Issue[] = [];
  eachValue(COLLECTION_SCHEMAS[file.collection], file.data, (value, _field, path) => {
    if (typeof value === 'string' && isPrompt(value)) issues.push(issueOfField(file, path, details(value)));
  });
  return issues;
}

function inText({ path, body, bodyLine, format }: ContentFile): Issue[] {
  if (format === 'yaml') return [];
  let code = false;
  return body.split('\n').flatMap((line, index) => {
    // What a guide shows as an example is no draft of its own.
    if (/^\s*(```|~~~)/.test(line)) code = !code;
    const place = { line: bodyLine + index, column: 1 };
    if (!code && isPrompt(line)) return [issueIn(path, details(line), place)];
    return !code && POINTS.test(line) && ELLIPSIS.test(line) ? [issueIn(path, placeholder(line), place)] : [];
  });
}
