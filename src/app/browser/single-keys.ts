import { useEffect, useEffectEvent } from 'react';
import { storedValue } from './stored-value.ts';

/**
 * Whether keys without a modifier do something (WCAG 2.1.4: who dictates, or hits keys by accident, can switch them off). The
 * arrow keys are not among them.
 */
export const singleKeys = storedValue<boolean>({
  key: 'setlist.single-keys',
  parse: (text) => text !== 'off',
  format: (on) => (on ? 'on' : 'off'),
});

/** What each key does, by `KeyboardEvent.key`. */
export type KeyActions = Readonly<Record<string, () => void>>;

/** Does what `actions` says when one of their keys is pressed alone: not while typing, and not under what is open above the page. */
export function useSingleKeys(actions: KeyActions): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (action === undefined || !singleKeys.get() || isSomethingElse(event)) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Selects what the reader writes a text into. */
export const textFields = 'input:not([type=radio], [type=checkbox]), textarea, [contenteditable]';
const typedInto = `${textFields}, select`;
const openAbove = 'dialog[open], [popover=auto]:popover-open';

function isSomethingElse(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey, defaultPrevented, repeat, isComposing } = event;
  if (ctrlKey || metaKey || altKey || defaultPrevented || repeat || isComposing) return true;
  if (target instanceof Element && target.closest(typedInto) !== null) return true;
  return document.querySelector(openAbove) !== null;
}
