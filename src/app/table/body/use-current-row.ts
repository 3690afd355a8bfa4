import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { IndexedRows } from '../window/row-source.ts';
import { rowAfterKey } from '../window/row-window.ts';
import type { ScrollView } from '../window/scroll-view.ts';

/** With the focus nowhere these enter the rows; where the list is one scroll, so do the others, wherever that is. */
const stepKeys: readonly string[] = ['ArrowUp', 'ArrowDown'];
const otherKeys: readonly string[] = ['PageUp', 'PageDown', 'Home', 'End'];
/** A row that has moved is looked for so far around its place. */
const nearRows = 1000;

/** The row of the table that an event came from. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('tr[data-row]') : null;
}

/** The position of a row among those of its table: of the page, or in a scroll of the whole list. */
export function indexOf(row: HTMLElement): number {
  return Number(row.dataset.row);
}

/**
 * The row that the reader is at, by its position: keys move it, a click too, and the focus is on it. It is the same row as long as that is
 * there, wherever it stands.
 */
export function useCurrentRow<Row>(options: {
  readonly source: IndexedRows<Row>;
  readonly count: number;
  readonly rowId: (row: Row) => string;
  readonly view: ScrollView;
  /** The first row that is wholly in sight. */
  readonly firstInSight: number;
  /** Whether the list is one scroll. */
  readonly isStill: boolean;
}) {
  const { source, count, rowId, view, isStill } = options;
  const body = useRef<HTMLTableSectionElement>(null);
  // React tells of no blur where what has the focus is taken out of the document.
  const hasFocus = useRef(false);
  const [at, setAt] = useState<{ readonly id: string | undefined; readonly index: number }>();
  const idAt = (index: number) => {
    const row = source.rowAt(index);
    return row === undefined ? undefined : rowId(row);
  };
  const index = at && placeOf(at, { idAt, count });
  const tabStop = index ?? Math.max(0, Math.min(options.firstInSight, count - 1));

  function setIndex(next: number): void {
    const id = idAt(next);
    if (id !== at?.id || next !== at?.index) setAt({ id, index: next });
  }
  function focusRow(next: number): void {
    // Drawn first, then in sight, then focused: a row far away is not in the document before it is the current one.
    flushSync(() => {
      setIndex(next);
      view.show(next);
    });
    body.current?.querySelector<HTMLElement>(`tr[data-row="${next}"]`)?.focus({ preventScroll: true });
  }
  function rowAfter(key: string, current: number): number | undefined {
    return rowAfterKey({ key, current, count, pageRows: view.rowsThatFit });
  }

  // Rows are drawn by position, so the focus stays at its position when other rows come; the current row follows the focus, unless it
  // is still there itself: then the focus follows it. A position that is not drawn any more leaves the focus to the first row in sight.
  const onRows = useEffectEvent(() => {
    const focused = rowOf(document.activeElement);
    if (hasFocus.current && document.activeElement === document.body && count > 0) focusRow(tabStop);
    if (!focused || !body.current?.contains(focused)) return;
    if (index === undefined) setIndex(Math.min(indexOf(focused), count - 1));
    else if (index !== indexOf(focused)) focusRow(index);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other rows can part the two.
  useEffect(() => onRows(), [source, count]);

  // With the focus nowhere, as after loading, or on the table as a whole, a key enters the rows.
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const { activeElement } = document;
    const { key } = event;
    const isOutside = activeElement !== document.body && activeElement !== body.current?.parentElement;
    const isStep = stepKeys.includes(key);
    if (isOutside || count === 0 || isOthers(event) || !(isStep || (isStill && otherKeys.includes(key)))) return;
    event.preventDefault();
    focusRow((isStep ? undefined : rowAfter(key, tabStop)) ?? tabStop);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return {
    /** The row that the reader moved to, by its position. */
    index,
    /** The one row that Tab comes to. */
    tabStop,
    /** For the element that has the rows. */
    body: {
      ref: body,
      onFocus({ target }: FocusEvent) {
        hasFocus.current = true;
        const row = rowOf(target);
        if (row) setIndex(indexOf(row));
      },
      onBlur() {
        hasFocus.current = false;
      },
      onKeyDown(event: KeyboardEvent) {
        const row = rowOf(event.target);
        if (!row || isOthers(event) || isForControl(event)) return;
        const next = rowAfter(event.key, indexOf(row));
        if (next === undefined) return;
        event.preventDefault();
        focusRow(next);
      },
    },
  };
}

/** Where a row is that was at a place; `undefined` when it is not there any more. */
function placeOf(
  at: { readonly id: string | undefined; readonly index: number },
  { idAt, count }: { readonly idAt: (index: number) => string | undefined; readonly count: number },
): number | undefined {
  const known = idAt(at.index);
  // Which row that is, or was, may not be known yet.
  if (at.id === undefined || known === at.id || (known === undefined && at.index < count))
    return count === 0 ? undefined : Math.min(at.index, count - 1);
  const last = Math.min(count, at.index + nearRows);
  for (let index = Math.max(0, at.index - nearRows); index < last; index += 1) if (idAt(index) === at.id) return index;
  return undefined;
}

/** Keys that belong to somebody else: with modifiers, already handled, or typed into a field. */
function isOthers(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
  const inField = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  return defaultPrevented || ctrlKey || metaKey || altKey || shiftKey || inField;
}

/** Whether a key means something to the control inside a row that has the focus: there only the arrows up and down move on. */
function isForControl({ target, key }: KeyboardEvent): boolean {
  const onControl = target instanceof Element && target.closest('button, a, summary') !== null;
  return onControl && !stepKeys.includes(key);
}
