import { escapeMarkup } from '#src/domain/markup.ts';

/** What a feed reader shows well, and what it needs of each; everything else gives way to what it holds. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  abbr: ['title'],
  b: [],
  blockquote: [],
  br: [],
  caption: [],
  code: [],
  dd: [],
  del: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  i: [],
  img: ['src', 'alt', 'width', 'height'],
  li: [],
  ol: ['start'],
  p: [],
  pre: [],
  q: [],
  small: [],
  strong: [],
  sub: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  thead: [],
  time: ['datetime'],
  tr: [],
  ul: [],
};

/** Left out with all that they hold. */
const DROPPED = /^(?:script|style|svg|template|noscript|iframe|object|button|form|math|head|title)$/;
/** The margin's signs that lead to the analysis, and the way back from a note: gestures of the site's page. */
const GADGETS = /(?:^|\s)(?:passage-signe|chiffre-points|data-footnote-backref)(?:\s|$)/;
/** What the page sets apart by its styles: here, by stronger words. */
const STRONG = /^(?:conseil-marque|conseil-titre|chiffre-valeur)$/;
const VOID = /^(?:img|br|hr|source|input|link|meta|wbr|col|area|base|embed|track)$/;

/** What they hold is no markup. */
const RAW = /<(script|style)\b[\s\S]*?<\/\1\s*>/gi;
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

const decoded = (text: string): string =>
  text
    .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const attributesOf = (written: string): Map<string, string> =>
  new Map(
    [...written.matchAll(ATTRIBUTE)].map(([, name = '', one, two]) => [
      name.toLowerCase(),
      decoded(one ?? two ?? ''),
    ]),
  );

/** The address in full; undefined for one that no feed should follow, or that leads to a place of the page itself. */
function whole(address: string, page: string): string | undefined {
  if (address.startsWith('#')) return undefined;
  const url = URL.canParse(address, page) ? new URL(address, page) : undefined;
  return url && /^(?:https?|mailto):$/.test(url.protocol) ? url.href : undefined;
}

/**
 * The text of a page as a feed holds it: plain elements, whole addresses, and nothing that needs the page's styles or
 * scripts. A note stays where the text calls it.
 * @param text what the page's own text is made of, well formed
 * @param page whole address of the page
 */
export function feedText(text: string, page: string): string {
  const html = text.replaceAll(RAW, '');
  const out: string[] = [];
  /** Elements that are open: what closes each, and how deep the reader is in what is left out. */
  const open: { readonly name: string; readonly end: string; readonly dropped: boolean }[] = [];
  let at = 0;
  const write = (text: string) => {
    if (!open.at(-1)?.dropped) out.push(text);
  };
  for (const match of html.matchAll(TAG)) {
    write(escapeMarkup(decoded(html.slice(at, match.index))));
    at = match.index + match[0].length;
    const [, slash, tag = '', written = ''] = match;
    const name = tag.toLowerCase();
    if (name === '') continue;
    if (slash) {
      const index = open.findLastIndex((element) => element.name === name);
      if (index < 0) continue;
      for (const element of open.splice(index).toReversed()) if (!element.dropped) out.push(element.end);
      continue;
    }
    const attributes = attributesOf(written);
    const dropped =
      (open.at(-1)?.dropped ?? false) ||
      DROPPED.test(name) ||
      GADGETS.test(attributes.get('class') ?? '') ||
      attributes.has('data-footnote-backref');
    const shown = dropped ? undefined : opening(name, attributes, page);
    if (shown !== undefined) out.push(shown);
    if (!VOID.test(name) && !written.endsWith('/'))
      open.push({ name, end: shown === undefined ? '' : ending(shown), dropped });
  }
  write(escapeMarkup(decoded(html.slice(at))));
  return out.join('').trim();
}

/** The element's beginning; undefined when what it holds stands alone. */
function opening(name: string, attributes: ReadonlyMap<string, string>, page: string): string | undefined {
  // A note, a piece of advice: few readers set an « aside » apart.
  if (name === 'aside') return '<blockquote>';
  if (name === 'p' && STRONG.test(attributes.get('class') ?? '')) return '<p><strong>';
  if (!Object.hasOwn(KEPT, name)) return undefined;
  const kept: string[] = [];
  for (const attribute of KEPT[name] ?? []) {
    const value = attributes.get(attribute);
    if (value === undefined) continue;
    const told = attribute === 'href' || attribute === 'src' ? whole(value, page) : value;
    if (told !== undefined) kept.push(` ${attribute}="${escapeMarkup(told)}"`);
  }
  if (name === 'a' && !kept.length) return undefined;
  if (name === 'img' && !kept.some((attribute) => attribute.startsWith(' src='))) return undefined;
  return `<${name}${kept.join('')}>`;
}

/** What closes an element's beginning: « <p><strong> » gives « </strong></p> ». */
const ending = (beginning: string): string =>
  [...beginning.matchAll(/<(\w+)/g)]
    .map(([, name = '']) => `</${name}>`)
    .toReversed()
    .join('');
