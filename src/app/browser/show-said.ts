import { livePlace } from './announce.ts';
import './show-said.css';

let shown: HTMLElement | undefined;

/** Shows what was said for a few seconds, in the place of what was said before. */
export function showSaid(text: string): void {
  shown?.remove();
  shown = document.createElement('div');
  shown.className = 'said';
  // A live region has said it.
  shown.setAttribute('aria-hidden', 'true');
  shown.textContent = text;
  shown.addEventListener('animationend', ({ currentTarget }) => {
    if (currentTarget instanceof HTMLElement) currentTarget.remove();
  });
  livePlace().append(shown);
}
