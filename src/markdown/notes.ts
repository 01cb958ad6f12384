import { hasClass, htmlElement, htmlText, type HtmlNode, textContent, walkHtml } from './html-tree.ts';

const isCall = (node: HtmlNode): boolean =>
  node.tagName === 'a' && node.properties !== undefined && 'dataFootnoteRef' in node.properties;
const isBackLink = (node: HtmlNode): boolean =>
  node.tagName === 'a' && node.properties !== undefined && 'dataFootnoteBackref' in node.properties;

/** The notes by anchor, taken out of the section that the processor puts at the end. */
function takeNotes(root: HtmlNode): Map<string, HtmlNode> {
  const notes = new Map<string, HtmlNode>();
  const end = root.children?.findIndex((node) => hasClass(node, 'footnotes')) ?? -1;
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
  walkHtml(note, (node) => {
    if (isBackLink(node) && node.properties) {
      node.properties['ariaLabel'] = `Revenir à l’appel de la note ${number}`;
    }
    return undefined;
  });
  const mark = htmlElement('b', { className: ['note-numero'] }, [htmlText(`${number}.`)]);
  const properties = { id, className: ['note'], role: 'note', ariaLabel: `Note ${number}` };
  return htmlElement('aside', properties, [mark, htmlText(' '), ...inside]);
}

/**
 * Footnotes are read in place: each stands right after the block that first calls it, and the style sheet
 * brings it into the margin where there is one. Each call is named, or it would be heard as a bare number.
 */
export function notesInPlace(root: HtmlNode): HtmlNode {
  const notes = takeNotes(root);
  root.children = (root.children ?? []).flatMap((block) => {
    const here: HtmlNode[] = [];
    walkHtml(block, (node) => {
      if (!isCall(node) || !node.properties) return undefined;
      const number = textContent(node).trim();
      node.properties['ariaLabel'] = `Note ${number}`;
      delete node.properties['ariaDescribedBy'];
      const id = decodeURIComponent(String(node.properties['href']).slice(1));
      const note = notes.get(id);
      if (note) here.push(noteNode(note, id, number));
      notes.delete(id);
      return undefined;
    });
    return [block, ...here];
  });
  return root;
}
