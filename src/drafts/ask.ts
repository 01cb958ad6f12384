import type { z } from 'zod';
import { checkContext } from '#src/checks/context.ts';
import type { Contenu } from '#src/checks/contenu.ts';
import { explainFields, question } from '#src/checks/explain.ts';
import { describe, fieldAt } from '#src/checks/fields.ts';
import { type Candidate, nearest } from '#src/checks/nearest.ts';
import { candidatesOf } from '#src/checks/rules/references.ts';
import { either, fr } from '#src/checks/text.ts';
import { parseYaml } from '#src/checks/yaml-source.ts';
import { slugify } from '#src/domain/slugs.ts';
import type { ReferenceTarget } from '#src/schemas/fields.ts';

/** One thing to know before a draft is written. */
export interface Question {
  /** Name of the option that answers it on the command line. */
  readonly option: string;
  readonly titre: string;
  /** A sentence that helps to answer. */
  readonly aide?: string;
  readonly obligatoire: boolean;
  /** What is proposed, and taken when nothing is said. */
  readonly propose?: string | undefined;
}

export interface TextQuestion extends Question {
  /** What is wrong with an answer, in French; undefined when nothing is. */
  readonly fault: (answer: string) => string | undefined;
}

export interface Choice {
  readonly value: string;
  readonly nom: string;
  /** Other words for it. */
  readonly noms?: readonly string[];
}

export interface ChoiceQuestion extends Question {
  readonly choix: readonly Choice[];
  /** What else to do when an answer is none of the choices. */
  readonly indice?: string;
  /** Takes an answer that is none of the choices; those of a closed list say nothing here. */
  readonly autre?: (answer: string) => string | undefined;
}

/**
 * Whoever answers: a person at a terminal, the options of a command line, a test.
 * An answer that is not given is undefined, or an empty list.
 */
export interface Ask {
  /** Whether an answer to this option was given beforehand. */
  readonly has: (option: string) => boolean;
  readonly text: (question: TextQuestion) => Promise<string | undefined>;
  readonly choice: (question: ChoiceQuestion) => Promise<string | undefined>;
  readonly choices: (question: ChoiceQuestion) => Promise<readonly string[]>;
}

/** What the schema says of a value written alone in a field; undefined when nothing is wrong. */
export function faultOf(
  schema: z.ZodType,
  champ: string,
  value: string | readonly string[],
): string | undefined {
  const yaml = parseYaml(`${champ}: ${JSON.stringify(value)}`, 1);
  const issues = explainFields({ path: '', yaml, data: yaml.document.toJS() as unknown }, schema);
  return issues.find(({ field }) => field?.split(', ')[0] === champ)?.message;
}

/** A question about a text field: its help and its rule are those of its schema. */
export function textQuestion(
  schema: z.ZodType,
  champ: string,
  titre: string,
  more: { obligatoire?: boolean; propose?: string | undefined } = {},
): TextQuestion {
  return {
    option: champ.replaceAll('_', '-'),
    titre,
    aide: describe(fieldAt(schema, [champ])),
    obligatoire: more.obligatoire ?? true,
    propose: more.propose,
    fault: (answer) => faultOf(schema, champ, answer),
  };
}

/** The words that a field may hold: those of a closed list, or the files of a collection. */
export function choicesOf(contenu: Contenu, target: ReferenceTarget): Choice[] {
  return candidatesOf(checkContext(contenu), target).map(({ word, names = [] }) => ({
    value: word,
    nom: names[0] ?? word,
    noms: names,
  }));
}

/** A question about a field that points to a list. */
export function listQuestion(
  contenu: Contenu,
  target: ReferenceTarget,
  more: Omit<ChoiceQuestion, 'choix'>,
): ChoiceQuestion {
  return { ...more, choix: choicesOf(contenu, target) };
}

/** The choice that an answer names, by its key or by any of its names, whatever the case and the accents. */
export function resolveChoice(choix: readonly Choice[], answer: string): string | undefined {
  const wanted = slugify(answer);
  const names = ({ value, nom, noms = [] }: Choice) => [value, nom, ...noms].map(slugify);
  return choix.find((one) => names(one).includes(wanted))?.value;
}

/** Why an answer is none of the choices: « « kine » n'existe pas… Vouliez-vous dire « masseur-kinesitherapeute » ? ». */
export function notAChoice({ choix, indice = '' }: ChoiceQuestion, answer: string): string {
  const candidates: Candidate[] = choix.map(({ value, nom, noms = [] }) => ({
    word: value,
    names: [nom, ...noms],
  }));
  const suggestion = nearest(answer, candidates);
  const list = suggestion ? '' : fr` Possibles : ${either(choix.map(({ value }) => value))}.`;
  return fr`« ${answer} » n'est pas dans la liste.${question(suggestion)}${list}${indice}`;
}
