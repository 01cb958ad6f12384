import { type Collection, PASSAGE_KINDS, type PassageKind } from '#src/domain/collections.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { ContentFile } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { issueInText, lineWithWord } from '#src/checks/markdown.ts';
import { nearest } from '#src/checks/nearest.ts';
import { excerpt, fr } from '#src/checks/text.ts';
import { itemToAdd } from '#src/checks/yaml-additions.ts';
import { candidatesOf } from './references.ts';

const KINDS = Object.keys(PASSAGE_KINDS) as PassageKind[];
/** Only stories announce what their text marks. */
const ANNOUNCING: readonly Collection[] = ['histoires'];

/** Each lever, obstacle… that a story announces has its passage, and each marked passage is announced. */
export function checkPassages(context: CheckContext): Issue[] {
  return context.contenu.files
    .filter((file) => file.format !== 'yaml')
    .flatMap((file) => [
      ...unknownKeys(context, file),
      ...(ANNOUNCING.includes(file.collection) && file.data !== undefined ? announced(context, file) : []),
    ]);
}

function keysOf({ contenu }: CheckContext, kind: PassageKind): Set<string> | undefined {
  const file = contenu.vocabulaires.get(PASSAGE_KINDS[kind]);
  // A list that cannot be read says so itself.
  if (file?.guessed) return undefined;
  return new Set(Object.keys(file?.data ?? {}));
}

function unknownKeys(context: CheckContext, file: ContentFile): Issue[] {
  return context.facts(file).passages.flatMap((passage) => {
    const { kind, cle } = passage;
    const known = keysOf(context, kind);
    // A passage without a key is told by the text's own rules.
    if (!known || cle === '' || known.has(cle)) return [];
    const list = PASSAGE_KINDS[kind];
    const suggestion = nearest(cle, candidatesOf(context, list));
    return [
      issueInText(file, passage, {
        rule: 'passage-key',
        field: fr`passage « ${kind} »`,
        read: cle,
        expected: `vocabulaire/${list}.yaml`,
        suggestion,
        message: fr`« ${excerpt(cle)} » n'existe pas dans vocabulaire/${list}.yaml.${question(suggestion)}`,
        correctedLine: suggestion && lineWithWord(file, passage.line, cle, suggestion),
      }),
    ];
  });
}

function announced(context: CheckContext, file: ContentFile): Issue[] {
  return KINDS.flatMap((kind) => {
    const list = PASSAGE_KINDS[kind];
    const known = keysOf(context, kind);
    const written: unknown = valueAt(file.data, [list]) ?? [];
    if (!Array.isArray(written) || !known) return [];
    const passages = context.facts(file).passages.filter((passage) => passage.kind === kind);
    const marked = new Set(passages.map(({ cle }) => cle));
    // A word misspelt on one side is told there; the other side is right.
    const candidates = candidatesOf(context, list);
    const meant = (word: unknown) =>
      typeof word === 'string' && !known.has(word) ? nearest(word, candidates) : word;
    const meantByText = new Set([...marked].map(meant));
    const meantByField = written.map(meant);
    const issues: Issue[] = [];
    // A block that was not understood may well be the passage that seems to lack.
    const garbled = context
      .facts(file)
      .problems.some(({ rule }) => /^(block-(?!empty)|attribute-m|mdx-)/.test(rule));
    for (const [index, cle] of garbled ? [] : written.entries()) {
      if (
        typeof cle !== 'string' ||
        !known.has(cle) ||
        meantByText.has(cle) ||
        written.indexOf(cle) !== index
      )
        continue;
      issues.push(
        issueOfField(file, [list, index], {
          rule: 'passage-missing',
          read: cle,
          message: fr`« ${cle} » est annoncé, mais aucun passage du texte ne le montre. Entourer ce passage d'un bloc « ${kind} », fermé par une ligne « ::: », ou retirer cette ligne.`,
          addedLine: `:::${kind}{cle="${cle}"}`,
          addedWhere: fr`avant ce passage`,
        }),
      );
    }
    for (const cle of marked) {
      const passage = passages.find((one) => one.cle === cle);
      if (!passage || !known.has(cle) || meantByField.includes(cle)) continue;
      issues.push(
        issueInText(file, passage, {
          rule: 'passage-unlisted',
          field: fr`passage « ${kind} »`,
          read: cle,
          message: fr`ce passage montre « ${cle} », que le champ « ${list} » du début n'annonce pas. L'y ajouter.`,
          ...itemToAdd(file.yaml, list, cle),
        }),
      );
    }
    return issues;
  });
}
