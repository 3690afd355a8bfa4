import type { ReactElement } from 'react';
import { Button } from '../ui/controls/button.tsx';
import { ErrorNote } from '../ui/floats/error-note.tsx';
import '../ui/controls/later-controls.css';

/** What is said in the place of a page that has failed. */
export function CrashWords({ error, onReload }: { error: Error; onReload: () => void }): ReactElement {
  return (
    <ErrorNote
      title="This page has failed"
      icon="warning"
      details={`${error.name}: ${error.message}`}
      actions={
        <Button variant="primary" onClick={onReload}>
          Load it again
        </Button>
      }
    >
      It is a fault of the dashboard, or a part of it could not be loaded. Your datasets are not touched.
    </ErrorNote>
  );
}
