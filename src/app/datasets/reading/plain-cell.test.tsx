import { flexRender, useTable } from '@tanstack/react-table';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { randomDatasets } from '../../collection/testing/random-datasets.ts';
import { features } from '../../table/model/table-features.ts';
import { datasetColumns } from '../dataset-columns.tsx';
import { plainCell } from './plain-cell.tsx';

type Look = Parameters<typeof plainCell>[0];

function Both({ look, rows }: { look: Look; rows: Parameters<ReturnType<typeof plainCell>>[0][] }) {
  const plain = plainCell(look);
  const table = useTable({ features, columns: datasetColumns(look), data: rows });
  const cells = table.getRowModel().rows.flatMap((row) => row.getAllCells());
  return cells.map((cell) => {
    const full = flexRender(cell.column.columnDef.cell, cell.getContext());
    return (
      <section key={cell.id}>
        {full}
        <hr />
        {plain(cell.row.original, cell.column.id) ?? full}
      </section>
    );
  });
}

describe('a row that goes by', () => {
  it('says what it says at rest', () => {
    vi.stubGlobal('navigator', { languages: ['en'] });
    fc.assert(
      fc.property(randomDatasets, fc.constantFrom('relative', 'absolute'), (rows, times) => {
        const look = { times, userId: rows[0]?.userId } as const;
        const markup = renderToStaticMarkup(<Both look={look} rows={rows} />);
        for (const section of markup.split('</section>')) {
          const [full, plain] = section.split('<hr/>').map((part) => part.replace(/<[^>]*>/g, ''));
          expect(plain ?? full).toBe(full);
        }
      }),
      { numRuns: 25 },
    );
    vi.unstubAllGlobals();
  });
});
