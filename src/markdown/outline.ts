import { type PassageKind, RESERVED_IDS } from '#src/domain/collections.ts';
import { slugify } from '#src/domain/slugs.ts';
import { typographie } from '#src/domain/typography.ts';
import { isPassageKind } from './blocks.ts';
import type { Report } from './problems.ts';
import { callId, noteId } from './notes.ts';
import { type Bloc, isBloc, type SourceNode, textOf, walk } from './source-tree.ts';

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
  readonly line: number;
  readonly column: number;
}
export interface PassagePlace {
  readonly kind: PassageKind;
  readonly cle: string;
  readonly id: string;
  /** Heading of the section where it stands, '' before the first. */
  readonly heading: string;
  readonly headingId: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}
export interface Outline {
  readonly headings: Heading[];
  readonly passages: PassagePlace[];
  /** Anchors given to headings and passages: no author may take them. */
  readonly ids: Anchors;
}

/** The anchors of a page, each with the number that its next namesake tries first. */
export type Anchors = Map<string, number>;

/** « origine », then « origine-2 », « origine-3 »: each anchor once on a page. */
export function uniqueId(wanted: string, taken: Anchors): string {
  const base = wanted || 'section';
  let id = base;
  let number = taken.get(base) ?? 2;
  while (taken.has(id)) id = `${base}-${number++}`;
  taken.set(base, number);
  if (!taken.has(id)) taken.set(id, 2);
  return id;
}

/** The plain text of a node as it will be read. */
export function readText(node: SourceNode): string {
  const parts: string[] = [];
  const gather = (inner: SourceNode): void => {
    if (inner.type === 'paragraph' || inner.type === 'heading' || inner.type === 'tableCell')
      parts.push(textOf(inner));
    else if (inner.type === 'text' || inner.type === 'inlineCode' || inner.type === 'code')
      parts.push(inner.value ?? '');
    else
      for (const child of [...(isBloc(inner) ? inner.titleNodes : []), ...(inner.children ?? [])])
        gather(child);
  };
  gather(node);
  return typographie(
    parts
      .join(' ')
      .replace(/[ \n\t]+/g, ' ')
      .trim(),
  );
}

/** The anchors that footnotes and their calls will take, at most. */
function noteIds(root: SourceNode): string[] {
  const found: string[] = [];
  const counts = { footnoteDefinition: 0, footnoteReference: 0 };
  walk(root, ({ type }) => {
    if (type === 'footnoteDefinition') found.push(noteId(++counts[type]));
    if (type === 'footnoteReference') found.push(callId(++counts[type]));
    return undefined;
  });
  return found;
}

/** Gives each heading and each passage its anchor, in the order of the text, and says where they are. */
export function outline(root: SourceNode, report: Report): Outline {
  const ids: Anchors = new Map(['footnote-label', ...RESERVED_IDS, ...noteIds(root)].map((id) => [id, 2]));
  const headings: Heading[] = [];
  const passages: PassagePlace[] = [];
  let depth = 1;
  walk(root, (node) => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    if (node.type === 'heading') {
      const read = textOf(node).trim();
      const level = node.depth ?? 2;
      if (!read) report('heading-empty', node, '');
      else if (level === 1) report('heading-level-1', node, read);
      else if (level > depth + 1) report('heading-skipped', node, read, { detail: `${depth} ${level}` });
      depth = Math.max(level, 1);
      const id = uniqueId(slugify(read), ids);
      headings.push({ depth: level, text: typographie(read), id, line, column });
      // The page's own title is the only first level.
      node.depth = Math.max(level, 2);
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
    } else if (isPassage(node)) {
      const cle = node.values['cle'] ?? '';
      const id = uniqueId(`${node.bloc}-${slugify(cle)}`.replace(/-$/, ''), ids);
      node.values['id'] = id;
      const heading = headings.at(-1);
      passages.push({
        kind: node.bloc,
        cle,
        id,
        heading: heading?.text ?? '',
        headingId: heading?.id ?? '',
        text: readText({ type: 'root', children: node.children }),
        line,
        column,
      });
    }
    return undefined;
  });
  return { headings, passages, ids };
}

export function isPassage(node: SourceNode): node is Bloc & { bloc: PassageKind } {
  return isBloc(node) && isPassageKind(node.bloc);
}
