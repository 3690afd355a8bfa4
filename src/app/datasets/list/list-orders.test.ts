import { describe, expect, it } from 'vitest';
import { sortColumnsOf } from '../../../engine/columns/table-description.ts';
import { columnIds } from '../columns.tsx';
import { datasetFields } from '../fields.ts';
import { listOrderOf, orderText, shownSort } from './list-orders.ts';

describe('the orders of the list', () => {
  it('are one for each column of the table, and each column that can be sorted by', () => {
    expect(columnIds.map((id) => listOrderOf(id)?.column).toSorted()).toEqual(sortColumnsOf(datasetFields).toSorted());
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
    expect(shownSort({ sort: [], desc: true })).toEqual([{ id: 'createdAt', desc: true }]);
    expect(shownSort({ sort: [{ column: 'cleanItemCount', desc: false }], desc: true })).toEqual([
      { id: 'cleanItemCount', desc: false },
    ]);
  });
});
