import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file of JSON values, one a line after its key: what one run has made and the next may need. */

const [TAB, END] = ['\t', '\n'];

/** The lines of a file by their keys, still as JSON; none when there is no file. The end of a file cut short is left out. */
export function readLines(place: string): Map<string, string> {
  const lines = new Map<string, string>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(place);
  } catch {
    return lines;
  }
  let start = 0;
  for (let end = bytes.indexOf(END); end >= 0; end = bytes.indexOf(END, start)) {
    const tab = bytes.indexOf(TAB, start);
    if (tab >= 0 && tab < end)
      lines.set(bytes.toString('latin1', start, tab), bytes.toString('utf8', tab + 1, end));
    start = end + 1;
  }
  return lines;
}

/** The value of a line; undefined when there is none, or when it cannot be read. */
export function valueOf<Value>(line: string | undefined): Value | undefined {
  try {
    return line === undefined ? undefined : (JSON.parse(line) as Value);
  } catch {
    return undefined;
  }
}

/** Letters written at once. */
const CHUNK = 1_000_000;

/**
 * Writes the file anew: these lines and no other, or the former file whole.
 * @param lines keys without a tab, and their JSON
 * @throws the system's error
 */
export function writeLines(place: string, lines: Iterable<readonly [key: string, json: string]>): void {
  const draft = `${place}.${process.pid}`;
  mkdirSync(dirname(place), { recursive: true });
  const file = openSync(draft, 'w');
  try {
    let waiting = '';
    for (const [key, json] of lines) {
      waiting += key + TAB + json + END;
      if (waiting.length < CHUNK) continue;
      writeSync(file, waiting);
      waiting = '';
    }
    writeSync(file, waiting);
  } finally {
    closeSync(file);
  }
  renameSync(draft, place);
}
