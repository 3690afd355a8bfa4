import type { ReactElement } from 'react';
import { apiHost, servedBy, sourceLabel } from './served-by.ts';
import { CopyButton } from './ui/copy-button.tsx';
import { Popover } from './ui/popover.tsx';

const ways = [
  { command: 'npm start -- --data my.db', what: 'A database of your own; it is made when it is not there.' },
  {
    command: 'npm start -- --upstream https://api.apify.com',
    what: 'Your account at Apify, or any server of the same API.',
  },
] as const;

/** Where the datasets are from; for sample data also how to bring one's own. */
export function Source(): ReactElement {
  const served = servedBy();
  const { name, place } = sourceLabel(served, apiHost());
  const label = place === undefined ? name : `${name} · ${place}`;
  const shown = (
    <span className="source-label">
      {name}
      {place === undefined ? null : <span className="source-place"> · {place}</span>}
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
        {() => (
          <div className="source-help">
            <p>
              These datasets are made up, so that there is something to look at. To see your own, start the server with:
            </p>
            <dl>
              {ways.map(({ command, what }) => (
                <div key={command}>
                  <dt>
                    <code>{command}</code>
                    <CopyButton text={command} label="Copy command" iconOnly />
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
      </Popover>
    </span>
  );
}
