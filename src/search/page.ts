import { toggled } from '#src/domain/selection.ts';
import { addressOf, chosenIn, type Demande, readAddress } from './address.ts';
import { Engine } from './engine.ts';
import { siteSource } from './load.ts';
import { draw, type Places } from './render.ts';
import { OF_ONE, resultsOf } from './results.ts';

/** The search page's script: what is asked is in the address; the address changes, the page follows. */

/** Milliseconds without a key before a search while typing. */
const PAUSE = 150;
/** Milliseconds before the reader is told to wait. */
const SLOW = 600;
/** Milliseconds without a key before what was found is read aloud. */
const SILENCE = 1000;
const FAILURE = import.meta.env.DEV
  ? 'L’aperçu n’a pas d’index\u00A0: lancez «\u00A0npm start\u00A0» pour essayer la recherche.'
  : 'La recherche n’a pas pu se charger\u00A0: vérifiez votre connexion, puis cherchez de nouveau. Les listes ci-dessous mènent à toutes les pages.';

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id}`);
  return found;
}

const host = place('recherche');
const form = host.querySelector('form') as HTMLFormElement;
const input = form.querySelector('input') as HTMLInputElement;
const places: Places = {
  etat: place('recherche-etat'),
  ajouts: place('recherche-ajouts'),
  filtres: place('recherche-filtres'),
  resultats: place('recherche-resultats'),
  compte: place('recherche-compte'),
  volet: place('recherche-volet'),
};

let source = siteSource();
let engine = new Engine(source);
let turn = 0;
/** The last turn whose answer is shown. */
let shown = 0;
let most = OF_ONE;

const isEmpty = (demande: Demande) => demande.texte.trim() === '' && chosenIn(demande) === 0;
const current = () => readAddress(location.search);

const lists = host.nextElementSibling as HTMLElement;
/**
 * What stands under the form: the lists alone; no list until the answer comes, so that it pushes nothing down; the answer,
 * then the lists.
 */
function stand(etat: 'vide' | 'attente' | 'reponse'): void {
  host.dataset['etat'] = etat;
  lists.hidden = etat === 'attente';
}

/** Nothing but this sentence: what was found before answers another question. */
function clear(text: string): void {
  stand(text === '' ? 'vide' : 'reponse');
  places.etat.textContent = text;
  places.volet.hidden = true;
  for (const node of [places.ajouts, places.filtres, places.resultats]) node.replaceChildren();
}

/** The results; read from a new index when a piece of the one that this page knows is gone: a newer site took its place. */
async function results(demande: Demande) {
  try {
    return await resultsOf(engine, source, demande, most);
  } catch {
    source = siteSource();
    engine = new Engine(source);
    return resultsOf(engine, source, demande, most);
  }
}

/** Shows the answer to what the address asks; a later question makes this one vain. */
async function show(): Promise<void> {
  const mine = ++turn;
  const demande = current();
  if (isEmpty(demande)) return clear('');
  if (host.dataset['etat'] !== 'reponse') stand('attente');
  const patience = setTimeout(() => {
    if (mine !== turn) return;
    stand('attente');
    places.etat.textContent = 'Recherche en cours…';
  }, SLOW);
  try {
    const page = await results(demande);
    if (mine !== turn) return;
    shown = mine;
    if (isEmpty(page.demande)) return clear('');
    draw(places, page);
    stand('reponse');
  } catch (error) {
    if (mine !== turn) return;
    clear(FAILURE);
    if (!(error instanceof TypeError)) console.error(error);
  } finally {
    clearTimeout(patience);
  }
}

function go(demande: Demande, { replace = false } = {}): void {
  most = OF_ONE;
  const address = addressOf(demande);
  if (address === location.pathname + location.search) return void show();
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  void show();
}

let waiting: ReturnType<typeof setTimeout> | undefined;
let typing = false;
/** The first letter after a pause opens a new step of the history, the next ones go on with it. */
function asked(): void {
  clearTimeout(waiting);
  const { choix } = current();
  go({ texte: input.value, exact: false, choix }, { replace: typing });
}

input.addEventListener('focus', () => void source.entree().catch(() => undefined), { once: true });
let silence: ReturnType<typeof setTimeout> | undefined;
/** While keys follow each other, what is found is shown and not read aloud. */
function hush(): void {
  clearTimeout(silence);
  places.etat.setAttribute('aria-live', 'off');
  silence = setTimeout(() => {
    speak();
    // Said anew, so that it is heard; an answer on its way will be heard when it comes.
    if (shown === turn) places.etat.replaceChildren(places.etat.textContent);
  }, SILENCE);
}
function speak(): void {
  clearTimeout(silence);
  places.etat.removeAttribute('aria-live');
}

input.addEventListener('input', () => {
  hush();
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    asked();
    typing = true;
  }, PAUSE);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  speak();
  asked();
  typing = false;
  // A phone's keyboard hides the results.
  if (matchMedia('(pointer: coarse)').matches) input.blur();
});
places.filtres.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  typing = false;
  const demande = current();
  go({ ...demande, choix: toggled(demande.choix, target.name, target.value) });
});
host.addEventListener('click', (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (target.closest('#suite')) {
    const shown = places.resultats.querySelectorAll('.resultat').length;
    most += OF_ONE;
    void show().then(() => places.resultats.querySelectorAll<HTMLElement>('.resultat h3 a')[shown]?.focus());
    return;
  }
  const anchor = target.closest('a');
  const plain =
    event instanceof MouseEvent && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!anchor || !plain || anchor.pathname !== location.pathname || anchor.hash !== '') return;
  event.preventDefault();
  typing = false;
  const demande = readAddress(anchor.search);
  input.value = demande.texte;
  go(demande);
  input.focus();
});
addEventListener('popstate', () => {
  typing = false;
  most = OF_ONE;
  input.value = current().texte;
  void show();
});

host.hidden = false;
if (input.value === '') {
  input.value = current().texte;
  void show();
} else {
  // Typed before this script came.
  input.dispatchEvent(new Event('input'));
}
