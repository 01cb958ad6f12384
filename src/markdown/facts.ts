import { isRemote, isSafeAddress, schemeOf } from './addresses.ts';
import { readText } from './outline.ts';
import type { Report } from './problems.ts';
import { type Bloc, isBloc, type Position, type SourceNode, textOf } from './source-tree.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}
export interface LinkFact extends Place {
  readonly url: string;
  readonly text: string;
}
export interface ImageFact extends Place {
  readonly url: string;
  readonly alt: string;
  readonly credit?: string;
}
export interface FootnoteFact extends Place {
  readonly label: string;
  /** How many times the text calls it. */
  readonly calls: number;
}
export interface TextFacts {
  readonly links: LinkFact[];
  readonly images: ImageFact[];
  readonly footnotes: FootnoteFact[];
  readonly words: number;
}

const place = (node: SourceNode): Place => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** Place of a sign inside a text node that may run over several lines. */
export function placeInside(node: SourceNode, index: number): { position: Position } {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const lines = (node.value ?? '').slice(0, index).split('\n');
  const last = lines.at(-1)?.length ?? 0;
  const point =
    lines.length === 1
      ? { line: start.line, column: start.column + last }
      : { line: start.line + lines.length - 1, column: last + 1 };
  return { position: { start: point, end: point } };
}

/** What a text holds that other files answer for: links, pictures, notes; and what is wrong with them. */
export function textFacts(root: SourceNode, report: Report): TextFacts {
  const links: LinkFact[] = [];
  const images: ImageFact[] = [];
  const calls = new Map<string, number>();
  const definitions: SourceNode[] = [];
  const undefinedCalls: { label: string; node: { position: Position } }[] = [];

  const image = (node: SourceNode, figure: Bloc | undefined): void => {
    const url = node.url ?? '';
    const alt = (node.alt ?? '').trim();
    const credit = figure?.values['credit'];
    images.push({ url, alt, ...(credit ? { credit } : {}), ...place(node) });
    if (!alt) report('image-alt-missing', node, url);
    if (!figure) report('image-outside-figure', node, url);
    if (!isSafeAddress(url)) report('address-dangerous', node, url, { detail: schemeOf(url) ?? '' });
    else if (isRemote(url)) report('image-remote', node, url);
  };
  const visit = (node: SourceNode, figure: Bloc | undefined): void => {
    if (node.type === 'link') {
      const url = node.url ?? '';
      links.push({ url, text: textOf(node), ...place(node) });
      if (!isSafeAddress(url)) report('address-dangerous', node, url, { detail: schemeOf(url) ?? '' });
    } else if (node.type === 'html-element') {
      const { href, src } = node.data?.hProperties ?? {};
      const url = typeof href === 'string' ? href : src;
      if (typeof url === 'string' && !isSafeAddress(url))
        report('address-dangerous', node, url, { detail: schemeOf(url) ?? '' });
    } else if (node.type === 'image') image(node, figure);
    else if (node.type === 'footnoteReference')
      calls.set(node.identifier ?? '', (calls.get(node.identifier ?? '') ?? 0) + 1);
    else if (node.type === 'footnoteDefinition') definitions.push(node);
    else if (node.type === 'text') {
      for (const match of (node.value ?? '').matchAll(/\[\^([^\][\s]{1,80})\]/g)) {
        undefinedCalls.push({ label: match[1] ?? '', node: placeInside(node, match.index) });
      }
    }
    const around = isBloc(node) && node.bloc === 'figure' ? node : figure;
    for (const child of [...(isBloc(node) ? node.titleNodes : []), ...(node.children ?? [])])
      visit(child, around);
  };
  visit(root, undefined);

  const known = definitions.map((node) => String(node.label ?? node.identifier ?? ''));
  for (const { label, node } of undefinedCalls) report('footnote-undefined', node, label, { known });
  const footnotes = definitions.map((node) => {
    const label = String(node.label ?? node.identifier ?? '');
    const count = calls.get(node.identifier ?? '') ?? 0;
    if (count === 0) report('footnote-unused', node, label);
    return { label, calls: count, ...place(node) };
  });
  const words = readText(root).match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return { links, images, footnotes, words };
}
