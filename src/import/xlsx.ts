import { readSheet } from 'read-excel-file/node';
import { either, formatCount, fr, plural } from '#src/checks/text.ts';
import { type Cell, MAX_CELL, MAX_COLUMNS, MAX_ROWS, Refusal, type Table } from './table.ts';
import { type ZipEntry, zipEntries } from '#src/files/zip.ts';

/** A sheet of answers is a few hundred kilobytes: more is a picture, a slip or a trap. */
const MAX_UNPACKED = 100_000_000;

/** Reads the first sheet of an XLSX workbook: dates and numbers as Excel holds them, formulas by their result. */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  const entries = zipEntries(bytes);
  if (!entries)
    throw new Refusal(fr`ce classeur est abîmé ou incomplet. L'exporter ou le télécharger à nouveau.`);
  const workbook = workbookOf(entries);
  const faults = faultsOf(workbook.sheet);
  const read = await readSheet(bytes, { trim: false }).catch(() => {
    throw new Refusal(
      fr`ce classeur ne se lit pas : une de ses cases est abîmée. L'ouvrir dans un tableur, l'enregistrer à nouveau en XLSX (ou en CSV) et relancer.`,
    );
  });
  const rows = (read as unknown as Cell[][]).map((row) => [...row]);
  for (const { row, column, faute } of faults) {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = { faute };
  }
  const others = workbook.names.slice(1).map((name) => fr`« ${name} »`);
  return {
    rows,
    facts: ['XLSX', fr`feuille « ${workbook.names[0] ?? ''} »`],
    guesses:
      others.length === 0
        ? []
        : [
            fr`seule la première feuille est lue ; non lue${others.length > 1 ? 's' : ''} : ${either(others, 'et')}.`,
          ],
  };
}

interface Workbook {
  readonly names: readonly string[];
  /** The XML of its first sheet. */
  readonly sheet: string;
}

function workbookOf(entries: readonly ZipEntry[]): Workbook {
  if (entries.some(({ encrypted }) => encrypted)) throw new Refusal(LOCKED);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > MAX_UNPACKED) throw tooLarge();
  const xml = (name: string): string => {
    const entry = entries.find((one) => one.name === name);
    try {
      return entry?.read(MAX_UNPACKED).toString('utf8') ?? '';
    } catch {
      throw tooLarge();
    }
  };
  const sheets = [...xml('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => tag);
  const [first] = sheets;
  if (first === undefined) {
    throw new Refusal(
      fr`cette archive n'est pas un classeur Excel (XLSX). Un document OpenDocument (.ods) s'enregistre d'abord en XLSX ou en CSV.`,
    );
  }
  const id = attribute(first, 'r:id') ?? '';
  const links = [...xml('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => tag);
  const target = attribute(links.find((tag) => attribute(tag, 'Id') === id) ?? '', 'Target') ?? '';
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const sheet = xml(path);
  for (const text of [sheet, xml('xl/sharedStrings.xml')]) refuseLongText(text);
  return { names: sheets.map((tag) => attribute(tag, 'name') ?? ''), sheet };
}

/** Refuses a text that no spreadsheet writes: the library would take minutes to read it. Signs may be written « &quot; ». */
function refuseLongText(xml: string): void {
  for (let from = 0, to = 0; to >= 0; from = to + 1) {
    to = xml.indexOf('<', from);
    if (to - from <= MAX_CELL * '&quot;'.length) continue;
    throw new Refusal(
      fr`une case de ce classeur contient plus de ${formatCount(MAX_CELL)} caractères : c'est plus qu'une case d'Excel n'en contient. La vider ou la raccourcir.`,
    );
  }
}

const tooLarge = () =>
  new Refusal(
    fr`une fois déplié, ce classeur dépasse ${formatCount(MAX_UNPACKED / 1_000_000)} Mo. N'y garder que la feuille à importer, sans image.`,
  );

export const LOCKED = fr`ce classeur est protégé par un mot de passe, ou c'est un ancien classeur « .xls ». L'ouvrir dans un tableur et l'enregistrer en XLSX, sans mot de passe.`;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}

interface Fault {
  readonly row: number;
  readonly column: number;
  readonly faute: string;
}

/** Cells whose formula gave no value, which the library reads as empty; refuses a sheet whose cells lie absurdly far. */
function faultsOf(sheet: string): Fault[] {
  const faults: Fault[] = [];
  for (const [, tag = '', content = ''] of sheet.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const [, letters = '', digits = '1'] = /\br="([A-Z]+)(\d+)"/.exec(tag) ?? [];
    const row = Number(digits) - 1;
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    if (!/<(v|f|is)\b/.test(content)) continue;
    if (row > MAX_ROWS + 1 || column > MAX_COLUMNS) {
      throw new Refusal(
        fr`la case ${letters}${digits} est remplie : ce tableau a plus de ${plural(MAX_ROWS, 'ligne')} ou de ${plural(MAX_COLUMNS, 'colonne')}. N'y garder que les lignes à importer.`,
      );
    }
    const value = /<v>([^<]*)</.exec(content)?.[1];
    // A formula that no spreadsheet has worked out yet holds no value at all.
    if (/<f\b/.test(content) && !/<v\b/.test(content))
      faults.push({ row, column, faute: `=${/<f[^>]*>([^<]*)</.exec(content)?.[1] ?? ''}` });
    else if (/\bt="e"/.test(tag)) faults.push({ row, column, faute: value ?? '#ERREUR' });
  }
  return faults;
}
