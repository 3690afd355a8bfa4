import type { KeyboardEvent } from 'react';

/** The row of the table that an event came from. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('tr[data-row]') : null;
}

/** The position of a row among those of its table: of the page, or in a scroll of the whole list. */
export function indexOf(row: HTMLElement): number {
  return Number(row.dataset.row);
}

/** Keys that belong to somebody else: with modifiers, already handled, or typed into a field. */
export function isOthers(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
  const inField = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  return defaultPrevented || ctrlKey || metaKey || altKey || shiftKey || inField;
}

/** Whether a key means something to the control inside a row that has the focus: there only the arrows up and down move on. */
export function isForControl({ target, key }: KeyboardEvent): boolean {
  const onControl = target instanceof Element && target.closest('button, a, summary') !== null;
  return onControl && key !== 'ArrowDown' && key !== 'ArrowUp';
}
