import { type ReactElement, Suspense, useState } from 'react';
import type { View } from '../../address/view-params.ts';
import { later } from '../../browser/later.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { List } from '../list/use-list.ts';

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
