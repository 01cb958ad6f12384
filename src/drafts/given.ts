import { fr } from '#src/checks/text.ts';
import { type Ask, type ChoiceQuestion, notAChoice, type Question, resolveChoice } from './ask.ts';

/** Values of a command line, by option. */
export type Given = Readonly<Record<string, string | boolean | undefined>>;

/** A person cannot be asked, or gave an answer that does not hold: said in French. */
export class Unanswered extends Error {}

/**
 * Answers with the options of a command line, and leaves the others to `rest`; without it, what is not given takes what
 * is proposed, and every compulsory question that has no answer is told at once by `check`.
 */
export function given(values: Given, rest?: Ask): Ask & { readonly check: () => void } {
  const missing: Question[] = [];

  async function answer<Result>(
    question: Question,
    read: (value: string) => Result,
    ask: (() => Promise<Result>) | undefined,
    nothing: Result,
  ): Promise<Result> {
    const value = values[question.option];
    if (typeof value === 'string') return read(value);
    if (ask) return ask();
    if (question.propose !== undefined) return read(question.propose);
    if (question.obligatoire) missing.push(question);
    return nothing;
  }

  const refuse = (question: Question, why: string): never => {
    throw new Unanswered(fr`« --${question.option} » : ` + why);
  };
  const one = (question: ChoiceQuestion, value: string): string =>
    resolveChoice(question.choix, value) ??
    question.autre?.(value) ??
    refuse(question, notAChoice(question, value.trim()));

  const several = (question: ChoiceQuestion, value: string): readonly string[] => {
    const words = value.split(/[,;]/).filter((word) => word.trim() !== '');
    if (words.length === 0 && question.obligatoire) return refuse(question, fr`il en faut au moins un.`);
    return [...new Set(words.map((word) => one(question, word)))];
  };

  return {
    has: (option) => typeof values[option] === 'string',
    text: (question) =>
      answer<string | undefined>(
        question,
        (value) => {
          const fault = question.fault(value);
          return fault === undefined ? value : refuse(question, fault);
        },
        rest && (() => rest.text(question)),
        undefined,
      ),
    choice: (question) =>
      answer<string | undefined>(
        question,
        (value) => one(question, value),
        rest && (() => rest.choice(question)),
        undefined,
      ),
    choices: (question) =>
      answer<readonly string[]>(
        question,
        (value) => several(question, value),
        rest && (() => rest.choices(question)),
        [],
      ),
    check: () => {
      if (missing.length === 0) return;
      const lines = missing.map(({ option, titre }) => `  --${option.padEnd(14)} ${titre}`);
      throw new Unanswered([fr`Il manque :`, ...lines].join('\n'));
    },
  };
}
