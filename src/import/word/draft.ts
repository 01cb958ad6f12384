import { type Contenu, withFiles } from '#src/checks/contenu.ts';
import { checkContenu } from '#src/checks/index.ts';
import { type Issue, sortIssues } from '#src/checks/issues.ts';
import { fr } from '#src/checks/text.ts';
import { slugify } from '#src/domain/slugs.ts';
import { markdownFile } from '#src/drafts/fields-yaml.ts';
import type { SheetCollection } from '#src/import/fiche/columns.ts';
import { Refusal } from '#src/import/table.ts';
import type { NewFile } from '#src/files/write-files.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import { Account } from './account.ts';
import { valuesOf } from './answers.ts';
import { markdownOf } from './markdown.ts';
import type { WordImage, WordModel } from './model.ts';
import type { Picture } from './pictures.ts';
import type { Sheet } from './sheet.ts';
import { type DraftParts, storyParts, type WordOptions } from './story.ts';
import { toolParts } from './tool.ts';
import { treeOf } from './tree.ts';

/** All that was read of a document. */
export interface Reading {
  readonly collection: SheetCollection;
  readonly model: WordModel;
  readonly sheet: Sheet;
  readonly pictures: ReadonlyMap<WordImage, Picture>;
  /** The name of the document, without its ending. */
  readonly file: string;
}

/** The files of a draft, and what the check says of them. */
export interface WordDraft {
  /** Paths are those of the content folder. */
  readonly files: readonly NewFile[];
  readonly account: Account;
  readonly issues: readonly Issue[];
}

/**
 * Makes the draft of a document, checked as if it were written. An answer of the identity sheet that the check refuses is
 * told and left out; whatever else it refuses is given back.
 */
export function draftOf(contenu: Contenu, reading: Reading, options: WordOptions, today: string): WordDraft {
  const refused = new Map<string, string>();
  const before = new Set(checkContenu(contenu).map(keyOf));
  for (;;) {
    const draft = attempt(contenu, reading, options, today, refused);
    const fresh = draft.issues.filter((issue) => !before.has(keyOf(issue)));
    const known = refused.size;
    for (const { field, message, file } of fresh) {
      const champ = field?.split(', ')[0] ?? '';
      const given = reading.sheet.answers.some(({ column }) => column.champ === champ);
      if (given && draft.files.some(({ path }) => path === file) && !refused.has(champ))
        refused.set(champ, message);
    }
    if (refused.size === known) return { ...draft, issues: fresh };
  }
}

const keyOf = ({ file, message, field }: Issue) => `${file}/${field ?? ''}/${message}`;

function attempt(
  contenu: Contenu,
  reading: Reading,
  options: WordOptions,
  today: string,
  refused: ReadonlyMap<string, string>,
): WordDraft {
  if (options.fichier !== undefined && slugify(options.fichier) === '')
    throw new Refusal(
      fr`option « --fichier » : « ${options.fichier} » n'a ni lettre ni chiffre. Attendu : un nom court, en minuscules, comme maison-du-port.`,
    );
  const account = new Account();
  const { collection, sheet, model, pictures, file } = reading;
  const values = valuesOf(sheet, collection, contenu, refused, account);
  const given = { contenu, sheet, values, file, options, today, account };
  const parts: DraftParts = collection === 'histoires' ? storyParts(given) : toolParts(given);
  const kept = [...new Map([...pictures.values()].map((picture) => [picture.name, picture])).values()];
  const folder = `${collection}/${parts.name}`;
  const path = kept.length > 0 ? `${folder}/index.md` : `${folder}.md`;
  const body = markdownOf(treeOf(parts.blocks, model, (image) => pictures.get(image), account));
  if (sheet.blocks.length === 0)
    throw new Refusal(fr`ce document n'a pas de texte, hors de son titre et de sa fiche.`);
  const text = markdownFile(COLLECTION_SCHEMAS[collection], parts.data, body);
  for (const name of account.names)
    if (text.includes(name))
      account.toWrite.push(
        fr`« ${name} » paraît encore dans le texte : le remplacer par un rôle. « npm run retirer » dit où.`,
      );
  const beside = kept.map(({ name, content, image }) => ({ path: `${folder}/${name}`, content, image }));
  refuseOccupied(contenu, collection, parts.name, options);
  const future = withFiles(contenu, {
    texts: new Map([[path, text]]),
    assets: beside.map((one) => ({ path: one.path, size: one.content.length, image: one.image })),
  });
  const issues = sortIssues(checkContenu(future, today)).filter(({ severity }) => severity === 'erreur');
  return {
    files: [{ path, content: text }, ...beside.map((one) => ({ path: one.path, content: one.content }))],
    account,
    issues,
  };
}

/** Nothing is written over anything, whatever its name looks like. */
function refuseOccupied(
  contenu: Contenu,
  collection: SheetCollection,
  name: string,
  { fichier }: WordOptions,
): void {
  const there = [
    ...contenu.files
      .filter((file) => file.collection === collection && file.id === name)
      .map(({ path }) => path),
    ...[...contenu.assets.keys()].filter(
      (path) =>
        path.toLowerCase().startsWith(`${collection}/${name}/`) ||
        path.toLowerCase() === `${collection}/${name}.md`,
    ),
  ];
  const [first] = there;
  if (first === undefined) return;
  throw new Refusal(
    fr`${first} existe déjà, et rien n'est écrit par-dessus. Donner un autre nom au nouveau : « --fichier ${name}-2 »${fichier === undefined ? '' : fr`, par exemple`} ; ou déplacer l'ancien, s'il ne sert plus.`,
  );
}
