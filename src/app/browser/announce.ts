let region: HTMLElement | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** A live region is heard when it changes, and not when it comes with its text: it must have been there for a moment, in ms. */
const heardAfterMs = 100;

/**
 * Has a screen reader say `text` when it is next silent. One live region serves the whole page, or the modal dialog over it; it has no
 * role, because `role=status` belongs to the page's own status line. The same text twice is said twice.
 */
export function announce(text: string): void {
  clearTimeout(waiting);
  const place = livePlace();
  if (region?.parentNode !== place) {
    region?.remove();
    region = document.createElement('div');
    region.setAttribute('aria-live', 'polite');
    region.className = 'sr-only';
    place.append(region);
    waiting = setTimeout(announce, heardAfterMs, text);
    return;
  }
  const line = document.createElement('p');
  line.textContent = text;
  region.replaceChildren(line);
}

/** Where what is added can be heard, seen and selected: a modal dialog makes all of the page inert but itself. */
export function livePlace(): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1) ?? document.body;
}
