import { type ReactElement, Suspense, useState } from 'react';
import { later } from '../../browser/later.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { ExportProps } from './use-export.ts';

// Nothing of it is needed before it is opened.
const ExportDialog = later(async () => (await import('./export-dialog.tsx')).ExportDialog);

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
