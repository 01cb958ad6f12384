import { palette, type Palette, printable } from '#src/checks/paint.ts';
import { wrap } from '#src/checks/report.ts';
import { fr } from '#src/checks/text.ts';
import type { MendedFile } from './index.ts';

/** A file that changes: its lines, and how it is saved. */
export interface Change extends MendedFile {
  /** What changes in how it is saved, in French. */
  readonly saved: readonly string[];
}

export interface DiffOptions {
  readonly colour?: boolean;
  readonly width?: number;
}

/** What changes in each file, line by line, before and after; the part that changes is underlined where it can be. */
export function diffText(changes: readonly Change[], options: DiffOptions = {}): string {
  const paint = palette(options.colour ?? false);
  const width = options.width ?? 80;
  return changes
    .map(({ path, before, after, saved }) => {
      const old = before.split('\n');
      const lines = after.split('\n').flatMap((line, index) => {
        const was = old[index] ?? '';
        return was === line ? [] : [`  ligne ${index + 1}`, ...bothLines(was, line, paint, width)];
      });
      const how = saved
        .flatMap((one) => wrap(fr`tout le fichier : ` + one, width - 2))
        .map((line) => `  ${line}`);
      return [...wrap(printable(path), width).map(paint.bold), ...how, ...lines].join('\n');
    })
    .join('\n\n');
}

interface Cut {
  readonly before: string;
  readonly changed: string;
  readonly after: string;
}

function bothLines(was: string, now: string, paint: Palette, width: number): string[] {
  const [a, b] = [Array.from(was), Array.from(now)];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const cut = (signs: readonly string[]): Cut => ({
    before: signs.slice(0, head).join(''),
    changed: signs.slice(head, signs.length - tail).join(''),
    after: signs.slice(signs.length - tail).join(''),
  });
  const room = width - 6;
  return [
    `    ${oneLine('- ', cut(a), paint.red, paint, room)}`,
    `    ${oneLine('+ ', cut(b), paint.green, paint, room)}`,
  ];
}

/** A line of a text may be a whole paragraph: only what stands round the change is shown then. */
function oneLine(mark: string, cut: Cut, colour: Palette['red'], paint: Palette, room: number): string {
  const changed = shorten(visible(cut.changed), room - 2, 'middle');
  const left = Math.max(room - changed.length, 0);
  const before = shorten(
    printable(cut.before),
    Math.max(Math.floor(left / 2), left - cut.after.length),
    'start',
  );
  const after = shorten(printable(cut.after), Math.max(left - Array.from(before).length, 0), 'end');
  return colour(mark + before) + colour(paint.bold(paint.underline(changed))) + colour(after);
}

function shorten(text: string, room: number, where: 'start' | 'middle' | 'end'): string {
  const signs = Array.from(text);
  if (signs.length <= room) return text;
  if (room < 1) return '';
  const kept = room - 1;
  if (where === 'start') return `…${signs.slice(signs.length - kept).join('')}`;
  if (where === 'end') return `${signs.slice(0, kept).join('')}…`;
  const first = Math.ceil(kept / 2);
  return `${signs.slice(0, first).join('')}…${signs.slice(signs.length - (kept - first)).join('')}`;
}

/** Spaces that no one would see change: at the end of a line, unbreakable, of no width, tabulations. */
function visible(text: string): string {
  const shown = text
    .replaceAll('\t', '→')
    .replace(/[\u00A0\u202F\u2000-\u200A\u3000]/g, '␣')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '¦');
  return printable(/^ +$/.test(shown) ? shown.replaceAll(' ', '·') : shown);
}
