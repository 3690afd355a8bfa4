import { type ReactElement, Suspense, useState } from 'react';
import { later } from '../browser/later.ts';
import { useSingleKeys } from '../browser/single-keys.ts';
import { Button } from '../ui/controls/button.tsx';
import { Kbd } from '../ui/controls/kbd.tsx';

// Nothing of it is needed before it is opened.
const KeysDialog = later(async () => (await import('./keys-dialog.tsx')).KeysDialog);

/** The button, and the key `?`, that show which keys there are. */
export function KeysButton(): ReactElement {
  const [open, setOpen] = useState(false);
  useSingleKeys({ '?': () => setOpen(true) });
  return (
    <>
      <Button variant="quiet" square aria-label="Keys" title="Keys" onClick={() => setOpen(true)}>
        <Kbd>?</Kbd>
      </Button>
      {open ? (
        <Suspense>
          <KeysDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
