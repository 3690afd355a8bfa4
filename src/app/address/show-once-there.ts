import { textFields } from '../browser/single-keys.ts';

/** How long the page stays as it is, in ms: hardly longer than one notices. */
const longestWaitMs = 100;

let waiting: AbortController | undefined;

/**
 * Calls `show` when what it shows is there: one step on screen, not one for the question and one for the answer. It does not wait
 * long, nor for what the reader does next: whatever that is meets the page as it should be by then. Who goes back or forward meanwhile
 * is not fetched here again: then `giveUp` is called. What is to be shown later takes the place of what still waits.
 */
export function showOnceThere(
  there: Promise<unknown> | undefined,
  { show, giveUp = () => {} }: { readonly show: () => void; readonly giveUp?: () => void },
): void {
  waiting?.abort();
  if (there === undefined) {
    show();
    return;
  }
  const ending = new AbortController();
  waiting = ending;
  const { signal } = ending;
  const endWith = (act: () => void) => () => {
    if (signal.aborted) return;
    ending.abort();
    act();
  };
  const end = endWith(show);
  const options = { capture: true, signal };
  there.then(end, end);
  setTimeout(end, longestWaitMs);
  addEventListener('pointerdown', end, options);
  addEventListener('keydown', (event) => isTyped(event) || end(), options);
  addEventListener('pagehide', end, options);
  addEventListener('popstate', endWith(giveUp), options);
}

/** Whether a key writes a text: what is shown for it comes with a text of its own. Elsewhere a letter is a command. */
function isTyped({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || target.closest(textFields) === null) return false;
  return (key.length === 1 && !ctrlKey && !metaKey) || key === 'Backspace' || key === 'Delete';
}
