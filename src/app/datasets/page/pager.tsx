import type { ReactElement, ReactNode } from 'react';
import type { ListView } from '../../../contract/list-params.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/controls/icon.tsx';
import type { IconName } from '../../ui/controls/icon-outlines.ts';
import { Segmented } from '../../ui/controls/segmented.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { formatCount } from '../../ui/format/number-format.ts';
import type { readingPreference } from '../list/list-preferences.ts';
import { offsetOfPage, type Paging } from '../list/paging.ts';
import { readBy } from '../reading/use-reading.ts';
import { PageField } from './page-field.tsx';

const limits = [20, 50, 100, 250, 1000].map((value) => ({ value, label: formatCount(value) }));

const readings = [
  { value: 'pages', label: 'Pages' },
  { value: 'scroll', label: 'Scroll' },
] as const;

/**
 * The foot of the list: how it is read, how many rows a page has, which page this is, and the ways to the others. Of a continuous
 * scroll a page is a row, and what is in sight lies between the ways.
 */
export function Pager(props: {
  view: ListView;
  /** `undefined` while nothing is known of the list. */
  paging: Paging | undefined;
  /** The rows a page that the server grants, when that is known. */
  granted: number | undefined;
  onOffset: (offset: number) => void;
  /** To the page that goes on where this one ends or begins. */
  onTurn: (way: 'next' | 'previous') => void;
  onLimit: (limit: number) => void;
  reading: ReturnType<typeof readingPreference.get>;
  isScrolled: boolean;
  /** Another way to a page. */
  children?: ReactNode;
}): ReactElement {
  const { view, paging, granted = view.limit, onOffset, onTurn, onLimit, isScrolled } = props;
  const unit = isScrolled ? 'rows' : 'page';
  const { previousOffset, nextOffset, lastOffset = 0 } = paging ?? {};
  const [isFirst, isLast] = [previousOffset === undefined, nextOffset === undefined];
  return (
    <nav className={isScrolled ? 'pager pager-rows' : 'pager'} aria-label="Pages">
      <Segmented label="Reading" options={readings} value={props.reading} onChange={readBy} />
      {isScrolled ? null : <Select label="Rows per page" options={limits} value={view.limit} onChange={onLimit} />}
      {granted < view.limit ? <span className="capped">The server gives at most {formatCount(granted)}.</span> : null}
      <span className="grow" />
      {props.children}
      <PageField
        label={isScrolled ? 'Row' : 'Page'}
        paging={paging}
        onPage={(page) => paging && onOffset(offsetOfPage(paging, page))}
      />
      <span className="page-count">of {paging ? formatCount(paging.pageCount) : '–'}</span>
      <div className="turners">
        <Turner way="First" unit={unit} icon="first" isDisabled={isFirst} onGo={() => onOffset(0)} />
        <Turner way="Previous" unit={unit} icon="previous" isDisabled={isFirst} onGo={() => onTurn('previous')} />
        <Turner way="Next" unit={unit} icon="next" isDisabled={isLast} onGo={() => onTurn('next')} />
        <Turner way="Last" unit={unit} icon="last" isDisabled={isLast} onGo={() => onOffset(lastOffset)} />
      </div>
    </nav>
  );
}

/** Stays where the focus is when there is nowhere left to go, and says that it does nothing. */
function Turner(props: {
  way: string;
  unit: string;
  icon: IconName;
  isDisabled: boolean;
  onGo: () => void;
}): ReactElement {
  const { way, unit, icon, isDisabled, onGo } = props;
  const label = `${way} ${unit}`;
  return (
    <Button
      square
      aria-label={label}
      title={label}
      aria-disabled={isDisabled}
      onClick={() => {
        if (!isDisabled) onGo();
      }}
    >
      <Icon name={icon} />
    </Button>
  );
}
