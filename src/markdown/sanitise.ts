import { decodable, isRemote, isSafeAddress } from './addresses.ts';
import { hasClass, htmlElement, type HtmlNode, htmlText, mapHtml, type PropertyValue } from './html-tree.ts';

const ELEMENTS = new Set(
  (
    'a abbr aside b blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins ' +
    'kbd li mark ol p pre q s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);
/** What they hold is not text for a reader. */
const DROPPED_WHOLE = new Set(
  'script style iframe object embed template noscript svg math head title select textarea audio video canvas frameset applet noembed noframes xmp plaintext'.split(
    ' ',
  ),
);
const GLOBAL = new Set([
  'id',
  'className',
  'title',
  'lang',
  'dir',
  'ariaLabel',
  'ariaHidden',
  'ariaDescribedBy',
  'role',
  'tabIndex',
]);
const OF_ELEMENT: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start', 'reversed'],
  th: ['colSpan', 'rowSpan', 'scope', 'align'],
  td: ['colSpan', 'rowSpan', 'align'],
  time: ['dateTime'],
  section: ['dataFootnotes'],
  span: ['dataRecits'],
};
const CLASSES =
  /^(?:conseil(?:-marque|-corps|-titre)?|citation|chiffre(?:-valeur|-precision|-legende|-points)?|plein|passage(?:-[a-z]+)?|chronologie|colonnes|colonne-titre|credit|tableau|aligne-(?:gauche|centre|droite)|sigle|footnotes|sr-only|data-footnote-backref|contains-task-list|task-list-item|case(?:-cochee)?|language-[\w+#-]+)$/;
const ROLES = new Set(['img', 'region']);

/** The name under which this module knows an attribute, whichever of its spellings the processor used. */
function canonical(name: string): string {
  const compact = name.replaceAll('-', '').toLowerCase();
  return CANONICAL.get(compact) ?? name;
}
const CANONICAL = new Map(
  [...GLOBAL, ...Object.values(OF_ELEMENT).flat()].map((name) => [name.toLowerCase(), name]),
);
CANONICAL.set('class', 'className');

const ALIGNMENTS: Readonly<Record<string, string>> = {
  left: 'aligne-gauche',
  center: 'aligne-centre',
  right: 'aligne-droite',
};

function classesOf(value: PropertyValue): string[] {
  const list = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/) : [];
  return list.filter((name) => CLASSES.test(name));
}

/** One attribute as it may be published, undefined when it may not. */
function cleanValue(tagName: string, name: string, value: PropertyValue): PropertyValue {
  if (!GLOBAL.has(name) && !OF_ELEMENT[tagName]?.includes(name)) return undefined;
  switch (name) {
    case 'className': {
      const classes = classesOf(value);
      return classes.length > 0 ? classes : undefined;
    }
    case 'id':
      return typeof value === 'string' && /^[\p{L}\p{N}][\p{L}\p{N}_%.:-]*$/u.test(value) ? value : undefined;
    case 'role':
      return typeof value === 'string' && ROLES.has(value) ? value : undefined;
    case 'tabIndex':
      return Number(value) === 0 ? 0 : undefined;
    case 'href':
      return typeof value === 'string' && isSafeAddress(value) ? value : undefined;
    case 'ariaDescribedBy':
      return Array.isArray(value) ? value.join(' ') : value;
    case 'align':
      return undefined;
    default:
      return typeof value === 'object' ? undefined : value;
  }
}

function cleanProperties(
  tagName: string,
  written: Record<string, PropertyValue>,
): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  for (const [spelling, value] of Object.entries(written)) {
    const name = canonical(spelling);
    const clean = cleanValue(tagName, name, value);
    if (clean !== undefined && clean !== null) properties[name] = clean;
  }
  // The processor aligns cells by a style, which a strict policy blocks.
  const style =
    /text-align:\s*(left|center|right)/.exec(String(written['style'] ?? ''))?.[1] ??
    String(written['align'] ?? '');
  const alignment = tagName === 'td' || tagName === 'th' ? ALIGNMENTS[style] : undefined;
  if (alignment !== undefined) properties['className'] = [...classesOf(properties['className']), alignment];
  return properties;
}

function image(properties: Record<string, PropertyValue>): HtmlNode[] {
  const { src, alt, ...rest } = properties;
  const said = typeof alt === 'string' ? alt : '';
  // A picture on another host would tell it who reads the page.
  if (typeof src !== 'string' || !src || isRemote(src)) return said ? [htmlText(said)] : [];
  return [htmlElement('img', { src: decodable(src), alt: said, ...rest }, [])];
}

function clean(node: HtmlNode): HtmlNode[] {
  if (node.type === 'root' || node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const tagName = node.tagName === 'h1' ? 'h2' : (node.tagName ?? '');
  if (tagName === 'input') return [];
  const children = node.children ?? [];
  if (!ELEMENTS.has(tagName)) return children;
  const properties = cleanProperties(tagName, node.properties ?? {});
  if (tagName === 'img') return image(properties);
  return [htmlElement(tagName, properties, children)];
}

/** A ticked box as a reader may see and hear it: the form control would have no label. */
function tick(item: HtmlNode): HtmlNode {
  const isBox = (child: HtmlNode): boolean =>
    child.tagName === 'input' && child.properties?.['type'] === 'checkbox';
  const boxed = (children: HtmlNode[]): HtmlNode[] =>
    children.map((child) => {
      if (child.tagName === 'p') return { ...child, children: boxed(child.children ?? []) };
      if (!isBox(child)) return child;
      const done = child.properties?.['checked'] === true || child.properties?.['checked'] === '';
      const className = done ? ['case', 'case-cochee'] : ['case'];
      return htmlElement('span', { className, role: 'img', ariaLabel: done ? 'Fait' : 'À faire' }, []);
    });
  return { ...item, children: boxed(item.children ?? []) };
}

function prepare(node: HtmlNode): HtmlNode {
  if (!node.children) return node;
  const kept = node.children.filter(
    (child) => !(child.type === 'element' && DROPPED_WHOLE.has(child.tagName?.toLowerCase() ?? '')),
  );
  const made = { ...node, children: kept.map(prepare) };
  return hasClass(made, 'task-list-item') ? tick(made) : made;
}

/** Keeps of a tree what a page may hold: known elements, known attributes, harmless addresses; the words always stay. */
export function sanitise(root: HtmlNode): HtmlNode {
  return { ...root, children: mapHtml(prepare(root), clean).flatMap((node) => node.children ?? []) };
}
