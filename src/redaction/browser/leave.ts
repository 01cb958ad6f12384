import { fr } from '#src/checks/text.ts';

const EDITING = /^#\/collections\/[^/]+\/(new|entries\/)/;
/** Where an entry's fields are: a press anywhere else changes nothing in it. */
const FIELDS = '[data-key-path]';

let touched = false;

/** To be called when an entry has been saved. */
export function nothingToLose(): void {
  touched = false;
}

/** The package's button for saving can be pressed when the entry differs from its file. */
const differs = (): boolean =>
  [...document.querySelectorAll<HTMLButtonElement>('button')].some(
    ({ innerText, disabled }) => innerText.trim() === 'Enregistrer' && !disabled,
  );

const wouldLose = (): boolean => touched && differs();

/**
 * Asks before an entry with changes is left, by the arrow, the browser's own or a closed window: the package goes
 * without a word. To be called before it starts, since its listeners come after ours.
 */
export function askBeforeLeaving(): void {
  // The package moves from page to page within a view transition, where nothing can be asked.
  Object.defineProperty(document, 'startViewTransition', { value: undefined });
  const touch = (event: Event) => {
    if (event.target instanceof Element && event.target.closest(FIELDS)) touched = true;
  };
  for (const kind of ['pointerdown', 'keydown', 'input', 'drop'])
    document.addEventListener(kind, touch, { capture: true });
  addEventListener('beforeunload', (event) => {
    if (wouldLose()) event.preventDefault();
  });
  addEventListener('hashchange', (event) => {
    const from = new URL(event.oldURL).hash;
    if (!EDITING.test(from)) return;
    if (!wouldLose() || confirm(fr`Quitter sans enregistrer ? Ce que vous avez changé sera perdu.`)) {
      touched = false;
      return;
    }
    event.stopImmediatePropagation();
    history.pushState(history.state, '', event.oldURL);
  });
}
