import { useTable } from '@tanstack/react-table';
import fc from 'fast-check';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { TableRow } from '../../table/body/table-row.tsx';
import { features } from '../../table/model/table-features.ts';
import { pageBeganMs } from '../../ui/format/clock.ts';
import { datasetColumns } from '../columns.tsx';
import { rowHtml } from './row-html.ts';

const now = pageBeganMs;

beforeEach(() => {
  vi.useFakeTimers({ now });
  vi.stubGlobal('navigator', { languages: ['en'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' ', '</td><b>', '"><i x="', "' x='", '&amp;', 'a'.repeat(40)),
);
const maybe = fc.option(text, { nil: null });
const mostly = fc.option(text, { nil: undefined });
const time = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.integer({ min: -90_000, max: 90_000 }).map((ms) => new Date(now + ms).toISOString()),
  text,
);
const dataset: fc.Arbitrary<DatasetListItem> = fc.record({
  id: text,
  name: maybe,
  title: fc.oneof(maybe, mostly),
  userId: fc.constantFrom('u1', 'u2', ''),
  username: fc.oneof(maybe, mostly),
  createdAt: time,
  modifiedAt: time,
  accessedAt: time,
  itemCount: fc.nat(),
  cleanItemCount: fc.nat(),
  actId: maybe,
  actRunId: maybe,
});

const columns = datasetColumns({ userId: 'u1', times: 'relative' });

/** The row as the page draws it. */
function Row({
  dataset: data,
  index,
  offset,
}: {
  dataset: DatasetListItem;
  index: number;
  offset: number;
}): ReactElement {
  const table = useTable({ features, columns, data: [data] });
  return (
    <>
      {table.getRowModel().rows.map((row) => (
        <TableRow
          key={row.id}
          row={row}
          columns={table.getAllLeafColumns()}
          pins={{ count: 1, widthPx: 0 }}
          index={index}
          ariaRowIndex={offset + index + 2}
          isCurrent={false}
          isTabStop={index === 0}
        />
      ))}
    </>
  );
}

it('a row of the picture is the row of the page, whatever its dataset', () => {
  fc.assert(
    fc.property(dataset, fc.nat(3), fc.nat(5000), (data, index, offset) => {
      const { markup } = rowHtml({ dataset: data, index, offset, tabStop: 0, userId: 'u1', nowMs: now });
      const real = renderToString(<Row dataset={data} index={index} offset={offset} />);
      expect(markup).toBe(real.replaceAll(' style="', ' data-style="'));
    }),
    { numRuns: 300 },
  );
});
