import { type ReactElement, Suspense, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { later } from '../ui/later.ts';
import type { View } from '../view-params.ts';
import type { List } from './use-list.ts';

// Nothing of it is needed before it is opened.
const ExportDialog = later(async () => (await import('./export-dialog.tsx')).ExportDialog);

/** What an export is made of. */
export interface ExportProps {
  readonly view: View;
  readonly list: List;
  readonly userId: string | undefined;
}

/** The button that takes what the view lists away, all of it. */
export function ExportButton(props: ExportProps): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        Export
      </Button>
      {open ? (
        <Suspense>
          <ExportDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
