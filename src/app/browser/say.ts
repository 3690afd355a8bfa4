import { announce } from './announce.ts';

/** Says something short about what a key or a button has done: to who listens, and for a few seconds on screen. */
export function say(text: string): void {
  announce(text);
  // Where it cannot be loaded, more than this has gone wrong, and is said.
  import('./show-said.ts').then(
    ({ showSaid }) => showSaid(text),
    () => {},
  );
}
