import { isDeepStrictEqual } from 'node:util';
import { type ContentFile, type Contenu, filesOf, withFiles } from '#src/checks/contenu.ts';
import { checkContenu } from '#src/checks/index.ts';
import type { Issue } from '#src/checks/issues.ts';
import { excerpt, fr, showValue } from '#src/checks/text.ts';
import { slugify } from '#src/domain/slugs.ts';
import { markdownFile } from '#src/drafts/fields-yaml.ts';
import type { Plan, PlannedFile } from '#src/import/plan.ts';
import type { Remark } from '#src/import/problems.ts';
import { OutilSchema } from '#src/schemas/outil.ts';
import { FIELD_COLUMNS } from '#src/import/fiche/columns.ts';
import type { KnownColumn, ToolColumns } from './columns.ts';
import type { ToolRow } from './rows.ts';

export interface ToolOptions {
  /** Whether sheets that are there take the fields of the list. */
  readonly remplacer: boolean;
  /** Whether what the table lacks is left to write in each sheet. */
  readonly completer: boolean;
}

interface Draft {
  readonly reading: ToolRow;
  readonly path: string;
  readonly text: string;
  readonly existing: ContentFile<'outils'> | undefined;
}

/** Works out the sheets that the rows make, checked as `npm run verifier` would; writes nothing. */
export function planTools(
  contenu: Contenu,
  columns: ToolColumns,
  readings: readonly ToolRow[],
  options: ToolOptions,
): Plan {
  const problems: Remark[] = [...columns.problems, ...readings.flatMap((reading) => reading.problems)];
  const rows = new Map<string, number>();
  const drafts: Draft[] = [];
  for (const reading of readings) {
    const twin = rows.get(reading.id);
    if (reading.id === '') {
      problems.push(
        remark(
          reading,
          columnOf(columns, 'titre'),
          fr`cet outil n'a pas de titre. L'écrire, ou supprimer la ligne.`,
        ),
      );
      continue;
    }
    if (twin !== undefined) {
      problems.push(
        remark(
          reading,
          columnOf(columns, 'titre'),
          fr`même outil que la ligne ${twin}. Garder une seule des deux lignes, ou changer un des deux titres.`,
        ),
      );
      continue;
    }
    rows.set(reading.id, reading.row);
    drafts.push(draftOf(contenu, reading));
  }
  const future = withFiles(contenu, { texts: new Map(drafts.map(({ path, text }) => [path, text])) });
  const before = new Set(checkContenu(contenu).map(keyOf));
  const elsewhere: Issue[] = [];
  for (const issue of checkContenu(future).filter(({ severity }) => severity === 'erreur')) {
    const draft = drafts.find(({ path }) => path === issue.file);
    if (draft) problems.push(...remarkOf(issue, draft, columns));
    else if (!before.has(keyOf(issue))) elsewhere.push(issue);
  }
  const files = drafts.map((draft) => planned(draft));
  for (const [index, file] of files.entries()) {
    const draft = drafts[index];
    if (file.state !== 'remplace' || options.remplacer || !draft) continue;
    const message = fr`${file.path} existe déjà, et dit autre chose. Si la liste a raison, relancer avec « --remplacer » ; sinon, supprimer cette ligne.`;
    problems.push(remark(draft.reading, columnOf(columns, 'titre'), message));
  }
  return { files, problems, teams: [], elsewhere };
}

const keyOf = ({ file, message, field }: Issue) => `${file}/${field ?? ''}/${message}`;
const columnOf = ({ known }: ToolColumns, champ: string): KnownColumn | undefined =>
  known.find((column) => column.champ === champ);
const remark = ({ row }: ToolRow, column: KnownColumn | undefined, message: string): Remark => ({
  row,
  column: column?.index,
  header: column?.header,
  message,
});

