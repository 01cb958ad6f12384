import { join } from 'node:path';
import { sha } from '#src/domain/digest.ts';
import { type Check, checkContext, withKeptFacts } from './context.ts';
import { type Contenu, readContenu, sourcesOf } from './contenu.ts';
import { type Issue, sortIssues } from './issues.ts';
import { checkAddresses } from './rules/addresses.ts';
import { checkAttachments } from './rules/attachments.ts';
import { checkCodes } from './rules/codes.ts';
import { checkCoherence } from './rules/coherence.ts';
import { checkDemonstration } from './rules/demonstration.ts';
import { checkFields } from './rules/fields.ts';
import { checkFolders } from './rules/folders.ts';
import { checkFormulaire } from './rules/formulaire.ts';
import { checkLinks } from './rules/links.ts';
import { checkOnline } from './rules/online.ts';
import { checkPassages } from './rules/passages.ts';
import { checkPictograms } from './rules/pictograms.ts';
import { checkPrompts } from './rules/prompts.ts';
import { checkReferences } from './rules/references.ts';
import { checkScans } from './rules/scans.ts';
import { checkText } from './rules/text.ts';
import { checkTitles } from './rules/titles.ts';
import { wholeLines } from './whole-lines.ts';

const CHECKS: readonly Check[] = [
  checkFields,
  checkReferences,
  checkPictograms,
  checkCodes,
  checkCoherence,
  checkScans,
  checkFormulaire,
  checkDemonstration,
  checkOnline,
  checkAddresses,
  checkFolders,
  checkAttachments,
  checkText,
  checkTitles,
  checkPassages,
  checkPrompts,
  checkLinks,
];

/**
 * Every problem of a publication, by file and line.
 * @param contenu as `readContenu` gives it
 * @param day the day from which drafts and publications to come are seen, YYYY-MM-DD; today when not given
 */
export function checkContenu(contenu: Contenu, day?: string): Issue[] {
  const context = checkContext(contenu, day);
  const partial = new Set(sourcesOf(contenu).flatMap((file) => (file.partial ? [file.path] : [])));
  const found = CHECKS.flatMap((check) => check(context));
  const held = found.filter(({ file, rule }) => !(partial.has(file) && LACKING.has(rule)));
  return sortIssues([...contenu.issues, ...held]);
}

/** What may stand on the lines that could not be read. */
const LACKING = new Set(['missing', 'empty', 'empty-file', 'empty-list', 'tool-access', 'passage-unlisted']);

/** Reads a content folder and checks it whole; problems of one line give the line with all its remedies. */
export async function verifier(dir: string): Promise<{ contenu: Contenu; issues: Issue[] }> {
  const contenu = await readContenu(dir);
  const place = join('.cache', `controle-${sha(contenu.dir).replace(/\W/g, '').slice(0, 12)}.jsonl`);
  return { contenu, issues: withKeptFacts(contenu, place, () => wholeLines(contenu, checkContenu(contenu))) };
}
