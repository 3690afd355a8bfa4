import { type ReactElement, Suspense } from 'react';
import { apiHost, servedBy, sourceLabel } from '../api/served-by.ts';
import { later } from '../browser/later.ts';
import { Popover } from '../ui/floats/popover.tsx';

// Nothing of it is needed before it is opened.
const SourceHelp = later(async () => (await import('./source-help.tsx')).SourceHelp);

/** Where the datasets are from; for sample data also how to bring one's own. */
export function Source(): ReactElement {
  const served = servedBy();
  const { name, place } = sourceLabel(served, apiHost());
  const label = place === undefined ? name : `${name} · ${place}`;
  const shown = (
    <span className="source-label">
      {name}
      {place === undefined ? null : (
        <span className="source-place" translate="no">
          {' '}
          · {place}
        </span>
      )}
    </span>
  );
  if (served?.kind !== 'sample') {
    return (
      <span className="source" title={label}>
        {shown}
      </span>
    );
  }
  return (
    <span className="source">
      <Popover label={label} button={shown} variant="quiet">
        {(close) => (
          <Suspense fallback={<div className="source-help" />}>
            <SourceHelp onClose={close} />
          </Suspense>
        )}
      </Popover>
    </span>
  );
}
