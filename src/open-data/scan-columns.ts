import { typographie } from '#src/domain/typography.ts';
import {
  type NamedProfession,
  type ScanColumn,
  SCAN_COLUMNS,
  scanColumns,
} from '#src/schemas/scan-columns.ts';
import { type Colonne, cellOf, columnOf, columnsOf, valueOf } from './columns.ts';
import type { JsonNode, Ligne } from './row-schema.ts';

type Fields = readonly Ligne[];

const parts = (...texts: (string | false)[]): string => texts.filter((text) => text !== false).join(' | ');
const labelled = (value: unknown, write: (text: string) => string): string | false =>
  value !== undefined && write(cellOf(value));

/** One line of a cell for each group of a list, in the words of the yearly form: an import reads them back. */
const LINES: Partial<Record<ScanColumn['kind'], (item: Ligne) => string>> = {
  composition: ({ profession, nombre, signataires, note }) =>
    parts(
      `${cellOf(profession)} : ${cellOf(nombre)}`,
      labelled(signataires, (count) => `${count} signataires`),
      labelled(note, (text) => `note : ${text}`),
    ),
  sites: ({ nom, commune, note }) => `${cellOf(nom)} | ${cellOf(commune)} | ${cellOf(note)}`,
  structures: ({ type, nombre, membres, depuis, professions, objet }) =>
    parts(
      nombre === undefined ? cellOf(type) : `${cellOf(type)} : ${cellOf(nombre)}`,
      labelled(membres, (count) => `${count} membres`),
      labelled(depuis, (date) => `depuis ${date}`),
      Array.isArray(professions) && professions.length > 0 && `métiers : ${professions.join(', ')}`,
      labelled(objet, (text) => `objet : ${text}`),
    ),
};

const HINTS: Partial<Record<ScanColumn['kind'], string>> = {
  composition:
    'Métiers dont l’équipe précise quelque chose, un par ligne de la case : « métier : nombre | note : … ». Ils sont aussi comptés dans leur colonne.',
  sites: 'Lieux de l’équipe, un par ligne de la case : « nom | commune | qui s’y trouve ».',
  structures:
    'Structures juridiques, une par ligne de la case : « structure : nombre | membres | depuis | métiers | objet ».',
};

/** The cell of a list: « aucun » is an answer, an empty cell is none. */
function listCell(kind: ScanColumn['kind'], value: unknown): string {
  if (!Array.isArray(value)) return '';
  // A group's list of professions is empty when nothing is said.
  if (value.length === 0) return kind === 'metiers' ? '' : 'aucun';
  const write = LINES[kind];
  return write ? (value as Fields).map(write).join('\n') : cellOf(value);
}

/** The line of a scan's composition for one profession. */
const lineOf = (row: Ligne, profession: string): Ligne | undefined =>
  (row['composition'] as Fields).find((line) => line['profession'] === profession);

function professionColumn({ champ, entete }: ScanColumn): Colonne {
  const [, profession = '', field = 'nombre'] = champ.split('.');
  const description = field === 'nombre' ? `${entete}. Vide : aucun, ou pas compté à part.` : `${entete}.`;
  const column = columnOf(champ, { type: 'integer', description: typographie(description) }, false);
  return { ...column, cell: (row) => cellOf(lineOf(row, profession)?.[field]) };
}

function formColumn(column: ScanColumn, own: ReadonlyMap<string, Colonne>): Colonne[] {
  const { champ, kind } = column;
  if (champ.startsWith('composition.')) return [professionColumn(column)];
  const plain = own.get(champ);
  if (!plain) return [];
  const description = typographie(HINTS[kind] ?? plain.description);
  if (kind === 'composition') {
    const noted = (row: Ligne) => (row['composition'] as Fields).filter(({ note }) => note !== undefined);
    const cell = (row: Ligne) => (noted(row).length === 0 ? '' : listCell(kind, noted(row)));
    return [{ ...plain, description, liste: false, obligatoire: false, cell }];
  }
  if (LINES[kind])
    return [{ ...plain, description, liste: false, cell: (row) => listCell(kind, valueOf(row, champ)) }];
  if (kind === 'liste' || kind === 'metiers')
    return [{ ...plain, cell: (row) => listCell(kind, valueOf(row, champ)) }];
  return [plain];
}

/**
 * The columns of the scans' table: those of the yearly form, under the names of the fields, so that the import reads the
 * table back; what the row says besides stands around them.
 */
export function scanTable(professions: readonly NamedProfession[]): (node: JsonNode) => Colonne[] {
  return (node) => {
    const own = new Map(columnsOf(node).map((column) => [column.nom, column]));
    const asked = new Set(SCAN_COLUMNS.map(({ champ }) => champ));
    const form = scanColumns(professions).flatMap((column) => formColumn(column, own));
    const beside = [...own.values()].filter(({ nom }) => !asked.has(nom));
    const before = beside.filter(({ nom }) => ['identifiant', 'page', 'equipe_nom'].includes(nom));
    return [...before, ...form, ...beside.filter((column) => !before.includes(column))];
  };
}
