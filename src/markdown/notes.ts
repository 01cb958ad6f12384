import { hasClass, htmlElement, htmlText, type HtmlNode, textContent, walkHtml } from './html-tree.ts';

/** Anchor of the note of that number, and of the call that is the nth of the text. */
export const noteId = (number: number): string => `note-${number}`;
export const callId = (rank: number): string => `appel-${rank}`;

const isCall = (node: HtmlNode): boolean =>
  node.tagName === 'a' && node.properties !== undefined && 'dataFootnoteRef' in node.properties;
const isBackLink = (node: HtmlNode): boolean =>
  node.tagName === 'a' && node.properties !== undefined && 'dataFootnoteBackref' in node.properties;
const isEnd = (node: HtmlNode): boolean => node.tagName === 'section' && hasClass(node, 'footnotes');

/** The anchors of calls and notes by the name that the processor made from the author's label. */
function newNames(root: HtmlNode): Map<string, string> {
  const names = new Map<string, string>();
  const end = root.children?.find(isEnd);
  const list = end?.children?.find(({ tagName }) => tagName === 'ol');
  for (const item of list?.children ?? []) {
    const id = item.properties?.['id'];
    if (typeof id === 'string') names.set(id, noteId(names.size + 1));
  }
  let calls = 0;
  walkHtml(root, (node) => {
    const id = node.properties?.['id'];
    const target = node.properties?.['href'];
    const leads = typeof target === 'string' && names.has(target.slice(1));
    if (isCall(node) && typeof id === 'string' && leads) names.set(id, callId(++calls));
    return undefined;
  });
  return names;
}

/**
 * Numbers the anchors of footnotes and of their calls. The processor makes them of the author's label, which may hold
 * anything (« étude », « (1) », « 100% »); done first, before the anchors that a page may not hold go.
 */
export function numberNotes(root: HtmlNode): HtmlNode {
  const names = newNames(root);
  walkHtml(root, (node) => {
    const { id, href } = node.properties ?? {};
    const name =
      typeof id === 'string' && (isCall(node) || node.tagName === 'li') ? names.get(id) : undefined;
    const target = typeof href === 'string' ? names.get(href.slice(1)) : undefined;
    if (node.properties && name !== undefined) node.properties['id'] = name;
    if (node.properties && target !== undefined && (isCall(node) || isBackLink(node)))
      node.properties['href'] = `#${target}`;
    return undefined;
  });
  return root;
}

/** The notes by anchor, taken out of the section that the processor puts at the end. */
function takeNotes(root: HtmlNode): Map<string, HtmlNode> {
  const notes = new Map<string, HtmlNode>();
  const end = root.children?.findIndex(isEnd) ?? -1;
  const [section] = end < 0 ? [] : (root.children?.splice(end, 1) ?? []);
  if (section) {
    walkHtml(section, (node) => {
      const id = node.properties?.['id'];
      if (node.tagName === 'li' && typeof id === 'string') notes.set(id, node);
      return undefined;
    });
  }
  return notes;
}

/** A single paragraph needs no paragraph of its own; the way back closes the last one. */
function noteNode(note: HtmlNode, id: string, number: string): HtmlNode {
  const children = (note.children ?? []).filter(({ type, value }) => type !== 'text' || value?.trim() !== '');
  const [first] = children;
  const inside = children.length === 1 && first?.tagName === 'p' ? (first.children ?? []) : children;
  let calls = 0;
  walkHtml(note, (node) => {
    if (isBackLink(node) && node.properties) {
      const which = ++calls === 1 ? `à l’appel` : `au ${calls}ᵉ appel`;
      node.properties['ariaLabel'] = `Revenir ${which} de la note ${number}`;
    }
    return undefined;
  });
  const mark = htmlElement('b', { className: ['note-numero'] }, [htmlText(`${number}.`)]);
  const properties = { id, className: ['note'], role: 'note', ariaLabel: `Note ${number}` };
  return htmlElement('aside', properties, [mark, htmlText(' '), ...inside]);
}

/** Names the calls of a block, and gives the notes that it is the first to call, then those that these call. */
function notesOf(block: HtmlNode, notes: Map<string, HtmlNode>): HtmlNode[] {
  const here: HtmlNode[] = [];
  walkHtml(block, (node) => {
    if (!isCall(node) || !node.properties) return undefined;
    const number = textContent(node).trim();
    node.properties['ariaLabel'] = `Note ${number}`;
    delete node.properties['ariaDescribedBy'];
    const id = String(node.properties['href']).slice(1);
    const note = notes.get(id);
    notes.delete(id);
    if (note) {
      const made = noteNode(note, id, number);
      here.push(made, ...notesOf(made, notes));
    }
    return undefined;
  });
  return here;
}

/**
 * Footnotes are read in place: each stands right after the block that first calls it, and the style sheet
 * brings it into the margin where there is one. Each call is named, or it would be heard as a bare number.
 */
export function notesInPlace(root: HtmlNode): HtmlNode {
  const notes = takeNotes(root);
  root.children = (root.children ?? []).flatMap((block) => [block, ...notesOf(block, notes)]);
  return root;
}
