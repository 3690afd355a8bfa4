import type { ReactElement } from 'react';
import type { ServerInfo } from '../../contract/server-info.ts';
import { CopyButton } from '../ui/controls/copy-button.tsx';

const command = 'npx setlist user add NAME';

/** Where a token comes from: that depends on what the server gets its datasets from. */
export function TokenSource({ kind }: { kind: ServerInfo['kind'] | undefined }): ReactElement {
  return (
    <section className="token-source">
      <h3>Where does a token come from?</h3>
      {kind === 'upstream' || kind === undefined ? (
        <p>
          From the server whose datasets these are. At Apify it is in Apify Console, under Settings → API &amp;
          Integrations.
        </p>
      ) : null}
      {kind === 'upstream' ? null : (
        <>
          <p>
            {kind === undefined ? 'A Setlist server' : 'This server'} makes one, on the computer that it runs on, with:
          </p>
          <p className="command">
            <code>{command}</code>
            <CopyButton text={command} label="Copy command" iconOnly />
          </p>
        </>
      )}
    </section>
  );
}
