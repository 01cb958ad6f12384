import {
  BLOCK_NAMES,
  BLOCKS,
  blockOfComponent,
  type BlockName,
  componentName,
  isBlockName,
  isPassageKind,
} from './blocks.ts';
import { firstLineOf, readFence, sourceOf, unclosedLines } from './fence.ts';
import { htmlProperties, literalAttributes, reportHtmlElement, reportRawHtml } from './jsx.ts';
import type { Report } from './problems.ts';
import { type Bloc, element, inParagraphs, type SourceNode, text, textOf, walk } from './source-tree.ts';

interface Context {
  readonly source: string;
  readonly report: Report;
  readonly definitions: ReadonlyMap<string, SourceNode>;
  readonly footnotes: SourceNode[];
  /** Colons of the block around, which must be more than those of a block inside. */
  readonly colons: number;
  /** Lines of the blocks that never end. */
  readonly unclosed: ReadonlySet<number>;
  /** Set once a fault has been told that leaves rows of colons behind: they are no faults of their own. */
  readonly told: { structure: boolean };
}

/** Makes a block out of its written form, and says what is wrong with its attributes. */
function bloc(
  node: SourceNode,
  name: BlockName,
  written: Record<string, string>,
  titleNodes: SourceNode[],
  children: SourceNode[],
  report: Report,
): Bloc {
  const definition = BLOCKS[name];
  const known: Readonly<Record<string, boolean>> = definition.attributes;
  const values: Record<string, string> = {};
  for (const [attribute, value] of Object.entries(written)) {
    if (Object.hasOwn(known, attribute)) values[attribute] = value.trim();
    else report('attribute-unknown', node, attribute, { known: Object.keys(known), detail: name });
  }
  for (const [attribute, required] of Object.entries(known)) {
    if ((required && !values[attribute]) || values[attribute]?.trim() === '…')
      report('attribute-missing', node, name, { detail: attribute });
  }
  const made: Bloc = { type: 'bloc', bloc: name, values, titleNodes, children };
  if (node.position) made.position = node.position;
  if (
    !definition.leaf &&
    titleNodes.length === 0 &&
    children.every((child) => !textOf(child).trim() && !holdsImage(child))
  ) {
    report(isPassageKind(name) ? 'passage-empty' : 'block-empty', node, name);
  }
  return made;
}

function holdsImage(node: SourceNode): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= inner.type === 'image' || (inner.type === 'bloc' && inner['bloc'] === 'champs');
    return !found;
  });
  return found;
}

function fromContainer(node: SourceNode, context: Context): SourceNode[] {
  const { source, report } = context;
  const name = node.name ?? '';
  const fence = readFence(firstLineOf(node, source));
  const unclosed = context.unclosed.has(node.position?.start.line ?? 0);
  context.told.structure ||= unclosed || fence.colons >= context.colons;
  if (unclosed) {
    report('block-unclosed', node, firstLineOf(node, source), { detail: ':'.repeat(fence.colons) });
  } else if (fence.colons >= context.colons) {
    report('block-nested', node, `${':'.repeat(fence.colons)}${name}`, { detail: String(context.colons) });
  }
  if (fence.rest) report('block-text-after-name', node, fence.rest, { detail: name });
  const all = normaliseAll(node.children ?? [], {
    ...context,
    // Inside a block that never ends, any number of colons is right.
    colons: unclosed ? Infinity : fence.colons,
  });
  const label = all.find((child) => child.data?.directiveLabel);
  const body = all.filter((child) => child !== label);
  // What the parser would throw away is shown, as the title or as a first paragraph.
  const title = [
    ...(label?.children ?? []),
    ...(fence.rest ? [text(`${label ? ' ' : ''}${fence.rest}`)] : []),
  ];
  const kept = title.length > 0 ? [{ type: 'paragraph', children: title }, ...body] : body;
  if (!isBlockName(name)) {
    report('block-unknown', node, name, { known: BLOCK_NAMES });
    return kept;
  }
  if (BLOCKS[name].leaf) report('block-colons', node, `:::${name}`, { detail: `::${name}` });
  if (label && !BLOCKS[name].label) report('block-text-after-name', label, textOf(label), { detail: name });
  const attributes = directiveAttributes(node);
  if (!BLOCKS[name].label) return [bloc(node, name, attributes, [], kept, report)];
  const { titre, ...others } = attributes;
  return [bloc(node, name, others, title.length === 0 && titre ? [text(titre)] : title, body, report)];
}

