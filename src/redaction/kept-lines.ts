import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** One field of a file and the lines that it takes, comments above it included. */
interface Segment {
  readonly comments: readonly string[];
  readonly lines: readonly string[];
  /** Empty lines that part it from the next field. */
  readonly blanks: readonly string[];
}

/** The lines of a file cut by its fields; undefined when a field does not begin its own line. */
interface Segments {
  readonly head: readonly string[];
  readonly fields: ReadonlyMap<string, Segment>;
}

const isComment = (line: string): boolean => line.startsWith('#');
const isEmpty = (line: string): boolean => line.trim() === '';

function segmentsOf(text: string): Segments | undefined {
  const counter = new LineCounter();
  const { contents, errors } = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const lines = text.replace(/\n+$/, '').split('\n');
  if (contents === null && errors.length === 0) return { head: lines, fields: new Map() };
  if (errors.length > 0 || !isMap(contents) || contents.flow) return undefined;
  const starts: { key: string; line: number }[] = [];
  for (const { key } of contents.items) {
    if (!isScalar(key) || !key.range) return undefined;
    const { line, col } = counter.linePos(key.range[0]);
    if (col !== 1 || line === starts.at(-1)?.line) return undefined;
    starts.push({ key: String(key.value), line: line - 1 });
  }
  const tops = starts.map(({ line }) => {
    let top = line;
    while (top > 0 && isComment(lines[top - 1] ?? '')) top -= 1;
    return top;
  });
  const fields = new Map<string, Segment>();
  for (const [index, { key, line }] of starts.entries()) {
    const top = index === 0 ? line : (tops[index] ?? line);
    const own = lines.slice(line, tops[index + 1] ?? lines.length);
    let end = own.length;
    while (end > 1 && isEmpty(own[end - 1] ?? '')) end -= 1;
    fields.set(key, { comments: lines.slice(top, line), lines: own.slice(0, end), blanks: own.slice(end) });
  }
  return { head: lines.slice(0, starts[0]?.line ?? lines.length), fields };
}

/**
 * A file's fields with some of them changed: what did not change keeps its lines, its comments and its place.
 * @param text the YAML that was read
 * @param kept names of fields, in the order wanted, whether they are in the text or not
 * @param fresh the lines of a field that has changed or is new; undefined for one that has not
 */
export function keepLines(
  text: string,
  kept: readonly string[],
  fresh: (name: string) => readonly string[] | undefined,
): string | undefined {
  const segments = segmentsOf(text);
  if (!segments) return undefined;
  const fields = kept.flatMap((name) => {
    const old = segments.fields.get(name);
    const now = fresh(name) ?? old?.lines;
    return now ? [...(old?.comments ?? []), ...now, ...(old?.blanks ?? [])] : [];
  });
  const lines = [...segments.head, ...fields];
  while (isEmpty(lines.at(-1) ?? 'x')) lines.pop();
  return `${lines.join('\n')}\n`;
}
