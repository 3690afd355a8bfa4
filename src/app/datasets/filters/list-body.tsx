import { type MouseEvent, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { later } from '../../browser/later.ts';
import { useStoredValue } from '../../browser/stored-value.ts';
import { filtersOpen } from './filters-button.tsx';
import type { FiltersPanelProps } from './filters-panel.tsx';
import type { MenuPlace } from './value-menu.tsx';

// Nothing of them is needed before they are opened.
const FiltersPanel = later(async () => (await import('./filters-panel.tsx')).FiltersPanel);
const ValueMenu = later(async () => (await import('./value-menu.tsx')).ValueMenu);

function closeFilters(): void {
  filtersOpen.set('closed');
}

/** The table with a menu on each of its values, and beside it the filters while those are open. */
export function ListBody(
  props: Omit<FiltersPanelProps, 'open'> & {
    /** The dataset of a row of the table. */
    rowOf: (tableRow: HTMLElement) => DatasetListItem | undefined;
    children: ReactNode;
  },
): ReactElement {
  const open = useStoredValue(filtersOpen);
  const [menuAt, setMenuAt] = useState<MenuPlace>();
  function openMenu(event: MouseEvent): void {
    const { target, button, shiftKey, clientX: left, clientY: top, timeStamp: askedAtMs } = event;
    const isPointer = button === 2;
    // With Shift the pointer gets the browser's own menu.
    const tableRow = target instanceof Element ? target.closest<HTMLElement>('tr[data-row]') : null;
    const row = tableRow === null || (isPointer && shiftKey) ? undefined : props.rowOf(tableRow);
    if (!(target instanceof Element) || row === undefined) return;
    event.preventDefault();
    setMenuAt({ target, row, askedAtMs, point: isPointer ? { left, top } : undefined });
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a row asks for it, which the pointer and the focus can be on.
    <div className="list-body" onContextMenu={openMenu}>
      {open === 'closed' ? null : (
        <Suspense fallback={<div className="filters" />}>
          <FiltersPanel {...props} open={open} {...(open === 'open' ? { onClose: closeFilters } : {})} />
        </Suspense>
      )}
      {props.children}
      {menuAt ? (
        <Suspense>
          <ValueMenu
            key={menuAt.askedAtMs}
            {...props}
            at={menuAt}
            // That one is closed may be told after the next was asked for.
            onClose={() => setMenuAt((now) => (now === menuAt ? undefined : now))}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
