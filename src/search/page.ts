import { normaliseForSearch, typesetExcerpt } from './normalise.ts';

/** The search page's script: reads `?q=`, asks Pagefind, writes results as text. */

interface Hit {
  url: string;
  excerpt: string;
  meta: { title?: string; nature?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
}
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<Hit> }[] }>;
}

const MOST = 30;
const place = document.querySelector<HTMLElement>('#recherche');
const form = place?.querySelector('form');
const input = form?.querySelector('input');
const status = document.querySelector('#recherche-etat');
const list = document.querySelector('#recherche-resultats');

let engine: Promise<Pagefind> | undefined;
function load(): Promise<Pagefind> {
  engine ??= import(/* @vite-ignore */ new URL('/pagefind/pagefind.js', location.href).href).then(
    async (pagefind: Pagefind) => {
      await pagefind.options({ excerptLength: 28 });
      return pagefind;
    },
  );
  return engine;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  ...children: (Node | string)[]
) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** Pagefind's excerpt is escaped text with <mark> tags; nothing else of it becomes markup. */
function excerptNodes(excerpt: string): (Node | string)[] {
  const decode = (text: string) =>
    typesetExcerpt(
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    );
  return excerpt
    .split(/<mark>(.*?)<\/mark>/s)
    .map((part, index) => (index % 2 ? element('mark', '', decode(part)) : decode(part)));
}

function resultNode(hit: Hit): HTMLElement {
  const link = element('a', '', typesetExcerpt(hit.meta.title ?? hit.url));
  link.href = hit.url;
  const item = element(
    'li',
    'resultat',
    element('p', 'legende', hit.meta.nature ?? 'Page'),
    element('h2', '', link),
  );
  item.append(element('p', '', ...excerptNodes(hit.excerpt)));
  const places = hit.sub_results.filter(({ url }) => url.includes('#')).slice(0, 3);
  if (places.length > 0) {
    const nodes = places.map(({ url, title }) => {
      const place = element('a', '', typesetExcerpt(title));
      place.href = url;
      return element('li', '', place);
    });
    item.append(element('ul', 'passages', ...nodes));
  }
  return item;
}

let turn = 0;
async function search(query: string): Promise<void> {
  const mine = ++turn;
  if (!status || !list) return;
  const words = normaliseForSearch(query).trim().slice(0, 200);
  if (words === '') {
    status.textContent = '';
    list.replaceChildren();
    return;
  }
  status.textContent = 'Recherche en cours…';
  try {
    const { results } = await (await load()).search(words);
    const hits = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    if (mine !== turn) return;
    const many = results.length;
    const found = many === 0 ? 'Aucun résultat' : `${many}\u00A0résultat${many > 1 ? 's' : ''}`;
    status.textContent = `${found} pour «\u00A0${query.trim().slice(0, 200)}\u00A0»`;
    list.replaceChildren(...hits.map(resultNode));
  } catch {
    if (mine === turn)
      status.textContent =
        'La recherche n’a pas pu se charger. Les listes ci-dessous mènent à toutes les pages.';
  }
}

if (place && form && input) {
  const show = () => {
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    void search(input.value);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set('q', input.value);
    history.pushState(null, '', address);
    void search(input.value);
  });
  input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  addEventListener('popstate', show);
  place.hidden = false;
  if (new URLSearchParams(location.search).has('q')) show();
}
