import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { rowAfterKey } from '../window/row-window.ts';
import type { ScrollView } from '../window/scroll-view.ts';
import { indexOf, isForControl, isOthers, rowOf } from './row-events.ts';
import type { CurrentRow } from './use-current-row.ts';

/** With the focus nowhere these enter the rows, wherever one has scrolled to. */
const enteringKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/** The row that the reader is at among all rows of a list: keys move it over all of them, a click too, and the focus is on it. */
export function useScrollRow(options: {
  readonly view: ScrollView;
  readonly count: number;
  /** The first row that is wholly in sight. */
  readonly firstInSight: number;
}): CurrentRow {
  const { view, count, firstInSight } = options;
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<number>();
  const index = at === undefined ? undefined : Math.min(at, count - 1);
  const tabStop = index ?? Math.min(firstInSight, count - 1);

  function focusRow(next: number): void {
    // Drawn first, then focused: a row far away is not in the document before it is in sight.
    flushSync(() => {
      setAt(next);
      view.show(next);
    });
    body.current?.querySelector<HTMLElement>(`tr[data-row="${next}"]`)?.focus({ preventScroll: true });
  }

  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const { activeElement } = document;
    const isOutside = activeElement !== document.body && activeElement !== body.current?.parentElement;
    if (isOutside || count === 0 || isOthers(event) || !enteringKeys.has(event.key)) return;
    event.preventDefault();
    const isStep = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const pageRows = view.rowsThatFit;
    const next = isStep ? tabStop : rowAfterKey({ key: event.key, current: tabStop, count, pageRows });
    focusRow(next ?? tabStop);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return {
    body,
    index,
    tabStop,
    onFocus(event: FocusEvent) {
      const row = rowOf(event.target);
      if (row) setAt(indexOf(row));
    },
    onBlur() {},
    onKeyDown(event: KeyboardEvent) {
      const row = rowOf(event.target);
      if (!row || isOthers(event) || isForControl(event)) return;
      const next = rowAfterKey({ key: event.key, current: indexOf(row), count, pageRows: view.rowsThatFit });
      if (next === undefined) return;
      event.preventDefault();
      focusRow(next);
    },
  };
}
