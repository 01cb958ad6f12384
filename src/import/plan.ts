import { type ContentFile, type Contenu, filesOf, withFiles } from '#src/checks/contenu.ts';
import { checkContenu } from '#src/checks/index.ts';
import type { Issue } from '#src/checks/issues.ts';
import { excerpt, fr } from '#src/checks/text.ts';
import { fieldsYaml } from '#src/drafts/fields-yaml.ts';
import { type Scan, ScanSchema } from '#src/schemas/scan.ts';
import { changesBetween } from './compare.ts';
import type { Columns, KnownColumn } from './columns.ts';
import type { Remark } from './problems.ts';
import type { RowReading } from './row.ts';
import { sheetMessage } from './sheet-words.ts';
import { compareTeamDate, findTeam } from './teams.ts';

export interface PlanOptions {
  /** The year asked on the command line. */
  readonly annee?: number | undefined;
  /** Whether other answers may take the place of those that are there. */
  readonly remplacer: boolean;
}

/** What becomes of one team's answers. */
export interface PlannedFile {
  readonly row: number;
  /** In the content folder. */
  readonly path: string;
  readonly text: string;
  readonly state: 'nouveau' | 'inchange' | 'remplace';
  readonly changes: readonly string[];
}

export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly problems: readonly Remark[];
  /** What is said of the teams' own files: a sentence, then the line to write. */
  readonly teams: readonly (readonly string[])[];
  /** Problems that these files would cause elsewhere in the publication. */
  readonly elsewhere: readonly Issue[];
}

interface Draft {
  readonly reading: RowReading;
  readonly path: string;
  /** False when the row has no place of its own yet: its fields are checked all the same. */
  readonly placed: boolean;
  readonly text: string;
  readonly existing: ContentFile<'scans'> | undefined;
  readonly refused: ReadonlySet<string>;
}

/** Works out the files that the rows make, checked as `npm run verifier` would; writes nothing. */
export function planImport(
  contenu: Contenu,
  columns: Pick<Columns, 'known' | 'problems'>,
  readings: readonly RowReading[],
  options: PlanOptions,
): Plan {
  const problems: Remark[] = readings.flatMap((reading) => reading.problems);
  const teams: string[][] = [];
  const drafts: Draft[] = [];
  const rows = new Map<string, number>();
  for (const reading of readings) {
    const found = findTeam(contenu, reading.equipe.read);
    if ('problem' in found) problems.push(remark(reading, reading.equipe.column, found.problem));
    const { annee, problem } = yearOf(reading, options);
    if (problem !== undefined) problems.push(remark(reading, reading.origins.get('annee'), problem));
    const team = 'team' in found ? found.team : undefined;
    for (const [field, { iso }] of team ? reading.teamDates : []) {
      const lines = team ? compareTeamDate(team, field, iso) : [];
      if (lines.length > 0) teams.push(lines);
    }
    const key = `${annee ?? ''}/${team?.id ?? ''}`;
    const twin = team && annee !== undefined ? rows.get(key) : undefined;
    if (twin !== undefined) {
      const message = fr`« ${excerpt(reading.equipe.read)} » a déjà répondu en ligne ${twin} pour ${annee ?? ''}. Garder une seule des deux lignes.`;
      problems.push(remark(reading, reading.equipe.column, message));
    }
    if (team && annee !== undefined && twin === undefined) rows.set(key, reading.row);
    drafts.push(draftOf(contenu, reading, twin === undefined ? team : undefined, annee));
  }
  return { ...checked(contenu, columns, drafts, problems, options), teams };
}

function remark({ row }: RowReading, column: KnownColumn | undefined, message: string): Remark {
  return { row, column: column?.index, header: column?.header, message };
}

function yearOf(reading: RowReading, { annee: asked }: PlanOptions): { annee?: number; problem?: string } {
  const read = reading.data['annee'];
  if (reading.refused.has('annee')) return {};
  if (typeof read !== 'number') {
    if (asked !== undefined) return { annee: asked };
    return {
      problem: fr`rien ne dit l'année de ces réponses. Remplir la colonne de l'année, ou ajouter à la commande « --annee » et l'année.`,
    };
  }
  if (asked === undefined || asked === read) return { annee: read };
  return {
    problem: fr`ces réponses sont de ${read}, et la commande demande ${asked}. Corriger l'une ou l'autre.`,
  };
}

function draftOf(
  contenu: Contenu,
  reading: RowReading,
  team: ContentFile<'equipes'> | undefined,
  annee: number | undefined,
): Draft {
  const placed = team !== undefined && annee !== undefined;
  const id = `${annee ?? '0000'}/${team?.id ?? `ligne-${reading.row}`}`;
  const existing = placed ? filesOf(contenu, 'scans').find((file) => file.id === id) : undefined;
  const kept = existing?.value;
  const text = fieldsYaml(ScanSchema, {
    ...reading.data,
    ...(team === undefined ? {} : { equipe: team.id }),
    ...(annee === undefined ? {} : { annee }),
    // An invented team's answers are invented too. The editor decides what is on line: new answers are a draft.
    ...((kept?.demonstration ?? team?.value?.demonstration) ? { demonstration: true } : {}),
    brouillon: kept?.brouillon ?? true,
  });
  const refused = new Set(reading.refused);
  if (team === undefined) refused.add('equipe');
  if (annee === undefined) refused.add('annee');
  return { reading, path: existing?.path ?? `scans/${id}.yaml`, placed, text, existing, refused };
}

