import { describe, expect, it } from 'vitest';
import { sortColumnsOf } from '../../../engine/columns/table-description.ts';
import { datasetColumns } from '../dataset-columns.tsx';
import { datasetFields } from '../fields.ts';
import { listOrderOf, orderText, shownSort } from './list-orders.ts';

describe('the orders of the list', () => {
  it('are one for each column of the table, and each column that can be sorted by', () => {
    const ids = datasetColumns({ userId: undefined, times: 'relative' }).map(({ id = '' }) => id);
    expect(ids.map((id) => listOrderOf(id)?.column)).toEqual(expect.arrayContaining([...sortColumnsOf(datasetFields)]));
  });

  it.each([
    [[], true, 'newest first'],
    [[], false, 'oldest first'],
    [[{ column: 'itemCount', desc: true }], true, 'by items, most first'],
    [[{ column: 'name', desc: false }], true, 'by name'],
    [[{ column: 'name', desc: true }], true, 'by name, Z to A'],
    [
      [
        { column: 'owner', desc: false },
        { column: 'modifiedAt', desc: true },
      ],
      false,
      'by owner, then by modified, newest first',
    ],
  ] as const)('are said in words: %j', (sort, desc, text) => {
    expect(orderText({ sort, desc })).toBe(text);
  });

  it('are shown at the headers, the API’s own at that of the creation', () => {
    expect(shownSort({ sort: [], desc: true })).toEqual([{ columnId: 'created', desc: true }]);
    expect(shownSort({ sort: [{ column: 'cleanItemCount', desc: false }], desc: true })).toEqual([
      { columnId: 'clean-items', desc: false },
    ]);
  });
});
