/** On every page: « / » and Ctrl-K (⌘K) lead to the search box. Nothing of the search is loaded by this. */

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

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const writing =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  const slash = key === '/' && !writing && !ctrlKey && !metaKey && !altKey;
  const ctrlK = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;
  if ((slash || ctrlK) && openSearch()) event.preventDefault();
});
