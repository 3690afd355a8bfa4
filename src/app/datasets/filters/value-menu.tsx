import { type KeyboardEvent, type ReactElement, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import type { View } from '../../address/view-params.ts';
import { announce } from '../../browser/announce.ts';
import { copyText } from '../../browser/copy-text.ts';
import { say } from '../../browser/say.ts';
import { floatPosition } from '../../ui/floats/float-position.ts';
import { goToQuery } from './go-to-query.ts';
import { type CellValue, cellValue } from './value-choices.ts';
import './value-menu.css';

/** Where a menu was asked for. */
export interface MenuPlace {
  /** What the pointer or the focus was on, in a row of the table. */
  readonly target: Element;
  /** The dataset of that row. */
  readonly row: DatasetListItem;
  /** Of the event that asked for it: one menu is told from the next. */
  readonly askedAtMs: number;
  /** Of the pointer, in CSS pixels of the viewport; `undefined` when it was asked for with a key. */
  readonly point: { readonly left: number; readonly top: number } | undefined;
}

export interface ValueMenuProps {
  readonly view: View;
  readonly userId: string | undefined;
  readonly at: MenuPlace;
  readonly onClose: () => void;
}

/** What can be asked about the value of a cell. With the arrow keys left and right it goes over to the other values of the row. */
export function ValueMenu(props: ValueMenuProps): ReactElement | null {
  const { view, userId, at, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const [column, setColumn] = useState(() => at.target.closest('td')?.cellIndex ?? 0);
  const tableRow = at.target.closest<HTMLTableRowElement>('tr[data-row]');
  const valueAt = (index: number): CellValue | undefined => {
    const columnId = tableRow?.closest('table')?.tHead?.rows[0]?.cells[index]?.dataset.column;
    return columnId ? cellValue(at.row, { columnId, q: view.q, userId }) : undefined;
  };
  const cell = tableRow?.cells[column];
  const value = valueAt(column);
  useOpenMenu(menu, { at, cell, isOpen: value !== undefined, onClose });
  if (value === undefined) return null;

  function close(): void {
    menu.current?.hidePopover();
  }
  function turn(step: 1 | -1): void {
    const count = tableRow?.cells.length ?? 0;
    for (let next = column + step; next >= 0 && next < count; next += step) {
      const there = valueAt(next);
      if (there === undefined) continue;
      setColumn(next);
      announce(`${there.about}: ${there.value}`);
      return;
    }
  }
  async function copy(text: string): Promise<void> {
    say((await copyText(text)) ? `Copied ${text}` : 'Could not copy');
  }
  return (
    <div
      ref={menu}
      className="popover value-menu"
      popover="auto"
      role="menu"
      aria-label={`${value.about}: ${value.value}`}
      tabIndex={-1}
      onKeyDown={(event) => onMenuKey(event, { close, turn })}
      onToggle={({ newState }) => {
        if (newState === 'closed') onClose();
      }}
    >
      <p className="value-menu-head" aria-hidden="true">
        {value.about} <bdi translate="no">{value.value}</bdi>
      </p>
      {value.choices.map(({ name, q }) => (
        <Item
          key={name}
          name={name}
          onChoose={() => {
            close();
            goToQuery(view, q);
          }}
        />
      ))}
      {value.copy === undefined ? null : (
        <Item
          name="Copy"
          onChoose={() => {
            close();
            if (value.copy !== undefined) void copy(value.copy);
          }}
        />
      )}
    </div>
  );
}

function Item({ name, onChoose }: { name: string; onChoose: () => void }): ReactElement {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
      {name}
    </button>
  );
}

/** Opens the menu at its place with the focus on its first line, and gives the focus back when it closes. */
function useOpenMenu(
  menu: { readonly current: HTMLDivElement | null },
  options: {
    readonly at: MenuPlace;
    readonly cell: HTMLElement | undefined;
    readonly isOpen: boolean;
    readonly onClose: () => void;
  },
): void {
  const { at, cell, isOpen, onClose } = options;
  const closeEmpty = useEffectEvent(onClose);
  useLayoutEffect(() => {
    const box = menu.current;
    // A value that there is not has no menu.
    if (!isOpen || box === null) return closeEmpty();
    const before = document.activeElement;
    const open = () => {
      box.showPopover();
      box.querySelector('button')?.focus({ preventScroll: true });
    };
    open();
    // A press that it was asked for with may still last: it ends beside the menu, and would close it.
    const press = new AbortController();
    const { signal } = press;
    document.addEventListener('pointerdown', () => press.abort(), { signal, capture: true });
    document.addEventListener(
      'pointerup',
      () => {
        press.abort();
        if (!box.matches(':popover-open')) open();
      },
      { signal, capture: true },
    );
    return () => {
      press.abort();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [menu, isOpen]);
  useLayoutEffect(() => {
    const box = menu.current;
    const anchor = at.point && at.target.closest('td') === cell ? { ...at.point, width: 0, height: 0 } : undefined;
    if (box === null || cell === undefined) return;
    const { left, top } = floatPosition({
      anchor: anchor ?? cell.getBoundingClientRect(),
      size: { width: box.offsetWidth, height: box.offsetHeight },
      viewport: { width: document.documentElement.clientWidth, height: innerHeight },
      align: getComputedStyle(cell).direction === 'rtl' ? 'right' : 'left',
      gapPx: anchor ? 2 : -4,
    });
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
  });
}

function onMenuKey(
  event: KeyboardEvent<HTMLElement>,
  { close, turn }: { readonly close: () => void; readonly turn: (step: 1 | -1) => void },
): void {
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
  else if (event.key === 'ArrowUp') items.at(Math.max(at, 0) - 1)?.focus();
  else if (event.key === 'Home') items[0]?.focus();
  else if (event.key === 'End') items.at(-1)?.focus();
  else if (event.key === 'ArrowRight') turn(1);
  else if (event.key === 'ArrowLeft') turn(-1);
  else if (event.key === 'Tab') close();
  else return;
  event.preventDefault();
  // The rows below have keys of their own.
  event.stopPropagation();
}
