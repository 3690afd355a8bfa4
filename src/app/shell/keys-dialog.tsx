import type { ReactElement } from 'react';
import { singleKeys } from '../browser/single-keys.ts';
import { useStoredValue } from '../browser/stored-value.ts';
import { Kbd } from '../ui/controls/kbd.tsx';
import { Switch } from '../ui/controls/switch.tsx';
import { Dialog } from '../ui/floats/dialog.tsx';
import './keys-dialog.css';

const keys: readonly { readonly keys: readonly string[]; readonly what: string }[] = [
  { keys: ['n'], what: 'Next page' },
  { keys: ['p'], what: 'Previous page' },
  { keys: ['r'], what: 'Refresh' },
  { keys: ['c'], what: 'Copy the ID of the current row' },
  { keys: ['?'], what: 'Show these keys' },
];
const rowKeys: typeof keys = [
  { keys: ['↑', '↓'], what: 'Previous and next row' },
  { keys: ['PgUp', 'PgDn'], what: 'As many rows as are in sight' },
  { keys: ['Home', 'End'], what: 'First and last row of the page' },
  { keys: ['⇧ F10'], what: 'What can be asked about a value; ← and → for the others of the row' },
];

/** Which keys there are, and the switch for those that work without a modifier. */
export function KeysDialog({ onClose }: { onClose: () => void }): ReactElement {
  const on = useStoredValue(singleKeys);
  return (
    <Dialog title="Keys" onClose={onClose}>
      <div className="keys">
        <KeyList keys={keys} />
        <Switch label="Use single keys" checked={on} onChange={singleKeys.set} />
        <h3>In the rows</h3>
        <KeyList keys={rowKeys} />
      </div>
    </Dialog>
  );
}

function KeyList(props: { keys: typeof keys }): ReactElement {
  return (
    <dl>
      {props.keys.map(({ keys, what }) => (
        <div key={what}>
          <dt>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
