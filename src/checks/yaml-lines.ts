import { fr, plural } from './text.ts';
import type { Details } from './issues.ts';
import { withoutWordQuotes } from './word-quotes.ts';
import { quoted } from './yaml-source.ts';

/** A fault of writing, seen on one line of YAML; line and column count from 1 in the text given. */
export interface LineFault extends Details {
  readonly line: number;
  readonly column: number;
}

/** « clé: valeur » or « - valeur », with where the value begins. */
interface LineParts {
  readonly head: string;
  readonly value: string;
}

const KEY = /^(\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#[\]{}:,&*!|>%@`-][^:#]*?)\s*:)(?:\s+(.*))?$/;
const ITEM = /^(\s*(?:-\s+)+)(.*)$/;
const RESERVED = /^[@`%*&!,\]}]/;

/** Reads YAML as a person would, line by line, to find where a fault begins; for texts that do not parse. */
export function findLineFaults(text: string): LineFault[] {
  const lines = text.split('\n');
  const faults: LineFault[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const parts = split(line);
    const fault = faultOfLine(line, parts);
    if (fault) faults.push({ ...fault, line: index + 1 });
    index = fault ? index + 1 : nextLine(lines, index, parts, faults);
  }
  return faults.length > 0 ? faults : indentFaults(lines);
}

function split(line: string): LineParts | undefined {
  if (/^\s*(#|$)/.test(line)) return undefined;
  const key = KEY.exec(line);
  if (key) return { head: key[1] ?? '', value: (key[2] ?? '').trim() };
  const item = ITEM.exec(line);
  return item ? { head: (item[1] ?? '').trimEnd(), value: (item[2] ?? '').trim() } : undefined;
}

type Seen = Omit<LineFault, 'line'>;

function faultOfLine(line: string, parts: LineParts | undefined): Seen | undefined {
  const tab = /^ *\t/.exec(line);
  if (tab && line.trim() !== '') {
    return {
      rule: 'yaml-tab',
      column: tab[0].length,
      message: fr`cette ligne commence par une tabulation. Le décalage s'écrit avec des espaces, deux par niveau.`,
      correctedLine: line.replace(/^\s+/, (found) => found.replaceAll('\t', '  ')),
    };
  }
  if (!parts) return keyFault(line);
  const { head, value } = parts;
  const column = line.indexOf(value, head.length) + 1;
  const rewritten = (text: string) => `${head} ${quoted(withoutWordQuotes(text)?.inner ?? text)}`;
  if (value.startsWith('"') || value.startsWith("'")) return undefined;
  if (/^-\s/.test(value) && head.endsWith(':')) {
    return {
      rule: 'yaml-list',
      column,
      message: fr`une liste commence à la ligne suivante : un tiret, une espace et un élément par ligne.`,
    };
  }
  if (RESERVED.test(value)) {
    return {
      rule: 'yaml-reserved',
      column,
      read: value.charAt(0),
      message: fr`une valeur ne peut pas commencer par « ${value.charAt(0)} » sans guillemets.`,
      correctedLine: rewritten(value),
    };
  }
  const several = fieldsOnOneLine(line);
  if (several) return several;
  const plain = value.replace(/\s+#.*$/, '');
  if (!/^[[{|>]/.test(plain) && /:(\s|$)/.test(plain)) {
    return {
      rule: 'yaml-colon',
      column: column + plain.search(/:(\s|$)/),
      read: plain,
      message: fr`cette valeur contient un deux-points suivi d'une espace : il faut des guillemets autour d'elle.`,
      correctedLine: rewritten(plain),
    };
  }
  return undefined;
}

const ONE_FIELD = '[a-z_]+: +[^,"\'{}\\[\\]]+';
const SEVERAL = new RegExp(
  `^(\\s*(?:- +|[a-z_]+: +))\\{?\\s*(${ONE_FIELD}(?:, +${ONE_FIELD})+?)\\s*\\}?\\s*$`,
);

/** « - profession: infirmier, nombre: 3 »: fields on one line stand between braces. */
function fieldsOnOneLine(line: string): Seen | undefined {
  const [, head = '', fields = ''] = SEVERAL.exec(line) ?? [];
  const correctedLine = `${head}{ ${fields.trim()} }`;
  // Written so already, it is another line that is wrong.
  if (fields === '' || correctedLine === line.trimEnd()) return undefined;
  return {
    rule: 'yaml-braces',
    column: head.length + 1,
    read: fields,
    message: fr`plusieurs champs sur une ligne se mettent entre accolades, ou bien un champ par ligne.`,
    correctedLine,
  };
}

function keyFault(line: string): Seen | undefined {
  const glued = /^(\s*(?:- +)?[A-Za-zÀ-ÿ_]+):(?!\/\/)(\S.*)$/.exec(line);
  if (!glued) return undefined;
  return {
    rule: 'yaml-colon-space',
    column: (glued[1] ?? '').length + 1,
    message: fr`il manque une espace après le deux-points.`,
    correctedLine: `${glued[1] ?? ''}: ${glued[2] ?? ''}`,
  };
}

/** The line after this one, past the lines of a quoted text or of a block; faults of quotes are added. */
function nextLine(lines: string[], index: number, parts: LineParts | undefined, faults: LineFault[]): number {
  if (!parts) return index + 1;
  const { head, value } = parts;
  if (/^[|>]/.test(value)) return endOfBlock(lines, index);
  const mark = value.charAt(0);
  if (mark === '[' || mark === '{') return endOfFlow(lines, index, parts, faults);
  if (mark !== '"' && mark !== "'") return index + 1;
  const line = lines[index] ?? '';
  const column = line.indexOf(value, head.length) + 1;
  const end = closing(value, mark);
  if (end === undefined) {
    const close = lines.findIndex((other, at) => at > index && closing(mark + other, mark) !== undefined);
    const nextKey = lines.findIndex((other, at) => at > index && split(other) !== undefined);
    if (close >= 0 && (nextKey < 0 || close < nextKey)) return close + 1;
    faults.push({
      rule: 'yaml-quote',
      line: index + 1,
      column,
      read: value,
      message: fr`ce guillemet ouvert n'est jamais fermé : en ajouter un à la fin du texte.`,
      correctedLine: `${line.trimEnd().replace(/[”“]$/, '')}${mark}`,
    });
    return index + 1;
  }
  const rest = value.slice(end + 1).trim();
  if (rest !== '' && !rest.startsWith('#')) faults.push(innerQuote(index + 1, column + end, parts, mark));
  else if (mark === '"') backslash(index + 1, column, parts, faults);
  return index + 1;
}

/** Where the quote that opens a text is closed. */
export function closing(text: string, mark: string): number | undefined {
  for (let at = 1; at < text.length; at += 1) {
    if (mark === '"' && text[at] === '\\') at += 1;
    else if (text[at] === mark && mark === "'" && text[at + 1] === "'") at += 1;
    else if (text[at] === mark) return at;
  }
  return undefined;
}

function innerQuote(line: number, column: number, { head, value }: LineParts, mark: string): LineFault {
  const inner = value.endsWith(mark) ? value.slice(1, -1) : value.slice(1);
  if (mark === "'") {
    return {
      rule: 'yaml-apostrophe',
      line,
      column,
      read: value,
      message: fr`l'apostrophe ferme le texte commencé par un guillemet simple. Entourer ce texte de guillemets doubles.`,
      correctedLine: `${head} ${quoted(inner.replaceAll("''", "'"))}`,
    };
  }
  const even = (inner.match(/"/g) ?? []).length % 2 === 0;
  return {
    rule: 'yaml-inner-quote',
    line,
    column,
    read: value,
    message: fr`un guillemet droit à l'intérieur du texte le ferme trop tôt. Écrire des guillemets français.`,
    correctedLine: even
      ? `${head} "${inner.replace(/"([^"]*)"/g, '«\u00A0$1\u00A0»')}"`
      : `${head} ${quoted(inner.replace(/\\"/g, '"'))}`,
  };
}

function backslash(line: number, column: number, { head, value }: LineParts, faults: LineFault[]): void {
  const found = /\\(?![0abtnvfre "/\\N_LPxuU])/.exec(value.replace(/\\\\/g, '  '));
  if (!found) return;
  faults.push({
    rule: 'yaml-backslash',
    line,
    column: column + found.index,
    read: value,
    message: fr`la barre « \\ » a un sens spécial entre guillemets doubles : la doubler.`,
    correctedLine: `${head} ${value.replace(/\\(?![\\"])/g, '\\\\')}`,
  });
}

function endOfBlock(lines: string[], index: number): number {
  const indent = indentOf(lines[index] ?? '');
  let next = index + 1;
  while (next < lines.length && ((lines[next] ?? '').trim() === '' || indentOf(lines[next] ?? '') > indent))
    next += 1;
  return next;
}

function endOfFlow(lines: string[], index: number, { value }: LineParts, faults: LineFault[]): number {
  const mark = value.charAt(0);
  const close = mark === '[' ? ']' : '}';
  const balance = (text: string) => {
    const bare = text.replace(/"(\\.|[^"\\])*"|'[^']*'/g, '');
    return bare.split(mark).length - bare.split(close).length;
  };
  let open = balance(value);
  let next = index + 1;
  while (open > 0 && next < lines.length && !/^\S*[A-Za-z_]+:(\s|$)/.test(lines[next] ?? '')) {
    open += balance(lines[next] ?? '');
    next += 1;
  }
  if (open <= 0) return next;
  const line = lines[index] ?? '';
  faults.push({
    rule: 'yaml-bracket',
    line: index + 1,
    column: line.indexOf(value) + 1,
    read: value,
    message: fr`« ${mark} » est ouvert et jamais fermé : ajouter « ${close} » à la fin.`,
    ...(next === index + 1 ? { correctedLine: `${line.trimEnd()}${close}` } : {}),
  });
  return index + 1;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Lines whose shift agrees with no line above them. */
function indentFaults(lines: string[]): LineFault[] {
  const levels = [0];
  let opens = true;
  for (let index = 0; index < lines.length; index = skip(lines, index)) {
    const line = lines[index] ?? '';
    if (/^\s*(#|$)/.test(line)) continue;
    const indent = indentOf(line);
    const parts = split(line);
    if (!parts) return [];
    const deepest = levels.at(-1) ?? 0;
    while ((levels.at(-1) ?? 0) > indent) levels.pop();
    const level = levels.at(-1) ?? 0;
    if (level !== indent && (!opens || deepest > indent)) {
      const right = deepest > indent ? deepest : level;
      return [
        {
          rule: 'yaml-indent',
          line: index + 1,
          column: indent + 1,
          message: fr`le décalage de cette ligne ne correspond à aucune ligne au-dessus : elle commence par ${plural(indent, 'espace')}, il en faut ${right}.`,
          correctedLine: ' '.repeat(right) + line.trimStart(),
        },
      ];
    }
    if (level !== indent) levels.push(indent);
    const dashes = /^\s*((?:- +)+)\S/.exec(line);
    if (dashes && parts.head.endsWith(':')) levels.push(indent + (dashes[1] ?? '').length);
    opens = parts.value === '' && parts.head.endsWith(':');
  }
  return [];
}

function skip(lines: string[], index: number): number {
  const parts = split(lines[index] ?? '');
  return parts && /^[|>]/.test(parts.value) ? endOfBlock(lines, index) : index + 1;
}