/** A sheet that is there keeps its text, and the fields that the list does not speak of. */
function draftOf(contenu: Contenu, reading: ToolRow): Draft {
  const sheets = filesOf(contenu, 'outils');
  const titled = sheets.filter(
    ({ value }) =>
      value !== undefined && slugify(value.titre) === slugify(String(reading.data['titre'] ?? '')),
  );
  const existing =
    sheets.find(({ id }) => id === reading.id) ?? (titled.length === 1 ? titled[0] : undefined);
  const data = existing
    ? { ...(existing.data as object), ...reading.data }
    : { ...reading.completed, ...reading.data, brouillon: true };
  // What a sheet says already is its author's.
  const text = markdownFile(OutilSchema, data, existing?.body ?? reading.text);
  return { reading, path: existing?.path ?? `outils/${reading.id}.md`, text, existing };
}

/** What the check says of a sheet that does not exist yet, told where it stands in the spreadsheet. */
function remarkOf(issue: Issue, { reading }: Draft, columns: ToolColumns): Remark[] {
  const champ = issue.field?.split(', ')[0] ?? '';
  if (reading.refused.has(champ)) return [];
  const column = columnOf(columns, champ);
  if (issue.rule === 'missing') return [remark(reading, column, missing(champ, column))];
  if (issue.rule === 'empty-body')
    return [
      remark(
        reading,
        undefined,
        fr`rien ne donne le texte de cette fiche. Remplir une colonne « Texte de la fiche », ou « À quoi il sert », « Quand s'en servir »… ; ou ajouter « --completer » à la commande, et l'écrire ensuite dans la fiche.`,
      ),
    ];
  if (issue.rule === 'tool-access')
    return [
      remark(
        reading,
        column,
        fr`rien ne dit comment obtenir cet outil : ni « Lien », ni « Fichiers », ni « Comment l'obtenir ». Remplir l'une de ces colonnes ; ou ajouter « --completer » à la commande, et l'écrire ensuite dans la fiche.`,
      ),
    ];
  return [remark(reading, column, column || champ === '' ? issue.message : fr`${champ} : ` + issue.message)];
}

/** Texts may be left to write in the sheet; a type and themes cannot. */
function missing(champ: string, column: KnownColumn | undefined): string {
  const title = column?.header ?? FIELD_COLUMNS.outils.find((one) => one.champ === champ)?.entete ?? champ;
  const how = column ? fr`cette case est vide.` : fr`le tableau n'a pas de colonne « ${title} ».`;
  const fill = column ? fr`La remplir` : fr`L'ajouter`;
  const remedy = ['resume', 'relecture'].includes(champ)
    ? fr` ${fill} ; ou ajouter « --completer » à la commande, et l'écrire ensuite dans la fiche.`
    : fr` ${fill} : tout outil en a besoin.`;
  return how + remedy;
}

function planned({ reading, path, text, existing }: Draft): PlannedFile {
  const file = { row: reading.row, path, text };
  if (!existing) return { ...file, state: 'nouveau', changes: [] };
  const old = (existing.data ?? {}) as Readonly<Record<string, unknown>>;
  const changes = Object.entries(reading.data)
    .filter(([champ, value]) => !isDeepStrictEqual(old[champ], value) && String(old[champ]) !== String(value))
    .map(([champ, value]) => fr`${champ} : ${shown(old[champ])} → ${shown(value)}`);
  if (changes.length === 0) return { ...file, state: 'inchange', changes };
  return {
    ...file,
    state: 'remplace',
    changes: [
      ...changes,
      ...(/^---\n[\s\S]*?^\s*#[\s\S]*?\n---/m.test(existing.text)
        ? [fr`les remarques (lignes « # ») de la fiche sont ôtées`]
        : []),
      ...(existing.value?.brouillon === false
        ? [fr`« brouillon: false » est gardé : la fiche reste en ligne`]
        : []),
    ],
  };
}

const shown = (value: unknown): string =>
  Array.isArray(value) ? fr`« ${excerpt(value.join(', '))} »` : showValue(value);
