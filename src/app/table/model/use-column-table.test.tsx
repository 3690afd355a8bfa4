import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { asTheyCome, type ColumnPreferences, shownColumns } from './column-preferences.ts';
import { pinsIn } from './pinned-columns.ts';
import type { TableColumns, TableModel } from './table-features.ts';
import { columnsInOrder, moveColumn, useColumnTable } from './use-column-table.ts';

const ids = ['name', 'id', 'items', 'created', 'run'];
const columns: TableColumns<object> = ids.map((id) => ({ id, size: 100, meta: { roomyPx: 120, grow: 1 } }));

/** What a reader's table is, and what becomes of its preferences. */
class Reader {
  preferences: ColumnPreferences;

  constructor(preferences: Partial<ColumnPreferences> = {}) {
    this.preferences = { ...asTheyCome, ...preferences };
  }

  get table(): TableModel<object> {
    const found: TableModel<object>[] = [];
    const Table = () => {
      found.push(
        useColumnTable({
          columns,
          preferences: this.preferences,
          onPreferencesChange: (preferences) => {
            this.preferences = preferences;
          },
        }),
      );
      return null;
    };
    renderToStaticMarkup(<Table />);
    const table = found.at(-1);
    if (table === undefined) throw new Error('It was not drawn.');
    return table;
  }

  get order(): string[] {
    return columnsInOrder(this.table).map(({ id }) => id);
  }

  get shown(): string[] {
    return shownOf(this.table).map(({ id }) => id);
  }

  column(id: string) {
    const column = this.table.getColumn(id);
    if (column === undefined) throw new Error(`No ${id}.`);
    return column;
  }
}

function shownOf(table: TableModel<object>) {
  return [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()];
}

describe('the columns of a table', () => {
  it('are hidden and shown, but never the first', () => {
    const reader = new Reader({ columnVisibility: { name: false } });
    reader.column('id').toggleVisibility(false);
    expect(reader.shown).toEqual(['name', 'items', 'created', 'run']);
    reader.column('id').toggleVisibility(true);
    expect(reader.shown).toEqual(ids);
  });

  it.each([
    ['up', 'run', 'created', ['name', 'id', 'items', 'run', 'created']],
    ['down', 'id', 'items', ['name', 'items', 'id', 'created', 'run']],
    ['not before the first', 'run', 'name', ['name', 'run', 'id', 'items', 'created']],
    ['to the end', 'id', 'run', ['name', 'items', 'created', 'run', 'id']],
    ['not the first', 'name', 'created', ids],
  ])('are moved %s', (_, id, overId, expected) => {
    const reader = new Reader();
    moveColumn(reader.table, id, overId);
    expect(reader.order).toEqual(expected);
  });

  it('that stay in sight come first, and go back to where they were', () => {
    const reader = new Reader();
    reader.column('created').pin('start');
    reader.column('items').pin('start');
    expect(reader.order).toEqual(['name', 'created', 'items', 'id', 'run']);
    reader.column('created').pin(false);
    reader.column('items').pin(false);
    expect(reader.order).toEqual(ids);
  });

  it.each([
    ['among themselves', 'items', 'created', ['name', 'items', 'created', 'id', 'run']],
    ['no further than their last', 'created', 'run', ['name', 'items', 'created', 'id', 'run']],
    ['not before the first', 'items', 'name', ['name', 'items', 'created', 'id', 'run']],
    ['others no further than beside them', 'run', 'created', ['name', 'created', 'items', 'run', 'id']],
  ])('that stay in sight are moved %s', (_, id, overId, expected) => {
    const reader = new Reader({ columnPinning: { start: ['created', 'items'], end: [] } });
    moveColumn(reader.table, id, overId);
    expect(reader.order).toEqual(expected);
  });

  it('have the widths that the reader gave them, until they are taken back', () => {
    const reader = new Reader();
    reader.table.setColumnSizing((before) => ({ ...before, id: 200, run: 90 }));
    expect(reader.column('id').getSize()).toBe(200);
    reader.column('id').resetSize();
    expect(reader.preferences.columnSizing).toEqual({ run: 90 });
    expect(reader.column('id').getSize()).toBe(100);
  });

  it('are those that an export takes for shown, whatever was chosen', () => {
    const some = fc.subarray(ids);
    fc.assert(
      fc.property(some, some, fc.shuffledSubarray(ids), (hidden, pinned, columnOrder) => {
        const preferences = {
          ...asTheyCome,
          columnOrder,
          columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
          columnPinning: { start: pinned, end: [] },
        };
        expect(new Reader(preferences).shown).toEqual(shownColumns(ids, preferences));
      }),
    );
  });
});

describe('pinsIn', () => {
  it.each([
    ['where there is room', ['id', 'items'], 800, { count: 3, widthPx: 300 }],
    ['as far as half of the box', ['id', 'items'], 500, { count: 2, widthPx: 200 }],
    ['of none but the first', [], 800, { count: 1, widthPx: 100 }],
    ['of the first, however narrow the box is', ['id'], 150, { count: 1, widthPx: 100 }],
  ])('%s', (_, start, roomPx, expected) => {
    const { table } = new Reader({ columnPinning: { start, end: [] } });
    expect(pinsIn(shownOf(table), roomPx)).toEqual(expected);
  });
});
