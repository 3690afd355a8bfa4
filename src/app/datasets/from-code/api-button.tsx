import { type ReactElement, Suspense, useState } from 'react';
import type { ListView } from '../../../contract/list-params.ts';
import { later } from '../../browser/later.ts';
import { Button } from '../../ui/controls/button.tsx';

// Nothing of it is needed before it is opened.
const ApiDialog = later(async () => (await import('./api-dialog.tsx')).ApiDialog);

/** The button that shows how a program asks for what is on screen. */
export function ApiButton({ view }: { view: ListView }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>API</Button>
      {open ? (
        <Suspense>
          <ApiDialog view={view} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
