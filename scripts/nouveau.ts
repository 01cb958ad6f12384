import { readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { readContenu } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { placeOf } from '#src/checks/places.ts';
import { nearest } from '#src/checks/nearest.ts';
import { formatIssue } from '#src/checks/report.ts';
import { either, fr } from '#src/checks/text.ts';
import { draftIssues, newDraft, takenPlaces } from '#src/drafts/index.ts';
import { type Given, given, Unanswered } from '#src/drafts/given.ts';
import { NEW_KINDS, type NewKind } from '#src/drafts/new-entry.ts';
import { prompt } from '#src/domain/prompts.ts';
import { writeAll } from '#src/files/write-files.ts';
import { readOptions, usageError } from './options.ts';
import { contentFolder } from './report.ts';
import { askKind, terminal } from './terminal.ts';
import { command, UserError } from './user-error.ts';

const USAGE = fr`
  npm run nouveau                      pose ses questions, puis écrit un brouillon
  npm run nouveau -- histoire          un récit ; de même : outil, equipe, scan, page
  npm run nouveau -- outil --titre "…" --type … --themes … --document chemin/fiche.odt

Toute réponse peut se donner d'avance : histoire (--equipe --rencontre --reference --titre --themes --leviers --freins
--resume --fichier), équipe (--nom --article --forme --commune --code-postal --departement --creation), scan (--equipe
--annee --composition "3 infirmier, 2 pharmacien"), outil (--titre --type --themes --resume --lien --document --fichier),
page (--titre --resume --emplacement --fichier). --demonstration dit que tout est inventé ; --essai n'écrit rien.`;

const WORDS = [
  ...[
    'equipe',
    'rencontre',
    'reference',
    'titre',
    'themes',
    'leviers',
    'freins',
    'resume',
    'fichier',
    'nom',
    'article',
  ],
  ...[
    'forme',
    'commune',
    'code-postal',
    'departement',
    'creation',
    'annee',
    'composition',
    'type',
    'lien',
    'document',
  ],
  'emplacement',
];
const OPTIONS = {
  ...Object.fromEntries(WORDS.map((word) => [word, { type: 'string' } as const])),
  demonstration: { type: 'boolean' },
  essai: { type: 'boolean' },
} as const;

const KINDS = Object.keys(NEW_KINDS) as NewKind[];

function kindOf(word: string): NewKind {
  const kind = KINDS.find((one) => one === word);
  if (kind) return kind;
  const near = question(nearest(word, KINDS));
  throw usageError(fr`« ${word} » n'est pas de ce que l'on peut commencer : ${either(KINDS)}.${near}`, USAGE);
}

/** The document to put beside a tool's sheet, which must be a file. */
async function documentOf(path: string | boolean | undefined) {
  if (typeof path !== 'string') return undefined;
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UserError(fr`« ${path} » : ce document est introuvable.`);
  return { from: resolve(path), size: found.size };
}

const DRAFT = fr`C'est un brouillon, qui passe la vérification.`;
const NEXT = fr`Ouvrir ces fichiers, remplacer ce qui suit « À écrire : », regarder la page avec
« npm run dev », puis écrire « brouillon: false ».`;
const READY = fr`Le compléter s'il y a lieu, puis écrire « brouillon: false ».`;

await command(async () => {
  const { values, positionals } = readOptions(OPTIONS, USAGE);
  const [word, ...more] = positionals;
  if (more.length > 0) throw usageError(fr`« ${more[0] ?? ''} » est de trop.`, USAGE);
  const person = process.stdin.isTTY && process.stdout.isTTY;
  if (word === undefined && !person) throw usageError(fr`Que faut-il commencer ? ${either(KINDS)}.`, USAGE);
  const dir = await contentFolder();
  const contenu = await readContenu(dir);
  const kind = word === undefined ? await askKind() : kindOf(word);
  const document = await documentOf((values as Given)['document']);
  const ask = given(values, person ? terminal : undefined);
  try {
    const draft = await newDraft(contenu, kind, ask, {
      demonstration: values.demonstration === true,
      document,
    });
    ask.check();
    if (draft.entries.some(({ path }) => placeOf(path).kind !== 'entry'))
      throw new UserError(
        fr`Ce titre ne donne pas de nom de fichier : il y faut une lettre ou un chiffre. Rien n'a été écrit. Donner le nom du fichier avec --fichier.`,
      );
    const taken = takenPlaces(contenu, draft);
    if (taken.length > 0)
      throw new UserError(
        fr`${taken.join(', ')} existe déjà : rien n'a été écrit. Choisir un autre nom avec --fichier.`,
      );
    const issues = draftIssues(contenu, draft, document?.size).filter(
      ({ severity }) => severity === 'erreur',
    );
    if (issues.length > 0) {
      const why = fr`Ce brouillon ne passerait pas la vérification, rien n'a été écrit :`;
      throw new UserError([why, ...issues.map(formatIssue)].join('\n'));
    }
    const files = [
      ...draft.entries.map(({ path, text }) => ({ path: join(dir, path), content: text })),
      ...(document && draft.documentPath !== undefined
        ? [{ path: join(dir, draft.documentPath), content: await readFile(document.from) }]
        : []),
    ];
    const shown = files.map(({ path }) => `  ${relative('.', path)}`);
    if (values.essai === true) {
      console.log([fr`Serait écrit :`, ...shown, '', ...draft.entries.map(({ text }) => text)].join('\n'));
      return true;
    }
    await writeAll(files);
    const asks = draft.entries.some(({ text }) => text.includes(prompt('')));
    console.log([fr`Écrit :`, ...shown, '', DRAFT, asks ? NEXT : READY].join('\n'));
    return true;
  } catch (error) {
    if (error instanceof Unanswered) throw new UserError(error.message);
    throw error;
  }
});