function directiveAttributes(node: SourceNode): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries((node.attributes ?? {}) as Record<string, unknown>)) {
    values[name] = typeof value === 'string' ? value : '';
  }
  return values;
}

function fromLeaf(node: SourceNode, { source, report }: Context): SourceNode[] {
  const name = node.name ?? '';
  if (isBlockName(name) && BLOCKS[name].leaf) {
    const fence = readFence(firstLineOf(node, source));
    if (fence.rest) report('block-text-after-name', node, fence.rest, { detail: name });
    return [bloc(node, name, directiveAttributes(node), [], [], report)];
  }
  if (isBlockName(name)) report('block-colons', node, `::${name}`, { detail: `:::${name}` });
  else report('block-unknown', node, name, { known: BLOCK_NAMES });
  return [{ type: 'paragraph', children: [text(sourceOf(node, source))] }];
}

function fromElement(node: SourceNode, context: Context): SourceNode[] {
  const { report } = context;
  const name = node.name ?? '';
  const flow = node.type === 'mdxJsxFlowElement';
  const children = normaliseAll(node.children ?? [], context);
  const block = blockOfComponent(name);
  if (block !== undefined && flow) {
    const written = literalAttributes(node, report);
    const { titre, ...others } = written;
    const labelled = BLOCKS[block].label;
    return [
      bloc(
        node,
        block,
        labelled ? others : written,
        labelled && titre ? [text(titre)] : [],
        inParagraphs(children),
        report,
      ),
    ];
  }
  if (block !== undefined) {
    report('block-inline', node, `<${name}>`);
    return children;
  }
  if (name === '' || !/^[a-z][a-z0-9-]*$/.test(name)) {
    report('mdx-component-unknown', node, name, { known: BLOCK_NAMES.map(componentName) });
    return flow ? inParagraphs(children) : children;
  }
  reportHtmlElement(node, report);
  const made = element(name, htmlProperties(node), children);
  if (node.position) made.position = node.position;
  return [made];
}

/** « 14:30 », « Note:voir » are no directives of ours: back to what was written, footnote calls and links included. */
function fromTextDirective(
  node: SourceNode,
  next: SourceNode | undefined,
  { source, report, definitions }: Context,
): SourceNode[] {
  const written = sourceOf(node, source);
  const name = node.name ?? '';
  const startsLine = /(?:^|\n)[ \t]*$/.test(
    source.slice(Math.max(0, (node.position?.start.offset ?? 0) - 20), node.position?.start.offset ?? 0),
  );
  if (isBlockName(name) && startsLine)
    report('block-colons', node, `:${name}`, { detail: `${BLOCKS[name].leaf ? '::' : ':::'}${name}` });
  const head = `:${name}`;
  const tail = written.slice(head.length);
  const footnote = /^\[\^([^\]\s]+)\](.*)$/s.exec(tail);
  if (footnote?.[1] !== undefined && definitions.has(`^${footnote[1].toLowerCase()}`)) {
    const reference: SourceNode = {
      type: 'footnoteReference',
      identifier: footnote[1].toLowerCase(),
      label: footnote[1],
    };
    if (node.position) reference.position = node.position;
    return [text(head), reference, text(footnote[2] ?? '')];
  }
  const target =
    tail.startsWith('[') && next?.type === 'text' ? /^\(([^()\s<>]+)\)/.exec(next.value ?? '') : null;
  if (target?.[1] !== undefined && next) {
    next.value = (next.value ?? '').slice(target[0].length);
    const link: SourceNode = { type: 'link', url: target[1], title: null, children: node.children ?? [] };
    if (node.position) link.position = node.position;
    return [text(head), link];
  }
  return [text(written)];
}

