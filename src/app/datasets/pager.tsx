import type { ReactElement, ReactNode } from 'react';
import type { ListView } from '../../contract/list-params.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-outlines.ts';
import { formatCount } from '../ui/number-format.ts';
import { Select } from '../ui/select.tsx';
import { PageField } from './page-field.tsx';
import { offsetOfPage, type Paging } from './paging.ts';

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
  /** Another way to a page. */
  children?: ReactNode;
}): ReactElement {
  const { view, paging, granted = view.limit, onOffset, onLimit } = props;
  const go = { onOffset };
  return (
    <nav className="pager" aria-label="Pages">
      <Select label="Rows per page" options={limits} value={view.limit} onChange={onLimit} />
      {granted < view.limit ? <span className="capped">The server gives at most {formatCount(granted)}.</span> : null}
      <span className="grow" />
      {props.children}
      <PageField paging={paging} onPage={(page) => paging && onOffset(offsetOfPage(paging, page))} />
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
    </nav>
  );
}

/** Stays where the focus is when there is nowhere left to go, and says that it does nothing. */
function Turner(props: {
  label: string;
  icon: IconName;
  to: number | undefined;
  onOffset: (offset: number) => void;
}): ReactElement {
  const { label, icon, to, onOffset } = props;
  return (
    <Button
      square
      aria-label={label}
      title={label}
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onOffset(to);
      }}
    >
      <Icon name={icon} />
    </Button>
  );
}
