/**
 * Changes the matrix's columns in place, and opens the passages of a case under its row: both are links to pages that hold
 * the same without a script, and are read from those pages.
 */

const pages = new Map<string, Promise<Document>>();

function pageAt(address: string): Promise<Document> {
  const { pathname } = new URL(address, location.href);
  const known = pages.get(pathname);
  if (known) return known;
  const page = fetch(pathname)
    .then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    })
    .then((html) => new DOMParser().parseFromString(html, 'text/html'));
  // One that failed is asked for again.
  page.catch(() => pages.delete(pathname));
  pages.set(pathname, page);
  return page;
}

const reading = (page: ParentNode) => page.querySelector<HTMLElement>('[data-lecture]');

/** Shows the matrix of another page in this one's place; false when it cannot be had. */
async function show(address: string): Promise<boolean> {
  const page = await pageAt(address).catch(() => undefined);
  const [fresh, now] = [page && reading(page), reading(document)];
  if (!page || !fresh || !now) return false;
  now.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  document.title = page.title;
  return true;
}

/** The passages of a case, under its row. */
interface Opened {
  readonly link: HTMLAnchorElement;
  readonly panel: HTMLTableRowElement;
}
const opened = new WeakMap<HTMLTableRowElement, Opened>();
/** The case of each row that its reader asked for last: a page that comes late opens nothing else. */
const asked = new WeakMap<HTMLTableRowElement, HTMLAnchorElement>();

function close(row: HTMLTableRowElement): void {
  const { link, panel } = opened.get(row) ?? {};
  panel?.remove();
  link?.setAttribute('aria-expanded', 'false');
  opened.delete(row);
}

/** Opens the passages of a case under its row, or closes them. */
async function toggle(link: HTMLAnchorElement): Promise<void> {
  const row = link.closest('tr');
  if (!row) return;
  const again = opened.get(row)?.link === link || asked.get(row) === link;
  close(row);
  asked.delete(row);
  if (again) return;
  asked.set(row, link);
  const page = await pageAt(link.href).catch(() => undefined);
  if (asked.get(row) !== link) return;
  asked.delete(row);
  const group = page?.getElementById(link.hash.slice(1))?.closest('section');
  if (!group) return location.assign(link.href);
  const panel = document.createElement('tr');
  panel.append(
    panelCell(group, row.children.length, () => {
      close(row);
      link.focus();
    }),
  );
  row.after(panel);
  opened.set(row, { link, panel });
  link.setAttribute('aria-expanded', 'true');
}

/** A group of passages of another page, with a button to close it. */
function panelCell(group: HTMLElement, columns: number, onClose: () => void): HTMLElement {
  const cell = document.createElement('td');
  cell.className = 'ouverte';
  cell.colSpan = columns;
  const words = document.importNode(group, true);
  // Its anchor belongs to its own page.
  for (const node of words.querySelectorAll('[id]')) node.removeAttribute('id');
  words.removeAttribute('aria-labelledby');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bouton';
  button.textContent = 'Fermer';
  button.addEventListener('click', onClose);
  const box = document.createElement('div');
  box.append(words, button);
  cell.append(box);
  return cell;
}

const plain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-lecture] a') : null;
  if (!link || !plain(event)) return;
  if (link.matches('.case')) {
    event.preventDefault();
    void toggle(link);
  } else if (link.closest('nav')) {
    event.preventDefault();
    void show(link.href).then((shown) => {
      if (!shown) return location.assign(link.href);
      history.pushState(null, '', link.href);
      reading(document)?.querySelector<HTMLElement>('nav [aria-current]')?.focus();
    });
  }
});
addEventListener('popstate', () => {
  void show(location.href).then((shown) => {
    if (!shown) location.reload();
  });
});
