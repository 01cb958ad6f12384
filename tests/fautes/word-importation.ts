import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { verifier } from '#src/checks/index.ts';
import { importWord, type WordImport } from '#src/import/word/index.ts';
import { docxBytes, type DocxParts, table } from '#src/import/word/testing.ts';
import { bytesOf, content, folder } from './importation.ts';
import { type Overlay, write } from './publication.ts';

interface Given extends Partial<WordImport>, DocxParts {
  readonly overlay?: Overlay;
  readonly collection?: 'histoires' | 'outils';
}

/** Imports a document into the valid publication; a draft that is written must pass the check. */
export async function importing(body: string, { overlay = {}, collection = 'histoires', ...given }: Given = {}): Promise<string> {
  await write(content, overlay);
  await writeFile(join(folder, 'recit.docx'), docxBytes(body, given));
  const before = await bytesOf(content);
  const { ok, text } = await importWord(content, join(folder, 'recit.docx'), collection, { essai: false, width: 200, fichier: 'essai', today: '2026-03-10', ...given });
  if (!ok || given.essai) expect(await bytesOf(content)).toEqual(before);
  else expect((await verifier(content)).issues).toEqual([]);
  return text;
}

export const written = (path = 'histoires/essai.md') => readFile(join(content, path), 'utf8');
/** The text alone, without the fields. */
export const bodyOf = async (path?: string) => (await written(path)).split('---\n\n').slice(1).join('---\n\n');

export const SHEET = table([
  ['Équipe', 'Pôle du Port'],
  ['Date de la rencontre', '5 octobre 2021'],
  ['Date de publication', 'novembre 2021'],
  ['Thèmes', 'Prévention'],
  ['Professionnels', 'une vingtaine'],
]);
