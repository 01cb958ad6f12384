import { formatIssue, wrap } from '#src/checks/report.ts';
import { fr, plural } from '#src/checks/text.ts';
import type { Plan, PlannedFile } from './plan.ts';
import { placeOfRemark, type Remark, sortRemarks } from './problems.ts';

/** All that an import has to say. */
export interface Outcome {
  /** « reponses.csv : CSV, codage UTF-8, 12 équipes… ». */
  readonly read: readonly string[];
  readonly guesses: readonly string[];
  readonly guessed: readonly Remark[];
  readonly unanswered: readonly Remark[];
  readonly plan: Plan;
  readonly essai: boolean;
  /** What is there already, when nothing is to be written: « ces réponses ». */
  readonly what?: string;
}

/** Whether nothing stands in the way of writing. */
export function isAccepted({ problems, elsewhere }: Plan): boolean {
  return problems.length === 0 && elsewhere.length === 0;
}

/** The report of an import, in French, for a terminal of that width. */
export function importText(outcome: Outcome, width = 80): string {
  const { plan, guesses, guessed, unanswered } = outcome;
  const sections = [
    wrap(outcome.read.join(', ') + '.', width).join('\n'),
    section(fr`Deviné (à vérifier)`, [
      ...guesses.map((guess) => paragraph(guess, width)),
      ...remarks(guessed, width),
    ]),
    section(fr`Compris comme « pas de réponse »`, remarks(unanswered, width)),
    section(fr`Refusé`, [
      ...remarks(plan.problems, width),
      ...plan.elsewhere.map((issue) => formatIssue(issue).replace(/^/gm, '  ')),
    ]),
    section(
      fr`Fiches d'équipe à compléter (l'importation n'y écrit pas)`,
      plan.teams.map(([sentence = '', ...lines]) =>
        [paragraph(sentence, width), ...lines.map((line) => `    ${line}`)].join('\n'),
      ),
    ),
    section(
      filesTitle(outcome),
      plan.files.map((file) => fileText(file, width)),
    ),
    wrap(closing(outcome), width).join('\n'),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

/** A title and its lines; nothing without lines. */
export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines].join('\n');
}

/** A sentence set in from the margin, wrapped. */
export function paragraph(text: string, width: number, indent = '  '): string {
  return wrap(text, width - indent.length)
    .map((line) => indent + line)
    .join('\n');
}

/** What is said of places of the table; the same words about one column are said once, with all its rows. */
function remarks(list: readonly Remark[], width: number): string[] {
  const groups = Map.groupBy(sortRemarks(list), ({ column, message }) => `${column ?? ''}/${message}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const place = placeOfRemark(
      first,
      group.map(({ row }) => row),
    );
    const copied = (first.lines ?? []).map((line) => `      ${line}`);
    return [
      [paragraph(place, width), paragraph(capitalised(first.message), width, '    '), ...copied].join('\n'),
    ];
  });
}

function capitalised(message: string): string {
  if (/^\S*[/.]\S*\s/.test(message)) return message;
  return message.charAt(0).toLocaleUpperCase('fr') + message.slice(1);
}

const STATES: Readonly<Record<PlannedFile['state'], string>> = {
  nouveau: 'nouveau, en brouillon',
  inchange: 'inchangé',
  remplace: 'remplacé',
};

function filesTitle({ essai, plan }: Outcome): string {
  if (!isAccepted(plan)) return fr`Ce que donnerait cette importation, une fois corrigée`;
  if (plan.files.every(({ state }) => state === 'inchange')) return fr`Déjà là`;
  return essai ? fr`Serait écrit (c'est un essai)` : fr`Écrit`;
}

function fileText({ path, row, state, changes }: PlannedFile, width: number): string {
  const head = fr`  ${path} (ligne ${row}) : ${STATES[state]}`;
  return [head, ...changes.map((change) => paragraph(change, width, '    '))].join('\n');
}

function closing({ plan, essai, what = fr`ces réponses` }: Outcome): string {
  if (!isAccepted(plan)) {
    const count = sortRemarks(plan.problems).length + plan.elsewhere.length;
    return fr`${plural(count, 'erreur')} : rien n'a été écrit. Corriger comme il est dit ci-dessus, puis relancer.`;
  }
  const changed = plan.files.filter(({ state }) => state !== 'inchange').length;
  const same = plan.files.length - changed;
  const unchanged = same > 0 ? fr`, ${plural(same, 'inchangé')}` : '';
  if (changed === 0) return fr`Rien à écrire : ${what} sont déjà là.`;
  if (essai)
    return fr`Aucune erreur : ${plural(changed, 'fichier')} à écrire${unchanged}. Rien n'a été écrit ; relancer sans « --essai » pour écrire.`;
  return fr`Aucune erreur : ${plural(changed, 'fichier écrit', 'fichiers écrits')}${unchanged}. Relire, puis « npm run verifier ».`;
}
