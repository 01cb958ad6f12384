/** An opening tag of a drawing, its attributes decoded, or the text of a `style`. */
export interface SvgTag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** As written, with its brackets. */
  readonly source: string;
  /** Offset of what follows it. */
  readonly end: number;
}

export interface SvgReading {
  readonly tags: readonly SvgTag[];
  /** All style sheets, one after the other. */
  readonly styles: string;
  /** What makes the file unreadable or is refused before its tags are looked at, in words. */
  readonly fault?: string;
}

const NAME = /[A-Za-z_][\w.:-]*/y;
const BLANK = /\s*/y;
const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Stops the reading; its message is the words of the fault. */
class SvgFault extends Error {}

/** Reads a drawing as strictly as XML asks, so that no browser sees in it what was not seen here. */
export function readSvg(text: string): SvgReading {
  const reader = new SvgReader(text.replace(/^\uFEFF/, ''));
  try {
    reader.readAll();
    return reader;
  } catch (error) {
    if (error instanceof SvgFault) return { tags: reader.tags, styles: reader.styles, fault: error.message };
    throw error;
  }
}

class SvgReader implements SvgReading {
  readonly tags: SvgTag[] = [];
  styles = '';
  readonly #text: string;
  #at = 0;
  readonly #open: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): void {
    this.#declaration();
    while (this.#at < this.#text.length) {
      const next = this.#text.indexOf('<', this.#at);
      const until = next < 0 ? this.#text.length : next;
      this.#characters(decoded(this.#text.slice(this.#at, until), () => this.#unreadable()));
      this.#at = until;
      if (next >= 0) this.#markup();
    }
    if (this.#open.length > 0 || this.tags.length === 0) this.#unreadable();
  }

  #unreadable(): never {
    const line = this.#text.slice(0, this.#at).split('\n').length;
    throw new SvgFault(`une écriture que le site ne comprend pas (ligne ${line})`);
  }

  /** `<?xml version="1.0" encoding="UTF-8"?>`: another encoding would be read as another text. */
  #declaration(): void {
    const found = /^<\?xml\s[^?>]*\?>/.exec(this.#text)?.[0];
    if (found === undefined) return;
    const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(found)?.[1];
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
      throw new SvgFault(`un autre codage que l’UTF-8 (« ${encoding} »)`);
    this.#at = found.length;
  }

  #characters(text: string): void {
    const parent = this.#open.at(-1);
    if (parent === undefined && text.trim() !== '') this.#unreadable();
    if (parent === 'style') this.styles += `${text}\n`;
  }

  #markup(): void {
    const text = this.#text;
    if (text.startsWith('<!--', this.#at)) this.#skipPast('-->', 4);
    else if (text.startsWith('<![CDATA[', this.#at)) {
      const start = this.#at + 9;
      this.#skipPast(']]>', 9);
      this.#characters(text.slice(start, this.#at - 3));
    } else if (text.startsWith('<!', this.#at)) {
      const word = /^<!\s*(\w*)/.exec(text.slice(this.#at, this.#at + 40))?.[1] ?? '';
      throw new SvgFault(`une déclaration (« ${word.toUpperCase()} »)`);
    } else if (text.startsWith('<?', this.#at)) throw new SvgFault('une instruction (« <? »)');
    else if (text.startsWith('</', this.#at)) this.#close();
    else this.#openTag();
  }

  #skipPast(mark: string, from: number): void {
    const end = this.#text.indexOf(mark, this.#at + from);
    if (end < 0) this.#unreadable();
    this.#at = end + mark.length;
  }

  #close(): void {
    this.#at += 2;
    const name = this.#match(NAME);
    this.#match(BLANK);
    if (name === '' || this.#text[this.#at] !== '>' || this.#open.pop() !== name) this.#unreadable();
    this.#at += 1;
  }

  #openTag(): void {
    const start = this.#at;
    this.#at += 1;
    const name = this.#match(NAME);
    // One root only, and nothing after it.
    if (name === '' || (this.#open.length === 0 && this.tags.length > 0)) this.#unreadable();
    const attributes: [string, string][] = [];
    for (;;) {
      const blank = this.#match(BLANK);
      const closed = this.#text.startsWith('/>', this.#at);
      if (closed || this.#text[this.#at] === '>') {
        this.#at += closed ? 2 : 1;
        if (!closed) this.#open.push(name);
        break;
      }
      if (blank === '') this.#unreadable();
      attributes.push(this.#attribute(attributes));
    }
    const source = this.#text.slice(start, this.#at);
    this.tags.push({ name, attributes, source, end: this.#at });
  }

  #attribute(before: readonly (readonly [string, string])[]): [string, string] {
    const name = this.#match(NAME);
    this.#match(BLANK);
    if (name === '' || this.#text[this.#at] !== '=' || before.some(([other]) => other === name))
      this.#unreadable();
    this.#at += 1;
    this.#match(BLANK);
    const quote = this.#text[this.#at];
    if (quote !== '"' && quote !== "'") this.#unreadable();
    const end = this.#text.indexOf(quote, this.#at + 1);
    const value = this.#text.slice(this.#at + 1, end);
    if (end < 0 || value.includes('<')) this.#unreadable();
    this.#at = end + 1;
    return [name, decoded(value, () => this.#unreadable())];
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}

/** A text with its references replaced by what they stand for; any other « & » is not XML. */
function decoded(text: string, unreadable: () => never): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));|&/gi, (found, decimal, hexadecimal, name) => {
    const code = decimal ? Number(decimal) : hexadecimal ? parseInt(String(hexadecimal), 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : unreadable();
    if (found === '&') return unreadable();
    const known = PREDEFINED[String(name)];
    if (known === undefined) throw new SvgFault(`une entité (« ${found} »)`);
    return known;
  });
}
