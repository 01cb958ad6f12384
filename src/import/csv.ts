import { CsvError, parse } from 'csv-parse/sync';
import { decode } from '#src/checks/encoding.ts';
import { fr } from '#src/checks/text.ts';
import { withoutGuard } from '#src/domain/csv.ts';
import { type Cell, MAX_ROWS, Refusal, type Table } from './table.ts';

const SEPARATORS = [';', ',', '\t'] as const;
const NAMES: Readonly<Record<string, string>> = {
  ';': fr`« ; » (point-virgule)`,
  ',': fr`« , » (virgule)`,
  '\t': fr`tabulation`,
};

/** Reads a form's export in CSV: encoding and separator are found from what is in it, and told. */
export function readCsv(bytes: Buffer): Table {
  const { text: whole, encoding, guess } = textOf(bytes);
  // Excel's own first line, which it does not show.
  const declared = /^sep=([;,\t])\n/i.exec(whole);
  const text = declared ? whole.slice(declared[0].length) : whole;
  const separator = declared?.[1] ?? separatorOf(text);
  const rows: Cell[][] = records(text, separator).map((row) =>
    row.map((cell) => (cell === '' ? null : withoutGuard(cell))),
  );
  const name = NAMES[separator] ?? separator;
  return {
    rows,
    facts: ['CSV', fr`codage ` + encoding, fr`séparateur ` + name],
    guesses: [
      ...(guess ? [guess] : []),
      ...(declared ? [] : [fr`les colonnes sont séparées par : ` + name + '.']),
    ],
  };
}

/** No text holds these: bells, escapes… (tabs and ends of lines are no part of them). */

const CONTROLS = /[\u0001-\u0008\u000E-\u001F]/;

function textOf(bytes: Buffer): { text: string; encoding: string; guess?: string } {
  const wide = wideWithoutMark(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes).replace(/\r\n?/g, '\n');
    return {
      text,
      encoding: 'UTF-16',
      guess: fr`le fichier n'annonce pas son codage : il est lu en UTF-16.`,
    };
  }
  const { text, fault } = decode(bytes);
  if (fault?.details.rule === 'nul' || CONTROLS.test(text)) {
    throw new Refusal(
      fr`ce fichier n'est pas un tableau : il contient des octets qu'aucun texte ne contient. Attendu : un tableau en CSV ou en XLSX.`,
    );
  }
  if (fault?.details.rule !== 'encoding') return { text, encoding: 'UTF-8' };
  const encoding = fault.details.read ?? '';
  if (encoding === 'UTF-16') return { text, encoding };
  return {
    text,
    encoding,
    guess:
      fr`les accents sont lus comme du ` +
      encoding +
      fr` : vérifier quelques accents dans les fichiers écrits.`,
  };
}

/** UTF-16 without its opening mark: every other byte of a Western text is then zero. */
function wideWithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 400);
  if (
    sample.length < 4 ||
    (sample[0] === 0xff && sample[1] === 0xfe) ||
    (sample[0] === 0xfe && sample[1] === 0xff)
  )
    return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 2;
  if (odd > most * 0.9 && even < most * 0.1) return 'utf-16le';
  return even > most * 0.9 && odd < most * 0.1 ? 'utf-16be' : undefined;
}

/** The sign that cuts the first line into most columns. */
function separatorOf(text: string): string {
  const counts = SEPARATORS.map((separator) => ({ separator, columns: columnsOf(text, separator) }));
  return counts.reduce((best, one) => (one.columns > best.columns ? one : best)).separator;
}

function columnsOf(text: string, delimiter: string): number {
  try {
    const [first] = parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: 1,
    });
    return first?.length ?? 0;
  } catch {
    return 0;
  }
}

function records(text: string, delimiter: string): string[][] {
  const read: string[][] = [];
  try {
    parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAX_ROWS + 2,
      on_record: (record: string[]) => {
        read.push(record);
        return record;
      },
    });
    return read;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = read.length + 1;
    throw new Refusal(
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? fr`un guillemet droit (") s'ouvre à la ligne ${row} et ne se ferme jamais : la suite du tableau ne se lit pas. Le fermer ou l'ôter, puis enregistrer.`
        : fr`la ligne ${row} ne se lit pas : un guillemet droit (") s'y ferme au milieu d'une case. L'ôter, ou l'écrire deux fois (""), puis enregistrer.`,
    );
  }
}
