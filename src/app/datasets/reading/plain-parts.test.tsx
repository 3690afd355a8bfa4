import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { randomDatasets } from '../../collection/testing/random-datasets.ts';
import { type CellLook, liveParts } from '../cell-parts.tsx';
import { cellOf, columnIds } from '../columns.tsx';
import { plainParts } from './plain-parts.tsx';

describe('a row that goes by', () => {
  it('says what it says at rest', () => {
    vi.stubGlobal('navigator', { languages: ['en'] });
    fc.assert(
      fc.property(randomDatasets, fc.constantFrom('relative', 'absolute'), (rows, times) => {
        const look: CellLook = { times, userId: rows[0]?.userId };
        const textOf = (parts: ReturnType<typeof liveParts>) =>
          rows.map((row) =>
            columnIds.map((id) =>
              renderToStaticMarkup(cellOf(id, row, { parts, userId: look.userId })).replace(/<[^>]*>/g, ''),
            ),
          );
        expect(textOf(plainParts(look))).toEqual(textOf(liveParts(look)));
      }),
      { numRuns: 25 },
    );
    vi.unstubAllGlobals();
  });
});
