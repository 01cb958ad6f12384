/** On every page: « / » and Ctrl-K (⌘K) lead to the search box, Escape folds it. Nothing of the search is loaded by this. */

function openSearch(): boolean {
  const input =
    document.querySelector<HTMLInputElement>('main search input') ??
    document.querySelector<HTMLInputElement>('search input');
  if (!input) return false;
  const folded = input.closest('details');
  if (folded) folded.open = true;
  input.focus();
  input.select();
  return true;
}

/** Folds the header's panel that the reader is in; the focus goes back to the button that opens it. */
function closePanel(target: EventTarget | null): void {
  const panel = target instanceof Element ? target.closest<HTMLDetailsElement>('.volet[open]') : null;
  if (!panel) return;
  panel.open = false;
  panel.querySelector('summary')?.focus();
}

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (key === 'Escape') closePanel(target);
  const writing =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'));
  const slash = key === '/' && !writing && !ctrlKey && !metaKey && !altKey;
  const ctrlK = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;
  if ((slash || ctrlK) && openSearch()) event.preventDefault();
});
