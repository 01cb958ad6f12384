import { basename, extname, join } from 'node:path';
import { type Contenu, readContenu } from '#src/checks/contenu.ts';
import { plural, fr } from '#src/checks/text.ts';
import { today } from '#src/domain/dates.ts';
import type { SheetCollection } from '#src/import/fiche/columns.ts';
import { Refusal } from '#src/import/table.ts';
import { writeAll } from '#src/files/write-files.ts';
import { Account } from './account.ts';
import { type Block, readBlocks } from './blocks.ts';
import { draftOf, type WordDraft } from './draft.ts';
import { findHandLists } from './hand-lists.ts';
import { readModel } from './model.ts';
import { type Docx, openDocx } from './open.ts';
import { findOutline } from './outline.ts';
import { findPassages } from './passages.ts';
import { readPictures } from './pictures.ts';
import { tellRawFacts } from './raw-facts.ts';
import { wordReport } from './report.ts';
import { takeSheet } from './sheet.ts';
import type { WordOptions } from './story.ts';

export interface WordImport extends WordOptions {
  /** Says what would be written, and writes nothing. */
  readonly essai: boolean;
  /** YYYY-MM-DD; the calendar's when not given. */
  readonly today?: string;
  readonly width?: number;
}

/**
 * Imports a Word document as the draft of a story or of a tool: its text, its pictures beside it, and a report.
 * @param dir the content folder
 * @param path the document
 */
export async function importWord(
  dir: string,
  path: string,
  collection: SheetCollection,
  options: WordImport,
): Promise<{ readonly ok: boolean; readonly text: string }> {
  try {
    const name = basename(path);
    const docx = await openDocx(path);
    const contenu = await readContenu(dir);
    const { read, account, draft } = await planWord(contenu, docx, name, collection, options, options.today);
    const ok = draft.issues.length === 0;
    if (ok && !options.essai)
      await writeAll(draft.files.map((file) => ({ ...file, path: join(dir, file.path) })));
    return { ok, text: wordReport({ name, read, account, draft, essai: options.essai }, options.width) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, text: fr`${basename(path)} : ${error.message} Rien n'a été écrit.` };
  }
}

/** Works out the whole import of an open document; writes nothing. */
export async function planWord(
  contenu: Contenu,
  docx: Docx,
  name: string,
  collection: SheetCollection,
  options: WordOptions,
  day: string = today(),
): Promise<{ readonly read: readonly string[]; readonly account: Account; readonly draft: WordDraft }> {
  const account = new Account();
  const model = await readModel(docx);
  const blocks = readBlocks(model, account);
  const outlined = findOutline(findHandLists(blocks, account), account);
  const sheet = takeSheet(outlined, collection, account);
  const marked =
    collection === 'histoires' ? findPassages(sheet.blocks, model, docx, contenu, account) : sheet.blocks;
  const pictures = await readPictures(imagesIn(marked), account);
  tellRawFacts(docx, account);
  const reading = {
    collection,
    model,
    sheet: { ...sheet, blocks: marked },
    pictures,
    file: basename(name, extname(name)),
  };
  return {
    read: countsOf(outlined, model.notes.size),
    account,
    draft: draftOf(contenu, reading, options, day),
  };
}

const imagesIn = (blocks: readonly Block[]): Extract<Block, { kind: 'picture' }>['image'][] =>
  blocks.flatMap((block) =>
    block.kind === 'picture' ? [block.image] : block.kind === 'passage' ? imagesIn(block.blocks) : [],
  );

/** « 34 paragraphes, 3 titres, 1 tableau ». */
function countsOf(blocks: readonly Block[], notes: number): string[] {
  const count = (...kinds: Block['kind'][]) => blocks.filter(({ kind }) => kinds.includes(kind)).length;
  const counts: readonly (readonly [number, string, string])[] = [
    [count('paragraph', 'quote', 'caption', 'subtitle'), 'paragraphe', 'paragraphes'],
    [count('title', 'heading'), 'titre', 'titres'],
    [count('item'), 'ligne de liste', 'lignes de liste'],
    [count('table'), 'tableau', 'tableaux'],
    [count('picture'), 'image', 'images'],
    [notes, 'note', 'notes'],
  ];
  return counts.filter(([number]) => number > 0).map(([number, one, many]) => plural(number, one, many));
}
