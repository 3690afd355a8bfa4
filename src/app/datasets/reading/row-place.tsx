import type { ReactElement } from 'react';
import { formatCount } from '../../ui/number-format.ts';
import { PageField } from '../page-field.tsx';
import { Turner } from '../turner.tsx';
import type { InSight } from './in-sight.ts';

/** The foot of a list that is read as one scroll: which row is the first in sight, and the ways to any other. */
export function RowPlace(props: { inSight: InSight | undefined; onRow: (row: number) => void }): ReactElement {
  const { inSight, onRow } = props;
  const { firstRow, total = 0, previousOffset, nextOffset } = inSight ?? {};
  return (
    <>
      <PageField label="Row" at={firstRow} last={Math.max(1, total)} onGo={(row) => onRow(row - 1)} />
      <span className="page-count">of {inSight ? formatCount(total) : '–'}</span>
      <div className="turners">
        <Turner label="First row" icon="first" to={previousOffset === undefined ? undefined : 0} onOffset={onRow} />
        <Turner
          label="Last row"
          icon="last"
          to={nextOffset === undefined ? undefined : Math.max(0, total - 1)}
          onOffset={onRow}
        />
      </div>
    </>
  );
}