function fromReference(node: SourceNode, context: Context): SourceNode[] {
  const definition = context.definitions.get(node.identifier ?? '');
  const target: SourceNode = {
    type: node.type === 'imageReference' ? 'image' : 'link',
    url: definition?.url ?? '',
    title: definition?.title ?? null,
  };
  if (node.position) target.position = node.position;
  if (target.type === 'image') target.alt = node.alt ?? '';
  else target.children = normaliseAll(node.children ?? [], context);
  return [target];
}

function normaliseNode(node: SourceNode, next: SourceNode | undefined, context: Context): SourceNode[] {
  const { report } = context;
  switch (node.type) {
    case 'containerDirective':
      return fromContainer(node, context);
    case 'leafDirective':
      return fromLeaf(node, context);
    case 'textDirective':
      return fromTextDirective(node, next, context);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return fromElement(node, context);
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (/^\s*\/\*.*\*\/\s*$/s.test(node.value ?? '')) report('html-comment', node, `{${node.value ?? ''}}`);
      else report('mdx-expression', node, `{${node.value ?? ''}}`);
      return [];
    case 'mdxjsEsm':
      report('mdx-import', node, (node.value ?? '').split('\n', 1)[0] ?? '');
      return [];
    case 'html':
      reportRawHtml(node, report);
      return [node];
    case 'linkReference':
    case 'imageReference':
      return fromReference(node, context);
    case 'definition':
      return [];
    case 'footnoteDefinition':
      context.footnotes.push({
        ...node,
        children: normaliseAll(node.children ?? [], { ...context, colons: Infinity }),
      });
      return [];
    case 'text':
      return [withoutFences(node, context)];
    default:
      return [node.children ? { ...node, children: normaliseAll(node.children, context) } : node];
  }
}

/** A row of colons that closes nothing is no text; an opening one that was not understood is shown. */
function withoutFences(node: SourceNode, { report, told }: Context): SourceNode {
  const value = node.value ?? '';
  if (!/^:{3}/m.test(value)) return node;
  const stray = /^:{3}.*$/m.exec(value)?.[0] ?? '';
  if (!told.structure || !/^:+\s*$/.test(stray)) report('block-stray-fence', node, stray);
  return { ...node, value: value.replace(/^:{3,}[ \t]*$\n?/gm, '') };
}

function normaliseAll(children: readonly SourceNode[], context: Context): SourceNode[] {
  const result: SourceNode[] = [];
  for (const [index, child] of children.entries()) {
    for (const node of normaliseNode(child, children[index + 1], context)) {
      const last = result.at(-1);
      if (node.type === 'text' && !node.value) continue;
      if (node.type === 'text' && last?.type === 'text') {
        const merged: SourceNode = { ...last, value: (last.value ?? '') + (node.value ?? '') };
        if (last.position && node.position)
          merged.position = { start: last.position.start, end: node.position.end };
        result[result.length - 1] = merged;
      } else result.push(node);
    }
  }
  return result;
}

/**
 * Turns the directives of Markdown and the elements of MDX into the same blocks, and everything else that is not plain
 * Markdown into what was written or into nothing.
 * @param root a copy of the parser's tree, with positions
 * @param source the text it was parsed from
 */
export function normalise(root: SourceNode, source: string, report: Report): SourceNode {
  const definitions = new Map<string, SourceNode>();
  walk(root, (node) => {
    const key =
      node.type === 'definition'
        ? node.identifier
        : node.type === 'footnoteDefinition'
          ? `^${node.identifier ?? ''}`
          : undefined;
    if (key !== undefined && !definitions.has(key)) definitions.set(key, node);
    return undefined;
  });
  const footnotes: SourceNode[] = [];
  const children = normaliseAll(root.children ?? [], {
    source,
    report,
    definitions,
    footnotes,
    unclosed: unclosedLines(source),
    told: { structure: false },
    colons: Infinity,
  });
  return { ...root, children: [...children, ...footnotes] };
}
