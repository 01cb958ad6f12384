import { formatIssue, wrap } from '#src/checks/report.ts';
import { fr, plural } from '#src/checks/text.ts';
import { paragraph, section } from '#src/import/report.ts';
import type { Account } from './account.ts';
import type { WordDraft } from './draft.ts';

export interface WordOutcome {
  readonly name: string;
  /** « 34 paragraphes », « 3 titres »… */
  readonly read: readonly string[];
  /** What the reading of the document told; what its draft tells comes after. */
  readonly account: Account;
  readonly draft: WordDraft;
  readonly essai: boolean;
}

/** The report of the import of a document, in French, for a terminal of that width. */
export function wordReport({ name, read, account, draft, essai }: WordOutcome, width = 80): string {
  const said = (key: keyof Account) =>
    [...new Set([...draft.account[key], ...account[key]])].map((sentence) => item(sentence, width));
  const refused = draft.issues.length > 0;
  const [file] = draft.files;
  const sections = [
    section(fr`Lu`, [paragraph(fr`${name} : ` + read.join(', ') + '.', width)]),
    section(fr`Gardé, autrement que dans Word`, said('kept')),
    section(fr`Deviné (à vérifier)`, said('guessed')),
    section(fr`Perdu`, said('lost')),
    section(fr`À écrire`, said('toWrite')),
    section(
      fr`Refusé`,
      draft.issues.map((issue) => formatIssue(issue).replace(/^/gm, '  ')),
    ),
    section(
      refused
        ? fr`Ce que donnerait cette importation, une fois corrigée`
        : essai
          ? fr`Serait écrit (c'est un essai)`
          : fr`Écrit`,
      draft.files.map(({ path }) => `  ${path}`),
    ),
    wrap(closing(refused ? draft.issues.length : 0, essai, file?.path ?? ''), width).join('\n'),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

function item(sentence: string, width: number): string {
  return paragraph(sentence, width, '    ').replace(/^ {4}/, '  - ');
}

function closing(errors: number, essai: boolean, path: string): string {
  if (errors > 0)
    return fr`${plural(errors, 'erreur')} : rien n'a été écrit. Corriger le document dans Word, puis relancer.`;
  if (essai) return fr`Aucune erreur. Rien n'a été écrit ; relancer sans « --essai » pour écrire.`;
  return fr`C'est un brouillon, qui passe la vérification. Ouvrir content/${path}, remplacer ce qui suit « À écrire : », relire ce qui est deviné et perdu, regarder la page avec « npm run dev », puis écrire « brouillon: false ».`;
}
