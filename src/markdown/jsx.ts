import type { Report } from './problems.ts';
import type { JsxAttribute, Properties, SourceNode } from './source-tree.ts';

/** Attributes of plain elements that survive, under the name that the HTML tree gives them. */
const HTML_NAMES: Readonly<Record<string, string>> = {
  class: 'className',
  className: 'className',
  id: 'id',
  title: 'title',
  lang: 'lang',
  dir: 'dir',
  href: 'href',
  src: 'src',
  alt: 'alt',
  width: 'width',
  height: 'height',
  datetime: 'dateTime',
  dateTime: 'dateTime',
  colspan: 'colSpan',
  colSpan: 'colSpan',
  rowspan: 'rowSpan',
  rowSpan: 'rowSpan',
  scope: 'scope',
  start: 'start',
};

function attributesOf(node: SourceNode): readonly JsxAttribute[] {
  return Array.isArray(node.attributes) ? (node.attributes as JsxAttribute[]) : [];
}

/** The attributes of an MDX element written as plain text; the others are reported and left out. */
export function literalAttributes(node: SourceNode, report: Report): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, value } of attributesOf(node)) {
    if (name !== undefined && (value === null || value === undefined)) values[name] = '';
    else if (name !== undefined && typeof value === 'string') values[name] = value;
    else report('attribute-not-literal', node, name ?? '{…}', { detail: String(node.name ?? '') });
  }
  return values;
}

/** The attributes of a plain HTML element written in MDX, as properties of the HTML tree. */
export function htmlProperties(node: SourceNode): Properties {
  const properties: Properties = {};
  for (const { name, value } of attributesOf(node)) {
    const property = name === undefined ? undefined : HTML_NAMES[name];
    if (property === undefined || typeof value !== 'string') continue;
    properties[property] = property === 'className' ? value.split(/\s+/).filter(Boolean) : value;
  }
  return properties;
}

/** Which problem a plain element is: harmful ones are told apart. */
export function reportHtmlElement(node: SourceNode, report: Report): void {
  const name = String(node.name ?? '');
  if (name === 'script') report('script', node, '<script>');
  else if (attributesOf(node).some((attribute) => /^on/i.test(attribute.name ?? ''))) {
    report('event-handler', node, `<${name}>`);
  } else report('raw-html', node, `<${name}>`, { detail: name });
}

/** Same for HTML in Markdown, where each tag is a text of its own; a closing tag says nothing new. */
export function reportRawHtml(node: SourceNode, report: Report): void {
  const html = node.value ?? '';
  const tag = /^\s*<([a-z][a-z0-9-]*)/i.exec(html)?.[1]?.toLowerCase();
  const line = html.split('\n', 1)[0] ?? '';
  if (/<script\b/i.test(html)) report('script', node, line);
  else if (/<[^>]{0,2000}\son[a-z]{2,30}\s*=/i.test(html)) report('event-handler', node, line);
  else if (html.trimStart().startsWith('<!--')) report('html-comment', node, line);
  else if (tag !== undefined) report('raw-html', node, line, { detail: tag });
  else if (!/^\s*<\//.test(html)) report('raw-html', node, line);
}
