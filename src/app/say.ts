import { announce } from './ui/announce.ts';

let shown: HTMLElement | undefined;

/** Says something short about what a key has done: to who listens, and for a few seconds on screen. */
export function say(text: string): void {
  announce(text);
  shown?.remove();
  shown = document.createElement('div');
  shown.className = 'said';
  // The live region has said it.
  shown.setAttribute('aria-hidden', 'true');
  shown.textContent = text;
  shown.addEventListener('animationend', ({ currentTarget }) => {
    if (currentTarget instanceof HTMLElement) currentTarget.remove();
  });
  document.body.append(shown);
}
