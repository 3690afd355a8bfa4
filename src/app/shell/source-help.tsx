import type { ReactElement } from 'react';
import { CopyButton } from '../ui/controls/copy-button.tsx';
import './source-help.css';

const ways = [
  { command: 'npm start -- --data my.db', what: 'A database of your own; it is made when it is not there.' },
  {
    command: 'npm start -- --upstream https://api.apify.com',
    what: 'Your account at Apify, or any server of the same API.',
  },
] as const;

/** That the datasets are samples, and how to bring one's own. */
export function SourceHelp(): ReactElement {
  return (
    <div className="source-help">
      <p>These datasets are made up, so that there is something to look at. To see your own, start the server with:</p>
      <dl>
        {ways.map(({ command, what }) => (
          <div key={command}>
            <dt>
              <code translate="no">{command}</code>
              <CopyButton text={command} label="Copy command" iconOnly />
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
