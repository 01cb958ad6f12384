import { type ApproxDate, formatDate } from '#src/domain/dates.ts';
import { isBefore, leadingDate } from './leading-date.ts';
import type { Report } from './problems.ts';
import { type Bloc, element, type SourceNode, text, textOf } from './source-tree.ts';

/** Takes a number of signs off the start of a text cut by markup (« **2019** : création »). */
function withoutStart(nodes: readonly SourceNode[], length: number): SourceNode[] {
  const kept: SourceNode[] = [];
  let left = length;
  for (const node of nodes) {
    const size = textOf(node).length;
    if (left <= 0) kept.push(node);
    else if (size > left) {
      kept.push(
        node.children
          ? { ...node, children: withoutStart(node.children, left) }
          : { ...node, value: (node.value ?? '').slice(left) },
      );
    }
    left -= size;
  }
  return kept;
}

/** A date that opens a line of text, where an item of the list was meant. */
function lostDates(node: SourceNode, report: Report, fromLine: number): void {
  const { line = 1 } = node.position?.start ?? {};
  for (const [index, written] of textOf(node).split('\n').entries()) {
    if (index < fromLine || !leadingDate(written) || !/[:–—-]/.test(written)) continue;
    const point = { line: line + index, column: 1 };
    report('chronologie-dash', { position: { start: point, end: point } }, written.slice(0, 60));
  }
}

function event(
  item: SourceNode,
  previous: ApproxDate | undefined,
  report: Report,
): { node: SourceNode; date?: ApproxDate } {
  const [first, ...others] = item.children ?? [];
  const read = first ? textOf(first) : '';
  const found = first?.type === 'paragraph' ? leadingDate(read) : undefined;
  if (!found || !first) {
    report('chronologie-date', item, read.slice(0, 60));
    return { node: element('li', {}, [element('div', {}, item.children ?? [])]) };
  }
  lostDates(first, report, 1);
  const { date, length } = found;
  if (previous && isBefore(date, previous))
    report('chronologie-order', item, date.iso, { detail: previous.iso });
  const rest = withoutStart(first.children ?? [], length);
  const body = rest.some((node) => textOf(node).trim() || node.type !== 'text')
    ? [{ ...first, children: rest }, ...others]
    : others;
  const time = element('time', { dateTime: date.iso }, [text(formatDate(date.iso))]);
  return { node: element('li', {}, [time, element('div', {}, body)]), date };
}

/** A list whose items open by a date becomes a time line; what is no list stays around it. */
export function chronologie(node: Bloc, report: Report): SourceNode[] {
  if (!node.children.some((child) => child.type === 'list')) report('chronologie-list', node, node.bloc);
  let previous: ApproxDate | undefined;
  return node.children.map((child) => {
    if (child.type !== 'list') {
      if (child.type === 'paragraph') lostDates(child, report, 0);
      return child;
    }
    const items = (child.children ?? []).map((item) => {
      const made = event(item, previous, report);
      previous = made.date ?? previous;
      return made.node;
    });
    return element('ol', { className: ['chronologie'] }, items);
  });
}

function column(item: SourceNode): SourceNode {
  const [first, ...others] = item.children ?? [];
  if (first?.type !== 'paragraph') return element('div', {}, item.children ?? []);
  const only = first.children?.length === 1 ? first.children[0] : undefined;
  const title = only?.type === 'strong' ? (only.children ?? []) : (first.children ?? []);
  return element('div', {}, [element('p', { className: ['colonne-titre'] }, title), ...others]);
}

/** A list of lists becomes columns: the first level is each column's title. */
export function colonnes(node: Bloc, report: Report): SourceNode[] {
  if (!node.children.some((child) => child.type === 'list')) report('colonnes-list', node, node.bloc);
  return node.children.map((child) =>
    child.type === 'list'
      ? element('div', { className: ['colonnes'] }, (child.children ?? []).map(column))
      : child,
  );
}
