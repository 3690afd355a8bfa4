import { type ReactElement, useId } from 'react';
import type { ListView } from '../../contract/list-params.ts';
import { navigate } from '../location.ts';
import { urlOf } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Switch } from '../ui/switch.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { ownerships } from './list-choices.ts';
import { coverageOf } from './status-text.ts';
import { withList } from './view-changes.ts';

/** Which datasets are listed and in what order. Each change goes back to the first page. */
export function Toolbar(props: { view: ListView; isBusy: boolean; onRefresh: () => void }): ReactElement {
  const { view, isBusy, onRefresh } = props;
  const coverageId = useId();
  const change = (to: Parameters<typeof withList>[1]) => navigate(urlOf(withList(view, to)));
  return (
    <div className="toolbar">
      <Segmented
        label="Ownership"
        options={ownerships}
        value={view.ownership}
        onChange={(ownership) => change({ ownership })}
      />
      <Switch
        label="Include unnamed"
        checked={view.unnamed}
        onChange={(unnamed) => change({ unnamed })}
        describedBy={coverageId}
      />
      <Switch label="Newest first" checked={view.desc} onChange={(desc) => change({ desc })} />
      <p id={coverageId} className="coverage">
        {coverageOf(view)}
      </p>
      <span className="grow" />
      <div className="tools">
        <ColumnsMenu />
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
