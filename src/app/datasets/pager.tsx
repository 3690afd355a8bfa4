import type { ReactElement, ReactNode } from 'react';
import type { ListView } from '../../contract/list-params.ts';
import { formatCount } from '../ui/number-format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import type { readingPreference } from './list-preferences.ts';
import { PageField } from './page-field.tsx';
import { offsetOfPage, type Paging } from './paging.ts';
import { Turner } from './turner.tsx';

type Reading = ReturnType<typeof readingPreference.get>;

const readings = [
  { value: 'pages', label: 'Pages' },
  { value: 'scroll', label: 'Scroll' },
] as const;
const limits = [20, 50, 100, 250, 1000].map((value) => ({ value, label: formatCount(value) }));

/** The foot of the list: how many rows a page has, which page this is, and the ways to the others. */
export function Pager(props: {
  view: ListView;
  /** `undefined` while nothing is known of the list. */
  paging: Paging | undefined;
  /** The rows a page that the server grants, when that is known. */
  granted: number | undefined;
  onOffset: (offset: number) => void;
  onLimit: (limit: number) => void;
  reading: Reading;
  onReading: (reading: Reading) => void;
  /** Where one is of a list that is not read by pages. */
  place?: ReactNode;
  /** Another way to a page. */
  children?: ReactNode;
}): ReactElement {
  const { view, paging, granted = view.limit, onOffset, onLimit, reading, onReading } = props;
  const go = { onOffset };
  return (
    <nav className="pager" aria-label="Pages">
      <Segmented label="Reading" options={readings} value={reading} onChange={onReading} />
      {props.place ? null : <Select label="Rows per page" options={limits} value={view.limit} onChange={onLimit} />}
      {granted < view.limit ? <span className="capped">The server gives at most {formatCount(granted)}.</span> : null}
      <span className="grow" />
      {props.children}
      {props.place ?? (
        <>
          <PageField
            label="Page"
            at={paging?.pageNumber}
            last={paging?.pageCount ?? 1}
            onGo={(page) => paging && onOffset(offsetOfPage(paging, page))}
          />
          <span className="page-count">of {paging ? formatCount(paging.pageCount) : '–'}</span>
          <div className="turners">
            <Turner {...go} label="First page" icon="first" to={paging?.previousOffset === undefined ? undefined : 0} />
            <Turner {...go} label="Previous page" icon="previous" to={paging?.previousOffset} />
            <Turner {...go} label="Next page" icon="next" to={paging?.nextOffset} />
            <Turner
              {...go}
              label="Last page"
              icon="last"
              to={paging?.nextOffset === undefined ? undefined : paging.lastOffset}
            />
          </div>
        </>
      )}
    </nav>
  );
}
