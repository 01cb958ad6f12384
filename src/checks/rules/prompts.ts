import { isPrompt } from '#src/domain/prompts.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { ContentFile } from '#src/checks/contenu.ts';
import { eachValue } from '#src/checks/fields.ts';
import { type Issue, issueIn, issueOfField } from '#src/checks/issues.ts';
import { excerpt, fr } from '#src/checks/text.ts';

/** What a new draft asks its author to write is written, or taken away, before the page goes on line. */
export function checkPrompts({ contenu, index }: CheckContext): Issue[] {
  return contenu.files
    .filter((file) => index.byPath.get(file.path)?.draft === false)
    .flatMap((file) => [...inFields(file), ...inText(file)]);
}

const details = (read: string) => ({
  rule: 'prompt-left',
  read: excerpt(read),
  message: fr`« ${excerpt(read.replace(/^[>\s]+/, ''))} » est resté du brouillon. Écrire ce texte, ou supprimer cette ligne ; en attendant, écrire « brouillon: true ».`,
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
    const left = !code && isPrompt(line);
    return left ? [issueIn(path, details(line), { line: bodyLine + index, column: 1 })] : [];
  });
}
