import { RESERVED_IDS } from '#src/domain/collections.ts';
import { slugify } from '#src/domain/slugs.ts';
import { isRemote, schemeOf } from './addresses.ts';
import {
  hasClass,
  htmlElement,
  type HtmlNode,
  htmlText,
  mapHtml,
  textContent,
  walkHtml,
} from './html-tree.ts';
import type { MarkdownOptions } from './options.ts';
import { type Anchors, uniqueId } from './outline.ts';

/** Wraps each table so that it scrolls by itself on a small screen, and tells its headers from its cells; so for code. */
export function tables(root: HtmlNode): HtmlNode {
  const names = new Map<string, number>();
  const [done] = mapHtml(root, (node) => {
    // Lines of code are as wide as they are written: the reader of a keyboard scrolls them too.
    if (node.tagName === 'pre') return [{ ...node, properties: { ...node.properties, tabIndex: 0 } }];
    if (node.tagName !== 'table') return [node];
    const rows = rowsOf(node);
    const heads = (rows[0]?.children ?? []).filter((cell) => cell.tagName === 'th' || cell.tagName === 'td');
    const titles = heads.map((cell) => textContent(cell).trim()).filter(Boolean);
    const { ariaLabel, ...properties } = node.properties ?? {};
    const name =
      typeof ariaLabel === 'string' ? ariaLabel : `Tableau\u00A0: ${titles.slice(0, 4).join(', ')}`;
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    const sided = heads.length > 1 && heads[0] !== undefined && !textContent(heads[0]).trim();
    const table = {
      ...node,
      properties,
      children: (node.children ?? []).map((child) => headers(child, sided)),
    };
    const wrapper = {
      className: ['tableau'],
      tabIndex: 0,
      ariaLabel: count === 1 ? name : `${name} (${count})`,
    };
    return [htmlElement('section', wrapper, [table])];
  });
  return done ?? root;
}

function rowsOf(table: HtmlNode): HtmlNode[] {
  return (table.children ?? []).flatMap((part) => (part.tagName === 'tr' ? [part] : rowsOf(part)));
}

function headers(node: HtmlNode, sided: boolean, inHead = false): HtmlNode {
  if (node.tagName !== 'tr') {
    return node.children
      ? {
          ...node,
          children: node.children.map((child) => headers(child, sided, inHead || node.tagName === 'thead')),
        }
      : node;
  }
  let first = true;
  const cells = (node.children ?? []).map((cell) => {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') return cell;
    const opens = first;
    first = false;
    const { scope, ...properties } = cell.properties ?? {};
    if (!textContent(cell).trim()) return { ...cell, tagName: 'td', properties };
    if (cell.tagName === 'th')
      return { ...cell, properties: { ...properties, scope: scope === 'row' ? 'row' : 'col' } };
    return opens && sided && !inHead
      ? { ...cell, tagName: 'th', properties: { ...properties, scope: 'row' } }
      : cell;
  });
  return { ...node, children: cells };
}

/** The address as its author wrote it: the processor escapes accents and spaces. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Leads links written as file names to the pages of these files; links out tell nothing of where they come from. */
export function links(root: HtmlNode, resolveLink: MarkdownOptions['resolveLink'], from: string): HtmlNode {
  const [done] = mapHtml(root, (node) => {
    if (node.tagName !== 'a') return [node];
    const { href, ...properties } = node.properties ?? {};
    const children = node.children ?? [];
    if (typeof href !== 'string')
      return properties['id'] === undefined ? children : [{ ...node, properties }];
    const scheme = schemeOf(href);
    if (isRemote(href)) {
      return scheme === 'mailto'
        ? [node]
        : [{ ...node, properties: { href, ...properties, rel: ['noreferrer'] } }];
    }
    if (/^[/#?]/.test(href) || href === '') return [node];
    const target = resolveLink(decoded(href), from);
    // A link to a file that has no page leads nowhere: its words stay.
    if (!target) return /\.(?:mdx?|ya?ml)(?:#|$)/i.test(href) ? children : [node];
    return [
      {
        ...node,
        properties: { href: target.href, ...properties },
        children: children.length > 0 ? children : [htmlText(target.titre)],
      },
    ];
  });
  return done ?? root;
}

const OF_THE_PAGE: ReadonlySet<string> = new Set(RESERVED_IDS);

/** A passage, a note or its call: the processor or this module gave it its anchor. */
function isAnchored(node: HtmlNode): boolean {
  return hasClass(node, 'passage') || node.tagName === 'li' || 'dataFootnoteRef' in (node.properties ?? {});
}

/**
 * Each anchor once on a page: those of headings and passages stay, an author's that clashes goes, and a heading written in
 * HTML gets its own.
 * @param reserved the anchors that `outline` gave
 */
export function anchors(root: HtmlNode, reserved: Anchors): HtmlNode {
  const seen: Anchors = new Map();
  const all: Anchors = new Map(reserved);
  walkHtml(root, (node) => {
    const heading = /^h[2-6]$/.test(node.tagName ?? '');
    const id = node.properties?.['id'];
    if (typeof id === 'string' && node.properties) {
      const ours = id === 'footnote-label' ? hasClass(node, 'sr-only') : heading || isAnchored(node);
      if (seen.has(id) || OF_THE_PAGE.has(id) || (reserved.has(id) && !ours)) delete node.properties['id'];
      else seen.set(id, 2);
    }
    if (heading && node.properties && node.properties['id'] === undefined) {
      node.properties['id'] = uniqueId(slugify(textContent(node)), all);
    }
    return undefined;
  });
  return root;
}
