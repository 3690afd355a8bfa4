import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { rowAfterKey } from '../window/row-window.ts';
import type { RowWindow } from '../window/use-row-window.ts';
import { indexOf, isForControl, isOthers, rowOf } from './row-events.ts';

export interface CurrentRow {
  readonly body: RefObject<HTMLTableSectionElement | null>;
  /** The row that the reader moved to, by its position on the page. */
  readonly index: number | undefined;
  /** The one row that Tab comes to. */
  readonly tabStop: number;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The row that the reader is at: the arrow keys move it, a click too, and the focus is on it. */
export function useCurrentRow<Row>(options: {
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly view: RowWindow;
}): CurrentRow {
  const { rows, rowId, view } = options;
  const body = useRef<HTMLTableSectionElement>(null);
  // React tells of no blur where what has the focus is taken out of the document.
  const hasFocus = useRef(false);
  const [at, setAt] = useState<{ readonly id: string; readonly index: number }>();
  const idAt = (index: number) => {
    const row = rows[index];
    return row === undefined ? undefined : rowId(row);
  };
  // The same dataset may have another position after a refresh.
  const found =
    at === undefined || idAt(at.index) === at.id ? at?.index : rows.findIndex((row) => rowId(row) === at.id);
  const index = found === -1 ? undefined : found;
  const tabStop = index ?? view.firstInSight;

  function setIndex(next: number): void {
    const id = idAt(next);
    if (id !== undefined && (id !== at?.id || next !== at.index)) setAt({ id, index: next });
  }
  function focusRow(next: number): void {
    // Drawn first, then in sight, then focused: a row far away is not in the document before it is the current one.
    flushSync(() => setIndex(next));
    view.show(next);
    body.current?.querySelector<HTMLElement>(`tr[data-row="${next}"]`)?.focus({ preventScroll: true });
  }

  // Rows are drawn by position, so the focus stays at its position when other rows come; the current row follows the focus,
  // unless its own dataset is still there: then the focus follows it. A position that is not drawn any more leaves the focus
  // to the first row in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other rows can part the two.
  useEffect(() => {
    const focused = rowOf(document.activeElement);
    if (hasFocus.current && document.activeElement === document.body && rows.length > 0) focusRow(tabStop);
    if (!focused || !body.current?.contains(focused)) return;
    if (index === undefined) setIndex(Math.min(indexOf(focused), rows.length - 1));
    else if (index !== indexOf(focused)) focusRow(index);
  }, [rows]);

  // With the focus nowhere, as after loading, or on the table as a whole, an arrow key enters the rows.
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const { activeElement } = document;
      const isOutside = activeElement !== document.body && activeElement !== body.current?.parentElement;
      if (isOutside || rows.length === 0 || isOthers(event)) return;
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      focusRow(tabStop);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return {
    body,
    index,
    tabStop,
    onFocus(event) {
      hasFocus.current = true;
      const row = rowOf(event.target);
      if (row) setIndex(indexOf(row));
    },
    onBlur() {
      hasFocus.current = false;
    },
    onKeyDown(event) {
      const row = rowOf(event.target);
      if (!row || isOthers(event) || isForControl(event)) return;
      const pageRows = view.rowsThatFit;
      const next = rowAfterKey({ key: event.key, current: indexOf(row), count: rows.length, pageRows });
      if (next === undefined) return;
      event.preventDefault();
      focusRow(next);
    },
  };
}
