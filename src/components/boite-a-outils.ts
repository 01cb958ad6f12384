import { countOf, formatNumber } from '#src/domain/french.ts';
import { inOrder, type Rangeable, type Tri, triOf } from '#src/domain/outils.ts';
import { addressOfChoice, choiceOf, countsOf, keeps, type Keys, toggled } from '#src/domain/selection.ts';

/**
 * Lets the facets of the toolbox be combined, on pages that work without it. What a tool answers is read from its card;
 * the address alone holds the choice, so each control is a link to the list as it would be. On a page narrowed to one
 * theme or type, which has only some of the cards, those links lead to the whole list.
 */

interface Item extends Rangeable {
  readonly node: HTMLElement;
  readonly keys: Keys;
}
interface Value {
  readonly link: HTMLAnchorElement;
  readonly facet: string;
  readonly key: string;
  readonly name: string;
}

function enhance(root: HTMLElement, list: string, total: number): void {
  const all = <Kind extends HTMLElement>(selector: string) => [...root.querySelectorAll<Kind>(selector)];
  const one = <Kind extends HTMLElement>(selector: string) => root.querySelector<Kind>(selector);
  const [cards, chips, status] = [one('.outils'), one('.puces'), one('.compte')];
  const [select, panel, badge] = [one<HTMLSelectElement>('.tri select'), one('details'), one('.etiquette')];
  const everything = one<HTMLAnchorElement>('.tous a');

  const values: Value[] = all('[data-facette]').flatMap((group) =>
    [...group.querySelectorAll<HTMLAnchorElement>('[data-cle]')].map((link) => ({
      link,
      facet: group.dataset['facette'] ?? '',
      key: link.dataset['cle'] ?? '',
      name: link.querySelector('span')?.textContent ?? '',
    })),
  );
  const known: Record<string, string[]> = {};
  for (const { facet, key } of values) (known[facet] ??= []).push(key);
  const items: Item[] = all('.outils > li').map((node) => ({
    node,
    keys: Object.fromEntries(
      Object.keys(known).map((facet) => [facet, node.dataset[facet]?.split(' ') ?? []]),
    ),
    relecture: node.dataset['relecture'] ?? '',
    parution: node.dataset['parution'] ?? '',
    rang: Number(node.dataset['rang'] ?? 0),
  }));
  /** The value that this page is about, when it is not the whole list. */
  const own = values.find(({ link }) => link.getAttribute('aria-current') === 'page');

  const choiceNow = (): Keys => {
    const none = choiceOf('', known);
    return own ? { ...none, [own.facet]: [own.key] } : choiceOf(location.search, known);
  };
  const triNow = () => triOf(new URLSearchParams(location.search).get('tri'));

  let shown: Tri | undefined;
  /** Shows the list that the address asks for. */
  function show(): void {
    const [choice, tri] = [choiceNow(), triNow()];
    const kept = items.filter(({ keys, node }) => !(node.hidden = !keeps(choice, keys)));
    if (tri !== shown) cards?.append(...inOrder(items, tri).map(({ node }) => node));
    shown = tri;
    if (select) select.value = tri ?? '';
    const counts = countsOf(
      items.map(({ keys }) => keys),
      choice,
    );
    const chosen = values.filter(({ facet, key }) => choice[facet]?.includes(key));
    for (const { link, facet, key } of values) {
      const checked = choice[facet]?.includes(key) ?? false;
      link.href = addressOfChoice(list, toggled(choice, facet, key), tri);
      link.setAttribute('aria-checked', String(checked));
      // Of its own facet, a narrowed page has the cards of one value alone: the counts written there stay right.
      if (facet === own?.facet) continue;
      const count = counts.get(facet)?.get(key) ?? 0;
      const number = link.querySelector('b');
      if (number) number.textContent = formatNumber(count);
      if (count === 0 && !checked) link.setAttribute('aria-disabled', 'true');
      else link.removeAttribute('aria-disabled');
      if (checked) link.closest('section details')?.setAttribute('open', '');
    }
    if (everything) everything.href = addressOfChoice(list, {}, tri);
    if (chosen.length > 0) everything?.removeAttribute('aria-current');
    else everything?.setAttribute('aria-current', 'page');
    showCounts(kept.length, chosen.length);
    chips?.replaceChildren(
      ...chosen.map(({ facet, key, name }) =>
        chip(name, addressOfChoice(list, toggled(choice, facet, key), tri)),
      ),
      ...(chosen.length > 0 ? [clearing(addressOfChoice(list, {}, tri))] : []),
    );
    if (chips) chips.hidden = chosen.length === 0;
  }

  function showCounts(kept: number, filters: number): void {
    const said = countOf(kept, 'outil', undefined, 'Aucun outil');
    const [number, of] = [status?.querySelector('b'), status?.querySelector('span')];
    if (number && number.textContent !== said) number.textContent = said;
    if (of) of.textContent = kept < total ? `sur ${formatNumber(total)}` : '';
    const button = one('.voir b');
    if (button) button.textContent = said.toLowerCase();
    if (badge) badge.textContent = countOf(filters, 'filtre');
    if (badge) badge.hidden = filters === 0;
  }

  /** Goes to a state of the list; arrow keys run through the orders, and one step back leaves them all. */
  function go(address: string, step: 'choix' | 'tri'): void {
    const again = step === 'tri' && history.state === 'tri';
    history[again ? 'replaceState' : 'pushState'](step, '', address);
    show();
  }

  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    if (link.matches('[aria-disabled]')) return event.preventDefault();
    if (link.matches('.voir a')) {
      event.preventDefault();
      panel?.removeAttribute('open');
      status?.focus();
      status?.scrollIntoView();
      return;
    }
    const elsewhere = own || link.pathname !== list || event.button !== 0;
    if (elsewhere || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.href, 'choix');
    // A chip that has gone takes the focus away with it.
    if (!link.isConnected) (chips?.querySelector('a') ?? status)?.focus();
  });
  root.addEventListener('keydown', (event) => {
    const box = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=checkbox]') : null;
    if (!box || event.key !== ' ') return;
    event.preventDefault();
    box.click();
  });
  select?.addEventListener('change', () => {
    const tri = triOf(select.value);
    const address = addressOfChoice(own ? location.pathname : list, own ? {} : choiceNow(), tri);
    go(address, 'tri');
  });
  addEventListener('popstate', show);

  for (const { link } of values) {
    link.removeAttribute('aria-current');
    link.setAttribute('role', 'checkbox');
  }
  for (const group of all('[data-facette]')) group.hidden = false;
  root.dataset['vivante'] = '';
  show();
}

function chip(name: string, href: string): HTMLElement {
  const link = document.createElement('a');
  link.className = 'puce';
  link.href = href;
  link.append(name);
  link.setAttribute('aria-label', `${name} : retirer ce filtre`);
  return inItem(link);
}

function clearing(href: string): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = 'Tout effacer';
  return inItem(link);
}

function inItem(link: HTMLElement): HTMLElement {
  const item = document.createElement('li');
  item.append(link);
  return item;
}

const root = document.querySelector<HTMLElement>('[data-liste]');
if (root) enhance(root, root.dataset['liste'] ?? '', Number(root.dataset['total']));
