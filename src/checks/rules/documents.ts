import type { Asset } from '#src/checks/assets.ts';
import type { Details } from '#src/checks/issues.ts';
import { nearest } from '#src/checks/nearest.ts';
import { svgFault } from '#src/checks/svg-faults.ts';
import { fr } from '#src/checks/text.ts';

/** Open formats first, then the usual ones. */
export const DOCUMENT_FORMATS = [
  'odt',
  'ods',
  'odp',
  'pdf',
  'csv',
  'md',
  'txt',
  'svg',
  'png',
  'jpg',
  'zip',
  'docx',
  'xlsx',
  'pptx',
] as const;

/** What is wrong with a document that is there and is not empty; undefined when nothing is. */
export function documentFault({ path, svg }: Asset): Details | undefined {
  const ending = /\.([^./]*)$/.exec(path)?.[1] ?? '';
  if (DOCUMENT_FORMATS.some((format) => format === ending.toLowerCase())) {
    // Opened by itself in a reader's browser, a drawing would run what it holds.
    return svg === undefined ? undefined : svgFault(path, svg);
  }
  const list = DOCUMENT_FORMATS.join(', ');
  const instead = nearest(ending, DOCUMENT_FORMATS);
  const hint = instead ? fr` L'enregistrer en « .${instead} », par exemple.` : '';
  return {
    rule: 'document-format',
    read: ending,
    expected: list,
    suggestion: instead,
    message: fr`« .${ending} » n'est pas un format que tous peuvent ouvrir.${hint} Formats acceptés : ${list}.`,
  };
}
