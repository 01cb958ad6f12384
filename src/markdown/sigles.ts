import { protectedSpans } from '#src/domain/typography-spans.ts';
import { typographie } from '#src/domain/typography.ts';
import { hasClass, htmlElement, type HtmlNode, htmlText, textContent } from './html-tree.ts';
import type { SigleTerm } from './options.ts';

/** Where an acronym is not explained: titles, links, code, what explains already, and the sign of a passage. */
const CLOSED = new Set([
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'a',
  'abbr',
  'dfn',
  'code',
  'pre',
  'kbd',
  'samp',
  'var',
  'time',
]);
const BLOCKS = new Set([
  'p',
  'li',
  'td',
  'th',
  'dd',
  'dt',
  'figcaption',
  'blockquote',
  'div',
  'aside',
  'section',
  'caption',
  'figure',
  'ul',
  'ol',
  'dl',
  'table',
  'tr',
]);

const escape = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ \\u00A0\\u202F]+');

/** Words alike whatever their number, case, accents and spaces: « Maisons des jeunes » and « maison des jeunes ». */
function alike(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/[sx](?=$|[ ()',;.:«»-])/g, '')
    .trim();
}

interface Lexicon {
  readonly pattern: RegExp;
  readonly terms: ReadonlyMap<string, SigleTerm>;
}

/** One list serves every page of a build: its pattern is made once. */
const LEXICONS = new WeakMap<readonly SigleTerm[], Lexicon | undefined>();

function lexicon(sigles: readonly SigleTerm[]): Lexicon | undefined {
  if (!LEXICONS.has(sigles)) LEXICONS.set(sigles, makeLexicon(sigles));
  return LEXICONS.get(sigles);
}

function makeLexicon(sigles: readonly SigleTerm[]): Lexicon | undefined {
  const sorted = sigles
    .filter(({ sigle }) => sigle.trim())
    .toSorted((a, b) => b.sigle.length - a.sigle.length);
  if (sorted.length === 0) return undefined;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_@&])(${sorted.map(({ sigle }) => escape(sigle)).join('|')})s?(?![\\p{L}\\p{N}_@&])`,
    'gu',
  );
  return { pattern, terms: new Map(sorted.map((term) => [term.sigle, term])) };
}

/** Whether the author has just written the words of the acronym beside it, in one order or the other. */
function explained(term: SigleTerm, before: string, after: string): boolean {
  const words = alike(term.developpe);
  if (!words) return false;
  if (
    alike(after.slice(0, term.developpe.length + 40))
      .replace(/^[(,:–—-]? ?(?:l'|le |la |une? |pour )?\(?/, '')
      .startsWith(words)
  ) {
    return /^[\s\u00A0\u202F]*[(,:–—]/.test(after);
  }
  return (
    /[(,:–—«"][\s\u00A0\u202F]*$/.test(before) &&
    alike(before.replace(/[\s\u00A0\u202F(,:–—«"]+$/, '')).endsWith(words)
  );
}

class Explainer {
  readonly #seen = new Set<string>();
  readonly #lexicon: Lexicon;
  constructor(words: Lexicon) {
    this.#lexicon = words;
  }

  /** The nodes that a text becomes, its acronyms explained the first time that they come. */
  split(value: string, before: string, after: string): HtmlNode[] {
    const nodes: HtmlNode[] = [];
    let spans: ReturnType<typeof protectedSpans> | undefined;
    let from = 0;
    for (const match of value.matchAll(this.#lexicon.pattern)) {
      const key = (match[1] ?? '').replace(/[\u00A0\u202F ]+/g, ' ');
      const term = this.#lexicon.terms.get(key);
      if (!term || this.#seen.has(key)) continue;
      const end = match.index + match[0].length;
      spans ??= protectedSpans(value);
      if (
        spans.some(
          (span) =>
            span.start < end && span.end > match.index && /[\d.@:]/.test(value.slice(span.start, span.end)),
        )
      )
        continue;
      this.#seen.add(key);
      if (
        explained(
          term,
          (before + value.slice(0, match.index)).slice(-200),
          (value.slice(end, end + 200) + after).slice(0, 200),
        )
      )
        continue;
      if (match.index > from) nodes.push(htmlText(value.slice(from, match.index)));
      nodes.push(note(term, match[0]));
      from = end;
    }
    if (from === 0) return [htmlText(value)];
    if (from < value.length) nodes.push(htmlText(value.slice(from)));
    return nodes;
  }
}

function note(term: SigleTerm, written: string): HtmlNode {
  const abbr = htmlElement('abbr', { title: typographie(term.developpe) }, [htmlText(written)]);
  return htmlElement('a', { className: ['sigle'], href: `/glossaire/#${term.cle}` }, [abbr]);
}

/** Explains each acronym where it first comes in the text of a page, by its words and a way to the glossary. */
export function sigles(root: HtmlNode, terms: readonly SigleTerm[]): HtmlNode {
  const words = lexicon(terms);
  if (!words) return root;
  const explainer = new Explainer(words);
  const visit = (node: HtmlNode, before: string, after: string): HtmlNode => {
    if (!node.children || CLOSED.has(node.tagName ?? '') || hasClass(node, 'passage-signe')) return node;
    const children: HtmlNode[] = [];
    let said = BLOCKS.has(node.tagName ?? '') ? '' : before;
    for (const [index, child] of node.children.entries()) {
      const sibling = node.children[index + 1];
      const next = sibling ? nearText(sibling) : after;
      if (child.type === 'text') children.push(...explainer.split(child.value ?? '', said, next));
      else children.push(visit(child, said, next));
      said = (said + nearText(child)).slice(-200);
    }
    return { ...node, children };
  };
  return visit(root, '', '');
}

function nearText(node: HtmlNode): string {
  return node.type === 'text' ? (node.value ?? '').slice(-400) : textContent(node).slice(0, 400);
}
