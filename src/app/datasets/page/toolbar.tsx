import { type ReactElement, type ReactNode, useId } from 'react';
import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import type { View } from '../../address/view-params.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/controls/icon.tsx';
import { Switch } from '../../ui/controls/switch.tsx';
import { ColumnsMenu } from '../columns-panel/columns-menu.tsx';
import { FiltersButton } from '../filters/filters-button.tsx';
import { ListFilterControls } from '../list/list-filters.tsx';
import type { AskAhead } from '../list/use-ask-ahead.ts';
import { withList } from '../list/view-changes.ts';
import { coverageOf } from '../notes/status-text.ts';
import { SearchField } from '../search/search-field.tsx';
import { TimelineButton } from '../timeline/timeline-place.tsx';

/** Which datasets are listed and in what order. Each change goes back to the first page. */
export function Toolbar(props: {
  view: View;
  /** What of the search could not be understood. */
  problem: string | undefined;
  askAhead: AskAhead;
  isBusy: boolean;
  /** What can be done with what is listed. */
  tools: ReactNode;
  onRefresh: () => void;
}): ReactElement {
  const { view, problem, askAhead, isBusy, onRefresh } = props;
  const coverageId = useId();
  const change = (to: Parameters<typeof withList>[1]) => navigate(urlOf(withList(view, to)));
  return (
    <div className="toolbar">
      <SearchField view={view} problem={problem} askAhead={askAhead} />
      <ListFilterControls filter={view} onChange={change} coverageId={coverageId} />
      {/* The API's own order: any other one takes its place, and it takes the place of any other. */}
      <Switch
        label="Newest first"
        checked={view.desc && view.sort.length === 0}
        onChange={(desc) => change({ desc, sort: [] })}
      />
      <p id={coverageId} className="coverage">
        {coverageOf(view)}
      </p>
      <span className="grow" />
      <div className="tools">
        <FiltersButton />
        <TimelineButton />
        <ColumnsMenu />
        {props.tools}
        <Button
          variant="quiet"
          square
          className="refresh"
          aria-label="Refresh"
          title="Refresh"
          aria-busy={isBusy}
          onClick={onRefresh}
        >
          <Icon name="refresh" />
        </Button>
      </div>
    </div>
  );
}
