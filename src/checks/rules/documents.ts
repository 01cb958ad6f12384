import { documentName } from '#src/domain/slugs.ts';
import type { Asset } from '#src/checks/assets.ts';
import type { ContentFile, Contenu } from '#src/checks/contenu.ts';
import type { Details, Issue } from '#src/checks/issues.ts';
import { nearest } from '#src/checks/nearest.ts';
import { svgFault } from '#src/checks/svg-faults.ts';
import { excerpt, fr } from '#src/checks/text.ts';

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

/** The file of a path, however its accents are written; undefined when there is none. */
export function assetAt({ assets }: Contenu, path: string): Asset | undefined {
  const wanted = path.normalize('NFC');
  return (
    assets.get(path) ??
    assets.get(wanted) ??
    [...assets.values()].find((asset) => asset.path.normalize('NFC') === wanted)
  );
}

interface DocumentMention {
  readonly file: ContentFile;
  readonly path: string | undefined;
  readonly issue: (details: Details) => Issue;
}

/** Two documents whose names, once made fit for an address, are one: each would be served in the other's place. */
export function sameNames(mentions: readonly DocumentMention[]): Issue[] {
  const owners = new Map<string, { path: string; sheet: string }>();
  const issues: Issue[] = [];
  for (const { file, path, issue } of mentions) {
    if (path === undefined) continue;
    const name = documentName(path);
    if (name === '') {
      // Without an ending, its format is what is told.
      if (!/\.[^./]+$/.test(path)) continue;
      const message = fr`ce nom de document ne donne aucune adresse : il y faut au moins une lettre sans accent ou un chiffre. Le renommer.`;
      issues.push(issue({ rule: 'document-name', read: path, message }));
      continue;
    }
    const wanted = path.normalize('NFC');
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, { path: wanted, sheet: file.path });
    else if (owner.path !== wanted) {
      const message = fr`ce document (${excerpt(path)}) et celui que nomme ${owner.sheet} (${excerpt(owner.path)}) auraient le même nom en ligne, « ${name} ». Renommer l'un des deux.`;
      issues.push(issue({ rule: 'document-taken', read: name, message }));
    }
  }
  return issues;
}

/** What is wrong with a document that is there and is not empty; undefined when nothing is. */
export function documentFault({ path, svg, formulaLine }: Asset): Details | undefined {
  if (formulaLine !== undefined) {
    const message = fr`${path}, ligne ${formulaLine} : une case commence comme une formule (« = », « + », « - » ou « @ »), et s'exécuterait chez qui l'ouvre dans un tableur. Enregistrer le tableau avec les valeurs seules, ou en « .ods ».`;
    return { rule: 'document-formula', read: String(formulaLine), message };
  }
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
