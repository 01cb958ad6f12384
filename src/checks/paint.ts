type Paint = (text: string) => string;

/** What a terminal can do to a text; nothing at all where colours are not wanted. */
export type Palette = Readonly<Record<'bold' | 'underline' | 'red' | 'yellow' | 'green' | 'dim', Paint>>;

export function palette(colour: boolean): Palette {
  const paint =
    (on: number, off: number): Paint =>
    (text) =>
      colour && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text;
  return {
    bold: paint(1, 22),
    underline: paint(4, 24),
    red: paint(31, 39),
    yellow: paint(33, 39),
    green: paint(32, 39),
    dim: paint(2, 22),
  };
}

/**
 * Colour where someone looks at a terminal that wants it. `NO_COLOR` always wins; `FORCE_COLOR` gives colours to what is
 * not a terminal (the log of a CI service), and takes them away with « 0 ».
 */
export function wantsColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return !['0', 'false'].includes(forced);
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]|\p{Emoji_Presentation}/u;

/** How many columns of a terminal a text takes: an accent written apart takes none, an emoji two. */
export function columns(text: string): number {
  let count = 0;
  for (const sign of text.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')) count += WIDE.test(sign) ? 2 : 1;
  return count;
}

/**
 * A text read in a file, fit to be printed: characters that command a terminal, break its lines or turn the order of letters
 * round become signs that show where they are.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Cs}]/gu, (found) => {
    const code = found.charCodeAt(0);
    if (code === 9) return '\t';
    return code < 32 ? String.fromCharCode(0x2400 + code) : code === 127 ? '\u2421' : '\uFFFD';
  });
}
