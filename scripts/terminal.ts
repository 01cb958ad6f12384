import { CANCEL_SYMBOL, multiselect, select, text } from '@clack/prompts';
import { fr } from '#src/checks/text.ts';
import type { Ask, Choice, ChoiceQuestion, Question } from '#src/drafts/ask.ts';
import type { NewKind } from '#src/drafts/new-entry.ts';
import { UserError } from './user-error.ts';

/** Lines of a list shown at once. */
const SHOWN = 10;

/** A person who leaves has written nothing. */
function answered<Answer>(answer: Answer | typeof CANCEL_SYMBOL): Answer {
  if (answer === CANCEL_SYMBOL) throw new UserError(fr`Abandonné : rien n'a été écrit.`);
  return answer as Answer;
}

/** The question and its help, which often says the question again. */
function message({ titre, aide, obligatoire, propose }: Question): string {
  const title = obligatoire || propose !== undefined ? titre : fr`${titre} (facultatif)`;
  if (!aide) return title;
  return aide.startsWith(titre) ? aide : `${title}\n${aide}`;
}

const options = (choix: readonly Choice[]) => choix.map(({ value, nom }) => ({ value, label: nom }));

async function several(question: ChoiceQuestion): Promise<readonly string[]> {
  for (;;) {
    const answer = answered(
      await multiselect({
        message: message({
          ...question,
          aide: fr`Flèches pour se déplacer, espace pour cocher, entrée pour valider.`,
        }),
        options: options(question.choix),
        required: false,
        showInstructions: false,
        maxItems: SHOWN,
      }),
    );
    if (answer.length > 0 || !question.obligatoire) return answer;
    console.log(fr`Il en faut au moins un : le cocher avec la barre d'espace.`);
  }
}

/** Asks a person, in French, at the terminal. */
export const terminal: Ask = {
  has: () => false,
  text: async (question) => {
    const { propose, obligatoire, fault } = question;
    const answer = answered(
      await text({
        message: message(question),
        ...(propose === undefined ? {} : { initialValue: propose }),
        validate: (written = '') => {
          if (written.trim() === '') return obligatoire ? fr`Cette réponse est nécessaire.` : undefined;
          return fault(written.trim());
        },
      }),
    );
    return answer.trim() || undefined;
  },
  choice: async (question) =>
    answered(
      await select({
        message: message(question),
        options: options(question.choix),
        ...(question.propose === undefined ? {} : { initialValue: question.propose }),
        maxItems: SHOWN,
        showInstructions: false,
      }),
    ),
  choices: several,
};

const KINDS: readonly { readonly value: NewKind; readonly label: string }[] = [
  { value: 'histoire', label: fr`Un récit` },
  { value: 'outil', label: fr`Un outil` },
  { value: 'equipe', label: fr`Une équipe` },
  { value: 'scan', label: fr`Les réponses d'une équipe à un Scan'équipe` },
  { value: 'page', label: fr`Une page de texte` },
];

/** What the person wants to begin. */
export const askKind = async (): Promise<NewKind> =>
  answered(
    await select({ message: fr`Que voulez-vous commencer ?`, options: [...KINDS], showInstructions: false }),
  );
