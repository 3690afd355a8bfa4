import { type ReactElement, Suspense } from 'react';
import { later } from '../../browser/later.ts';
import type { ShownPage } from '../list/list-state.ts';
import type { ScrolledPaging } from '../list/paging.ts';
import { DatasetsTable, type DatasetsTableProps } from './datasets-table.tsx';

// Nothing of it is needed before somebody reads the list as one scroll.
const ReadingTable = later(async () => (await import('./reading-table.tsx')).ReadingTable);

/** The rows of the list: of one page, or where the reader has chosen so all of them as one continuous scroll. */
export function ListRows(
  props: DatasetsTableProps & {
    /** The rows that a scroll begins with. */
    scrolled: ShownPage | undefined;
    onInSight: (inSight: ScrolledPaging) => void;
  },
): ReactElement {
  const page = <DatasetsTable {...props} />;
  if (props.scrolled === undefined) return page;
  return (
    <Suspense fallback={page}>
      <ReadingTable {...props} shown={props.scrolled} />
    </Suspense>
  );
}