function checked(
  contenu: Contenu,
  { known, problems: unread }: Pick<Columns, 'known' | 'problems'>,
  drafts: readonly Draft[],
  problems: Remark[],
  options: PlanOptions,
): Omit<Plan, 'teams'> {
  const future = withFiles(contenu, { texts: new Map(drafts.map(({ path, text }) => [path, text])) });
  const already = checkContenu(contenu);
  const before = new Set(already.map(keyOf));
  const issues = checkContenu(future).filter((issue) => issue.severity === 'erreur');
  // A folder of a year that is a link: nothing is written through it.
  const elsewhere = already.filter(
    ({ file, rule }) => rule === 'file-link' && drafts.some(({ path }) => path.startsWith(`${file}/`)),
  );
  for (const issue of issues) {
    const draft = drafts.find(({ path }) => path === issue.file);
    if (!draft) {
      if (!before.has(keyOf(issue))) elsewhere.push(issue);
      continue;
    }
    const first = issue.field?.split(', ')[0];
    // What a refused cell leaves empty is no news; what is wrong beside it is.
    const emptied = issue.rule === 'missing' || first === 'equipe' || first === 'annee';
    if (first !== undefined && emptied && draft.refused.has(first)) continue;
    if (first === undefined && !draft.placed) continue;
    if (issue.rule === 'missing' && unread.length > 0 && !isAsked(issue, known)) continue;
    problems.push(remarkOf(issue, draft, known));
  }
  const files: PlannedFile[] = [];
  for (const draft of drafts) {
    if (!draft.placed) continue;
    const value = filesOf(future, 'scans').find(({ path }) => path === draft.path)?.value;
    const planned = plannedFile(draft, value);
    if (planned.state === 'remplace' && !options.remplacer) {
      const message = fr`${draft.path} contient déjà d'autres réponses. Si celles du formulaire sont les bonnes, relancer avec « --remplacer » ; sinon, supprimer cette ligne.`;
      problems.push(remark(draft.reading, draft.reading.equipe.column, message));
    }
    files.push(planned);
  }
  return { files, problems, elsewhere };
}

/** Whether a column asks for what a row lacks; a column not read yet may be the one that does. */
function isAsked({ field = '' }: Issue, known: readonly KnownColumn[]): boolean {
  const champ = field.split(', ').join('.');
  return champ !== 'composition' && known.some((column) => column.champ === champ);
}

const keyOf = ({ file, message, field }: Issue) => `${file}/${field ?? ''}/${message}`;

/** An issue of a file that does not exist yet is told where its answer stands: in the spreadsheet. */
function remarkOf(issue: Issue, { reading }: Draft, columns: readonly KnownColumn[]): Remark {
  const message = sheetMessage(issue, columns);
  const steps = issue.field?.split(', ') ?? [];
  while (steps.length > 0) {
    const champ = steps.join('.');
    const column = reading.origins.get(steps.join(', ')) ?? columns.find((one) => one.champ === champ);
    if (column) return remark(reading, column, message);
    steps.pop();
    // The answer has no column: its detail, which has one, is where the person looks.
    const beside = [...reading.origins].find(([field]) => field.startsWith(`${steps.join(', ')}, `))?.[1];
    if (beside && issue.rule === 'missing') return remark(reading, beside, message);
  }
  const known = issue.field === undefined || issue.rule === 'missing';
  return remark(reading, undefined, known ? message : fr`${issue.field ?? ''} : ` + message);
}

function plannedFile({ reading, path, text, existing }: Draft, value: Scan | undefined): PlannedFile {
  const file = { row: reading.row, path, text };
  if (!existing) return { ...file, state: 'nouveau', changes: [] };
  if (!existing.value || !value) return { ...file, state: 'remplace', changes: [] };
  const changes = changesBetween(existing.value, value);
  if (changes.length === 0) return { ...file, state: 'inchange', changes };
  const { source } = existing.value;
  const lost = [
    ...(source === undefined
      ? []
      : [fr`source : « ${excerpt(source)} » est ôtée, les réponses viennent du formulaire`]),
    ...(/^\s*#/m.test(existing.text) ? [fr`les remarques (lignes « # ») de ce fichier sont ôtées`] : []),
    ...(existing.value.brouillon ? [] : [fr`« brouillon: false » est gardé : ces réponses seront en ligne`]),
  ];
  return { ...file, state: 'remplace', changes: [...changes, ...lost] };
}
