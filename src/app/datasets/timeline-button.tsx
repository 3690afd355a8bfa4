import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { useStoredValue } from '../ui/stored-value.ts';
import { timelineShown } from './list-preferences.ts';

/** Shows and hides the timeline, for good. */
export function TimelineButton(): ReactElement {
  const isShown = useStoredValue(timelineShown);
  return (
    <Button variant="quiet" aria-expanded={isShown} onClick={() => timelineShown.set(!isShown)}>
      Timeline
    </Button>
  );
}
