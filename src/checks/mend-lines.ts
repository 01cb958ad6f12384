import { fr } from './text.ts';
import { closing, type LineFault } from './yaml-lines.ts';
import { quoted } from './yaml-source.ts';

/** A text as its author meant it, with the faults that had to be mended: the other checks read on without stumbling. */
export interface Mended {
  readonly text: string;
  /** Lines counted from 1 in the text given. */
  readonly faults: readonly LineFault[];
}

/** Spaces that look like the plain one, and that neither YAML nor Markdown takes for a space. */
const HARD = '\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000';
const HARD_ONE = new RegExp(`[${HARD}]`);
const HARD_ALL = new RegExp(`[${HARD}]`, 'g');
const S = `[ ${HARD}]`;

const YAML_LINE = new RegExp(
  `^(${S}*)((?:-${S}+)*)((?:"[^"]*"|'[^']*'|[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*)${S}*:(?:${S}+|$))?(.*)$`,
  'u',
);
const FLOW_SPACE = new RegExp(
  `"(?:\\\\.|[^"\\\\])*"|'[^']*'|(?<=[:,{[])${S}*[${HARD}]${S}*|${S}*[${HARD}]${S}*(?=[:,}\\]])`,
  'g',
);

function hardSpace(line: string, right: string, index: number): LineFault {
  return {
    rule: 'hard-space',
    line: index + 1,
    column: line.search(HARD_ONE) + 1,
    message: fr`une espace insécable (invisible) empêche de lire cette ligne. La remplacer par une espace ordinaire, ou recopier la ligne que voici.`,
    correctedLine: right,
  };
}

function hash(line: string, index: number, head: string, value: string): LineFault | undefined {
  const at = /^#(?=[^\s#])|\s#/.exec(value)?.index;
  if (at === undefined || /^["'[{|>&*]/.test(value)) return undefined;
  const kept = value.slice(0, at).trim();
  // « msp # maison de santé »: one word and its comment.
  if (kept !== '' && !/\s/.test(kept) && /^\s#\s/.test(value.slice(at))) return undefined;
  const details = {
    rule: 'yaml-hash',
    line: index + 1,
    column: line.length - value.length + value.indexOf('#', at) + 1,
    correctedLine: `${head}${quoted(value.trim())}`,
  };
  if (kept === '') {
    const message = fr`une valeur qui commence par « # » n'est pas lue : l'entourer de guillemets droits.`;
    return { ...details, message };
  }
  const message = fr`ce qui suit « # » est ignoré. Si c'est du texte, entourer la valeur de guillemets droits.`;
  return { ...details, message, severity: 'avertissement' };
}

/** Mends the writing of YAML that a parser takes for something else, without a word or with an absurd one. */
export function mendYaml(text: string): Mended {
  const lines = text.split('\n');
  const faults: LineFault[] = [];
  /** The value that began at this column may go on, on lines shifted further. */
  let inside = Infinity;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, indent = '', dashes = '', key = '', value = ''] = YAML_LINE.exec(line) ?? [];
    const comment = value.startsWith('#') && key + dashes === '';
    if (line.trim() === '' || indent.length > inside || comment) continue;
    const shift =
      indent.replace(HARD_ALL, ' ') + dashes.replace(new RegExp(`-${S}*[${HARD}]${S}*`, 'g'), '- ');
    const head = shift + (HARD_ONE.test(key) ? `${key.replace(new RegExp(`${S}*:${S}*$`), '')}: ` : key);
    const flow = /^[[{]/.test(value)
      ? value.replace(FLOW_SPACE, (found) => (/^["']/.test(found) ? found : ' '))
      : value;
    const right = (head + flow).trimEnd();
    const written = indent + dashes + key + value;
    if (HARD_ONE.test(indent + dashes + key) || flow !== value) {
      faults.push(hardSpace(written, right, index));
      lines[index] = right;
    }
    const cut = hash(lines[index] ?? '', index, head, value);
    if (cut) faults.push(cut);
    if (cut?.severity === undefined && cut?.correctedLine !== undefined) lines[index] = cut.correctedLine;
    inside = value === '' || flow.startsWith('#') ? Infinity : key ? shift.length : indent.length;
    if (/^["']/.test(value) && closing(value, value.charAt(0)) === undefined) {
      const end = lines.findIndex(
        (other, at) => at > index && closing(value.charAt(0) + other, value.charAt(0)) !== undefined,
      );
      if (end > 0 && !lines.slice(index + 1, end).some((other) => /^[\w-]+:(\s|$)/.test(other))) index = end;
    }
  }
  return { text: lines.join('\n'), faults };
}

const MARKDOWN_MARK = new RegExp(`^([ \\t${HARD}]*)(#{1,6}|[-*+]|\\d{1,9}[.)]|>)([ \\t${HARD}]+)(?=\\S)`);
const NOTE_SPACE = new RegExp(`^\\[\\^[^\\]\\s]+\\]${S}+:${S}*`);
const FENCE_TAIL = new RegExp(`^(\\s*:{3,})[ ${HARD}]+$`);

/** Same for the marks that open a line of Markdown: headings, lists, rows of tables, ends of blocks. */
export function mendMarkdown(text: string): Mended {
  const faults: LineFault[] = [];
  let code = '';
  const lines = text.split('\n').map((line, index) => {
    const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (code === '') code = fence;
      else if (fence.startsWith(code)) code = '';
    }
    if (code !== '') return line;
    const note = NOTE_SPACE.exec(line)?.[0];
    if (note !== undefined) {
      const mended = `${note.replace(/\].*$/, ']:')} ${line.slice(note.length)}`;
      const message = fr`le texte d'une note commence par son numéro entre crochets, et un deux-points collé au crochet.`;
      faults.push({ rule: 'note-space', line: index + 1, column: 1, message, correctedLine: mended });
      return mended;
    }
    if (!HARD_ONE.test(line)) return line;
    const right = /^[\s|:-]*-[\s|:-]*$/.test(line)
      ? line.replace(HARD_ALL, ' ')
      : line
          .replace(FENCE_TAIL, '$1')
          .replace(MARKDOWN_MARK, (_, indent: string, mark: string, gap: string) =>
            HARD_ONE.test(indent + gap) ? `${indent.replace(HARD_ALL, ' ')}${mark} ` : indent + mark + gap,
          );
    if (right !== line) faults.push(hardSpace(line, right, index));
    return right;
  });
  return { text: lines.join('\n'), faults };
}
