import { basename } from 'node:path';
import { type Contenu, withFiles } from '#src/checks/contenu.ts';
import { checkContenu } from '#src/checks/index.ts';
import type { Issue } from '#src/checks/issues.ts';
import { fr } from '#src/checks/text.ts';
import { today } from '#src/domain/dates.ts';
import { documentName } from '#src/domain/slugs.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import { type Ask, listQuestion, textQuestion } from './ask.ts';
import { inventedLike, newScan, newTeam } from './equipe.ts';
import { newHistoire } from './histoire.ts';
import type { NewEntry, NewKind } from './new-entry.ts';
import { DOCUMENTS, newOutil } from './outil.ts';
import { newPage } from './page.ts';

/** A document of the person's machine, copied beside the sheet of its tool. */
export interface NewDocument {
  readonly from: string;
  /** In bytes. */
  readonly size: number;
}

export interface DraftOptions {
  /** Whether what is written is invented, to show the site. */
  readonly demonstration?: boolean;
  readonly document?: NewDocument | undefined;
}

export interface Draft {
  readonly entries: readonly NewEntry[];
  /** Where the document goes, relative to the content folder. */
  readonly documentPath?: string | undefined;
}

/** Asks what a new file needs, and gives the files to write: itself, and those that it stands on. Writes nothing. */
export async function newDraft(
  contenu: Contenu,
  kind: NewKind,
  ask: Ask,
  { demonstration = false, document }: DraftOptions,
): Promise<Draft> {
  const extra = demonstration ? { demonstration: true } : {};
  switch (kind) {
    case 'histoire':
      return { entries: await newHistoire(contenu, ask, extra) };
    case 'outil':
      return {
        entries: await newOutil(contenu, ask, extra, document?.from),
        documentPath: document && `${DOCUMENTS}/${documentName(basename(document.from))}`,
      };
    case 'equipe':
      return { entries: [await newTeam(contenu, ask, extra)] };
    case 'scan':
      return { entries: [await scan(contenu, ask, extra)] };
    case 'page':
      return { entries: await newPage(contenu, ask) };
  }
}

async function scan(contenu: Contenu, ask: Ask, extra: object): Promise<NewEntry> {
  const equipe = await ask.choice(
    listQuestion(contenu, 'equipes', { option: 'equipe', titre: fr`Équipe`, obligatoire: true }),
  );
  const annee = await ask.text({
    ...textQuestion(COLLECTION_SCHEMAS.scans, 'annee', fr`Année des réponses`, {
      propose: today().slice(0, 4),
    }),
    fault: (answer) =>
      /^(19|20)\d\d$/.test(answer) ? undefined : fr`« ${answer} » : une année à quatre chiffres, comme 2026.`,
  });
  const invented = { ...extra, ...inventedLike(contenu, equipe) };
  return newScan(contenu, ask, { equipe: equipe ?? '', annee: Number(annee), extra: invented });
}

/** What the check would say of a draft once it is written; the rest of the publication is not held against it. */
export function draftIssues(contenu: Contenu, { entries, documentPath }: Draft, size = 0): Issue[] {
  const paths = new Set(entries.map(({ path }) => path));
  const future = withFiles(contenu, {
    texts: new Map(entries.map(({ path, text }) => [path, text])),
    assets: documentPath === undefined ? [] : [{ path: documentPath, size }],
  });
  return checkContenu(future).filter(({ file }) => paths.has(file) || file === documentPath);
}

/** The files of a draft whose place is taken already. */
export function takenPlaces(contenu: Contenu, { entries, documentPath }: Draft): string[] {
  const taken = new Set([
    ...contenu.files.map(({ path }) => path),
    ...contenu.files.map(({ collection, id }) => `${collection}/${id}`),
    ...contenu.assets.keys(),
  ]);
  const named = (path: string) => path.replace(/(\/index)?\.(mdx?|yaml)$/, '');
  return [...entries.map(({ path }) => path), ...(documentPath === undefined ? [] : [documentPath])].filter(
    (path) => taken.has(path) || (path !== documentPath && taken.has(named(path))),
  );
}
