/** What a spreadsheet would run as a formula when it opens the file (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string, separator: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /["\n\r]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as CSV for a French spreadsheet: semicolons, byte order mark, lines ended by CR LF (RFC 4180). What would be
 * run as a formula is kept as text by an apostrophe before it, which `withoutGuard` takes off.
 */
export function toCsv(rows: readonly (readonly string[])[], separator = ';'): string {
  return `\uFEFF${rows.map((row) => `${row.map((value) => cell(value, separator)).join(separator)}\r\n`).join('')}`;
}

/** A cell of such a table, as it was before it was kept from being run. */
export function withoutGuard(value: string): string {
  return value.startsWith("'") && FORMULA.test(value.slice(1)) ? value.slice(1) : value;
}

/** No-break spaces as plain ones: a spreadsheet looks for words without them. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, ' ');
}
