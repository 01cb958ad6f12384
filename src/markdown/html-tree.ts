export type PropertyValue = string | number | boolean | readonly (string | number)[] | null | undefined;

/** A node of the HTML tree (hast), reduced to what the publication reads and writes. */
export interface HtmlNode {
  type: string;
  tagName?: string;
  properties?: Record<string, PropertyValue>;
  children?: HtmlNode[];
  value?: string;
}

/** The processor takes back at most 128 levels; tables and acronyms add two. */
const MAX_DEPTH = 120;

export function htmlText(value: string): HtmlNode {
  return { type: 'text', value };
}

export function htmlElement(
  tagName: string,
  properties: Record<string, PropertyValue>,
  children: HtmlNode[],
): HtmlNode {
  return { type: 'element', tagName, properties, children };
}

export function textContent(node: HtmlNode): string {
  let text = '';
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'text') text += next.value ?? '';
    for (let i = (next.children?.length ?? 0) - 1; i >= 0; i--) {
      const child = next.children?.[i];
      if (child) stack.push(child);
    }
  }
  return text;
}

/** A free copy of a processor's tree, which may be frozen and lazy. */
export function copyHtml(node: HtmlNode, depth = 0): HtmlNode {
  const copy: HtmlNode = { type: node.type };
  if (node.tagName !== undefined) copy.tagName = node.tagName;
  if (node.value !== undefined) copy.value = node.value;
  if (node.properties) copy.properties = { ...node.properties };
  if (node.children) {
    copy.children =
      depth >= MAX_DEPTH
        ? [htmlText(textContent(node))]
        : node.children.map((child) => copyHtml(child, depth + 1));
  }
  return copy;
}

export function walkHtml(node: HtmlNode, visit: (node: HtmlNode) => boolean | undefined): void {
  if (visit(node) === false) return;
  for (const child of node.children ?? []) walkHtml(child, visit);
}

/** Replaces every node by the nodes that `change` gives for it, the innermost first. */
export function mapHtml(node: HtmlNode, change: (node: HtmlNode) => HtmlNode[]): HtmlNode[] {
  return change(
    node.children ? { ...node, children: node.children.flatMap((child) => mapHtml(child, change)) } : node,
  );
}

export function hasClass(node: HtmlNode, name: string): boolean {
  const classes = node.properties?.['className'];
  return Array.isArray(classes) && classes.includes(name);
}

const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col']);
const ATTRIBUTES: Readonly<Record<string, string>> = {
  className: 'class',
  dateTime: 'datetime',
  tabIndex: 'tabindex',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
};
const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function attributeName(property: string): string {
  return (
    ATTRIBUTES[property] ??
    property.replace(/^(aria|data)([A-Z].*)$/, (_, kind: string, name: string) =>
      kind === 'aria'
        ? `aria-${name.toLowerCase()}`
        : `data${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    )
  );
}

/** Writes a sanitised tree as HTML, for the passages that are shown away from their page. */
export function serialise(node: HtmlNode): string {
  if (node.type === 'text') return escapeText(node.value ?? '');
  const inside = (node.children ?? []).map(serialise).join('');
  if (node.type !== 'element' || node.tagName === undefined) return inside;
  let tag = `<${node.tagName}`;
  for (const [property, value] of Object.entries(node.properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    const written = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
    tag += ` ${attributeName(property)}="${escapeText(written).replaceAll('"', '&quot;')}"`;
  }
  return VOID.has(node.tagName) ? `${tag}>` : `${tag}>${inside}</${node.tagName}>`;
}
