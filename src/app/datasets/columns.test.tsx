import { flexRender, useTable } from '@tanstack/react-table';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatasetListItem } from '../../contract/dataset.ts';
import { features } from '../table/model/table-features.ts';
import { datasetColumns, type TimeMode } from './columns.tsx';

const nowMs = Date.UTC(2026, 10, 24, 12);
const fourMinutesAgo = new Date(nowMs - 264_000).toISOString();

const dataset: DatasetListItem = {
  id: 'DjXKkkXgdoFNhh3gT',
  name: 'eshop-items',
  userId: 'u1',
  createdAt: fourMinutesAgo,
  modifiedAt: fourMinutesAgo,
  accessedAt: fourMinutesAgo,
  itemCount: 12_579,
  cleanItemCount: 12_579,
  actId: 'rag-browser',
  actRunId: null,
  title: undefined,
  username: 'ada',
};

function Cells(props: { dataset: DatasetListItem; userId: string | undefined; times: TimeMode }): ReactElement {
  const columns = datasetColumns(props);
  const table = useTable({ features, columns, data: [props.dataset] });
  const cells = table.getRowModel().rows.flatMap((row) => row.getAllCells());
  return (
    <>
      {cells.map((cell) => (
        <p key={cell.id} id={cell.column.id}>
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </p>
      ))}
    </>
  );
}

/** The markup of one cell. */
function cell(column: string, change: Partial<DatasetListItem> = {}, times: TimeMode = 'relative'): string {
  const markup = renderToStaticMarkup(<Cells dataset={{ ...dataset, ...change }} userId="u1" times={times} />);
  return new RegExp(`<p id="${column}">(.*?)</p>`, 's').exec(markup)?.[1] ?? 'no such column';
}

function text(column: string, change?: Partial<DatasetListItem>, times?: TimeMode): string {
  return cell(column, change, times).replace(/<[^>]*>/g, '');
}

beforeEach(() => {
  vi.useFakeTimers({ now: nowMs });
  vi.stubGlobal('navigator', { languages: ['en'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the columns of the list', () => {
  it('are those of the list, in order', () => {
    const labels = datasetColumns({ userId: 'u1', times: 'relative' }).map(({ header }) => header);
    expect(labels.join()).toBe('Name,ID,Items,Clean items,Created,Modified,Accessed,Owner,Actor,Run');
  });

  it.each([
    ['a name', 'name', {}, 'eshop-items'],
    ['a title before a name', 'name', { title: 'Items of the shop' }, 'Items of the shop'],
    ['an empty title', 'name', { title: '' }, 'eshop-items'],
    ['neither', 'name', { name: null }, 'Unnamed'],
    ['markup in a name', 'name', { name: '<b>x</b>' }, '&lt;b&gt;x&lt;/b&gt;'],
    ['an id', 'id', {}, 'DjXKkkXgdoFNhh3gT'],
    ['a count', 'itemCount', {}, '12,579'],
    ['a clean count', 'cleanItemCount', { cleanItemCount: 1000 }, '1,000'],
    ['a relative time', 'createdAt', {}, '4 min ago'],
    ['a date that is none', 'modifiedAt', { modifiedAt: 'soon' }, 'soon'],
    ['the caller’s own', 'owner', {}, 'You'],
    ['another’s', 'owner', { userId: 'u2' }, 'ada'],
    ['another’s without a username', 'owner', { userId: 'u2', username: undefined }, 'u2'],
    ['an Actor', 'actId', {}, 'rag-browser'],
    ['no Actor', 'actId', { actId: null }, '–'],
    ['no run', 'actRunId', {}, '–'],
    ['a run', 'actRunId', { actRunId: 'gdZuuNKpabc' }, 'gdZuuNKpabc'],
  ])('%s', (_, column, change, expected) => {
    expect(text(column, change)).toBe(expected);
  });

  it('writes times as dates when asked', () => {
    expect(text('createdAt', { createdAt: '2026-11-23T12:20:06.000Z' }, 'absolute')).toMatch(/^Nov 2[34], 2026, /);
  });

  it('draws the bar only where some items are not clean, and shows that it is not full or empty', () => {
    const bar = (cleanItemCount: number) => /inline-size:(\d+)%/.exec(cell('cleanItemCount', { cleanItemCount }))?.[1];
    expect([bar(12_579), bar(12_578), bar(6290), bar(0)]).toEqual([undefined, '99', '50', '3']);
    expect(cell('cleanItemCount', { itemCount: 0, cleanItemCount: 0 })).not.toContain('inline-size');
  });

  it('has a button that copies the id', () => {
    expect(cell('id')).toContain('aria-label="Copy ID"');
  });
});
