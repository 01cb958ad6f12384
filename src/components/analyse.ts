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

function close(link: HTMLElement): void {
  link.closest('tr')?.nextElementSibling?.remove();
  link.setAttribute('aria-expanded', 'false');
}

/** Opens the passages of a case under its row, or closes them. */
async function toggle(link: HTMLAnchorElement): Promise<void> {
  const row = link.closest('tr');
  if (!row) return;
  const open = row.querySelector<HTMLAnchorElement>('.case[aria-expanded="true"]');
  if (open) close(open);
  if (open === link) return;
  const page = await pageAt(link.href).catch(() => undefined);
  const group = page?.getElementById(link.hash.slice(1))?.closest('section');
  if (!group) return location.assign(link.href);
  const panel = document.createElement('tr');
  const cell = document.createElement('td');
  cell.className = 'ouverte';
  cell.colSpan = row.children.length;
  const words = document.importNode(group, true);
  // Its anchor belongs to its own page.
  for (const node of words.querySelectorAll('[id]')) node.removeAttribute('id');
  words.removeAttribute('aria-labelledby');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bouton';
  button.textContent = 'Fermer';
  button.addEventListener('click', () => {
    close(link);
    link.focus();
  });
  const box = document.createElement('div');
  box.append(words, button);
  cell.append(box);
  panel.append(cell);
  row.after(panel);
  link.setAttribute('aria-expanded', 'true');
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
